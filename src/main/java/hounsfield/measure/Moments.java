package hounsfield.measure;

/**
 * How many values, their mean, and the sum of their squared distances from it; joined as Chan, Golub and LeVeque have it
 * (Am Stat 1983;37:242), so that large means do not swallow small deviations.
 */
public record Moments(long count, double mean, double squares) {
    /** Of no values. */
    public static final Moments NONE = new Moments(0, 0, 0);

    /** Of the first {@code count} values. */
    static Moments of(float[] values, int count) {
        if (count == 0) return NONE;
        double sum = 0;
        for (int i = 0; i < count; i++) sum += values[i];
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < count; i++) squares += (values[i] - mean) * (values[i] - mean);
        return new Moments(count, mean, squares);
    }

    /** Of values that each occur so often. */
    static Moments of(float[] values, long[] times) {
        double[] exact = new double[values.length];
        for (int i = 0; i < values.length; i++) exact[i] = values[i];
        return of(exact, times, exact.length);
    }

    /** Of the first {@code count} values. */
    public static Moments of(double[] values, int count) {
        if (count == 0) return NONE;
        double sum = 0;
        for (int i = 0; i < count; i++) sum += values[i];
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < count; i++) squares += (values[i] - mean) * (values[i] - mean);
        return new Moments(count, mean, squares);
    }

    /** Of the first {@code length} values, each of which occurs so often. */
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

    /** Of these values and others. */
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
