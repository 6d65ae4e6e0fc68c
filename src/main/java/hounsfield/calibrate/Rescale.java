package hounsfield.calibrate;

import hounsfield.codec.Samples;

/**
 * A linear transform, output = stored value * slope + intercept: Rescale Slope (0028,1053) and Intercept (0028,1052), a
 * linear Real World Value Mapping, or Dose Grid Scaling.
 *
 * @param slope finite
 * @param intercept finite
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.11.html">PS3.3 C.11.1.1.2</a>
 */
public record Rescale(double slope, double intercept) implements ModalityLut {
    /**
     * Checks the numbers.
     *
     * @param slope finite
     * @param intercept finite
     * @throws IllegalArgumentException if a number is not finite
     */
    public Rescale {
        if (!Double.isFinite(slope) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException("a line of slope " + slope + " and intercept " + intercept);
        }
    }

    /** {@return whether outputs equal inputs} */
    public boolean isIdentity() {
        return slope == 1 && intercept == 0;
    }

    /**
     * Returns the inverse transform.
     *
     * @return from real to stored values
     * @throws IllegalArgumentException if the slope is 0 or too small
     */
    public Rescale inverse() {
        return new Rescale(1 / slope, -intercept / slope);
    }

    /**
     * Appends another transform.
     *
     * @param next applied to the output of this one
     * @return both as one transform
     */
    public Rescale then(Rescale next) {
        return new Rescale(slope * next.slope, intercept * next.slope + next.intercept);
    }

    @Override
    public double apply(double stored) {
        return stored * slope + intercept;
    }

    @Override
    public void apply(Samples samples, float[] target) {
        if (samples.length() != target.length) {
            throw new IllegalArgumentException(samples.length() + " samples into " + target.length);
        }
        if (samples instanceof Samples.Shorts shorts) apply(shorts, target);
        else if (samples instanceof Samples.Bytes bytes) apply(bytes, target);
        else if (samples instanceof Samples.Ints ints) apply(ints, target);
        else if (samples instanceof Samples.Floats floats) apply(floats.values(), target);
        else if (samples instanceof Samples.Doubles doubles) apply(doubles.values(), target);
    }

    /** Has a fast exact loop for the usual CT, with slope 1 and an integer intercept. */
    private void apply(Samples.Shorts samples, float[] target) {
        short[] stored = samples.values();
        if (slope == 1 && intercept == Math.rint(intercept) && Math.abs(intercept) < FloatIntegers.LIMIT) {
            float less = FloatIntegers.SHIFT - (float) intercept;
            if (samples.signed()) {
                for (int i = 0; i < target.length; i++)
                    target[i] = Float.intBitsToFloat(FloatIntegers.ZERO + stored[i]) - less;
            } else {
                for (int i = 0; i < target.length; i++) {
                    target[i] = Float.intBitsToFloat(FloatIntegers.ZERO + (stored[i] & 0xFFFF)) - less;
                }
            }
        } else if (samples.signed()) {
            for (int i = 0; i < target.length; i++) target[i] = (float) (stored[i] * slope + intercept);
        } else {
            for (int i = 0; i < target.length; i++) target[i] = (float) ((stored[i] & 0xFFFF) * slope + intercept);
        }
    }

    private void apply(Samples.Bytes samples, float[] target) {
        float[] table = new float[256];
        for (int i = 0; i < 256; i++) table[i] = (float) apply(samples.signed() ? (byte) i : i);
        byte[] stored = samples.values();
        for (int i = 0; i < target.length; i++) target[i] = table[stored[i] & 0xFF];
    }

    private void apply(Samples.Ints samples, float[] target) {
        int[] stored = samples.values();
        if (samples.signed()) {
            for (int i = 0; i < target.length; i++) target[i] = (float) (stored[i] * slope + intercept);
        } else {
            for (int i = 0; i < target.length; i++) {
                target[i] = (float) ((stored[i] & 0xFFFFFFFFL) * slope + intercept);
            }
        }
    }

    private void apply(float[] stored, float[] target) {
        for (int i = 0; i < target.length; i++) target[i] = (float) (stored[i] * slope + intercept);
    }

    private void apply(double[] stored, float[] target) {
        for (int i = 0; i < target.length; i++) target[i] = (float) (stored[i] * slope + intercept);
    }
}
