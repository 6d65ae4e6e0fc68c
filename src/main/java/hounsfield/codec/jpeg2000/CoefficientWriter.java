package hounsfield.codec.jpeg2000;

/**
 * Writes a decoded code-block into its subband, dequantized (T.800 annex E). The last bit of the decoded coefficients
 * is half a unit. Without quantization it is dropped, so that complete data is exact; otherwise it is the middle of the
 * quantizer step.
 */
final class CoefficientWriter {
    private static final int MAGNITUDE = Integer.MAX_VALUE;

    private CoefficientWriter() {}

    /** Writes coefficients in the order of {@link StripeColumns}. */
    static void writeStripes(int[] data, CodeBlock block, Subband band) {
        int width = block.width;
        int bandWidth = band.area.width();
        float scale = band.step / 2;
        for (int y = 0; y < block.height; y++) {
            int from = (y >> 2) * 4 * width + (y & 3);
            int to = (block.y + y) * bandWidth + block.x;
            if (band.integers != null) {
                int[] target = band.integers;
                for (int x = 0; x < width; x++) target[to + x] = integer(data[from + 4 * x]);
            } else {
                float[] target = band.floats;
                for (int x = 0; x < width; x++) target[to + x] = real(data[from + 4 * x], scale);
            }
        }
    }

    /** Writes coefficients in the order of {@link StripeColumns} into a wide subband. */
    static void writeWideStripes(int[] upper, int[] lower, boolean reversible, CodeBlock block, Subband band) {
        for (int y = 0; y < block.height; y++) {
            int from = (y >> 2) * 4 * block.width + (y & 3);
            int to = (block.y + y) * band.area.width() + block.x;
            for (int x = 0; x < block.width; x++, from += 4, to++) {
                long magnitude = (long) ((upper[from] & MAGNITUDE) >> 1) << BlockDecoder.LOWER_PLANES + 1
                        | lower[from] & MAGNITUDE;
                band.doubles[to] = wide(lower[from] < 0 ? -magnitude : magnitude, reversible, band.step);
            }
        }
    }

    /** Writes coefficients in the order of {@link HtBlockDecoder} into a wide subband. */
    static void writeWideRows(long[] data, int stride, boolean reversible, CodeBlock block, Subband band) {
        for (int y = 0; y < block.height; y++) {
            int to = (block.y + y) * band.area.width() + block.x;
            for (int x = 0; x < block.width; x++) {
                band.doubles[to + x] = wide(data[y * stride + x], reversible, band.step);
            }
        }
    }

    /** @param doubled the coefficient in half units */
    private static double wide(long doubled, boolean reversible, double step) {
        return reversible ? doubled / 2 : doubled * step / 2;
    }

    /** Writes coefficients in the order of {@link HtBlockDecoder}. */
    static void writeRows(int[] data, int stride, int roiShift, CodeBlock block, Subband band) {
        if (roiShift > 0) undoShift(data, roiShift);
        toIntegers(data, stride * block.height, band.integers != null ? 1 : 0);
        int width = block.width;
        int bandWidth = band.area.width();
        float scale = band.step / 2;
        for (int y = 0; y < block.height; y++) {
            int from = y * stride;
            int to = (block.y + y) * bandWidth + block.x;
            if (band.integers != null) {
                System.arraycopy(data, from, band.integers, to, width);
            } else {
                float[] target = band.floats;
                for (int x = 0; x < width; x++) target[to + x] = data[from + x] * scale;
            }
        }
    }

    /** Converts sign and magnitude to two's complement and drops some low bits, in place, which the JIT vectorizes. */
    private static void toIntegers(int[] data, int count, int drop) {
        for (int i = 0; i < count; i++) {
            int sign = data[i] >> 31;
            data[i] = ((data[i] & MAGNITUDE) >> drop ^ sign) - sign;
        }
    }

    /** Magnitudes of at least 2 to the power of the shift belong to the region of interest (T.800 H.1). */
    private static void undoShift(int[] data, int shift) {
        if (shift > 29) return; // such magnitudes cannot occur
        for (int i = 0; i < data.length; i++) {
            int magnitude = data[i] & MAGNITUDE;
            if (magnitude >>> 1 >= 1 << shift) data[i] = data[i] & ~MAGNITUDE | magnitude >>> shift;
        }
    }

    private static int integer(int coefficient) {
        int sign = coefficient >> 31;
        return ((coefficient & MAGNITUDE) >> 1 ^ sign) - sign;
    }

    /** Converts by way of a signed integer, because a sign is practically random and a branch on it would be slow. */
    private static float real(int coefficient, float scale) {
        int sign = coefficient >> 31;
        return ((coefficient & MAGNITUDE ^ sign) - sign) * scale;
    }
}
