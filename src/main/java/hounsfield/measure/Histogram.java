package hounsfield.measure;

import hounsfield.planes.Limits;
import hounsfield.planes.Planes;
import hounsfield.planes.RankedValues;
import hounsfield.planes.SelectedFloats;
import hounsfield.planes.Selection;
import hounsfield.planes.ValueCounts;
import hounsfield.work.Progress;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A histogram: the number of values in each of several adjacent bins. A bin includes its lower edge but not its upper
 * edge; the last bin includes both, as in numpy's {@code histogram}.
 */
public final class Histogram {
    private final double[] edges;
    private final long[] counts;
    private final long total;

    private Histogram(double[] edges, long[] counts, long total) {
        this.edges = edges;
        this.counts = counts;
        this.total = total;
    }

    /**
     * Counts the selected values.
     *
     * @param planes the image
     * @param selection the pixels to count
     * @param bins the layout of the bins
     * @param progress receives progress, and can cancel
     * @return the histogram
     * @throws IllegalArgumentException if no value is selected, or the range of the bins is empty
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static Histogram of(Planes planes, Selection selection, HistogramBins bins, Progress progress) {
        RankedValues ranked = RankedValues.of(planes, selection, Limits.NONE, progress);
        long total = ranked.size();
        if (total == 0) {
            throw new IllegalArgumentException(
                    "there is no value to count: all pixels are outside the selection, padding or not a number");
        }
        float[] ends = ranked.at(new long[] {0, total - 1});
        if (ranked instanceof ValueCounts counts) {
            float[] values = counts.values();
            double[] edges = bins.edges(ends[0], ends[1], areIntegers(values));
            return new Histogram(edges, count(values, counts.counts(), edges), total);
        }
        double[] edges = bins.edges(ends[0], ends[1], false);
        // Only floats can have too many distinct values to count.
        SelectedFloats selected = new SelectedFloats((Planes.Floats) planes, selection, Limits.NONE);
        return new Histogram(edges, count(selected, edges, progress), total);
    }

    /** {@return the number of bins} */
    public int bins() {
        return counts.length;
    }

    /** {@return the edges of the bins, ascending, one more than there are bins} */
    public double[] edges() {
        return edges.clone();
    }

    /** {@return the number of values in each bin} */
    public long[] counts() {
        return counts.clone();
    }

    /** {@return the number of selected values, including those outside the bins} */
    public long total() {
        return total;
    }

    private static boolean areIntegers(float[] values) {
        for (float value : values) {
            if (value != Math.rint(value)) return false;
        }
        return true;
    }

    private static long[] count(float[] values, long[] times, double[] edges) {
        long[] counts = new long[edges.length - 1];
        double binsPerUnit = counts.length / (edges[counts.length] - edges[0]);
        for (int i = 0; i < values.length; i++) {
            int bin = bin(values[i], edges, binsPerUnit);
            if (bin >= 0) counts[bin] += times[i];
        }
        return counts;
    }

    private static long[] count(SelectedFloats selected, double[] edges, Progress progress) {
        int bins = edges.length - 1;
        double binsPerUnit = bins / (edges[bins] - edges[0]);
        ConcurrentLinkedQueue<long[]> arrays = new ConcurrentLinkedQueue<>();
        selected.forEach(progress, (tile, values, count) -> {
            long[] pooled = arrays.poll();
            long[] into = pooled != null ? pooled : new long[bins];
            for (int i = 0; i < count; i++) {
                int bin = bin(values[i], edges, binsPerUnit);
                if (bin >= 0) into[bin]++;
            }
            arrays.add(into);
        });
        long[] counts = new long[bins];
        for (long[] array : arrays) {
            for (int i = 0; i < bins; i++) counts[i] += array[i];
        }
        return counts;
    }

    /**
     * Returns the bin of a value, -1 if it is outside. The linear estimate may be off by one bin because of rounding;
     * the comparison with the edges decides.
     */
    private static int bin(double value, double[] edges, double binsPerUnit) {
        int last = edges.length - 2;
        if (!(value >= edges[0] && value <= edges[last + 1])) return -1;
        int bin = Math.min(last, (int) ((value - edges[0]) * binsPerUnit));
        if (value < edges[bin]) return bin - 1;
        return bin < last && value >= edges[bin + 1] ? bin + 1 : bin;
    }
}
