package hounsfield.window;

/**
 * A window that a file brings along.
 *
 * @param explanation Window Center & Width Explanation (0028,1055), empty if there is none
 */
public record FileWindow(Window window, VoiLutFunction function, String explanation) {
    /** The value that is black. */
    public double low() {
        return function.low(window);
    }

    /** The value that is white. */
    public double high() {
        return function.high(window);
    }

    /** The grey that it gives. */
    public GreyWindow grey() {
        return new GreyWindow(window, function);
    }
}
