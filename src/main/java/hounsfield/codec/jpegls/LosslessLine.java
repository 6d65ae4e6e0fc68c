package hounsfield.codec.jpegls;

import hounsfield.standard.error.MalformedDicomException;

/**
 * Decodes lines if NEAR is 0 and MAXVAL + 1 is a power of two, the common case: a prediction error then wraps by a
 * mask.
 *
 * <p>One loop does the whole regular mode (T.87 A.3 to A.6) with local variables, because most of the time is spent
 * here. Its speed is limited by the chain of dependencies from one sample to the next: gradient, context, Golomb
 * parameter, code, error, sample. Therefore everything that is available earlier is computed earlier: the two gradients
 * of the line above, and k (see {@link ContextModel}). {@link SmoothLine} is faster for lines of smooth images.
 */
final class LosslessLine implements LineDecoder {
    private final ScanBits bits;
    private final ContextModel contexts;
    private final RunMode runs;
    private final int maximum;
    private final int limit;
    private final int errorBits;

    LosslessLine(ScanBits bits, ContextModel contexts, RunMode runs, CodingParameters parameters) {
        this.bits = bits;
        this.contexts = contexts;
        this.runs = runs;
        maximum = parameters.maximum();
        limit = parameters.limit();
        errorBits = parameters.errorBits();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Bounds: {@code x} is in 1 to {@code width}, and both lines have {@code width + 2} elements. Samples are masked
     * to MAXVAL, so gradients are inside the table of regions. The bit position stays inside the padding of
     * {@link ScanBits}, because a code that starts after the end is all zeros and goes to {@link ScanBits#longCode}.
     */
    @Override
    public void decode(short[] above, short[] line, int width, int component) throws MalformedDicomException {
        final byte[] regions = contexts.regions;
        final int[] ready = contexts.ready;
        final int mask = maximum;
        final int valueBits = errorBits;
        final int shortCodes = ScanBits.shortCodes(limit, errorBits);
        long position = bits.position;
        int ra = line[0] & 0xFFFF;
        int rc = above[0] & 0xFFFF;
        int rb = above[1] & 0xFFFF;
        int region2 = regions[rb - rc + mask];
        int x = 1;
        while (x <= width) {
            int rd = above[x + 1] & 0xFFFF;
            int region1 = regions[rd - rb + mask];
            int context = 81 * region1 + 9 * region2 + regions[rc - ra + mask]; // A.3.4
            if (context == 0) {
                bits.position = position;
                x = runs.decode(above, line, x, width, component);
                position = bits.position;
                if (x > width) break;
                ra = line[x - 1] & 0xFFFF;
                rc = above[x - 1] & 0xFFFF;
                rb = above[x] & 0xFFFF;
                region2 = regions[rb - rc + mask];
                continue;
            }
            int sign = context >> 31; // a context and its mirror image are one, with the error's sign inverted
            context = (context ^ sign) - sign;
            int known = ready[context];
            int prediction = RegularMode.prediction(ra, rb, rc, known, sign, mask);
            long window = bits.window(position);
            int k = ContextModel.golombParameter(known); // A.5.3: zeros, a one, k bits
            int zeros = Long.numberOfLeadingZeros(window);
            int mapped;
            if (zeros < shortCodes) {
                mapped = (zeros - 1 << k) + (int) (window << zeros >>> ~k);
                position += zeros + 1 + k;
                if (mapped >>> valueBits + 1 != 0) {
                    bits.position = position;
                    bits.checkValue(mapped, valueBits);
                }
            } else {
                bits.position = position;
                mapped = bits.longCode(k, limit, valueBits);
                position = bits.position;
            }
            int error = ContextModel.error(mapped, known);
            contexts.update(context, error);
            int sample = prediction + (error ^ sign) - sign & mask; // A.4.5
            line[x++] = (short) sample;
            ra = sample;
            rc = rb;
            rb = rd;
            region2 = region1;
        }
        bits.position = position;
    }
}
