package hounsfield.measure;

/** Minimum, maximum, mean and standard deviation of values that are added in batches. */
public final class Spread {
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private Moments moments = Moments.NONE;

    /**
     * Adds values that occur several times.
     *
     * @param values finite values
     * @param counts how often each value occurs
     * @param length how many values to use
     */
    public void add(double[] values, long[] counts, int length) {
        widen(values, length);
        moments = moments.plus(Moments.of(values, counts, length));
    }

    /**
     * Adds values.
     *
     * @param values finite values
     * @param length how many values to use
     */
    public void add(double[] values, int length) {
        widen(values, length);
        moments = moments.plus(Moments.of(values, length));
    }

    /** Uses comparisons, because C2 has crashed on floating point reductions with {@code Math.min} and {@code max}. */
    private void widen(double[] values, int length) {
        for (int i = 0; i < length; i++) {
            if (values[i] < min) min = values[i];
            if (values[i] > max) max = values[i];
        }
    }

    /** {@return the number of values} */
    public long count() {
        return moments.count();
    }

    /** {@return the least value; infinite if there are no values} */
    public double min() {
        return min;
    }

    /** {@return the greatest value; infinite if there are no values} */
    public double max() {
        return max;
    }

    /** {@return the arithmetic mean; 0 if there are no values} */
    public double mean() {
        return moments.mean();
    }

    /** {@return the standard deviation of the population, as in numpy; NaN if there are no values} */
    public double deviation() {
        return Math.sqrt(moments.squares() / moments.count());
    }
}
