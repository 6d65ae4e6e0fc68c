package hounsfield.measure;

import hounsfield.planes.Limits;
import hounsfield.window.Window;

/**
 * The floats from {@code low} to {@code high}, both included; none if {@code low} is above {@code high}. Ends are rounded
 * inwards, so that an image's floats are told exactly from a double, and may be infinite or one and the same. What is shown
 * or written between two ends takes a {@link hounsfield.window.ClosedRange}, which rounds its ends to the floats that values
 * are given.
 */
public record ValueRange(float low, float high) {
    /** Every value. */
    public static final ValueRange ALL = new ValueRange(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

    /** Every value of at least {@code low} and at most {@code high}. */
    public static ValueRange closed(double low, double high) {
        return new ValueRange(atLeast(low), atMost(high));
    }

    /** Every value above {@code low} and at most {@code high}. */
    public static ValueRange above(double low, double high) {
        return new ValueRange(-below(-low), atMost(high));
    }

    /** What a window shows as neither black nor white: strictly inside, as fastai's {@code pct_in_window} has it. */
    public static ValueRange inside(Window window) {
        return new ValueRange(-below(-window.low()), below(window.high()));
    }

    public boolean contains(float value) {
        return value >= low && value <= high;
    }

    /**
     * For measuring these values alone.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Limits limits() {
        return Limits.only(low, high);
    }

    /** The greatest float that is at most this. */
    private static float atMost(double end) {
        float nearest = (float) end;
        return nearest > end ? Math.nextDown(nearest) : nearest;
    }

    private static float atLeast(double end) {
        return -atMost(-end);
    }

    /** The greatest float that is less than this. */
    private static float below(double end) {
        float most = atMost(end);
        return most < end ? most : Math.nextDown(most);
    }
}
