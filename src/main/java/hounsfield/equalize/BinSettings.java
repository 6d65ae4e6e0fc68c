package hounsfield.equalize;

import hounsfield.planes.Limits;

/**
 * What to equalize by.
 *
 * @param bins how many frequency bins, 1 to {@link #MAX_BINS}
 * @param floor values below count as this one; {@code -Infinity} for no floor
 * @param ceiling values above count as this one; {@code +Infinity} for no ceiling
 */
public record BinSettings(int bins, float floor, float ceiling) {
    public static final int MAX_BINS = 100_000;

    public BinSettings {
        if (bins < 1 || bins > MAX_BINS) {
            throw new IllegalArgumentException("the number of bins is " + bins + ", not 1 to " + MAX_BINS);
        }
        if (!(floor <= ceiling)) {
            throw new IllegalArgumentException("the floor " + floor + " is not below the ceiling " + ceiling);
        }
    }

    /** Neither floor nor ceiling. */
    public static BinSettings of(int bins) {
        return new BinSettings(bins, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
    }

    public BinSettings withFloor(float newFloor) {
        return new BinSettings(bins, newFloor, ceiling);
    }

    public BinSettings withCeiling(float newCeiling) {
        return new BinSettings(bins, floor, newCeiling);
    }

    /** Floor and ceiling. */
    public Limits limits() {
        return Limits.clip(floor, ceiling);
    }
}
