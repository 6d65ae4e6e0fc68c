package hounsfield.measure;

import hounsfield.planes.Limits;
import hounsfield.planes.Planes;
import hounsfield.planes.RankedValues;
import hounsfield.planes.SelectedFloats;
import hounsfield.planes.Selection;
import hounsfield.planes.ValueCounts;
import hounsfield.work.Progress;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * Statistics of the selected values, in the unit of the values. If there are few distinct values, as in HU, they are
 * counted once and everything is computed from the counts.
 *
 * @param count the number of values
 * @param min the least value; NaN if there are no values
 * @param max the greatest value; NaN if there are no values
 * @param mean the arithmetic mean; NaN if there are no values
 * @param standardDeviation of a sample, divided by {@code count - 1} as in ImageJ's own measurements; 0 for a single
 *     value, NaN if there are no values
 * @param median the middle value, or the mean of the two middle values; NaN if there are no values
 * @param inside the number of values in each of the requested ranges
 */
public record Statistics(
        long count, double min, double max, double mean, double standardDeviation, double median, List<Long> inside) {
    /**
     * Copies the list.
     *
     * @param count the number of values
     * @param min the least value
     * @param max the greatest value
     * @param mean the arithmetic mean
     * @param standardDeviation of a sample
     * @param median the middle value
     * @param inside the number of values in each of the requested ranges
     */
    public Statistics {
        inside = List.copyOf(inside);
    }

    /**
     * Measures the selected values.
     *
     * @param planes the image
     * @param selection the pixels to measure
     * @param limits values outside are clipped or excluded
     * @param ranges the ranges to count values in
     * @param progress receives progress, and can cancel
     * @return the statistics
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static Statistics of(
            Planes planes, Selection selection, Limits limits, List<ValueRange> ranges, Progress progress) {
        RankedValues ranked = RankedValues.of(planes, selection, limits, progress);
        if (ranked instanceof ValueCounts counts) {
            return of(counts, Moments.of(counts.values(), counts.counts()), inside(counts, ranges));
        }
        // Only floats can have too many distinct values to count.
        SelectedFloats selected = new SelectedFloats((Planes.Floats) planes, selection, limits);
        Moments[] moments = new Moments[selected.tiles()];
        AtomicLongArray inside = new AtomicLongArray(ranges.size());
        selected.forEach(progress, (tile, values, count) -> {
            moments[tile] = Moments.of(values, count);
            for (int i = 0; i < ranges.size(); i++) inside.addAndGet(i, inside(values, count, ranges.get(i)));
        });
        Moments all = Moments.NONE;
        for (Moments each : moments) all = all.plus(each);
        return of(
                ranked,
                all,
                IntStream.range(0, ranges.size()).mapToObj(inside::get).toList());
    }

    /**
     * Returns the fraction of the values in one of the requested ranges.
     *
     * @param range its index in {@link #inside}
     * @return 0..1; NaN if there are no values
     */
    public double fraction(int range) {
        return (double) inside.get(range) / count;
    }

    private static Statistics of(RankedValues ranked, Moments moments, List<Long> inside) {
        long count = moments.count();
        if (count == 0) return new Statistics(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, inside);
        float[] found = ranked.at(new long[] {0, (count - 1) / 2, count / 2, count - 1});
        double deviation = count == 1 ? 0 : Math.sqrt(moments.squares() / (count - 1));
        return new Statistics(
                count, found[0], found[3], moments.mean(), deviation, ((double) found[1] + found[2]) / 2, inside);
    }

    private static List<Long> inside(ValueCounts counts, List<ValueRange> ranges) {
        float[] values = counts.values();
        long[] times = counts.counts();
        return ranges.stream()
                .map(range -> {
                    long inside = 0;
                    for (int i = 0; i < values.length; i++) if (range.contains(values[i])) inside += times[i];
                    return inside;
                })
                .toList();
    }

    private static long inside(float[] values, int count, ValueRange range) {
        long inside = 0;
        for (int i = 0; i < count; i++) if (range.contains(values[i])) inside++;
        return inside;
    }
}
