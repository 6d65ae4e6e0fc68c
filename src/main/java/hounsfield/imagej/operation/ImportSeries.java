package hounsfield.imagej.operation;

import hounsfield.geometry.grid.Interpolation;
import hounsfield.imagej.host.Messages;
import hounsfield.imagej.open.Arrangement;
import hounsfield.imagej.open.DicomOpener;
import hounsfield.imagej.open.OpenSettings;
import hounsfield.imagej.open.PixelForm;
import hounsfield.imagej.open.SeriesChoice;
import hounsfield.imagej.open.SeriesOrder;
import hounsfield.series.FolderFiles;
import hounsfield.series.Series;
import hounsfield.series.axis.AxisChoice;
import hounsfield.series.axis.WhenIncomplete;
import hounsfield.standard.error.Memory;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code Import DICOM Series...}: opens one of the series in a folder as a volume or hyperstack. */
public final class ImportSeries {
    /** The label for keeping an uneven or tilted series as it is. */
    private static final String NO = "no";

    private ImportSeries() {}

    /**
     * The options of {@code Import DICOM Series...}.
     *
     * @param series the name of a series, a series number, or {@code #3} for the third of the list; empty for the only
     *     series
     * @param arrangement the order of the slices, and the axes
     * @param settings the form of the pixels and the source of their values
     * @param regularize interpolation of an uneven or tilted series, which is resampled to an even grid; empty to leave it
     * @param report whether the series is added to the table {@value ReportSeries#TABLE}
     */
    public record Options(
            String series,
            Arrangement arrangement,
            OpenSettings settings,
            Optional<Interpolation> regularize,
            boolean report) {
        /** The only series, by position, as 32-bit values in memory. */
        public static final Options DEFAULT =
                new Options("", Arrangement.DEFAULT, OpenSettings.DEFAULT, Optional.empty(), false);

        /**
         * {@return these options for another series}
         *
         * @param other the name of a series, a series number, or {@code #3} for the third of the list
         */
        public Options with(String other) {
            return new Options(other, arrangement, settings, regularize, report);
        }

        /**
         * {@return these options with slices in another order}
         *
         * @param other the order
         */
        public Options with(SeriesOrder other) {
            return with(arrangement.with(other));
        }

        /**
         * {@return these options with the images at other places}
         *
         * @param other the order of the slices, and the axes
         */
        public Options with(Arrangement other) {
            return new Options(series, other, settings, regularize, report);
        }

        /**
         * {@return these options with other axes}
         *
         * @param words {@code automatic}, {@code none}, or words of {@link ImportSeries#axes} separated by commas, in any case
         * @throws IllegalArgumentException if a word is unknown
         */
        public Options withAxes(String words) {
            return with(arrangement.with(AxisChoice.of(words)));
        }

        /**
         * {@return these options with another treatment of time points and channels that lack images}
         *
         * @param label one of {@link ImportSeries#incomplete}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withIncomplete(String label) {
            return with(arrangement.with(WhenIncomplete.byLabel(label)));
        }

        /**
         * {@return these options with other settings of the pixels}
         *
         * @param other the form of the pixels and the source of their values
         */
        public Options with(OpenSettings other) {
            return new Options(series, arrangement, other, regularize, report);
        }

        /**
         * {@return these options with slices in another order}
         *
         * @param label one of {@link ImportSeries#orders}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withOrder(String label) {
            return with(SeriesOrder.byLabel(label));
        }

        /**
         * {@return these options with another form of the pixels}
         *
         * @param label one of {@link OpenDicom#pixels}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withPixels(String label) {
            return with(settings.with(PixelForm.byLabel(label)));
        }

        /**
         * {@return these options with values from another source}
         *
         * @param label one of {@link OpenDicom#values}, in any case
         * @throws IllegalArgumentException if there is none, or the pixels cannot have its values
         */
        public Options withValues(String label) {
            return with(settings.withValues(label));
        }

        /**
         * {@return these options with another treatment of frames that cannot be decoded}
         *
         * @param label one of {@link OpenDicom#damaged}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withDamaged(String label) {
            return with(settings.withDamaged(label));
        }

        /**
         * {@return these options with another treatment of an uneven or tilted series}
         *
         * @param label one of {@link ImportSeries#regularizations}, in any case; empty for the first
         * @throws IllegalArgumentException if there is none
         */
        public Options withRegularize(String label) {
            boolean no = label.isBlank() || label.trim().equalsIgnoreCase(NO);
            return new Options(
                    series,
                    arrangement,
                    settings,
                    no ? Optional.empty() : Optional.of(Interpolation.byLabel(label)),
                    report);
        }

        /**
         * {@return these options with or without a row in the table {@value ReportSeries#TABLE}}
         *
         * @param inTable whether the series is added to the table
         */
        public Options withReport(boolean inTable) {
            return new Options(series, arrangement, settings, regularize, inTable);
        }

        /** {@return whether frames are decoded when they are shown} */
        public boolean isVirtual() {
            return settings.virtual();
        }

        /**
         * {@return these options for a virtual stack, or for a stack in memory}
         *
         * @param whenShown whether frames are decoded when they are shown
         */
        public Options virtual(boolean whenShown) {
            return with(settings.virtual(whenShown));
        }
    }

    /** The series of a folder, by Series Number, then by Series Instance UID. */
    public static final class Found {
        private final Path folder;
        private final SeriesChoice choice;

        Found(Path folder, SeriesChoice choice) {
            this.folder = folder;
            this.choice = choice;
        }

        /** {@return the folder or archive that has the series, or the folder that chosen files have in common} */
        public Path folder() {
            return folder;
        }

        /**
         * {@return the name of each series in options: its UID, followed by {@code #1}, {@code #2} ... if several
         * series have the UID}
         */
        public List<String> names() {
            return choice.names();
        }

        /** {@return number, description, modality, size and count of each series as text} */
        public List<String> labels() {
            return choice.labels();
        }

        /** {@return {@link #labels}, followed by the subfolder for a series in a subfolder} */
        public List<String> labelsAndFolders() {
            List<String> labels = labels();
            return IntStream.range(0, labels.size())
                    .mapToObj(i -> labels.get(i) + place(choice.series().get(i)))
                    .toList();
        }

        /** {@return a table with a report on each series, one row per series} */
        public ResultsTable report() {
            return ReportSeries.table(choice.series());
        }

        private String place(Series series) {
            if (series.files().isEmpty()) return "";
            Path parent = series.files().get(0).getParent();
            if (parent == null || parent.equals(folder) || !parent.startsWith(folder)) return "";
            return ", in " + OneLine.of(folder.relativize(parent));
        }

        /**
         * Opens the series that the options name.
         *
         * @param options series, order and pixels
         * @param progress reports and cancels
         * @return a new image, not shown
         * @throws IOException if files cannot be read
         * @throws IllegalArgumentException if there is no such series, or it does not fit into memory; the message lists
         *     the series
         */
        public ImagePlus open(Options options, Progress progress) throws IOException {
            return open(choice.find(options.series()), options, progress);
        }

        /**
         * Opens one of the series.
         *
         * @param index counted from 0
         * @param options order and pixels; their series is not used
         * @param progress reports and cancels
         * @return a new image, not shown
         * @throws IOException if files cannot be read
         */
        public ImagePlus open(int index, Options options, Progress progress) throws IOException {
            return open(choice.series().get(index), options, progress);
        }

        /**
         * {@return whether a series is uneven or tilted, so that it can be resampled to an even grid}
         *
         * @param index counted from 0
         */
        public boolean isIrregular(int index) {
            return isIrregular(choice.series().get(index));
        }

        /**
         * {@return slice spacing, gaps and tilt of a series, as the report says them}
         *
         * @param index counted from 0
         */
        public String geometry(int index) {
            return choice.series().get(index).quality().geometryText();
        }

        private static boolean isIrregular(Series series) {
            return series.geometry()
                    .filter(stack -> stack.isUneven() || stack.isSheared())
                    .isPresent();
        }

        private ImagePlus open(Series scanned, Options options, Progress progress) throws IOException {
            Arrangement arrangement = options.arrangement();
            Series series = arrangement.of(scanned);
            ImagePlus image = Memory.guarded(
                    () -> DicomOpener.openSeries(folder, series, arrangement.order(), options.settings(), progress));
            if (options.report()) ReportSeries.append(series);
            if (options.regularize().isEmpty()) return image;
            if (!isIrregular(series)) {
                Messages.log(image.getTitle(), List.of("Not resampled: the series is neither uneven nor tilted"));
                return image;
            }
            return RegularizeSeries.run(
                    image,
                    RegularizeSeries.Options.DEFAULT.withInterpolation(
                            options.regularize().get().label()),
                    progress);
        }
    }

    /** {@return the words for uneven and tilted series: {@value #NO} to leave them, and the interpolations} */
    public static List<String> regularizations() {
        return Stream.concat(
                        Stream.of(NO), Arrays.stream(Interpolation.values()).map(Interpolation::label))
                .toList();
    }

    /** {@return the words for the attributes that make the axes, the default first} */
    public static List<String> axes() {
        return AxisChoice.labels();
    }

    /** {@return the labels of the treatments of volumes that lack images, the default first} */
    public static List<String> incomplete() {
        return WhenIncomplete.labels();
    }

    /** {@return the labels of the orders of slices, the default first} */
    public static List<String> orders() {
        return SeriesOrder.labels();
    }

    /**
     * Opens the series that the options name.
     *
     * @param folder searched with all folders in it
     * @param options series, order and pixels
     * @param progress reports and cancels
     * @return a new image, not shown
     * @throws IOException if files cannot be read
     * @throws IllegalArgumentException if there is no such series, or it does not fit into memory; the message lists
     *     the series
     */
    public static ImagePlus run(Path folder, Options options, Progress progress) throws IOException {
        return scan(folder, progress).open(options, progress);
    }

    /**
     * Opens the series that the options name.
     *
     * @param files searched for series
     * @param options series, order and pixels
     * @param progress reports and cancels
     * @return a new image, not shown
     * @throws IOException if files cannot be read
     * @throws IllegalArgumentException if there is no such series, or it does not fit into memory; the message lists
     *     the series
     */
    public static ImagePlus run(List<Path> files, Options options, Progress progress) throws IOException {
        return scan(files, progress).open(options, progress);
    }

    /**
     * Returns the series of chosen files.
     *
     * @param files no folders and no archives
     * @param progress reports and cancels
     * @return at least one series
     * @throws IllegalArgumentException if there are no files, or no series
     */
    public static Found scan(List<Path> files, Progress progress) {
        Path folder = FolderFiles.of(files).root();
        return new Found(folder, Memory.guarded(() -> SeriesChoice.scan(files, folder, progress)));
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
    public static Found scan(Path folder, Progress progress) throws IOException {
        return new Found(folder, Memory.guarded(() -> SeriesChoice.scan(folder, progress)));
    }
}
