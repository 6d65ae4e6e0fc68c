package hounsfield.planes;

/**
 * An interval of values that includes both ends. Values outside are clipped to the ends, or excluded.
 *
 * @param low {@code -Infinity} for no lower end
 * @param high {@code +Infinity} for no upper end
 * @param clipping whether values outside are clipped; otherwise they are excluded
 */
public record Limits(float low, float high, boolean clipping) {
    /** No limits: every finite value counts as itself. */
    public static final Limits NONE = clip(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

    /**
     * Checks the order of the ends.
     *
     * @param low at most {@code high}
     * @param high at least {@code low}
     * @param clipping any
     * @throws IllegalArgumentException if {@code low} is above {@code high} or one is NaN
     */
    public Limits {
        if (!(low <= high)) throw new IllegalArgumentException("the low end " + low + " is above the high end " + high);
    }

    /**
     * {@return limits that clip}
     *
     * @param floor replaces lower values
     * @param ceiling replaces higher values
     */
    public static Limits clip(float floor, float ceiling) {
        return new Limits(floor, ceiling, true);
    }

    /**
     * {@return limits that exclude values outside}
     *
     * @param low the least value
     * @param high the greatest value
     */
    public static Limits only(float low, float high) {
        return new Limits(low, high, false);
    }

    /**
     * Applies the limits to a value.
     *
     * @param value any float
     * @return the value, clipped if necessary; NaN or infinite if it is excluded
     */
    public float of(float value) {
        if (value < low) return clipping ? low : Float.NaN;
        if (value > high) return clipping ? high : Float.NaN;
        return value;
    }
}
