package hounsfield.measure;

import hounsfield.calibrate.PixelPadding;
import hounsfield.planes.Limits;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.standard.Progress;
import hounsfield.standard.Workers;

/**
 * How many values of each plane count, for volumes of planes that represent slabs of different thickness.
 *
 * @param counts of all values, by plane
 * @param inside of those in a range, by plane
 */
public record PlaneCounts(long[] counts, long[] inside) {
    /**
     * Counts the values that {@link Statistics#of} counts, planes in parallel.
     *
     * @param range what to count values within
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static PlaneCounts of(
            Planes planes, Selection selection, Limits limits, ValueRange range, Progress progress) {
        PlaneCounts all = new PlaneCounts(new long[planes.count()], new long[planes.count()]);
        Workers.forEach(planes.count(), progress, plane -> all.count(plane, planes, selection, limits, range));
        return all;
    }

    private void count(int plane, Planes planes, Selection selection, Limits limits, ValueRange range) {
        float[] values = planes.values(plane);
        byte[] mask = selection.mask(plane, values.length);
        PixelPadding padding = selection.padding(plane);
        long all = 0;
        long within = 0;
        for (int i = 0; i < values.length; i++) {
            if (mask != null && mask[i] == 0 || padding != null && padding.contains(values[i])) continue;
            float value = limits.of(values[i]);
            if (!Float.isFinite(value)) continue;
            all++;
            if (range.contains(value)) within++;
        }
        counts[plane] = all;
        inside[plane] = within;
    }
}
