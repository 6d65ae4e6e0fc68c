package hounsfield.codec.jpegls;

import hounsfield.standard.error.MalformedDicomException;

/** Decodes single samples in the regular mode (T.87 A.4 to A.6), for any NEAR and any MAXVAL. */
final class RegularMode {
    private final ScanBits bits;
    private final ContextModel contexts;
    private final Reconstruction reconstruction;
    private final int maximum;
    private final int limit;
    private final int errorBits;

    RegularMode(ScanBits bits, ContextModel contexts, CodingParameters parameters) {
        this.bits = bits;
        this.contexts = contexts;
        reconstruction = new Reconstruction(parameters);
        maximum = parameters.maximum();
        limit = parameters.limit();
        errorBits = parameters.errorBits();
    }

    /**
     * Decodes a sample.
     *
     * @param signedContext the regions of the three gradients as one number, -364 to 364 (A.3.4)
     * @param ra the left neighbor
     * @param rb the neighbor above
     * @param rc the neighbor above and to the left
     */
    int decode(int signedContext, int ra, int rb, int rc) throws MalformedDicomException {
        int sign = signedContext >> 31;
        int context = (signedContext ^ sign) - sign;
        int known = contexts.ready[context];
        int prediction = prediction(ra, rb, rc, known, sign, maximum);
        int mapped = bits.code(ContextModel.golombParameter(known), limit, errorBits);
        int error = ContextModel.error(mapped, known);
        contexts.update(context, error);
        return reconstruction.of(prediction, (error ^ sign) - sign);
    }

    /** A.4.1: the median of a, b and a + b - c. */
    static int median(int ra, int rb, int rc) {
        return Math.max(Math.min(ra, rb), Math.min(Math.max(ra, rb), ra + rb - rc));
    }

    /** A.4.1, A.4.2: the median plus the correction of the context, clamped to 0..MAXVAL. */
    static int prediction(int ra, int rb, int rc, int known, int sign, int maximum) {
        int corrected = median(ra, rb, rc) + (ContextModel.correction(known) ^ sign) - sign;
        return Math.max(0, Math.min(maximum, corrected));
    }
}
