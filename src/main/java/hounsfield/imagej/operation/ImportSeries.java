package hounsfield.imagej.operation;

import hounsfield.imagej.open.DicomOpener;
import hounsfield.imagej.open.OpenSettings;
import hounsfield.imagej.open.SeriesChoice;
import hounsfield.imagej.open.SeriesOrder;
import hounsfield.series.Series;
import hounsfield.standard.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;

/** {@code Import DICOM Series...}: opens one of the series in a folder as a volume or hyperstack. */
public final class ImportSeries {
    private ImportSeries() {}

    /**
     * The options of {@code Import DICOM Series...}.
     *
     * @param series the name of a series, a series number, or {@code #3} for the third of the list; empty for the only series
     * @param order of the slices
     * @param settings the form of the pixels and the source of their values
     */
    public record Options(String series, SeriesOrder order, OpenSettings settings) {
        /** The only series, by position, as 32-bit values in memory. */
        public static final Options DEFAULT = new Options("", SeriesOrder.POSITION, OpenSettings.DEFAULT);

        /**
         * {@return these options for another series}
         *
         * @param other the name of a series, a series number, or {@code #3} for the third of the list
         */
        public Options with(String other) {
            return new Options(other, order, settings);
        }

        /**
         * {@return these options with slices in another order}
         *
         * @param other the order
         */
        public Options with(SeriesOrder other) {
            return new Options(series, other, settings);
        }

        /**
         * {@return these options with other settings of the pixels}
         *
         * @param other the form of the pixels and the source of their values
         */
        public Options with(OpenSettings other) {
            return new Options(series, order, other);
        }
    }

    /**
     * Opens the series that the options name.
     *
     * @param folder searched with all folders in it
     * @param options series, order and pixels
     * @param progress reports and cancels
     * @return a new image, not shown
     * @throws IOException if files cannot be read
     * @throws IllegalArgumentException if there is no such series, or it does not fit into memory; the message lists the series
     */
    public static ImagePlus run(Path folder, Options options, Progress progress) throws IOException {
        return run(folder, scan(folder, progress).find(options.series()), options, progress);
    }

    /**
     * Opens a series that {@link #scan} found; the options' series is not used.
     *
     * @param folder that was scanned
     * @param series one of the scan's
     * @param options order and pixels
     * @param progress reports and cancels
     * @return a new image, not shown
     * @throws IOException if files cannot be read
     */
    public static ImagePlus run(Path folder, Series series, Options options, Progress progress) throws IOException {
        return Memory.guarded(
                () -> DicomOpener.openSeries(folder, series, options.order(), options.settings(), progress));
    }

    /**
     * Returns the series in a folder and all folders in it.
     *
     * @param folder a folder, or a file in it
     * @param progress reports and cancels
     * @return at least one series
     * @throws IOException if the folder cannot be read
     * @throws IllegalArgumentException if there is no such folder, or no series in it
     */
    public static SeriesChoice scan(Path folder, Progress progress) throws IOException {
        return Memory.guarded(() -> SeriesChoice.scan(folder, progress));
    }
}
