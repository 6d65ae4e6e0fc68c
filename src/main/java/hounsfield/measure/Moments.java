package hounsfield.measure;

/**
 * Count, mean and sum of squared deviations of a set of values. Two sets are merged with the formula of Chan, Golub and
 * LeVeque (Am Stat 1983;37:242), so that small deviations are not lost beside a large mean.
 *
 * @param count the number of values
 * @param mean the arithmetic mean; 0 if there are no values
 * @param squares the sum of squared deviations from the mean
 */
public record Moments(long count, double mean, double squares) {
    /** The moments of no values. */
    public static final Moments NONE = new Moments(0, 0, 0);

    /** Returns the moments of the first {@code count} values. */
    static Moments of(float[] values, int count) {
        if (count == 0) return NONE;
        double sum = 0;
        for (int i = 0; i < count; i++) sum += values[i];
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < count; i++) squares += (values[i] - mean) * (values[i] - mean);
        return new Moments(count, mean, squares);
    }

    /** Returns the moments of {@code values[i]} repeated {@code times[i]} times. */
    static Moments of(float[] values, long[] times) {
        double[] exact = new double[values.length];
        for (int i = 0; i < values.length; i++) exact[i] = values[i];
        return of(exact, times, exact.length);
    }

    /**
     * Returns the moments of the first {@code count} values.
     *
     * @param values finite values
     * @param count how many of them to use
     * @return their moments
     */
    public static Moments of(double[] values, int count) {
        if (count == 0) return NONE;
        double sum = 0;
        for (int i = 0; i < count; i++) sum += values[i];
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < count; i++) squares += (values[i] - mean) * (values[i] - mean);
        return new Moments(count, mean, squares);
    }

    /**
     * Returns the moments of {@code values[i]} repeated {@code times[i]} times.
     *
     * @param values finite values
     * @param times how often each value occurs
     * @param length how many values to use
     * @return the moments of all occurrences
     */
    public static Moments of(double[] values, long[] times, int length) {
        long count = 0;
        double sum = 0;
        for (int i = 0; i < length; i++) {
            count += times[i];
            sum += values[i] * times[i];
        }
        if (count == 0) return NONE;
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < length; i++) squares += (values[i] - mean) * (values[i] - mean) * times[i];
        return new Moments(count, mean, squares);
    }

    /**
     * Merges two sets.
     *
     * @param other the moments of the other set
     * @return the moments of both together
     */
    public Moments plus(Moments other) {
        if (count == 0) return other;
        if (other.count == 0) return this;
        long both = count + other.count;
        double apart = other.mean - mean;
        return new Moments(
                both,
                mean + apart * other.count / both,
                squares + other.squares + apart * apart * count / both * other.count);
    }
}
