package hounsfield.planes;

/**
 * An interval of values, both ends included, and what becomes of values outside: they count as its ends, or not at all.
 *
 * @param low {@code -Infinity} for no lower end
 * @param high {@code +Infinity} for no upper end
 */
public record Limits(float low, float high, boolean clipping) {
    /** Every finite value counts as itself. */
    public static final Limits NONE = clip(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

    public Limits {
        if (!(low <= high)) throw new IllegalArgumentException("the low end " + low + " is above the high end " + high);
    }

    /** Values below {@code floor} count as it, values above {@code ceiling} as that. */
    public static Limits clip(float floor, float ceiling) {
        return new Limits(floor, ceiling, true);
    }

    /** Values outside do not count. */
    public static Limits only(float low, float high) {
        return new Limits(low, high, false);
    }

    /** What a value counts as; NaN, or an infinity, if not at all. */
    public float of(float value) {
        if (value < low) return clipping ? low : Float.NaN;
        if (value > high) return clipping ? high : Float.NaN;
        return value;
    }
}
