package hounsfield.imagej.browser;

import hounsfield.data.DicomTime;
import hounsfield.imagej.operation.BrowseSeries;
import hounsfield.series.SeriesSummary;
import java.util.List;
import java.util.Locale;

/**
 * A row of the browser: a series, or, while the scan runs, the images with one Series Instance UID so far.
 *
 * @param index of the series in the result, from 0; -1 while the scan runs
 * @param summary what is known of it
 */
record SeriesRow(int index, SeriesSummary summary) {
    private static final long MIB = 1 << 20;

    /** Returns a row for images whose scan still runs. */
    static SeriesRow of(BrowseSeries.Image image, int files) {
        return new SeriesRow(
                -1,
                new SeriesSummary(
                        image.uid(),
                        image.study(),
                        image.number(),
                        image.description(),
                        image.date(),
                        image.modality(),
                        "",
                        0,
                        0,
                        0,
                        0,
                        0,
                        "",
                        0,
                        "",
                        files,
                        List.of(),
                        List.of()));
    }

    /** Returns whether the scan of its series is complete. */
    boolean isComplete() {
        return index >= 0;
    }

    /** Returns columns and rows as text, for the filter. */
    private String size() {
        return isComplete() ? summary.columns() + " x " + summary.rows() + " x " + summary.slices() : "";
    }

    /** Returns the date of the series as year, month and day. */
    String date() {
        return DicomTime.dateFirst(summary.date());
    }

    /** Returns the memory of all pixels in 32 bits. */
    String memory() {
        if (!isComplete()) return "";
        long bytes = summary.bytes();
        return bytes < 10 * MIB ? String.format(Locale.ROOT, "%.1f MB", (double) bytes / MIB) : bytes / MIB + " MB";
    }

    /** Returns whether all words of a filter are in the row, in any case. */
    boolean matches(String filter) {
        if (filter.isBlank()) return true;
        String text = String.join(
                        "\n",
                        summary.study().patient(),
                        summary.study().study(),
                        summary.description(),
                        summary.modality(),
                        summary.kind(),
                        summary.number().isPresent()
                                ? Integer.toString(summary.number().getAsInt())
                                : "",
                        date(),
                        summary.date(),
                        size(),
                        summary.transferSyntax(),
                        String.join(" ", summary.doubts()),
                        summary.name())
                .toLowerCase(Locale.ROOT);
        for (String word : filter.toLowerCase(Locale.ROOT).strip().split("\\s+"))
            if (!text.contains(word)) return false;
        return true;
    }
}
