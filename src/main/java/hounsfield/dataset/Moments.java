package hounsfield.dataset;

/**
 * Lowest, highest and mean value and their spread, of values that come in batches. Each batch is gone through twice, and
 * batches are joined by their means (Chan, Golub and LeVeque 1983), so that no large squares are subtracted.
 */
final class Moments {
    private long count;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double mean;
    /** The sum of the squared distances from the mean. */
    private double squares;

    /** Adds values, each as often as its count says; the first {@code length} of both arrays. */
    void add(double[] values, long[] counts, int length) {
        long size = 0;
        double sum = 0;
        double lowest = min;
        double highest = max;
        for (int i = 0; i < length; i++) {
            size += counts[i];
            sum += counts[i] * values[i];
            lowest = Math.min(lowest, values[i]);
            highest = Math.max(highest, values[i]);
        }
        if (size == 0) return;
        double center = sum / size;
        double distances = 0;
        for (int i = 0; i < length; i++) {
            double distance = values[i] - center;
            distances += counts[i] * (distance * distance);
        }
        min = lowest;
        max = highest;
        join(size, center, distances);
    }

    /** Adds the first {@code length} values. */
    void add(double[] values, int length) {
        if (length == 0) return;
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += values[i];
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        double center = sum / length;
        double distances = 0;
        for (int i = 0; i < length; i++) {
            double distance = values[i] - center;
            distances += distance * distance;
        }
        join(length, center, distances);
    }

    private void join(long size, double center, double distances) {
        double step = center - mean;
        long all = count + size;
        squares += distances + step * step * ((double) count * size / all);
        mean += step * ((double) size / all);
        count = all;
    }

    /** How many values there were. */
    long count() {
        return count;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    double mean() {
        return mean;
    }

    /** The standard deviation of the population, as numpy's. */
    double deviation() {
        return Math.sqrt(squares / count);
    }
}
