package hounsfield.imagej.viewer;

import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.planes.Selection;
import hounsfield.standard.Numbers;
import hounsfield.window.ClosedRange;
import hounsfield.window.Window;
import hounsfield.window.voi.DefaultVoi;
import hounsfield.window.voi.VoiTransform;
import hounsfield.window.voi.VoiWindow;
import hounsfield.work.Progress;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import ij.process.LUT;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The window through which an image is shown, changed by the mouse, by keys and by {@code HU Window Tool}: one object per image,
 * so that all of them show the same state. Only display range and lookup table change. Runs on AWT's thread.
 */
public final class WindowControl {
    /** The name of this object among an image's properties, which ImageJ neither copies nor saves. */
    private static final String PROPERTY = "hounsfield.window";

    /** Slices whose values are searched for the range of an image in memory. */
    private static final int SAMPLES = 16;

    private final ImagePlus image;
    private final DisplayWindow display;
    private final int bitDepth;
    private ClosedRange span;
    /** The window of the name chosen last; a VOI LUT or its function shows the image through another range. */
    private Window chosen;

    private String chosenName = "";

    /** The image's display range right after that choice. */
    private Window shownThen;

    private WindowControl(ImagePlus image) {
        this.image = image;
        display = DisplayWindow.of(image);
        bitDepth = image.getBitDepth();
        display.currentFileWindow().ifPresent(this::remember);
    }

    /**
     * Returns the control of an image.
     *
     * @param image a grayscale image
     * @return the same object at each call, until the image is converted to another type
     * @throws IllegalArgumentException for a color image
     */
    public static WindowControl of(ImagePlus image) {
        ImageValues.checkGray(image);
        return known(image).orElseGet(() -> {
            WindowControl control = new WindowControl(image);
            image.setProperty(PROPERTY, control);
            return control;
        });
    }

    /** Returns the control that was made for an image, if it still applies. */
    static Optional<WindowControl> known(ImagePlus image) {
        return image.getProperty(PROPERTY) instanceof WindowControl known
                        && known.image == image
                        && known.bitDepth == image.getBitDepth()
                ? Optional.of(known)
                : Optional.empty();
    }

    /** {@return the windows, VOI LUTs and presets to choose from for the current slice} */
    public List<DisplayWindow.Choice> choices() {
        return display.choices();
    }

    /** {@return the window that the image is shown through now, in the image's unit} */
    public Window window() {
        Window shown = display.shown();
        return chosen != null && shown.equals(shownThen) ? chosen : shown;
    }

    /** {@return the name of that window, if it was chosen by one; otherwise empty text} */
    public String name() {
        return chosen != null && display.shown().equals(shownThen) ? chosenName : "";
    }

    /**
     * Shows the image through a window that has a name, and records that.
     *
     * @param name a preset, {@code 40/400}, {@code file 1} or {@code lut 1}
     * @throws IllegalArgumentException if the current slice has no such window
     */
    public void choose(String name) {
        show(display.gray(name));
        remember(name);
        if (Recorder.record)
            Recorder.record("run", "HU Window...", "preset=" + (name.contains(" ") ? "[" + name + "]" : name));
    }

    private void remember(String name) {
        chosen = DisplayWindow.windowOf(display.gray(name));
        shownThen = display.shown();
        chosenName = name;
    }

    /**
     * Shows the image through a window: all its slices, and all its channels that have the unit of the current one.
     *
     * @param window in the image's unit
     * @throws IllegalArgumentException if the image has become a color image
     */
    public void show(Window window) {
        show(VoiWindow.exact(window));
    }

    private void show(VoiTransform gray) {
        if (image instanceof CompositeImage channels && channels.getNChannels() > 1) showOthers(channels, gray);
        display.show(gray);
    }

    /** Sets the display range of the channels other than the current one. Their lookup tables do not change. */
    private static void showOthers(CompositeImage image, VoiTransform gray) {
        double low = ImageValues.raw(image, gray.low());
        double high = ImageValues.raw(image, gray.high());
        String unit = ImageUnit.ofSlice(image, image.getCurrentSlice());
        for (int channel = 1; channel <= image.getNChannels(); channel++) {
            int slice = image.getStackIndex(channel, image.getSlice(), image.getFrame());
            if (channel == image.getChannel()
                    || !ImageUnit.ofSlice(image, slice).equals(unit)) continue;
            LUT lut = (LUT) image.getChannelLut(channel).clone();
            lut.min = Math.min(low, high);
            lut.max = Math.max(low, high);
            image.setChannelLut(lut, channel);
        }
    }

    /** Records the window in ImageJ's macro recorder, if that is open. */
    public void record() {
        if (!Recorder.record) return;
        Window window = window();
        String numbers = "center=" + Numbers.exact(window.center()) + " width=" + Numbers.exact(window.width());
        Recorder.record("run", "HU Window...", numbers);
    }

    /**
     * Returns the range of the image's values, for sliders and for the speed of the mouse. It is searched once: in the current
     * slice of a virtual stack, otherwise in up to {@value #SAMPLES} slices of the image.
     *
     * @return the range in the image's unit, without padding
     */
    public ClosedRange span() {
        if (span == null) {
            int count = image.getStackSize();
            int samples = Math.min(count, SAMPLES);
            int[] slices = image.getStack().isVirtual()
                    ? new int[] {image.getCurrentSlice() - 1}
                    : IntStream.range(0, samples)
                            .map(i -> samples == 1 ? 0 : (int) ((long) i * (count - 1) / (samples - 1)))
                            .toArray();
            Selection counted = Selection.ALL.excluding(ImagePadding.of(image));
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int slice : slices) {
                ClosedRange range =
                        DefaultVoi.ofValues(ImageValues.ofSlice(image, slice + 1, Progress.NONE), counted.plane(slice));
                if (range.min() < low) low = range.min();
                if (range.max() > high) high = range.max();
            }
            span = new ClosedRange(low, high);
        }
        return span;
    }

    /** {@return the unit of the current slice's values; empty if they have none} */
    public String unit() {
        return ImageUnit.ofSlice(image, image.getCurrentSlice());
    }
}
