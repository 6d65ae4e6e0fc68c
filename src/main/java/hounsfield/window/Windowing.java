package hounsfield.window;

/**
 * Windowing for machine learning: values are clipped to {@link Window#low()} .. {@link Window#high()} and scaled to
 * 0..1, in single precision like in fastai's medical imaging module. For grayscale as DICOM defines it see {@code VoiLutFunction}.
 */
public final class Windowing {
    private Windowing() {}

    /**
     * Scales values to 0..1; NaN is unchanged.
     *
     * @param window center and width
     * @param values calibrated values
     * @param target receives the results; may be {@code values} itself
     */
    public static void apply(Window window, float[] values, float[] target) {
        apply(window.low(), window.high(), values, target);
    }

    private static void apply(double black, double white, float[] values, float[] target) {
        float low = (float) black;
        float high = (float) white;
        float range = (float) (white - black);
        for (int i = 0; i < values.length; i++) {
            target[i] = (Math.max(low, Math.min(high, values[i])) - low) / range;
        }
    }

    /**
     * Scales values to 0..1.
     *
     * @param window center and width
     * @param values calibrated values
     * @return a new array
     */
    public static float[] apply(Window window, float[] values) {
        float[] target = new float[values.length];
        apply(window, values, target);
        return target;
    }

    /**
     * Scales values between two ends to 0..1.
     *
     * @param ends the values of 0 and 1
     * @param values calibrated values
     * @return a new array
     */
    public static float[] apply(ClosedRange ends, float[] values) {
        float[] target = new float[values.length];
        apply(ends.min(), ends.max(), values, target);
        return target;
    }
}
