package hounsfield.imagej.operation;

import hounsfield.dataset.csv.AtomicFile;
import hounsfield.dataset.part.Shard;
import hounsfield.dataset.table.FolderTable;
import hounsfield.dataset.table.TableParts;
import hounsfield.dataset.table.TableSettings;
import hounsfield.dataset.table.TagSelection;
import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.files.FolderResults;
import hounsfield.series.SeriesSelection;
import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import hounsfield.standard.Numbers;
import hounsfield.work.Progress;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code DICOM Folder Table...}: makes a table with one row per DICOM file of a folder. */
public final class TabulateFolder {
    /** Title of the table. */
    public static final String TABLE = FolderResults.TITLE;

    private TabulateFolder() {}

    /** The columns about pixels: the values of the {@code pixels} option. */
    public enum Pixels implements Labeled {
        /** Statistics of stored and calibrated values. */
        STATISTICS,
        /** None; pixels are not read. */
        NONE;

        /** {@return all labels, the default first} */
        public static List<String> labels() {
            return Labels.of(values());
        }

        /**
         * {@return the columns of a label in any case}
         *
         * @param label the label
         * @throws IllegalArgumentException if there are none
         */
        public static Pixels byLabel(String label) {
            return Labels.find("pixels", values(), label);
        }
    }

    /**
     * The options of {@code DICOM Folder Table...}.
     *
     * @param tags the elements of the headers
     * @param pixels the columns about pixels
     * @param window a preset or center/width, for the fraction of values inside it
     * @param save a CSV file that gets all rows; empty for none
     * @param series the series whose files are listed
     */
    public record Options(
            TagSelection tags, Pixels pixels, String window, Optional<Path> save, SeriesSelection series) {
        /** All elements, statistics of pixels, and the window {@code brain}. */
        public static final Options DEFAULT = new Options(
                TagSelection.ALL,
                Pixels.STATISTICS,
                TableSettings.ALL.windowName(),
                Optional.empty(),
                SeriesSelection.ALL);

        /**
         * {@return these options with other elements}
         *
         * @param text {@code all}, {@code none}, or keywords and numbers separated by commas
         * @throws IllegalArgumentException if a keyword is unknown
         */
        public Options withTags(String text) {
            return new Options(TagSelection.parse(text), pixels, window, save, series);
        }

        /**
         * {@return these options with or without statistics of pixels}
         *
         * @param label {@code statistics} or {@code none}, in any case
         * @throws IllegalArgumentException if there is no such label
         */
        public Options withPixels(String label) {
            return new Options(tags, Pixels.byLabel(label), window, save, series);
        }

        /**
         * {@return these options with another window}
         *
         * @param other a preset or center/width
         */
        public Options withWindow(String other) {
            return new Options(tags, pixels, other, save, series);
        }

        /**
         * {@return these options with a CSV file}
         *
         * @param csv in an existing folder; an existing file is replaced
         */
        public Options saved(Path csv) {
            return new Options(tags, pixels, window, Optional.of(csv), series);
        }

        /**
         * {@return these options with other series}
         *
         * @param text Series Instance UIDs, separated by commas; empty for all files
         */
        public Options withSeries(String text) {
            return new Options(tags, pixels, window, save, SeriesSelection.parse(text));
        }

        private TableSettings settings() {
            return new TableSettings(tags, pixels == Pixels.STATISTICS, WindowParser.preset(window), window);
        }
    }

    /**
     * Makes a table of a folder and all folders in it, and writes the CSV file if the options name one.
     *
     * @param folder the input
     * @param options columns and file
     * @param progress reports and cancels
     * @return the first rows, as many as {@link FolderResults} allows; the file has all rows
     * @throws IOException if a folder or file cannot be read or written
     * @throws IllegalArgumentException if an option is invalid, or there are no DICOM files
     */
    public static ResultsTable run(Path folder, Options options, Progress progress) throws IOException {
        if (options.save().isPresent()) AtomicFile.checkFolder(options.save().get());
        try (FolderTable table = FolderTable.read(folder, options.series(), options.settings(), progress)) {
            if (options.save().isPresent()) table.writeCsv(options.save().get(), progress);
            return FolderResults.of(table, progress);
        }
    }

    /**
     * Writes all rows to a CSV file, without a results table. The memory does not grow with the number of files.
     *
     * @param folder the input
     * @param csv in an existing folder; an existing file is replaced
     * @param options columns; their file is not used
     * @param progress reports and cancels
     * @return the number of rows
     * @throws IOException if a folder or file cannot be read or written
     */
    public static int toCsv(Path folder, Path csv, Options options, Progress progress) throws IOException {
        return FolderTable.toCsv(folder, csv, options.settings(), progress);
    }

    /**
     * Makes the table of a folder in parts, which survive a kill: the next run continues with the first missing part.
     *
     * @param folder the input
     * @param output the folder of the parts, outside of the input; created if it does not exist
     * @param options columns and series; {@code save} is not used
     * @param shard the share of the files, such as {@code 3/16}; empty for all
     * @param progress reports and cancels; the parts so far remain
     * @return a sentence with the numbers of parts and rows
     * @throws IOException if a folder or file cannot be read or written
     * @throws IllegalArgumentException if an option is invalid, if there are no files, if another run uses the output folder, or if an
     *     earlier run had other options or files
     */
    public static String toParts(Path folder, Path output, Options options, String shard, Progress progress)
            throws IOException {
        TableParts.Result result = TableParts.run(
                folder, options.series(), output, options.settings(), Shard.parse(shard), TableParts.FILES, progress);
        return Numbers.count(result.parts(), "part") + ", " + result.made() + " of them now with " + result.rows()
                + " rows, " + result.leftOut() + " with a reason";
    }

    /**
     * Returns the row of one file.
     *
     * @param file a DICOM file
     * @return numbers and text by heading, without empty columns
     * @throws IOException if the file cannot be read
     */
    public static Map<String, Object> row(Path file) throws IOException {
        return FolderTable.row(file, TableSettings.ALL);
    }
}
