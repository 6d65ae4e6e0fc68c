package hounsfield.window;

/**
 * A closed range of calibrated values. Floats are compared with its ends, which are rounded to floats. To count values
 * exactly within other ends, use {@code hounsfield.measure.ValueRange}.
 *
 * @param min lowest value
 * @param max highest value
 */
public record ClosedRange(double min, double max) {
    /**
     * Checks the range.
     *
     * @param min lowest value
     * @param max highest value
     * @throws IllegalArgumentException if the range is empty as floats, or an end is not finite
     */
    public ClosedRange {
        if (!Double.isFinite(min) || !Double.isFinite(max)) {
            throw new IllegalArgumentException("a range needs two numbers, not " + min + " and " + max);
        }
        if (!((float) min < (float) max)) {
            throw new IllegalArgumentException(
                    "the range from " + min + " to " + max + " is empty: min is not below max");
        }
    }

    /**
     * Returns whether a value is in the range; the ends are rounded to float.
     *
     * @param value any float
     * @return false for NaN
     */
    public boolean contains(float value) {
        return value >= (float) min && value <= (float) max;
    }

    /** {@return the window that displays the range from black to white} */
    public Window window() {
        return Window.between(min, max);
    }
}
