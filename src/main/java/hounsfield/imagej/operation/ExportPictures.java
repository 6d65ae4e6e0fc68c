package hounsfield.imagej.operation;

import hounsfield.dataset.export.BatchExport;
import hounsfield.dataset.export.ExportScope;
import hounsfield.dataset.export.SeriesExport;
import hounsfield.dataset.part.Shard;
import hounsfield.dataset.picture.ExportFormat;
import hounsfield.dataset.picture.ExportSettings;
import hounsfield.dataset.picture.ExportWindow;
import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.display.WindowPresets;
import hounsfield.imagej.files.ExportWriter;
import hounsfield.imagej.files.SecretKey;
import hounsfield.mask.MaskSettings;
import hounsfield.mask.Size;
import hounsfield.series.SeriesSelection;
import hounsfield.standard.Labels;
import hounsfield.window.WindowName;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code DICOM Batch Export...}: writes a picture of every frame in a folder, and a list of the pictures. */
public final class ExportPictures {
    private ExportPictures() {}

    /**
     * The options of {@code DICOM Batch Export...}.
     *
     * @param format of the files
     * @param windows presets, center/width and {@code file 1}, separated by commas: one channel each; empty for none
     * @param bins of the equalized channel, which is the last; 0 for none
     * @param size of the pictures; empty for that of the frame or crop
     * @param crop the window of a mask to whose box frames are cropped; empty for whole frames
     * @param quality of JPEG, 1 to 100
     * @param anonymous whether pseudonyms replace the names of files and folders
     * @param series the series whose files are exported
     * @param regularize whether series with uneven or tilted slices are resampled, instead of left out; for whole series
     * @param key a file with the secret key of pseudonyms, for anonymous pictures; empty for the one beside ImageJ's preferences
     * @param shard the share of the files
     */
    public record Options(
            ExportFormat format,
            String windows,
            int bins,
            Optional<Size> size,
            String crop,
            int quality,
            boolean anonymous,
            SeriesSelection series,
            boolean regularize,
            Optional<Path> key,
            Shard shard) {
        /** PNG of whole frames through their own windows. */
        public static final Options DEFAULT = new Options(
                ExportFormat.PNG,
                "",
                0,
                Optional.empty(),
                "",
                90,
                false,
                SeriesSelection.ALL,
                false,
                Optional.empty(),
                Shard.ALL);

        /**
         * {@return these options with another format}
         *
         * @param label one of {@link ExportPictures#formats}, in any case
         * @throws IllegalArgumentException if there is no such format
         */
        public Options withFormat(String label) {
            return new Options(
                    ExportFormat.byLabel(label),
                    windows,
                    bins,
                    size,
                    crop,
                    quality,
                    anonymous,
                    series,
                    regularize,
                    key,
                    shard);
        }

        /**
         * {@return these options with other channels}
         *
         * @param newWindows separated by commas; empty for none
         * @param newBins of the equalized channel; 0 for none
         */
        public Options withChannels(String newWindows, int newBins) {
            return new Options(
                    format, newWindows, newBins, size, crop, quality, anonymous, series, regularize, key, shard);
        }

        /**
         * {@return these options with another size}
         *
         * @param text width x height, {@code 256x128}, or {@code 256} for both; empty for the size of the frame or crop
         * @throws IllegalArgumentException if it is not a size
         */
        public Options withSize(String text) {
            return new Options(
                    format,
                    windows,
                    bins,
                    Size.parseOptional(text),
                    crop,
                    quality,
                    anonymous,
                    series,
                    regularize,
                    key,
                    shard);
        }

        /**
         * {@return these options for crops}
         *
         * @param window of the mask, a preset or center/width; empty or {@code none} for whole frames
         */
        public Options withCrop(String window) {
            String mask = Labels.plain(window).equals(WindowName.NONE) ? "" : window.strip();
            return new Options(format, windows, bins, size, mask, quality, anonymous, series, regularize, key, shard);
        }

        /**
         * {@return these options with another quality of JPEG}
         *
         * @param other 1 to 100
         */
        public Options withQuality(int other) {
            return new Options(format, windows, bins, size, crop, other, anonymous, series, regularize, key, shard);
        }

        /**
         * {@return these options with or without names}
         *
         * @param pseudonyms whether pseudonyms replace the names of files and folders
         */
        public Options anonymous(boolean pseudonyms) {
            return new Options(format, windows, bins, size, crop, quality, pseudonyms, series, regularize, key, shard);
        }

        /**
         * {@return these options with other series}
         *
         * @param text Series Instance UIDs, separated by commas; empty for all files
         */
        public Options withSeries(String text) {
            return new Options(
                    format,
                    windows,
                    bins,
                    size,
                    crop,
                    quality,
                    anonymous,
                    SeriesSelection.parse(text),
                    regularize,
                    key,
                    shard);
        }

        /**
         * {@return these options with or without resampling}
         *
         * @param even whether series with uneven or tilted slices are resampled to even grids
         */
        public Options regularize(boolean even) {
            return new Options(format, windows, bins, size, crop, quality, anonymous, series, even, key, shard);
        }

        /**
         * {@return these options with another key}
         *
         * @param file a file of at least 16 bytes
         */
        public Options withKey(Path file) {
            return new Options(
                    format,
                    windows,
                    bins,
                    size,
                    crop,
                    quality,
                    anonymous,
                    series,
                    regularize,
                    Optional.of(file),
                    shard);
        }

        /**
         * {@return these options with another share of the files}
         *
         * @param text such as {@code 3/16}; empty for all files
         * @throws IllegalArgumentException if the text is not a share
         */
        public Options withShard(String text) {
            return new Options(
                    format, windows, bins, size, crop, quality, anonymous, series, regularize, key, Shard.parse(text));
        }

        private ExportSettings settings() {
            return new ExportSettings(
                    format,
                    ExportWindow.list(windows, WindowPresets::byName),
                    bins,
                    size,
                    crop.isEmpty() ? Optional.empty() : Optional.of(MaskSettings.of(WindowParser.preset(crop))),
                    crop,
                    quality,
                    anonymous,
                    regularize);
        }
    }

    /**
     * The result of an export.
     *
     * @param written number of pictures written
     * @param existing number of pictures that an earlier run had written
     * @param leftOut number of frames, or whole files, without a picture; the list has the reasons
     * @param list path of the list of pictures
     */
    public record Result(int written, int existing, int leftOut, Path list) {
        /** {@return the numbers in a sentence} */
        public String summary() {
            String text = written + " pictures written";
            if (existing > 0) text += ", " + existing + " existed already";
            if (leftOut > 0) text += "\n  " + leftOut + " left out, see the reasons in " + list.getFileName();
            return text;
        }
    }

    /** {@return the labels of the formats, the default first} */
    public static List<String> formats() {
        return ExportFormat.labels();
    }

    /**
     * Exports a folder and all folders in it. The next run continues an interrupted export.
     *
     * @param folder the input
     * @param output the output folder, outside of the input; created if necessary
     * @param options the form of the pictures
     * @param progress reports and cancels
     * @return numbers, and the path of the list
     * @throws IOException if a folder or the list cannot be read or written
     * @throws IllegalArgumentException if an option is invalid, there are no DICOM files, or {@code output} holds an export
     *     with other options
     */
    public static Result run(Path folder, Path output, Options options, Progress progress) throws IOException {
        ExportSettings settings = options.settings();
        SecretKey.checkApart(options.key(), output);
        ExportScope scope = new ExportScope(
                options.series(),
                options.shard(),
                options.anonymous() ? Optional.of(SecretKey.read(options.key())) : Optional.empty());
        BatchExport.Result result = settings.format().isVolume()
                ? SeriesExport.run(folder, output, settings, scope, progress)
                : BatchExport.run(folder, output, settings, scope, new ExportWriter(), progress);
        return new Result(result.written(), result.existing(), result.leftOut(), result.manifest());
    }
}
