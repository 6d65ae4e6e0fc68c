package hounsfield.measure;

import hounsfield.planes.Limits;
import hounsfield.window.Window;

/**
 * The floats from {@code low} to {@code high}, both included; empty if {@code low} is above {@code high}. The factory
 * methods round the ends inwards, so that floats compare with a {@code double} end exactly. Ends may be infinite or
 * equal. For display and export use {@link hounsfield.window.ClosedRange} instead, which rounds its ends to the floats
 * that values are set to.
 *
 * @param low the least float of the range
 * @param high the greatest float of the range
 */
public record ValueRange(float low, float high) {
    /** All values. */
    public static final ValueRange ALL = new ValueRange(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

    /**
     * {@return a range that includes both ends}
     *
     * @param low values are at least this
     * @param high values are at most this
     */
    public static ValueRange closed(double low, double high) {
        return new ValueRange(-atMost(-low), atMost(high));
    }

    /**
     * {@return a range that excludes its lower end}
     *
     * @param low values are above this
     * @param high values are at most this
     */
    public static ValueRange above(double low, double high) {
        return new ValueRange(-below(-low), atMost(high));
    }

    /**
     * {@return the values that a window shows as neither black nor white: both ends excluded, as in fastai's
     * {@code pct_in_window}}
     *
     * @param window any window
     */
    public static ValueRange inside(Window window) {
        return new ValueRange(-below(-window.low()), below(window.high()));
    }

    /**
     * {@return whether the range contains a value; false for NaN}
     *
     * @param value any float
     */
    public boolean contains(float value) {
        return value >= low && value <= high;
    }

    /**
     * {@return limits that exclude all other values from a measurement}
     *
     * @throws IllegalArgumentException if the range is empty
     */
    public Limits limits() {
        return Limits.only(low, high);
    }

    /** Returns the greatest float that is at most {@code end}. */
    private static float atMost(double end) {
        float nearest = (float) end;
        return nearest > end ? Math.nextDown(nearest) : nearest;
    }

    /** Returns the greatest float that is less than {@code end}. */
    private static float below(double end) {
        float most = atMost(end);
        return most < end ? most : Math.nextDown(most);
    }
}
