package hounsfield.codec.jpeg2000;

import hounsfield.standard.DicomException;
import java.util.List;

/**
 * Some of a tile's packets in one order: all of them by COD, a part by a line of a POC marker segment (T.800 A.6.6).
 *
 * @param order the order of packets
 * @param firstResolution RSpoc
 * @param firstComponent CSpoc
 * @param endLayer LYEpoc, exclusive
 * @param endResolution REpoc, exclusive
 * @param endComponent CEpoc, exclusive
 */
record Progression(
        ProgressionOrder order,
        int firstResolution,
        int firstComponent,
        int endLayer,
        int endResolution,
        int endComponent) {

    /** More than any encoder writes; each is a walk over all precincts. */
    private static final int MOST = 256;

    /** All packets in one order. */
    static Progression all(ProgressionOrder order) {
        return new Progression(order, 0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Appends the lines of a POC segment. */
    static void read(SegmentReader in, int components, List<Progression> target) throws DicomException {
        while (in.remaining() > 0) {
            if (target.size() == MOST) throw in.malformed("POC: more than " + MOST + " progressions");
            int firstResolution = in.u8();
            int firstComponent = in.component(components);
            int endLayer = in.u16();
            int endResolution = in.u8();
            int endComponent = in.component(components);
            if (endComponent == 0) endComponent = 16384;
            ProgressionOrder order = ProgressionOrder.read(in);
            target.add(new Progression(order, firstResolution, firstComponent, endLayer, endResolution, endComponent));
        }
    }
}
