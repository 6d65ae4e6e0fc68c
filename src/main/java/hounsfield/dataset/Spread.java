package hounsfield.dataset;

import hounsfield.measure.Moments;

/** The lowest and the highest of values that come in batches, their mean, and how far they lie from it. */
final class Spread {
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private Moments moments = Moments.NONE;

    /** Adds values, each as often as its count says; the first {@code length} of both arrays. */
    void add(double[] values, long[] counts, int length) {
        widen(values, length);
        moments = moments.plus(Moments.of(values, counts, length));
    }

    /** Adds the first {@code length} values. */
    void add(double[] values, int length) {
        widen(values, length);
        moments = moments.plus(Moments.of(values, length));
    }

    /** By comparisons: C2 has crashed on loops that reduce floating-point numbers by {@code Math.min} and {@code max}. */
    private void widen(double[] values, int length) {
        for (int i = 0; i < length; i++) {
            if (values[i] < min) min = values[i];
            if (values[i] > max) max = values[i];
        }
    }

    /** How many values there were. */
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

    /** The standard deviation of the population, as numpy's. */
    double deviation() {
        return Math.sqrt(moments.squares() / moments.count());
    }
}
