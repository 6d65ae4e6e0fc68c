package hounsfield.window;

/**
 * A window and the function that goes with it.
 *
 * @throws IllegalArgumentException if the function does not allow the window
 */
public record VoiWindow(Window window, VoiLutFunction function) implements VoiTransform {
    /** The sigmoid never ends; at this many widths from the center it is within 0.3 per cent of black and white. */
    private static final double SIGMOID_REACH = 1.5;

    public VoiWindow {
        function.check(window);
    }

    /** Black at center - width/2, white at center + width/2. */
    public static VoiWindow exact(Window window) {
        return new VoiWindow(window, VoiLutFunction.LINEAR_EXACT);
    }

    @Override
    public double of(double value) {
        return function.apply(window, value);
    }

    @Override
    public double low() {
        return isLine() ? function.low(window) : window.center() - SIGMOID_REACH * window.width();
    }

    @Override
    public double high() {
        return isLine() ? function.high(window) : window.center() + SIGMOID_REACH * window.width();
    }

    @Override
    public boolean isLine() {
        return function != VoiLutFunction.SIGMOID;
    }
}
