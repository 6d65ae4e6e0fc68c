package hounsfield.window;

/**
 * Windows as machine learning uses them: values clipped to {@link Window#low()} .. {@link Window#high()} and brought to
 * 0..1, in single precision like fastai's medical imaging module. For grey as DICOM defines it see {@link VoiLutFunction}.
 */
public final class Windowing {
    private Windowing() {}

    /** The windowed values, 0..1; NaN stays NaN. {@code target} may be {@code values}. */
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

    /** The windowed values, 0..1, in a new array. */
    public static float[] apply(Window window, float[] values) {
        float[] target = new float[values.length];
        apply(window, values, target);
        return target;
    }

    /** The values between two ends as 0..1, in a new array. */
    public static float[] apply(ClosedRange ends, float[] values) {
        float[] target = new float[values.length];
        apply(ends.min(), ends.max(), values, target);
        return target;
    }
}
