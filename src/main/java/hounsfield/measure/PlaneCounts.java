package hounsfield.measure;

import hounsfield.calibrate.PixelPadding;
import hounsfield.planes.Limits;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.work.Progress;
import hounsfield.work.Workers;

/**
 * The number of selected values in each plane, for volumes whose planes represent slabs of different thickness.
 *
 * @param counts number of selected values per plane
 * @param inside number of those in a range per plane
 */
public record PlaneCounts(long[] counts, long[] inside) {
    /**
     * Counts the same values as {@link Statistics#of}, with planes in parallel.
     *
     * @param planes the image
     * @param selection the pixels to count
     * @param limits values outside are clipped or excluded
     * @param range the range to count values in
     * @param progress receives progress, and can cancel
     * @return the counts
     * @throws java.util.concurrent.CancellationException if the user cancelled
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
