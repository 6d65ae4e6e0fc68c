package hounsfield.imagej.process;

import hounsfield.dataset.picture.WindowChannels;
import hounsfield.equalize.Equalization;
import hounsfield.equalize.FullScale;
import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.files.PictureFiles;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.pixels.TrackedImage;
import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import hounsfield.window.ClosedRange;
import hounsfield.window.NamedWindow;
import hounsfield.work.Progress;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes images whose channels are windows and, optionally, an equalization by the frequency bins of the whole stack.
 */
public final class ImageChannels {
    /** Number of bins in fastai. */
    public static final int BINS = 100;

    /** The form of the result. */
    public enum Output implements Labeled {
        /** A composite image of 8-bit channels. */
        COMPOSITE("composite"),
        /** An RGB image of three channels. */
        RGB("rgb"),
        /** A hyperstack of 32-bit channels of 0..1. */
        FLOATS("32-bit channels");

        private final String label;

        Output(String label) {
            this.label = label;
        }

        /** {@return the option's value in macros} */
        @Override
        public String label() {
            return label;
        }

        /** {@return all labels, the default first} */
        public static List<String> labels() {
            return Labels.of(values());
        }

        /**
         * Returns the output of a label.
         *
         * @param label one of {@link #labels}
         * @return the output
         * @throws IllegalArgumentException if there is no such output
         */
        public static Output byLabel(String label) {
            return Labels.find("output", values(), label);
        }
    }

    private final ImagePlus image;
    private final DisplayWindow display;
    private final List<NamedWindow> windows;
    private final Optional<Equalization> equalization;

    private ImageChannels(ImagePlus image, List<NamedWindow> windows, Optional<Equalization> equalization) {
        this.image = image;
        this.windows = windows;
        this.equalization = equalization;
        display = DisplayWindow.of(image);
    }

    /**
     * Checks that an image is grayscale.
     *
     * @param image any image
     * @throws IllegalArgumentException for a color image
     */
    public static void check(ImagePlus image) {
        ImageValues.checkGray(image);
    }

    /**
     * Defines the channels of an image.
     *
     * @param image a grayscale image
     * @param windows windows of {@link WindowParser}, separated by commas
     * @param bins number of bins of the equalized channel, which comes last; 0 for none
     * @param progress reports and cancels the equalization
     * @return the channels
     * @throws IllegalArgumentException for a color image, if a window or the number of bins is invalid, or if all pixels that
     *     define the bins have one value
     */
    public static ImageChannels of(ImagePlus image, String windows, int bins, Progress progress) {
        if (bins < 0) throw new IllegalArgumentException("the number of bins is " + bins + "; 0 is for none");
        return new ImageChannels(image, WindowParser.list(image, windows), equalization(image, bins, progress));
    }

    /**
     * Defines three channels for red, green and blue: three windows, or two windows and an equalization as in fastai's
     * to_3chan.
     *
     * @param image a grayscale image
     * @param windows windows of {@link WindowParser}, separated by commas
     * @param progress reports and cancels the equalization
     * @return the channels
     */
    public static ImageChannels three(ImagePlus image, String windows, Progress progress) {
        List<NamedWindow> list = WindowParser.list(image, windows);
        return new ImageChannels(image, list, equalization(image, list.size() == 3 ? 0 : BINS, progress));
    }

    /**
     * Defines the channels of an image as {@link #of} does, with a given equalization.
     *
     * @param image a grayscale image
     * @param windows windows of {@link WindowParser}, separated by commas
     * @param equalization the equalization of the last channel; empty for none
     * @return the channels
     */
    public static ImageChannels with(ImagePlus image, String windows, Optional<Equalization> equalization) {
        return new ImageChannels(image, WindowParser.list(image, windows), equalization);
    }

    private static Optional<Equalization> equalization(ImagePlus image, int bins, Progress progress) {
        return bins == 0
                ? Optional.empty()
                : Optional.of(ImageEqualizer.shared(image, EqualizeSettings.of(bins), progress));
    }

    /**
     * Makes an image of all slices.
     *
     * @param output the form of the result
     * @param progress reports and cancels
     * @return a new image with the axes channel, slice, frame
     * @throws IllegalArgumentException if the output is RGB and there are not three channels, or if a slice lacks a window
     */
    public ImagePlus make(Output output, Progress progress) {
        String title = "Channels of " + image.getTitle();
        if (output == Output.RGB) checkThree();
        List<WindowChannels> channels = ofSlices(progress);
        return switch (output) {
            case RGB -> rgb(channels, title, progress);
            case COMPOSITE ->
                shown(
                        DerivedImage.channels(
                                image,
                                title,
                                names(),
                                (slice, index) -> Arrays.stream(
                                                channels.get(index).of(slice))
                                        .map(FullScale::toBytes)
                                        .toArray(),
                                progress),
                        CompositeImage.COMPOSITE,
                        255);
            case FLOATS ->
                shown(
                        DerivedImage.channels(
                                image,
                                title,
                                names(),
                                (slice, index) -> channels.get(index).of(slice),
                                progress),
                        CompositeImage.GRAYSCALE,
                        1);
        };
    }

    /**
     * Writes the current slice as PNG.
     *
     * @param file the target
     * @throws IOException if the file cannot be written
     */
    public void writePng(Path file) throws IOException {
        PictureFiles.writePng(file, ofCurrentSlice(), image.getWidth(), image.getHeight());
    }

    /**
     * Writes the current slice as JPEG.
     *
     * @param file the target
     * @param quality 1 to 100
     * @throws IOException if the file cannot be written
     */
    public void writeJpeg(Path file, int quality) throws IOException {
        PictureFiles.writeJpeg(file, ofCurrentSlice(), image.getWidth(), image.getHeight(), quality);
    }

    private float[][] ofCurrentSlice() {
        List<ClosedRange> ends = windows.stream().map(display::ends).toList();
        return new WindowChannels(ends, equalization).of(ImageValues.ofCurrentSlice(image));
    }

    /**
     * Returns the current slice as {@link #make} would show it.
     *
     * @param output the form of the result
     * @return color for RGB and composites, else gray
     */
    public ImageProcessor ofCurrentSlice(Output output) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (output == Output.RGB) checkThree();
        float[][] channels = ofCurrentSlice();
        if (output == Output.RGB) return new ColorProcessor(width, height, PictureFiles.rgb(channels, width, height));
        if (output == Output.FLOATS) {
            ImageProcessor first = new FloatProcessor(width, height, channels[0]);
            first.setMinAndMax(0, 1);
            return first;
        }
        if (channels.length == 1) {
            return new ByteProcessor(width, height, FullScale.toBytes(channels[0]));
        }
        ImageStack stack = new ImageStack(width, height);
        for (float[] channel : channels) stack.addSlice("", FullScale.toBytes(channel));
        ImagePlus composite = new ImagePlus("", stack);
        composite.setDimensions(channels.length, 1, 1);
        return new ColorProcessor(
                shown(composite, CompositeImage.COMPOSITE, 255).getImage());
    }

    /** Returns the channels of each slice; {@code file n} resolves to that slice's own window. */
    private List<WindowChannels> ofSlices(Progress progress) {
        List<List<ClosedRange>> ends = new ArrayList<>();
        for (NamedWindow window : windows) ends.add(display.ends(window, progress));
        return IntStream.range(0, image.getStackSize())
                .mapToObj(index -> new WindowChannels(
                        ends.stream().map(slices -> slices.get(index)).toList(), equalization))
                .toList();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        windows.forEach(window -> names.add(window.name()));
        if (equalization.isPresent()) names.add("equalized");
        return names;
    }

    private void checkThree() {
        int count = names().size();
        if (count == 3) return;
        throw new IllegalArgumentException(
                "RGB needs three channels, not " + count + ": two windows and bins, or three windows and 0 bins");
    }

    private ImagePlus rgb(List<WindowChannels> channels, String title, Progress progress) {
        int width = image.getWidth();
        int height = image.getHeight();
        return DerivedImage.of(
                image,
                title,
                (slice, index) -> PictureFiles.rgb(channels.get(index).of(slice), width, height),
                progress);
    }

    private static ImagePlus shown(ImagePlus result, int mode, double white) {
        if (result.getNChannels() == 1) {
            result.setDisplayRange(0, white);
            return result;
        }
        CompositeImage composite = new TrackedImage.Composite(result, mode);
        for (int channel = 1; channel <= composite.getNChannels(); channel++) {
            composite.setPositionWithoutUpdate(channel, 1, 1);
            composite.setDisplayRange(0, white);
        }
        composite.setPositionWithoutUpdate(1, 1, 1);
        return composite;
    }
}
