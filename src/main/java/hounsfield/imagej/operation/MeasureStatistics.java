package hounsfield.imagej.operation;

import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.measure.ImageMeasurement;
import hounsfield.imagej.measure.MeasureSettings;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.roi.ImageRegion;
import hounsfield.measure.ValueRange;
import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import hounsfield.window.WindowName;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** {@code HU Statistics...}: measures the values of an image without padding, in one or several regions. */
public final class MeasureStatistics {
    /** The text for no window. */
    public static final String NO_WINDOW = WindowName.NONE;

    /** The label of the scope of the current slice. */
    public static final String CURRENT_SLICE = MeasureSettings.Scope.CURRENT.label();

    private static final MeasureSettings.Scope[] SCOPES = {
        MeasureSettings.Scope.VOLUME, MeasureSettings.Scope.SLICE, MeasureSettings.Scope.CURRENT
    };

    private MeasureStatistics() {}

    /** {@return the labels of the scopes, the default first} */
    public static List<String> scopes() {
        return Labels.of(SCOPES);
    }

    /** The regions that are measured: the values of the {@code regions} option. */
    public enum Regions implements Labeled {
        /** The area selection, or the whole image if there is none. */
        SELECTION,
        /** Each region of the ROI Manager. */
        MANAGER,
        /** Each region of the overlay of the image. */
        OVERLAY;

        /** {@return all labels, the default first} */
        public static List<String> labels() {
            return Labels.of(values());
        }

        /**
         * {@return the regions of a label in any case}
         *
         * @param label the label
         * @throws IllegalArgumentException if there are none
         */
        public static Regions byLabel(String label) {
            return Labels.find("regions", values(), label);
        }

        private List<ImageRegion> of(ImagePlus image) {
            return switch (this) {
                case MANAGER -> ImageRegion.managed();
                case OVERLAY -> ImageRegion.overlaid(image);
                case SELECTION -> List.of(ImageRegion.selectionOf(image));
            };
        }
    }

    /**
     * The options of {@code HU Statistics...}.
     *
     * @param scope the slices of a row
     * @param regions the regions to measure
     * @param window a preset or center/width, to count the pixels inside it, limits excluded; {@link #NO_WINDOW} for
     *     none
     * @param min lower values do not count; empty for no limit
     * @param max higher values do not count; empty for no limit
     */
    public record Options(
            MeasureSettings.Scope scope, Regions regions, String window, OptionalDouble min, OptionalDouble max) {
        /** One row for all slices of each channel and time point, in the area selection if there is one. */
        public static final Options DEFAULT = new Options(
                MeasureSettings.Scope.VOLUME,
                Regions.SELECTION,
                NO_WINDOW,
                OptionalDouble.empty(),
                OptionalDouble.empty());

        /**
         * {@return these options with other rows}
         *
         * @param other the slices of a row
         */
        public Options with(MeasureSettings.Scope other) {
            return new Options(other, regions, window, min, max);
        }

        /**
         * {@return these options with other rows}
         *
         * @param label {@code stack}, {@code slice} for each slice, or {@code current slice}, in any case
         * @throws IllegalArgumentException if there is no such scope
         */
        public Options withScope(String label) {
            return with(Labels.find("scope", SCOPES, label));
        }

        /**
         * {@return these options for other regions}
         *
         * @param other the regions to measure
         */
        public Options with(Regions other) {
            return new Options(scope, other, window, min, max);
        }

        /**
         * {@return these options with another window}
         *
         * @param other a preset or center/width, {@link #NO_WINDOW} for none
         */
        public Options withWindow(String other) {
            return new Options(scope, regions, other, min, max);
        }

        /**
         * {@return these options for values in a range}
         *
         * @param least empty for no limit
         * @param greatest empty for no limit
         */
        public Options between(OptionalDouble least, OptionalDouble greatest) {
            return new Options(scope, regions, window, least, greatest);
        }

        /**
         * {@return these options for values in a range}
         *
         * @param least NaN for no limit
         * @param greatest NaN for no limit
         */
        public Options between(double least, double greatest) {
            return between(Equalize.optional(least), Equalize.optional(greatest));
        }

        private MeasureSettings settings(ImagePlus image) {
            ValueRange only =
                    ValueRange.closed(min.orElse(Double.NEGATIVE_INFINITY), max.orElse(Double.POSITIVE_INFINITY));
            MeasureSettings settings = new MeasureSettings(scope, Optional.empty(), only);
            return WindowName.of(window).kind() == WindowName.Kind.NONE
                    ? settings
                    : settings.inside(WindowParser.inside(image, window));
        }
    }

    /**
     * {@return whether an image has an area selection, which is then the default region}
     *
     * @param image any image
     */
    public static boolean isSelected(ImagePlus image) {
        return ImageRegion.isSelected(image);
    }

    /**
     * Measures an image.
     *
     * @param image grayscale
     * @param options rows, regions, window and range
     * @param progress reports and cancels
     * @return the numbers, not shown
     * @throws IllegalArgumentException for a color image, an unknown window, or if there are no regions
     */
    public static ImageMeasurement run(ImagePlus image, Options options, Progress progress) {
        List<ImageRegion> regions = options.regions().of(image);
        return ImageMeasurement.of(image, regions, options.settings(image), progress);
    }

    /**
     * Measures an image.
     *
     * @param image grayscale
     * @param options rows, regions, window and range
     * @param progress reports and cancels
     * @return a new table, not shown: a row per region, or per region and slice
     * @throws IllegalArgumentException as {@link #run} throws it
     */
    public static ResultsTable table(ImagePlus image, Options options, Progress progress) {
        return run(image, options, progress).table();
    }

    /**
     * Measures all slices together, in the area selection if there is one.
     *
     * @param image grayscale
     * @param progress reports and cancels
     * @return count, min, max, mean, std, median, and volume in ml (NaN if unknown), by name
     * @throws IllegalArgumentException for a color image, or if there is no pixel to count
     */
    public static Map<String, Double> numbers(ImagePlus image, Progress progress) {
        return selection(image, MeasureSettings.ALL, progress).numbers();
    }

    /**
     * Measures the tissues of all slices together, in the area selection if there is one.
     *
     * @param image grayscale, in HU
     * @param progress reports and cancels
     * @return the fraction of the pixels, 0 to 1, by the name of the tissue
     * @throws IllegalArgumentException for an image that is not in HU, or if there is no pixel to count
     */
    public static Map<String, Double> tissueFractions(ImagePlus image, Progress progress) {
        ImageUnit.checkHounsfield(image, "the band of a tissue", "open its DICOM file as 32-bit or 16-bit");
        return selection(image, MeasureSettings.ALL, progress).tissues();
    }

    /**
     * Measures the volume of a range of values in all slices, in the area selection if there is one.
     *
     * @param image grayscale
     * @param min included, in the unit of the image
     * @param max included, in the unit of the image
     * @param progress reports and cancels
     * @return the volume in ml
     * @throws IllegalArgumentException if the size of voxels is not known in mm, the image has several channels or time
     *     points, or its values are not those of its file
     */
    public static double volume(ImagePlus image, double min, double max, Progress progress) {
        ImageUnit.checkRange(image);
        MeasureSettings settings = MeasureSettings.ALL.inside(ValueRange.closed(min, max));
        return selection(image, settings, progress).volumeInside();
    }

    /**
     * Measures the fraction of the pixels strictly inside a window, in all slices and in the area selection if there is
     * one.
     *
     * @param image grayscale
     * @param window a preset or center/width
     * @param progress reports and cancels
     * @return 0 to 1
     * @throws IllegalArgumentException for a color image or an unknown window, or if there is no pixel to count
     */
    public static double fractionInWindow(ImagePlus image, String window, Progress progress) {
        ValueRange range = WindowParser.inside(image, window);
        return selection(image, MeasureSettings.ALL.inside(range), progress).fractionInside();
    }

    private static ImageMeasurement selection(ImagePlus image, MeasureSettings settings, Progress progress) {
        return ImageMeasurement.of(image, List.of(ImageRegion.selectionOf(image)), settings, progress);
    }
}
