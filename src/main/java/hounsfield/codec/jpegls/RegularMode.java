package hounsfield.codec.jpegls;

import hounsfield.standard.MalformedDicomException;

/** One sample in the regular mode (T.87 A.4 to A.6), for any NEAR and any MAXVAL. */
final class RegularMode {
    private final ScanBits bits;
    private final ContextModel contexts;
    private final int maximum;
    private final int near;
    private final int step;
    private final int modulus;
    private final int limit;
    private final int errorBits;
    private final int shortCodes;
    private final int largestMapped;

    RegularMode(ScanBits bits, ContextModel contexts, CodingParameters parameters) {
        this.bits = bits;
        this.contexts = contexts;
        maximum = parameters.maximum();
        near = parameters.near();
        step = parameters.step();
        modulus = parameters.range() * step;
        limit = parameters.limit();
        errorBits = parameters.errorBits();
        shortCodes = Math.min(limit - errorBits - 1, ScanBits.PEEKED - 17);
        largestMapped = Reconstruction.largestMapped(parameters);
    }

    /**
     * Decodes a sample.
     *
     * @param signedContext the three gradients' regions as one number, -364 to 364 (A.3.4)
     * @param ra the neighbour to the left
     * @param rb the one above
     * @param rc the one above and to the left
     */
    int decode(int signedContext, int ra, int rb, int rc) throws MalformedDicomException {
        int sign = signedContext >> 31;
        int context = (signedContext ^ sign) - sign;
        int known = contexts.ready[context];
        // A.4.1, A.4.2: the median of a, b and a + b - c, then the context's correction
        int prediction = Math.max(Math.min(ra, rb), Math.min(Math.max(ra, rb), ra + rb - rc));
        prediction += (ContextModel.correction(known) ^ sign) - sign;
        prediction = Math.max(0, Math.min(maximum, prediction));
        int mapped = mapped(ContextModel.golombParameter(known));
        int error = ContextModel.error(mapped, known);
        contexts.update(context, error);
        int value = prediction + ((error ^ sign) - sign) * step;
        // A.4.5: back into -NEAR to MAXVAL + NEAR, by masks since either side is as likely
        value += modulus & value + near >> 31;
        value -= modulus & maximum + near - value >> 31;
        return Math.max(0, Math.min(maximum, value));
    }

    /** A.5.3: zeros, a one, k bits; long codes and the end of the data are left to {@link ScanBits#golomb}. */
    private int mapped(int k) throws MalformedDicomException {
        long window = bits.peek();
        int zeros = Long.numberOfLeadingZeros(window);
        int mapped;
        if (zeros < shortCodes) {
            mapped = (zeros - 1 << k) + (int) (window << zeros >>> ~k);
            bits.position += zeros + 1 + k;
        } else {
            mapped = bits.golomb(k, limit, errorBits);
        }
        if (mapped > largestMapped || mapped < 0) {
            throw bits.damaged("a prediction error beyond its range (T.87 A.5)");
        }
        return mapped;
    }
}
