package hounsfield.window;

/**
 * A window in calibrated units.
 *
 * @param center Window Center (0028,1050)
 * @param width Window Width (0028,1051), above 0
 */
public record Window(double center, double width) {
    public Window {
        if (!Double.isFinite(center) || !Double.isFinite(width) || width <= 0) {
            throw new IllegalArgumentException(
                    "a window of center " + center + " and width " + width + "; a width is a number above 0");
        }
    }

    /** The window between two values. */
    public static Window between(double low, double high) {
        return new Window(low + (high - low) / 2, high - low);
    }

    /**
     * The value that is black: the center less half the width, whole halves for whole widths (187 of 375) as fastai
     * counts them. Narrow or fractional widths, of parametric maps, are halved exactly.
     */
    public double low() {
        return center - half();
    }

    /** The value that is white. */
    public double high() {
        return center + half();
    }

    /**
     * From black to white.
     *
     * @throws IllegalArgumentException if floats do not tell these apart
     */
    public ClosedRange ends() {
        return new ClosedRange(low(), high());
    }

    private double half() {
        return width >= 2 && width == Math.rint(width) ? Math.floor(width / 2) : width / 2;
    }
}
