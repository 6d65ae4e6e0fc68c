package hounsfield.imagej.operation;

import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.process.ImageMasks;
import hounsfield.imagej.process.MaskRois;
import hounsfield.mask.MaskCrop;
import hounsfield.mask.MaskSettings;
import hounsfield.mask.Size;
import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.List;
import java.util.Optional;

/**
 * {@code HU Mask and Crop...}: masks the bright pixels of a blurred window, and crops an image to the box around them.
 */
public final class MaskAndCrop {
    private MaskAndCrop() {}

    /** The result: the values of the {@code output} option. */
    public enum Output implements Labeled {
        /** The image, cropped to the box around the masks of all slices, and resized if there is a size. */
        CROP,
        /** An 8-bit image: 255 inside the mask, 0 outside. */
        MASK,
        /** The outlines of the masks and the box in the ROI Manager, or in the overlay if there is no display. */
        ROI;

        /** {@return the labels of all outputs, the default first} */
        public static List<String> labels() {
            return Labels.of(values());
        }

        /**
         * {@return the output of a label in any case}
         *
         * @param label the label
         * @throws IllegalArgumentException if there is none
         */
        public static Output byLabel(String label) {
            return Labels.find("output", values(), label);
        }
    }

    /**
     * The options of {@code HU Mask and Crop...}.
     *
     * @param window a preset, {@code file 1} or center/width
     * @param sigma of the blur, as a fraction of the width of the image
     * @param threshold blurred values above it, 0 to 1, are inside
     * @param bright whether values above the window count as white, instead of black
     * @param size of the crop; empty for the size of the box
     * @param output the result
     */
    public record Options(
            String window, double sigma, double threshold, boolean bright, Optional<Size> size, Output output) {
        /** fastai's settings in the window {@code brain}, for a crop of the size of the box. */
        public static final Options DEFAULT =
                new Options("brain", MaskSettings.SIGMA, MaskSettings.THRESHOLD, false, Optional.empty(), Output.CROP);

        /**
         * {@return these options with another window}
         *
         * @param other a preset, {@code file 1} or center/width
         */
        public Options with(String other) {
            return new Options(other, sigma, threshold, bright, size, output);
        }

        /**
         * {@return these options with another mask}
         *
         * @param newSigma of the blur, as a fraction of the width
         * @param newThreshold 0 to 1
         * @param withBright whether values above the window count as white
         */
        public Options with(double newSigma, double newThreshold, boolean withBright) {
            return new Options(window, newSigma, newThreshold, withBright, size, output);
        }

        /**
         * {@return these options with another size of the crop}
         *
         * @param text width x height, {@code 256x128}, or {@code 256} for both; empty for the size of the box
         * @throws IllegalArgumentException if it is not a size
         */
        public Options withSize(String text) {
            return new Options(window, sigma, threshold, bright, Size.parseOptional(text), output);
        }

        /**
         * {@return these options with another result}
         *
         * @param label of an {@link Output}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withOutput(String label) {
            return with(Output.byLabel(label));
        }

        /**
         * {@return these options with another result}
         *
         * @param other the result
         */
        public Options with(Output other) {
            return new Options(window, sigma, threshold, bright, size, other);
        }

        /**
         * {@return mask and crop for an image}
         *
         * @param image the image whose unit and file windows apply
         * @throws IllegalArgumentException if the image has no such window, or a number is outside its range
         */
        public MaskCrop step(ImagePlus image) {
            return new MaskCrop(
                    new MaskSettings(WindowParser.one(image, window).window(), sigma, threshold, !bright), size);
        }
    }

    /**
     * Checks an image before its options are read.
     *
     * @param image any image
     * @throws IllegalArgumentException for a color image
     */
    public static void check(ImagePlus image) {
        ImageMasks.check(image);
    }

    /**
     * Makes the masks of all slices, even if all are empty.
     *
     * @param image grayscale
     * @param options mask; their size and output are not used
     * @param progress reports and cancels
     * @return a new 8-bit image, not shown: 255 inside, 0 outside
     * @throws IllegalArgumentException for a color image or an unknown window
     */
    public static ImagePlus masks(ImagePlus image, Options options, Progress progress) {
        return ImageMasks.masks(image, options.step(image).settings(), progress);
    }

    /**
     * Masks or crops all slices.
     *
     * @param image grayscale
     * @param options mask, size and output
     * @param progress reports and cancels
     * @return a new image, not shown; {@code image} for regions of interest
     * @throws IllegalArgumentException for a color image, an unknown window, or if nothing is inside the mask
     */
    public static ImagePlus run(ImagePlus image, Options options, Progress progress) {
        MaskCrop step = options.step(image);
        switch (options.output()) {
            case MASK:
                return ImageMasks.nonEmptyMasks(image, step.settings(), progress);
            case ROI:
                MaskRois.show(image, step, progress);
                return image;
            default:
                return ImageMasks.crop(image, step, progress);
        }
    }
}
