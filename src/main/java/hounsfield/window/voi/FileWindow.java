package hounsfield.window.voi;

import hounsfield.calibrate.Rescale;
import hounsfield.window.ClosedRange;
import hounsfield.window.Window;
import java.util.Optional;

/**
 * A window in a file.
 *
 * @param window center and width
 * @param function the VOI LUT Function
 * @param explanation Window Center &amp; Width Explanation (0028,1055); may be empty
 */
public record FileWindow(Window window, VoiLutFunction function, String explanation) {
    /**
     * {@return the value that is black} A LINEAR window of width 1 is a step, which parametric maps from 0 to 1 do not
     * intend; its end is that of the window.
     */
    public double low() {
        return isStep() ? window.low() : function.low(window);
    }

    /** {@return the value that is white, with the same exception as {@link #low}} */
    public double high() {
        return isStep() ? window.high() : function.high(window);
    }

    /**
     * {@return the range from black to white}
     *
     * @throws IllegalArgumentException if the ends are equal as floats
     */
    public ClosedRange ends() {
        return new ClosedRange(low(), high());
    }

    /**
     * Transforms this window to values that are a linear function of its values. The result is defined by its ends, if
     * it is linear.
     *
     * @return empty if the ends are equal as floats
     */
    Optional<FileWindow> through(Rescale line) {
        Window ends = null;
        double one = line.apply(low());
        double other = line.apply(high());
        if (isDistinct(Math.min(one, other), Math.max(one, other))) {
            ends = Window.between(Math.min(one, other), Math.max(one, other));
        }
        VoiLutFunction by = function == VoiLutFunction.SIGMOID ? function : VoiLutFunction.LINEAR_EXACT;
        return Optional.ofNullable(ends).map(window -> new FileWindow(window, by, explanation));
    }

    /** Returns whether two values are different, finite floats. */
    static boolean isDistinct(double low, double high) {
        return (float) low < (float) high && Float.isFinite((float) low) && Float.isFinite((float) high);
    }

    private boolean isStep() {
        return function.range(window) == 0;
    }

    /** {@return the transform to grayscale, with the same exception as {@link #low}} */
    public VoiWindow gray() {
        return isStep() ? VoiWindow.exact(window) : new VoiWindow(window, function);
    }
}
