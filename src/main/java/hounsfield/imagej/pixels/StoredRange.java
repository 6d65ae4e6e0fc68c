package hounsfield.imagej.pixels;

import hounsfield.calibrate.Rescale;

/**
 * The range of the stored values of a slice under a linear rescale.
 *
 * @param min the least; infinite without values
 * @param max the greatest; infinite without values
 * @param exact whether the rescale reproduces each value as a 32-bit float
 */
public record StoredRange(double min, double max, boolean exact) {
    /**
     * Returns the range of the whole numbers whose rescaled values are nearest to the values.
     *
     * @param values the values; NaN is left out
     * @param line from whole numbers to values, with a slope other than 0
     * @return their range
     */
    public static StoredRange of(float[] values, Rescale line) {
        double slope = line.slope();
        double intercept = line.intercept();
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            if (value != value) continue;
            double stored = Math.rint((value - intercept) / slope);
            if ((float) (stored * slope + intercept) != value) return new StoredRange(0, 0, false);
            if (stored < min) min = stored;
            if (stored > max) max = stored;
        }
        return new StoredRange(min, max, true);
    }

    /**
     * Returns the greatest difference between a value and its rescaled whole number.
     *
     * @param values the values; NaN is left out
     * @param line from whole numbers to values, with a slope other than 0
     * @return at least 0, in the unit of the values
     */
    public static double error(float[] values, Rescale line) {
        double slope = line.slope();
        double intercept = line.intercept();
        double greatest = 0;
        for (float value : values) {
            if (value != value) continue;
            double stored = Math.rint((value - intercept) / slope);
            double error = Math.abs((float) (stored * slope + intercept) - value);
            if (error > greatest) greatest = error;
        }
        return greatest;
    }
}
