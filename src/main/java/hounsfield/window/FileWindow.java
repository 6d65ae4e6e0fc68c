package hounsfield.window;

import hounsfield.calibrate.Rescale;
import java.util.Optional;

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

    /**
     * The same window for values that a line makes of this window's; by its ends where a line through them says all.
     *
     * @return empty if floats do not tell its ends apart
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

    /** Whether floats tell two values apart. */
    static boolean isDistinct(double low, double high) {
        return (float) low < (float) high && Float.isFinite((float) low) && Float.isFinite((float) high);
    }

    private boolean isStep() {
        return function.range(window) == 0;
    }

    /** The grey that it gives. */
    public VoiWindow grey() {
        return new VoiWindow(window, function);
    }
}
