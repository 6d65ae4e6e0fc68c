package hounsfield.codec.jpeg2000;

import hounsfield.standard.error.DicomException;
import java.util.List;

/**
 * A sequence of packets of a tile in one order: all packets according to COD, or those of one entry of a POC marker
 * segment (T.800 A.6.6).
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

    /** Largest number of entries, more than encoders write; each entry costs a walk over all precincts. */
    private static final int MOST = 256;

    /** Returns a sequence of all packets in one order. */
    static Progression all(ProgressionOrder order) {
        return new Progression(order, 0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Appends the entries of a POC segment. */
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
