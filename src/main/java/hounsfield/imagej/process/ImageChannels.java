package hounsfield.imagej.process;

import hounsfield.dataset.WindowChannels;
import hounsfield.equalize.Equalization;
import hounsfield.equalize.FullScale;
import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.files.PictureFiles;
import hounsfield.imagej.pixels.ImageValues;
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
 * Images of several windows at once, and an equalization by the frequency bins of the whole stack, as channels.
 */
public final class ImageChannels {
    /** fastai's number of bins. */
    public static final int BINS = 100;

    /** What the channels become. */
    public enum Output {
        COMPOSITE("composite"),
        RGB("rgb"),
        FLOATS("32-bit channels");

        private final String label;

        Output(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static List<String> labels() {
            return Arrays.stream(values()).map(output -> output.label).toList();
        }

        public static Output byLabel(String label) {
            return Labels.find("output", values(), Output::label, label);
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

    /** @throws IllegalArgumentException for a colour image */
    public static void check(ImagePlus image) {
        ImageValues.checkGrey(image);
    }

    /**
     * Decides on an image's channels.
     *
     * @param windows of {@link WindowParser}, parted by commas
     * @param bins of the equalized channel, which comes last; 0 for none
     * @throws IllegalArgumentException for a colour image, if a window or the number of bins means nothing, or if there is
     *     nothing to equalize
     */
    public static ImageChannels of(ImagePlus image, String windows, int bins, Progress progress) {
        if (bins < 0) throw new IllegalArgumentException("the number of bins is " + bins + "; 0 is for none");
        return new ImageChannels(image, WindowParser.list(image, windows), equalization(image, bins, progress));
    }

    /** Three channels for red, green and blue: three windows, or two and an equalization as in fastai's to_3chan. */
    public static ImageChannels three(ImagePlus image, String windows, Progress progress) {
        List<NamedWindow> list = WindowParser.list(image, windows);
        return new ImageChannels(image, list, equalization(image, list.size() == 3 ? 0 : BINS, progress));
    }

    /** As {@link #of}, with an equalization that is known. */
    public static ImageChannels with(ImagePlus image, String windows, Optional<Equalization> equalization) {
        return new ImageChannels(image, WindowParser.list(image, windows), equalization);
    }

    private static Optional<Equalization> equalization(ImagePlus image, int bins, Progress progress) {
        return bins == 0
                ? Optional.empty()
                : Optional.of(ImageEqualizer.shared(image, EqualizeSettings.of(bins), progress));
    }

    /** All slices: a composite of 8-bit channels, RGB of three, or a hyperstack of 0..1; order is channel, slice, frame. */
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

    /** Writes the current slice as a PNG. */
    public void writePng(Path file) throws IOException {
        PictureFiles.writePng(file, ofCurrentSlice(), image.getWidth(), image.getHeight());
    }

    /** Writes the current slice as a JPEG. */
    public void writeJpeg(Path file, int quality) throws IOException {
        PictureFiles.writeJpeg(file, ofCurrentSlice(), image.getWidth(), image.getHeight(), quality);
    }

    private float[][] ofCurrentSlice() {
        List<ClosedRange> ends = windows.stream().map(display::ends).toList();
        return new WindowChannels(ends, equalization).of(ImageValues.ofCurrentSlice(image));
    }

    /** The current slice as {@link #make} would show it. */
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

    /** How each slice becomes channels: windows of its file are its own. */
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
                "RGB is of three channels, not of " + count + ": two windows and bins, or three windows and 0 bins");
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
        CompositeImage composite = new CompositeImage(result, mode);
        for (int channel = 1; channel <= composite.getNChannels(); channel++) {
            composite.setPositionWithoutUpdate(channel, 1, 1);
            composite.setDisplayRange(0, white);
        }
        composite.setPositionWithoutUpdate(1, 1, 1);
        composite.setOpenAsHyperStack(true);
        return composite;
    }
}
