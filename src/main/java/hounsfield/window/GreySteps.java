package hounsfield.window;

import hounsfield.planes.IntegerStrips;

/**
 * The 255 values at which the 8-bit grey of a window steps up. They are found in the window's function itself, which never
 * falls, so each grey is the function's own; a value then costs a bucket and about one comparison.
 */
final class GreySteps {
    private static final int STEPS = 255;
    /** Of a line's buckets, one in sixteen holds a step. */
    private static final int BUCKETS = 1 << 12;

    /** At {@code k} the smallest float whose grey is {@code k} or more; the last is no value's. */
    private final float[] steps = new float[STEPS + 2];
    /** For each bucket how many steps lie in the buckets before it. */
    private final byte[] starts = new byte[BUCKETS];

    private final float first;
    private final float bucketsPerUnit;

    GreySteps(GreyWindow window) {
        steps[0] = Float.NEGATIVE_INFINITY;
        for (int k = 1; k <= STEPS; k++) steps[k] = step(window, k);
        steps[STEPS + 1] = Float.NaN;
        first = steps[1];
        float span = steps[STEPS] - first;
        bucketsPerUnit = span > 0 && BUCKETS / span < Float.POSITIVE_INFINITY ? BUCKETS / span : 0;
        int k = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            while (k < STEPS && bucket(steps[k + 1]) < bucket) k++;
            starts[bucket] = (byte) k;
        }
    }

    /** As {@link Grey#byteOf}. */
    int byteOf(float value) {
        // Value and steps went through the same rising function, so the steps of earlier buckets lie below the value.
        int k = starts[bucket(value)] & 0xFF;
        while (value >= steps[k + 1]) k++;
        return k;
    }

    /** The greys of integers, by their slots. */
    byte[] ofIntegers() {
        byte[] greys = new byte[IntegerStrips.SLOTS];
        int k = 0;
        for (int i = 0; i < greys.length; i++) {
            int integer = i - greys.length / 2;
            while (integer >= steps[k + 1]) k++;
            greys[integer & greys.length - 1] = (byte) k;
        }
        return greys;
    }

    private int bucket(float value) {
        return Math.max(0, Math.min(BUCKETS - 1, (int) ((value - first) * bucketsPerUnit)));
    }

    /** The smallest float with this grey or a lighter one; infinity has the lightest. */
    private static float step(GreyWindow window, int k) {
        int low = rank(Float.NEGATIVE_INFINITY);
        int high = rank(Float.POSITIVE_INFINITY);
        while (low < high) {
            int middle = (int) Math.floorDiv((long) low + high, 2);
            if (window.byteOf(ofRank(middle)) >= k) high = middle;
            else low = middle + 1;
        }
        return ofRank(low);
    }

    /** Numbers floats in their order. */
    private static int rank(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits >= 0 ? bits : Integer.MIN_VALUE - bits;
    }

    private static float ofRank(int rank) {
        return Float.intBitsToFloat(rank >= 0 ? rank : Integer.MIN_VALUE - rank);
    }
}
