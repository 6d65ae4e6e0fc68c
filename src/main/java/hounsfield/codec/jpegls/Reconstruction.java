package hounsfield.codec.jpegls;

/** From a prediction and an error to the sample (T.87 A.4.4, A.4.5). */
final class Reconstruction {
    private final int maximum;
    private final int near;
    private final int step;
    private final int modulus;

    Reconstruction(CodingParameters parameters) {
        maximum = parameters.maximum();
        near = parameters.near();
        step = parameters.step();
        modulus = parameters.range() * step;
    }

    /**
     * The sample: the error counts in steps of 2 NEAR + 1, wraps around the range of errors, and the result is clamped to 0
     * to MAXVAL.
     */
    int of(int prediction, int error) {
        int value = prediction + error * step;
        // Masks, since either side is as likely; both from the same value, since at most one may count.
        int below = modulus & value + near >> 31;
        int above = modulus & maximum + near - value >> 31;
        return Math.max(0, Math.min(maximum, value + below - above));
    }
}
