package hounsfield.planes;

import hounsfield.calibrate.FloatIntegers;

/**
 * Tells which integers floats are, strip by strip. Each strip takes two passes: one that shifts and checks, in plain float
 * arithmetic that the JIT vectorizes, and the user's, which finds the integers' slots in the bits of the sums. A check of
 * each value by itself would take as long as all the rest.
 */
public final class IntegerStrips {
    /** A power of two: an integer's slot is its lowest bits, so negative integers follow the positive ones. */
    public static final int SLOTS = 1 << 17;
    /** Short enough for sums, errors and the user's table to stay in the nearest cache. */
    private static final int LENGTH = 1024;
    /** Times this, what is 2^16 or more is infinite. */
    private static final float OVERFLOW = 0x1p112f;

    private IntegerStrips() {}

    /** What is done with a strip. */
    @FunctionalInterface
    public interface User {
        /**
         * @param sums {@code floatToRawIntBits(sums[i]) & SLOTS - 1} is the slot of the value at {@code from + i}, if that is
         *     an integer, and some slot if not
         * @param length how many sums count
         * @param from the place of the first
         */
        void take(float[] sums, int length, int from);
    }

    /** The integer of a slot. */
    public static int integer(int slot) {
        return slot < SLOTS / 2 ? slot : slot - SLOTS;
    }

    /**
     * Hands over the values from {@code from} to before {@code to}.
     *
     * @return false if any is no integer, or of 2^16 or more: then what the user has made of them is void. The first strip
     *     decides for most images; so the user may have seen it alone, and sees the same strips when asked again.
     */
    public static boolean forEach(float[] values, int from, int to, User user) {
        float[] sums = new float[LENGTH];
        float[] errors = new float[LENGTH];
        int length;
        for (int start = from; start < to; start += length) {
            length = Math.min(LENGTH, to - start);
            System.arraycopy(values, start, sums, 0, length);
            shift(sums, errors, length);
            user.take(sums, length, start);
            if (start == from && !areZero(errors)) return false;
        }
        return areZero(errors);
    }

    /** All arrays have one index: the JIT of Java 17 does not vectorize what is read and written at different places. */
    private static void shift(float[] sums, float[] errors, int length) {
        for (int i = 0; i < length; i++) {
            float value = sums[i];
            float sum = value + FloatIntegers.SHIFT;
            float scaled = value * OVERFLOW;
            sums[i] = sum;
            // The difference of infinities is NaN, of others 0; and NaN stays, whatever is added.
            errors[i] += Math.abs(sum - FloatIntegers.SHIFT - value) + (scaled - scaled);
        }
    }

    private static boolean areZero(float[] errors) {
        float sum = 0;
        for (float error : errors) sum += error;
        return sum == 0;
    }
}
