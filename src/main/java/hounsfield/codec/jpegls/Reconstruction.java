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
        if (value < -near) value += modulus;
        else if (value > maximum + near) value -= modulus;
        return Math.max(0, Math.min(maximum, value));
    }

    /**
     * What no mapped error of a sound stream exceeds. Errors lie within half the range, so that mapped ones reach RANGE; twice
     * as much is let pass for encoders that forget to reduce them (A.4.5). More would outgrow the statistics.
     */
    static int largestMapped(CodingParameters parameters) {
        return 2 * parameters.range();
    }
}
