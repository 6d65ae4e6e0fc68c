package hounsfield.codec.jpeg;

import java.util.Arrays;

/**
 * The inverse DCT of an 8 x 8 block (T.81 A.3.3) with the factorization of Arai, Agui and Nakajima (1988), which moves
 * all except five multiplications of each one-dimensional transform into the dequantization. The 24-bit mantissa of
 * {@code float} leaves no visible error in 12-bit samples, whereas 32-bit fixed point would overflow.
 */
final class InverseDct {
    private static final float SQRT_2 = (float) Math.sqrt(2);
    private static final float ROTATION_SUM = (float) (2 * Math.cos(Math.PI / 8));
    private static final float ROTATION_LOW = (float) (2 * (Math.cos(Math.PI / 8) - Math.cos(3 * Math.PI / 8)));
    private static final float ROTATION_HIGH = (float) (-2 * (Math.cos(Math.PI / 8) + Math.cos(3 * Math.PI / 8)));

    /** The level shift plus one half: truncation then rounds all numbers except negative ones, which are clamped anyway. */
    private final float center;

    private final int maximum;
    private final float[] half = new float[64];

    /** @param precision bits per sample, P; samples are level-shifted (A.3.1) and clamped to them */
    InverseDct(int precision) {
        center = (1 << (precision - 1)) + 0.5f;
        maximum = (1 << precision) - 1;
    }

    /**
     * Returns the factors by which the quantized coefficients of a block are multiplied before {@link #transform}.
     *
     * @param quantization 64 steps in zigzag order
     * @return 64 factors in zigzag order
     */
    static float[] factors(int[] quantization) {
        float[] factors = new float[64];
        for (int k = 0; k < 64; k++) {
            int natural = ZigZag.NATURAL[k];
            factors[k] = (float) (quantization[k] * scale(natural >> 3) * scale(natural & 7) / 8);
        }
        return factors;
    }

    /** Returns the scale factor of frequency u that the factorization omits: sqrt(2) cos(u pi / 16), and 1 for u = 0. */
    private static double scale(int u) {
        return u == 0 ? 1 : Math.sqrt(2) * Math.cos(u * Math.PI / 16);
    }

    /** Fills a block whose only coefficient is the DC coefficient. */
    void fill(float mean, short[] samples, int offset, int stride) {
        short sample = clamp(mean);
        for (int y = 0; y < 8; y++) {
            int row = offset + y * stride;
            Arrays.fill(samples, row, row + 8, sample);
        }
    }

    /**
     * Transforms a block.
     *
     * @param block dequantized coefficients, row by row
     * @param columns bit x is set if column x has a nonzero coefficient below its first row
     * @param samples receives 8 rows of 8 samples, {@code stride} apart
     */
    void transform(float[] block, int columns, short[] samples, int offset, int stride) {
        for (int x = 0; x < 8; x++) {
            if ((columns >> x & 1) != 0) transform(block, x, 8);
            else for (int y = x; y < 64; y += 8) half[y] = block[x];
        }
        for (int y = 0; y < 8; y++) {
            transform(half, 8 * y, 1);
            int row = offset + y * stride;
            for (int x = 0; x < 8; x++) samples[row + x] = clamp(half[8 * y + x]);
        }
    }

    /** Transforms eight coefficients, {@code step} apart, to eight values at the same indexes of {@link #half}. */
    private void transform(float[] in, int first, int step) {
        float sum04 = in[first] + in[first + 4 * step];
        float difference04 = in[first] - in[first + 4 * step];
        float sum26 = in[first + 2 * step] + in[first + 6 * step];
        float difference26 = (in[first + 2 * step] - in[first + 6 * step]) * SQRT_2 - sum26;
        float even0 = sum04 + sum26;
        float even3 = sum04 - sum26;
        float even1 = difference04 + difference26;
        float even2 = difference04 - difference26;

        float sum53 = in[first + 5 * step] + in[first + 3 * step];
        float difference53 = in[first + 5 * step] - in[first + 3 * step];
        float sum17 = in[first + step] + in[first + 7 * step];
        float difference17 = in[first + step] - in[first + 7 * step];
        float odd0 = sum17 + sum53;
        float rotated = (difference53 + difference17) * ROTATION_SUM;
        float odd1 = ROTATION_HIGH * difference53 + rotated - odd0;
        float odd2 = (sum17 - sum53) * SQRT_2 - odd1;
        float odd3 = rotated - ROTATION_LOW * difference17 - odd2;

        float[] out = half;
        out[first] = even0 + odd0;
        out[first + 7 * step] = even0 - odd0;
        out[first + step] = even1 + odd1;
        out[first + 6 * step] = even1 - odd1;
        out[first + 2 * step] = even2 + odd2;
        out[first + 5 * step] = even2 - odd2;
        out[first + 3 * step] = even3 + odd3;
        out[first + 4 * step] = even3 - odd3;
    }

    private short clamp(float value) {
        return (short) Math.max(0, Math.min(maximum, (int) (value + center)));
    }
}
