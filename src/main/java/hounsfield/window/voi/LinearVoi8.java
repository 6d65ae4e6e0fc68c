package hounsfield.window.voi;

import hounsfield.calibrate.FloatIntegers;
import java.util.Optional;

/**
 * Linear 8-bit grayscale of values that need not be integers. It is computed in floats, which the JIT vectorizes, once
 * with a margin subtracted and once with it added. The margin exceeds the floating point error, so if both round to the
 * same level, it is that of {@link VoiTransform#byteOf}. If not, which happens for less than 0.1 % of the values with
 * most windows, and for all values exactly between two levels, the thresholds decide.
 */
final class LinearVoi8 {
    private static final int STRIP = 1024;
    /** Larger offsets, in gray levels, leave too little single precision for the line. */
    private static final double MAX_OFFSET = 1 << 16;

    private static final int WHITE = 255;

    private final VoiThresholds steps;
    private final float graysPerUnit;
    private final float offset;
    private final float margin;

    private LinearVoi8(VoiThresholds steps, float graysPerUnit, float offset) {
        this.steps = steps;
        this.graysPerUnit = graysPerUnit;
        this.offset = offset;
        // In units of 2^-24: twice 256 + |offset| for the factor and the product, |offset| for the offset, 256 for the
        // sum and 257 for adding the margin. 5 times 256 + |offset| would do.
        margin = 8 * 0x1p-24f * (256 + Math.abs(offset));
    }

    /** Returns empty unless the window is linear with moderate slope and offset. */
    static Optional<LinearVoi8> of(VoiWindow gray, VoiThresholds steps) {
        if (!gray.isLine()) return Optional.empty();
        double range = gray.function().range(gray.window());
        double perUnit = WHITE / range;
        double offset = WHITE * 0.5 - gray.function().middle(gray.window()) * perUnit;
        boolean moderate = perUnit >= Float.MIN_NORMAL && perUnit <= Float.MAX_VALUE && Math.abs(offset) <= MAX_OFFSET;
        return moderate ? Optional.of(new LinearVoi8(steps, (float) perUnit, (float) offset)) : Optional.empty();
    }

    /** Computes gray levels from index {@code first} on. */
    void bytes(float[] values, byte[] grays, int first) {
        float[] rounded = new float[STRIP];
        int length;
        for (int from = first; from < values.length; from += length) {
            length = Math.min(STRIP, values.length - from);
            System.arraycopy(values, from, rounded, 0, length);
            round(rounded, length);
            if (isDoubtful(narrow(rounded, length, grays, from))) correctDoubtful(values, rounded, length, grays, from);
        }
    }

    /** Computes the gray level, plus 256 or more if it is doubtful, as a number in the lowest bits of a float; NaN for NaN. */
    private void round(float[] values, int length) {
        float slope = graysPerUnit;
        float start = offset;
        float less = margin;
        for (int i = 0; i < length; i++) {
            float gray = Math.max(0f, Math.min((float) WHITE, values[i] * slope + start));
            float low = gray - less + FloatIntegers.SHIFT;
            float high = gray + less + FloatIntegers.SHIFT;
            values[i] = low + (high - low) * 256;
        }
    }

    /** Stores the levels; returns the bitwise OR of all results. */
    private static int narrow(float[] rounded, int length, byte[] grays, int from) {
        int all = 0;
        for (int i = 0; i < length; i++) {
            int bits = Float.floatToRawIntBits(rounded[i]);
            all |= bits;
            grays[from + i] = (byte) bits;
        }
        return all;
    }

    private static boolean isDoubtful(int bits) {
        return (bits & ~WHITE) != FloatIntegers.ZERO;
    }

    private void correctDoubtful(float[] values, float[] rounded, int length, byte[] grays, int from) {
        for (int i = 0; i < length; i++) {
            if (isDoubtful(Float.floatToRawIntBits(rounded[i])))
                grays[from + i] = (byte) steps.byteOf(values[from + i]);
        }
    }
}
