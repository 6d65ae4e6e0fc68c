package hounsfield.imagej.browser;

import hounsfield.imagej.operation.BrowseSeries;
import java.util.List;
import java.util.function.Consumer;

/** The actions that the browser starts, each in a separate thread, with progress and messages like those of commands. */
public interface BrowserActions {
    /**
     * Opens series one after another, as {@code Import DICOM Series...} does, and records that command for each series.
     *
     * @param result has the series
     * @param series their indices, from 0
     * @param virtual whether images are decoded when they are shown
     * @param failed receives the reason, in any thread, if a series cannot be opened; then the others are not opened
     */
    void open(BrowseSeries.Result result, List<Integer> series, boolean virtual, Consumer<String> failed);

    /**
     * Shows {@code DICOM Folder Table...} for series.
     *
     * @param result has the series
     * @param series their indices, from 0
     */
    void table(BrowseSeries.Result result, List<Integer> series);

    /**
     * Shows {@code DICOM Batch Export...} for series.
     *
     * @param result has the series
     * @param series their indices, from 0
     */
    void export(BrowseSeries.Result result, List<Integer> series);

    /**
     * Opens series one after another and shows {@code Hand Over DICOM...} for each.
     *
     * @param result has the series
     * @param series their indices, from 0
     * @param failed receives the reason, in any thread, if a series cannot be opened; then the others are not opened
     */
    void handOver(BrowseSeries.Result result, List<Integer> series, Consumer<String> failed);

    /** Shows the help. */
    void help();
}
