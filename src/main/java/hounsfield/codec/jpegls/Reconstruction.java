package hounsfield.codec.jpegls;

/** Computes a sample from its prediction and its error (T.87 A.4.4, A.4.5). */
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
     * Returns the sample. The error counts in steps of 2 NEAR + 1 and wraps around the range of errors; the result is
     * clamped to 0..MAXVAL.
     */
    int of(int prediction, int error) {
        int value = prediction + error * step;
        // Masks instead of branches, because both sides are equally likely. Both use the same value, because at most
        // one applies.
        int below = modulus & value + near >> 31;
        int above = modulus & maximum + near - value >> 31;
        return Math.max(0, Math.min(maximum, value + below - above));
    }
}
