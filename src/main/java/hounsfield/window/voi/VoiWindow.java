package hounsfield.window.voi;

import hounsfield.window.ClosedRange;
import hounsfield.window.Window;

/**
 * A window with its function.
 *
 * @param window center and width
 * @param function the VOI LUT Function
 */
public record VoiWindow(Window window, VoiLutFunction function) implements VoiTransform {
    /** Widths from the center at which the sigmoid, which has no end, is within 0.3 % of black and white. */
    private static final double SIGMOID_REACH = 1.5;

    /**
     * Checks the window.
     *
     * @param window center and width
     * @param function the VOI LUT Function
     * @throws IllegalArgumentException if the window is invalid for the function
     */
    public VoiWindow {
        function.check(window);
    }

    /**
     * Creates a window from black at center - width/2 to white at center + width/2.
     *
     * @param window center and width
     * @return the transform
     */
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

    @Override
    public ClosedRange linear() {
        return new ClosedRange(function.low(window), function.high(window));
    }
}
