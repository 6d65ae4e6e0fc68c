package hounsfield.equalize;

import hounsfield.planes.Limits;

/**
 * The settings of an equalization.
 *
 * @param bins the number of frequency bins, 1 to {@link #MAX_BINS}
 * @param floor replaces lower values; {@code -Infinity} for no floor
 * @param ceiling replaces higher values; {@code +Infinity} for no ceiling
 */
public record BinSettings(int bins, float floor, float ceiling) {
    /** Largest number of bins. */
    public static final int MAX_BINS = 100_000;

    /**
     * Checks the ranges.
     *
     * @param bins 1 to {@link #MAX_BINS}
     * @param floor at most {@code ceiling}
     * @param ceiling at least {@code floor}
     * @throws IllegalArgumentException if one is outside its range
     */
    public BinSettings {
        if (bins < 1 || bins > MAX_BINS) {
            throw new IllegalArgumentException("the number of bins is " + bins + "; it must be 1 to " + MAX_BINS);
        }
        if (!(floor <= ceiling)) {
            throw new IllegalArgumentException("the floor " + floor + " is above the ceiling " + ceiling);
        }
    }

    /**
     * {@return settings without floor and ceiling}
     *
     * @param bins 1 to {@link #MAX_BINS}
     */
    public static BinSettings of(int bins) {
        return new BinSettings(bins, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
    }

    /**
     * {@return these settings with another floor}
     *
     * @param newFloor in the unit of the values
     */
    public BinSettings withFloor(float newFloor) {
        return new BinSettings(bins, newFloor, ceiling);
    }

    /**
     * {@return these settings with another ceiling}
     *
     * @param newCeiling in the unit of the values
     */
    public BinSettings withCeiling(float newCeiling) {
        return new BinSettings(bins, floor, newCeiling);
    }

    /** {@return limits that clip to floor and ceiling} */
    public Limits limits() {
        return Limits.clip(floor, ceiling);
    }
}
