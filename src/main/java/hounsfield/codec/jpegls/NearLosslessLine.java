package hounsfield.codec.jpegls;

import hounsfield.standard.error.MalformedDicomException;

/**
 * Decodes lines for any NEAR and any MAXVAL. The steps, and the reason for a single loop, are those of
 * {@link LosslessLine}; but errors count in steps of 2 NEAR + 1 and wrap by addition (T.87 A.4.4, A.4.5).
 */
final class NearLosslessLine implements LineDecoder {
    private final ScanBits bits;
    private final ContextModel contexts;
    private final RunMode runs;
    private final Reconstruction reconstruction;
    private final int maximum;
    private final int limit;
    private final int errorBits;
    private final SmoothLines smoothLines = new SmoothLines();

    NearLosslessLine(ScanBits bits, ContextModel contexts, RunMode runs, CodingParameters parameters) {
        this.bits = bits;
        this.contexts = contexts;
        this.runs = runs;
        reconstruction = new Reconstruction(parameters);
        maximum = parameters.maximum();
        limit = parameters.limit();
        errorBits = parameters.errorBits();
    }

    /** {@inheritDoc} The bounds of {@link LosslessLine} hold, because samples are clamped to 0..MAXVAL. */
    @Override
    public void decode(short[] above, short[] line, int width, int component) throws MalformedDicomException {
        final byte[] regions = contexts.regions;
        final int[] ready = contexts.ready;
        final int largest = maximum;
        final int valueBits = errorBits;
        final int shortCodes = ScanBits.shortCodes(limit, errorBits);
        long position = bits.position;
        int ra = line[0] & 0xFFFF;
        int rc = above[0] & 0xFFFF;
        int rb = above[1] & 0xFFFF;
        int region2 = regions[rb - rc + largest];
        final boolean askZero = smoothLines.expected(); // see SmoothLine
        int exact = 0;
        int longer = 0;
        int x = 1;
        while (x <= width) {
            int rd = above[x + 1] & 0xFFFF;
            int region1 = regions[rd - rb + largest];
            int context = 81 * region1 + 9 * region2 + regions[rc - ra + largest]; // A.3.4
            if (context == 0) {
                bits.position = position;
                x = runs.decode(above, line, x, width, component);
                position = bits.position;
                if (x > width) break;
                ra = line[x - 1] & 0xFFFF;
                rc = above[x - 1] & 0xFFFF;
                rb = above[x] & 0xFFFF;
                region2 = regions[rb - rc + largest];
                continue;
            }
            int sign = context >> 31;
            context = (context ^ sign) - sign;
            int known = ready[context];
            int prediction = RegularMode.prediction(ra, rb, rc, known, sign, largest);
            long window = bits.window(position);
            boolean ask = askZero && ContextModel.golombParameter(known) == 0;
            int sample;
            if (ask && window < 0 && contexts.updateOneBit(context, known)) {
                exact++;
                position++;
                sample = prediction; // contexts do not invert if NEAR > 0, so the error is 0
            } else {
                if (ask) longer++;
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
                sample = reconstruction.of(prediction, (error ^ sign) - sign);
            }
            line[x++] = (short) sample;
            ra = sample;
            rc = rb;
            rb = rd;
            region2 = region1;
        }
        bits.position = position;
        smoothLines.lineDone(exact, longer, 0);
    }
}
