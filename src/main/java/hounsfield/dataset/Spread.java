package hounsfield.dataset;

import hounsfield.measure.Moments;

/** Minimum, maximum, mean and standard deviation of values added in batches. */
final class Spread {
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private Moments moments = Moments.NONE;

    /** Adds values with their counts, the first {@code length} of both arrays. */
    void add(double[] values, long[] counts, int length) {
        widen(values, length);
        moments = moments.plus(Moments.of(values, counts, length));
    }

    /** Adds the first {@code length} values. */
    void add(double[] values, int length) {
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

    /** Returns the number of values. */
    long count() {
        return moments.count();
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    double mean() {
        return moments.mean();
    }

    /** Returns the standard deviation of the population, like numpy. */
    double deviation() {
        return Math.sqrt(moments.squares() / moments.count());
    }
}
