package hounsfield.window;

import hounsfield.calibrate.FloatIntegers;
import hounsfield.planes.Planes;

/**
 * 8-bit grey of many values, each exactly {@link Grey#byteOf}: integers, as HU are, are looked up, others put
 * through the line or, where it is a curve, placed between the values at which its grey steps up. Safe for many threads.
 */
public final class ByteGreys {
    /** All that 16 bits hold, with a sign or without. */
    private static final int FIRST_INTEGER = Short.MIN_VALUE;

    private static final int LAST_INTEGER = 0xFFFF;

    /** The greys of what 8 or 16-bit numbers stand for; all slices of an image share one array of values. */
    private record Indexed(float[] values, byte[] greys) {}

    private final byte[] integers = new byte[LAST_INTEGER - FIRST_INTEGER + 1];
    private final Grey grey;
    private final GreySteps steps;
    private volatile Indexed indexed = new Indexed(new float[0], new byte[0]);

    public ByteGreys(Grey grey) {
        this.grey = grey;
        steps = grey instanceof GreyWindow window ? new GreySteps(window) : null;
        for (int i = 0; i < integers.length; i++) integers[i] = (byte) grey.byteOf((double) FIRST_INTEGER + i);
    }

    /** The grey of each value: 0..255, unsigned. */
    public byte[] of(float[] values) {
        byte[] greys = new byte[values.length];
        int others = lookUp(values, greys);
        if (grey instanceof GreyWindow window && window.isLine() && !window.isStep()) {
            window.lineBytes(values, others, greys);
        } else {
            for (int i = others; i < greys.length; i++) greys[i] = (byte) byteOf(values[i]);
        }
        return greys;
    }

    /** Looks values up until one is no integer: it will not be the only one. Returns its place. */
    private int lookUp(float[] values, byte[] greys) {
        byte[] known = integers;
        int offset = FloatIntegers.ZERO + FIRST_INTEGER;
        for (int i = 0; i < greys.length; i++) {
            float value = values[i];
            float sum = value + FloatIntegers.SHIFT;
            int slot = Float.floatToRawIntBits(sum) - offset;
            boolean inTable = sum - FloatIntegers.SHIFT == value && slot >= 0 && slot < known.length;
            if (!inTable) return i;
            greys[i] = known[slot];
        }
        return greys.length;
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

    private int byteOf(float value) {
        return steps == null ? grey.byteOf(value) : steps.byteOf(value);
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
