package hounsfield.imagej.operation;

import hounsfield.equalize.BinSettings;
import hounsfield.imagej.pixels.MaskImage;
import hounsfield.imagej.process.EqualizeSettings;
import hounsfield.imagej.process.ImageEqualizer;
import hounsfield.imagej.process.ImageEqualizer.Output;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * {@code Equalize DICOM Frequency Bins...}: spreads the values of an image so that all bins have about the same number of
 * pixels.
 */
public final class Equalize {
    private Equalize() {}

    /**
     * The options of {@code Equalize DICOM Frequency Bins...}.
     *
     * @param settings bins or breaks, limits, mask and scope
     * @param output type and scale of the result
     */
    public record Options(EqualizeSettings settings, Output output) {
        /** 100 bins of all slices together; values of the result are 0 to 1. */
        public static final Options DEFAULT = of(100);

        /**
         * {@return options with bins of all slices together and a result of 0 to 1}
         *
         * @param bins the number of bins, 1 to 100000
         */
        public static Options of(int bins) {
            return new Options(EqualizeSettings.of(bins), Output.FLOATS);
        }

        /**
         * {@return these options with given breaks}
         *
         * @param breaks ascending, in the unit of the image
         */
        public Options by(float[] breaks) {
            return new Options(settings.by(breaks), output);
        }

        /**
         * {@return these options by the bins of the pixels under a mask}
         *
         * @param mask of the image
         */
        public Options within(MaskImage mask) {
            return new Options(settings.within(mask), output);
        }

        /**
         * {@return these options by the bins of the pixels under a mask}
         *
         * @param mask 8-bit, of one slice or as many as {@code image}
         * @param image the image to be equalized
         * @throws IllegalArgumentException if the mask does not fit the image
         */
        public Options within(ImagePlus mask, ImagePlus image) {
            return within(MaskImage.of(mask, image));
        }

        /**
         * {@return these options with limits: values beyond count as the limit}
         *
         * @param min empty for none
         * @param max empty for none
         */
        public Options limited(OptionalDouble min, OptionalDouble max) {
            BinSettings bins = settings.bins();
            if (min.isPresent()) bins = bins.withFloor((float) min.getAsDouble());
            if (max.isPresent()) bins = bins.withCeiling((float) max.getAsDouble());
            return new Options(
                    new EqualizeSettings(bins, settings.breaks(), settings.mask(), settings.sliceBySlice()), output);
        }

        /**
         * {@return these options with limits: values beyond count as the limit}
         *
         * @param min NaN for none
         * @param max NaN for none
         */
        public Options limited(double min, double max) {
            return limited(optional(min), optional(max));
        }

        /**
         * {@return these options with bins of each slice, or of all slices together}
         *
         * @param scope {@code slice} or {@code stack}, in any case
         * @throws IllegalArgumentException if it is neither
         */
        public Options withScope(String scope) {
            boolean slices = Scope.byLabel(scope) == Scope.SLICE;
            return new Options(
                    new EqualizeSettings(settings.bins(), settings.breaks(), settings.mask(), slices), output);
        }

        /**
         * {@return these options with another type of the result}
         *
         * @param label one of {@link Equalize#outputs}, in any case
         * @throws IllegalArgumentException if there is no such type
         */
        public Options withOutput(String label) {
            return with(Output.byLabel(label));
        }

        /**
         * {@return these options with another type of the result}
         *
         * @param other type and scale
         */
        public Options with(Output other) {
            return new Options(settings, other);
        }
    }

    /** {@return the labels of the types of the result, the default first} */
    public static List<String> outputs() {
        return List.of(Output.FLOATS.label(), Output.SHORTS.label(), Output.BYTES.label());
    }

    /**
     * Checks an image before its options are read.
     *
     * @param image any image
     * @throws IllegalArgumentException for a color image
     */
    public static void check(ImagePlus image) {
        ImageEqualizer.check(image);
    }

    /**
     * Returns the open images that can be masks for an image.
     *
     * @param image the image to be equalized
     * @return 8-bit images by title
     */
    public static Map<String, ImagePlus> masks(ImagePlus image) {
        return MaskImage.open(image);
    }

    /**
     * Computes the breaks between the bins of all slices together.
     *
     * @param image grayscale
     * @param options bins, limits and mask; their output is not used
     * @param progress reports and cancels
     * @return ascending values in the unit of the image
     * @throws IllegalArgumentException for a color image, or if there is no pixel to count
     */
    public static float[] breaks(ImagePlus image, Options options, Progress progress) {
        return ImageEqualizer.bins(image, options.settings(), progress).breaks();
    }

    /**
     * Equalizes an image.
     *
     * @param image grayscale
     * @param options bins and output
     * @param progress reports and cancels
     * @return a new image, not shown; virtual if {@code image} is a virtual stack of DICOM frames
     * @throws IllegalArgumentException for a color image, or if there is nothing to equalize
     */
    public static ImagePlus run(ImagePlus image, Options options, Progress progress) {
        return ImageEqualizer.equalize(image, options.settings(), options.output(), progress);
    }

    static OptionalDouble optional(double number) {
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
