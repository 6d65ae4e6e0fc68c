package hounsfield.imagej.browser;

import hounsfield.imagej.operation.BrowseSeries;

/** What the browser starts, each in a thread of its own, with progress and messages as the commands have. */
public interface BrowserActions {
    /**
     * Opens a series, as {@code Import DICOM Series...} does, and records that command.
     *
     * @param result has the series
     * @param index of the series, from 0
     * @param virtual whether images are decoded when they are shown
     */
    void open(BrowseSeries.Result result, int index, boolean virtual);

    /**
     * Shows {@code DICOM Folder Table...} for the folder of a series.
     *
     * @param result has the series
     * @param index of the series, from 0
     */
    void table(BrowseSeries.Result result, int index);

    /**
     * Shows {@code DICOM Batch Export...} for the folder of a series.
     *
     * @param result has the series
     * @param index of the series, from 0
     */
    void export(BrowseSeries.Result result, int index);

    /**
     * Opens a series and shows {@code Hand Over DICOM...} for it.
     *
     * @param result has the series
     * @param index of the series, from 0
     */
    void handOver(BrowseSeries.Result result, int index);

    /** Shows the help. */
    void help();
}
