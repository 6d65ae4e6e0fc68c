package hounsfield.imagej.operation;

import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.display.Luts;
import hounsfield.imagej.process.ImageRanges;
import hounsfield.window.ClosedRange;
import hounsfield.window.Outside;
import hounsfield.window.Window;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.List;
import java.util.OptionalDouble;

/** {@code HU Range...}: shows a range of an image's values, or replaces the values outside it. */
public final class KeepRange {
    private KeepRange() {}

    /**
     * {@return the range that an image is shown over, black to white, in its unit}
     *
     * @param image grayscale
     * @throws IllegalArgumentException for a color image
     */
    public static double[] shown(ImagePlus image) {
        Window shown = DisplayWindow.of(image).shown();
        return new double[] {shown.center() - shown.width() / 2, shown.center() + shown.width() / 2};
    }

    /**
     * The options of {@code HU Range...}.
     *
     * @param min the least value in the range, in the unit of the image; empty for the least of all values
     * @param max the greatest value in the range; empty for the greatest of all values
     * @param outside the treatment of values outside the range
     * @param lut name of a lookup table, or {@link Luts#UNCHANGED}
     */
    public record Options(OptionalDouble min, OptionalDouble max, Outside outside, String lut) {
        /** The range from the least to the greatest value; no value changes. */
        public static final Options DEFAULT =
                new Options(OptionalDouble.empty(), OptionalDouble.empty(), Outside.UNCHANGED, Luts.UNCHANGED);

        /**
         * {@return these options for another range}
         *
         * @param least included; empty for an open end
         * @param greatest included; empty for an open end
         */
        public Options between(OptionalDouble least, OptionalDouble greatest) {
            return new Options(least, greatest, outside, lut);
        }

        /**
         * {@return these options for another range}
         *
         * @param least included; NaN for an open end
         * @param greatest included; NaN for an open end
         */
        public Options between(double least, double greatest) {
            return between(Equalize.optional(least), Equalize.optional(greatest));
        }

        /**
         * {@return these options for a range without an open end}
         *
         * @param least included, finite
         * @param greatest included, finite, above {@code least}
         * @throws IllegalArgumentException if the range is empty or an end is not finite
         */
        public Options closed(double least, double greatest) {
            ClosedRange range = new ClosedRange(least, greatest);
            return between(OptionalDouble.of(range.min()), OptionalDouble.of(range.max()));
        }

        /**
         * {@return these options with another fate of the values outside the range}
         *
         * @param label one of {@link KeepRange#outsides}, in any case
         * @throws IllegalArgumentException if there is no such treatment
         */
        public Options withOutside(String label) {
            return with(Outside.byLabel(label));
        }

        /**
         * {@return these options with another fate of the values outside the range}
         *
         * @param other the treatment
         */
        public Options with(Outside other) {
            return new Options(min, max, other, lut);
        }

        /**
         * {@return these options with another lookup table}
         *
         * @param name of the table
         */
        public Options withLut(String name) {
            return new Options(min, max, outside, name);
        }

        /** {@return whether the result is a mask, which has other values than the image} */
        public boolean isMask() {
            return outside == Outside.MASK;
        }
    }

    /** {@return the labels of the treatments of values outside the range, the default first} */
    public static List<String> outsides() {
        return Outside.labels();
    }

    /** {@return the names of lookup tables that dialogs offer, the default first} */
    public static List<String> luts() {
        return Luts.names();
    }

    /**
     * Shows the range, or makes an image in which values outside it are replaced.
     *
     * @param image grayscale
     * @param options range, treatment of other values, and lookup table
     * @param progress reports and cancels
     * @return {@code image} if values outside are unchanged, else a new image, not shown
     * @throws IllegalArgumentException for a color image, an empty range or an unknown lookup table, or if all is
     *     padding
     */
    public static ImagePlus run(ImagePlus image, Options options, Progress progress) {
        if (options.outside() != Outside.UNCHANGED) return copy(image, options, progress);
        ImageRanges.show(image, range(image, options, progress));
        Luts.apply(image, options.lut());
        return image;
    }

    /**
     * Does the same as {@link #run}, but makes a new image even if values outside the range are unchanged.
     *
     * @param image grayscale
     * @param options range, treatment of other values, and lookup table
     * @param progress reports and cancels
     * @return a new image, not shown
     */
    public static ImagePlus copy(ImagePlus image, Options options, Progress progress) {
        ImagePlus result = ImageRanges.keep(image, range(image, options, progress), options.outside(), progress);
        Luts.apply(result, options.lut());
        return result;
    }

    private static ClosedRange range(ImagePlus image, Options options, Progress progress) {
        return ImageRanges.of(image, options.min(), options.max(), progress);
    }
}
