package hounsfield.window.voi;

import hounsfield.planes.FloatHeads;
import hounsfield.planes.Planes;
import java.util.Optional;

/**
 * Computes 8-bit grayscale of many values, exactly {@link VoiTransform#byteOf}. Values determined by their {@link
 * FloatHeads heads}, such as HU, are looked up. All values after the first other one are computed linearly, or, for
 * curves, compared with the thresholds of the gray levels. Thread-safe.
 */
public final class VoiLut8 {
    /** The gray levels of 8 or 16-bit numbers; all slices of an image share one array of values. */
    private record Indexed(float[] values, byte[] grays) {}

    /** Computes values that are not determined by their heads. */
    @FunctionalInterface
    private interface Others {
        void bytes(float[] values, byte[] grays, int first);
    }

    /** Number of values looked up between checks whether their heads determine them. */
    private static final int STRIP = 1 << 12;

    private final byte[] byHead;
    private final Others others;

    private volatile Indexed indexed = new Indexed(new float[0], new byte[0]);

    /**
     * Prepares a transform.
     *
     * @param gray a window, a table, or several steps
     */
    public VoiLut8(VoiTransform gray) {
        if (gray instanceof VoiWindow window) {
            VoiThresholds steps = new VoiThresholds(window);
            byHead = steps.byHead();
            Optional<LinearVoi8> line = LinearVoi8.of(window, steps);
            others = line.isPresent() ? line.get()::bytes : steps::bytes;
        } else if (gray instanceof VoiLut lut) {
            byHead = lut.byHead();
            others = lut::bytes;
        } else {
            byHead = new byte[FloatHeads.COUNT];
            for (int head = 0; head < byHead.length; head++) byHead[head] = (byte) gray.byteOf(FloatHeads.value(head));
            others = (values, grays, first) -> {
                for (int i = first; i < grays.length; i++) grays[i] = (byte) gray.byteOf(values[i]);
            };
        }
    }

    /**
     * Computes the gray level of each value.
     *
     * @param values calibrated values
     * @return 0 to 255, unsigned
     */
    public byte[] of(float[] values) {
        byte[] grays = new byte[values.length];
        int known = lookUp(values, grays);
        if (known < grays.length) others.bytes(values, grays, known);
        return grays;
    }

    /** Looks up levels until a value is not determined by its head; returns the start of that strip, or the end. */
    private int lookUp(float[] values, byte[] grays) {
        int to;
        for (int from = 0; from < values.length; from = to) {
            to = from + Math.min(STRIP, values.length - from);
            if (!FloatHeads.haveNoRest(lookUp(values, grays, from, to))) return from;
        }
        return values.length;
    }

    /** Looks up a strip; returns the bitwise OR of all values. */
    private int lookUp(float[] values, byte[] grays, int from, int to) {
        byte[] known = byHead;
        int all = 0;
        for (int i = from; i < to; i++) {
            int bits = Float.floatToRawIntBits(values[i]);
            all |= bits;
            grays[i] = known[bits >>> FloatHeads.REST_BITS];
        }
        return all;
    }

    /**
     * Computes the gray level of each pixel of a plane.
     *
     * @param planes the image
     * @param plane index from 0
     * @return 0 to 255, unsigned
     */
    public byte[] of(Planes planes, int plane) {
        if (planes instanceof Planes.Shorts shorts) {
            byte[] grays = grays(shorts.values());
            short[] indexes = shorts.planes().get(plane);
            byte[] result = new byte[indexes.length];
            for (int i = 0; i < result.length; i++) result[i] = grays[indexes[i] & 0xFFFF];
            return result;
        }
        if (planes instanceof Planes.Bytes bytes) {
            byte[] grays = grays(bytes.values());
            byte[] indexes = bytes.planes().get(plane);
            byte[] result = new byte[indexes.length];
            for (int i = 0; i < result.length; i++) result[i] = grays[indexes[i] & 0xFF];
            return result;
        }
        return of(planes.values(plane));
    }

    private byte[] grays(float[] values) {
        Indexed known = indexed;
        if (known.values != values) {
            known = new Indexed(values, of(values));
            indexed = known;
        }
        return known.grays;
    }
}
