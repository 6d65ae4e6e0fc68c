package hounsfield.imagej.operation;

import hounsfield.imagej.process.ImageChannels;
import hounsfield.imagej.process.ImageChannels.Output;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.List;

/** {@code DICOM Windows to Channels...}: makes the channels of a new image from several windows and an equalization. */
public final class MakeChannels {
    private MakeChannels() {}

    /**
     * The options of {@code DICOM Windows to Channels...}.
     *
     * @param windows presets, {@code file 1} or center/width, separated by commas
     * @param bins of the equalized channel, which is the last; 0 for none
     * @param output type of the result
     */
    public record Options(String windows, int bins, Output output) {
        /** Lungs, mediastinum and 100 bins as an 8-bit composite. */
        public static final Options DEFAULT = new Options("lungs, mediastinum", ImageChannels.BINS, Output.COMPOSITE);

        /**
         * {@return these options with other windows}
         *
         * @param other separated by commas
         */
        public Options with(String other) {
            return new Options(other, bins, output);
        }

        /**
         * {@return these options with another number of bins}
         *
         * @param other 0 for no equalized channel
         */
        public Options withBins(int other) {
            return new Options(windows, other, output);
        }

        /**
         * {@return these options with another type of the result}
         *
         * @param label one of {@link MakeChannels#outputs}, in any case
         * @throws IllegalArgumentException if there is no such type
         */
        public Options withOutput(String label) {
            return with(Output.byLabel(label));
        }

        /**
         * {@return these options with another type of the result}
         *
         * @param other type
         */
        public Options with(Output other) {
            return new Options(windows, bins, other);
        }
    }

    /** {@return the labels of the types of the result, the default first} */
    public static List<String> outputs() {
        return Output.labels();
    }

    /**
     * Checks an image before its options are read.
     *
     * @param image any image
     * @throws IllegalArgumentException for a color image
     */
    public static void check(ImagePlus image) {
        ImageChannels.check(image);
    }

    /**
     * Makes an RGB image of three windows, or of two windows and an equalization by 100 bins as the blue channel.
     *
     * @param image grayscale
     * @param windows two or three, separated by commas
     * @param progress reports and cancels
     * @return a new image, not shown
     * @throws IllegalArgumentException for a color image, or if a window is unknown
     */
    public static ImagePlus rgb(ImagePlus image, String windows, Progress progress) {
        return ImageChannels.three(image, windows, progress).make(Output.RGB, progress);
    }

    /**
     * Makes channels of all slices.
     *
     * @param image grayscale
     * @param options windows, bins and output
     * @param progress reports and cancels
     * @return a new image, not shown
     * @throws IllegalArgumentException for a color image, if a window is unknown, or if the output is RGB and there are
     *     not three channels
     */
    public static ImagePlus run(ImagePlus image, Options options, Progress progress) {
        return ImageChannels.of(image, options.windows(), options.bins(), progress)
                .make(options.output(), progress);
    }
}
