package hounsfield.window;

import java.io.Serializable;

/**
 * A window in calibrated units.
 *
 * @param center Window Center (0028,1050)
 * @param width Window Width (0028,1051), above 0
 */
public record Window(double center, double width) implements Serializable {
    /**
     * Checks the numbers.
     *
     * @param center finite
     * @param width finite, above 0
     * @throws IllegalArgumentException if a number is invalid
     */
    public Window {
        if (!Double.isFinite(center) || !Double.isFinite(width) || width <= 0) {
            throw new IllegalArgumentException(
                    "a window of center " + center + " and width " + width + "; a width is a number above 0");
        }
    }

    /**
     * {@return the window between two values}
     *
     * @param low the value that is black
     * @param high the value that is white
     */
    public static Window between(double low, double high) {
        return new Window(low + (high - low) / 2, high - low);
    }

    /**
     * {@return the value that is black: center minus half the width} Half of an integer width is rounded down (187 for
     * 375), like in fastai. Widths that are fractional or below 2, as in parametric maps, are halved exactly.
     */
    public double low() {
        return center - half();
    }

    /** {@return the value that is white} */
    public double high() {
        return center + half();
    }

    /**
     * {@return the range from black to white}
     *
     * @throws IllegalArgumentException if the ends are equal as floats
     */
    public ClosedRange ends() {
        return new ClosedRange(low(), high());
    }

    private double half() {
        return width >= 2 && width == Math.rint(width) ? Math.floor(width / 2) : width / 2;
    }
}
