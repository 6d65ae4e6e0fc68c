package hounsfield.window;

import hounsfield.planes.FloatHeads;
import hounsfield.planes.Planes;
import java.util.Optional;

/**
 * 8-bit grey of many values, each exactly {@link VoiTransform#byteOf}. As long as they are known by their {@link FloatHeads
 * heads}, as HU are, they are looked up; all behind are put through the line or, where it is a curve, placed between the
 * values at which its grey steps up. Safe for many threads.
 */
public final class VoiLut8 {
    /** The greys of what 8 or 16-bit numbers stand for; all slices of an image share one array of values. */
    private record Indexed(float[] values, byte[] greys) {}

    /** The way of values that are not known by their heads. */
    @FunctionalInterface
    private interface Others {
        void bytes(float[] values, byte[] greys, int first);
    }

    /** How many values are looked up before it is asked whether their heads were all there was. */
    private static final int STRIP = 1 << 12;

    private final byte[] byHead;
    private final Others others;

    private volatile Indexed indexed = new Indexed(new float[0], new byte[0]);

    public VoiLut8(VoiTransform grey) {
        if (grey instanceof VoiWindow window) {
            VoiThresholds steps = new VoiThresholds(window);
            byHead = steps.byHead();
            Optional<LinearVoi8> line = LinearVoi8.of(window, steps);
            others = line.isPresent() ? line.get()::bytes : steps::bytes;
        } else {
            VoiLut lut = (VoiLut) grey;
            byHead = lut.byHead();
            others = lut::bytes;
        }
    }

    /** The grey of each value: 0..255, unsigned. */
    public byte[] of(float[] values) {
        byte[] greys = new byte[values.length];
        int known = lookUp(values, greys);
        if (known < greys.length) others.bytes(values, greys, known);
        return greys;
    }

    /** Looks greys up by heads until a value with a rest comes; returns where that strip begins, or the end. */
    private int lookUp(float[] values, byte[] greys) {
        int to;
        for (int from = 0; from < values.length; from = to) {
            to = from + Math.min(STRIP, values.length - from);
            if (!FloatHeads.haveNoRest(lookUp(values, greys, from, to))) return from;
        }
        return values.length;
    }

    /** Returns all bits that any of the values has. */
    private int lookUp(float[] values, byte[] greys, int from, int to) {
        byte[] known = byHead;
        int all = 0;
        for (int i = from; i < to; i++) {
            int bits = Float.floatToRawIntBits(values[i]);
            all |= bits;
            greys[i] = known[bits >>> FloatHeads.REST_BITS];
        }
        return all;
    }

    /** The grey of each pixel of a plane: 0..255, unsigned. */
    public byte[] of(Planes planes, int plane) {
        if (planes instanceof Planes.Shorts shorts) {
            byte[] greys = greys(shorts.values());
            short[] indexes = shorts.planes().get(plane);
            byte[] result = new byte[indexes.length];
            for (int i = 0; i < result.length; i++) result[i] = greys[indexes[i] & 0xFFFF];
            return result;
        }
        if (planes instanceof Planes.Bytes bytes) {
            byte[] greys = greys(bytes.values());
            byte[] indexes = bytes.planes().get(plane);
            byte[] result = new byte[indexes.length];
            for (int i = 0; i < result.length; i++) result[i] = greys[indexes[i] & 0xFF];
            return result;
        }
        return of(planes.values(plane));
    }

    private byte[] greys(float[] values) {
        Indexed known = indexed;
        if (known.values != values) {
            known = new Indexed(values, of(values));
            indexed = known;
        }
        return known.greys;
    }
}
