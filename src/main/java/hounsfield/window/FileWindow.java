package hounsfield.window;

/**
 * A window that a file brings along.
 *
 * @param explanation Window Center & Width Explanation (0028,1055), empty if there is none
 */
public record FileWindow(Window window, VoiLutFunction function, String explanation) {
    /** The value that is black; of LINEAR with a width of 1, a step, which parametric maps of 0..1 do not mean, the window's. */
    public double low() {
        return isStep() ? window.low() : function.low(window);
    }

    /** The value that is white, as {@link #low}. */
    public double high() {
        return isStep() ? window.high() : function.high(window);
    }

    /**
     * From black to white.
     *
     * @throws IllegalArgumentException if floats do not tell these apart
     */
    public ClosedRange ends() {
        return new ClosedRange(low(), high());
    }

    private boolean isStep() {
        return function.range(window) == 0;
    }

    /** The grey that it gives. */
    public GreyWindow grey() {
        return new GreyWindow(window, function);
    }
}
