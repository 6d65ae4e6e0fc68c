package hounsfield.window;

/**
 * A range of calibrated values that are shown or kept, both ends included: floats are brought to its ends, so these count as
 * the nearest floats. To count values within ends that no float hits, {@code hounsfield.measure.ValueRange} is exact.
 *
 * @throws IllegalArgumentException if it is empty or has no ends
 */
public record ClosedRange(double min, double max) {
    public ClosedRange {
        if (!Double.isFinite(min) || !Double.isFinite(max)) {
            throw new IllegalArgumentException("a range needs two numbers, not " + min + " and " + max);
        }
        if (!((float) min < (float) max)) {
            throw new IllegalArgumentException(
                    "the range from " + min + " to " + max + " is empty: min is not below max");
        }
    }

    /** Whether a value lies in it; the ends are taken as floats, as the values are. NaN lies in none. */
    public boolean contains(float value) {
        return value >= (float) min && value <= (float) max;
    }

    /** The window between its ends, which shows the range from black to white. */
    public Window window() {
        return Window.between(min, max);
    }
}
