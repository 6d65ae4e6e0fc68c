package hounsfield.imagej.display;

import hounsfield.imagej.memory.Header;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.standard.Tag;
import hounsfield.window.ClosedRange;
import hounsfield.window.NamedWindow;
import hounsfield.window.Window;
import hounsfield.window.WindowName;
import hounsfield.window.voi.FileVoi;
import hounsfield.window.voi.FileWindow;
import hounsfield.window.voi.VoiTransform;
import hounsfield.window.voi.VoiWindow;
import hounsfield.work.Progress;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.LUT;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The window of an image's display. Lists, changes and restores it. */
public final class DisplayWindow {

    private final ImagePlus image;
    private final double rawLow;
    private final double rawHigh;
    private final LUT lut;
    private final SliceVoi grays;
    private FileVoi fileGrays;
    private int sliceOfGrays;

    /**
     * A window or VOI LUT that can be selected by name.
     *
     * @param name the name in macros, independent of the file
     * @param label the name with center and width, and with the file's explanation if it has one
     */
    public record Choice(String name, String label) {}

    private DisplayWindow(ImagePlus image) {
        this.image = image;
        grays = new SliceVoi(image);
        rawLow = image.getDisplayRangeMin();
        rawHigh = image.getDisplayRangeMax();
        lut = image.getProcessor().getLut();
    }

    /**
     * Returns the display window of an image.
     *
     * @param image a grayscale image
     * @return the window, with the image's present display as the state to restore
     * @throws IllegalArgumentException for a color image
     */
    public static DisplayWindow of(ImagePlus image) {
        ImageValues.checkGray(image);
        return new DisplayWindow(image);
    }

    /** {@return the window of the display when this object was created, in the image's unit} */
    public Window current() {
        return between(rawLow, rawHigh);
    }

    /** {@return the window of the display now, in the image's unit} */
    public Window shown() {
        return between(image.getDisplayRangeMin(), image.getDisplayRangeMax());
    }

    /**
     * Returns the window of a channel's display now.
     *
     * @param channel from 1; ignored for images without channels
     * @return the window, in the image's unit
     */
    public Window ofChannel(int channel) {
        if (!(image instanceof CompositeImage channels)) return shown();
        LUT own = channels.getChannelLut(channel);
        return between(own.min, own.max);
    }

    private Window between(double raw, double otherRaw) {
        Calibration calibration = image.getCalibration();
        double one = calibration.getCValue(raw);
        double other = calibration.getCValue(otherRaw);
        // ImageJ's range of an image whose pixels are all NaN.
        if (!Double.isFinite(one) || !Double.isFinite(other)) return Window.between(0, 1);
        return one != other ? Window.between(Math.min(one, other), Math.max(one, other)) : new Window(one, 1);
    }

    /**
     * Lists the windows and VOI LUTs for the current slice: {@code file 1}, shown as {@code file 35/100}, {@code file 2} ...
     * and {@code lut 1} ... of its file, the user's presets, and the built-in presets, those for its Body Part Examined first. Built-in presets are in HU
     * and are omitted for an image that is not.
     *
     * @return the choices in this order
     */
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        FileVoi own = fileGrays();
        for (int i = 0; i < own.windows().size(); i++) {
            FileWindow window = own.windows().get(i);
            String name = WindowName.file(i + 1);
            choices.add(choice(name, WindowName.shown(name, window.window()), window.explanation()));
        }
        for (int i = 0; i < own.luts().size(); i++) {
            String name = WindowName.lut(i + 1);
            choices.add(choice(name, name, own.luts().get(i).explanation()));
        }
        String bodyPart = Header.infoOf(image)
                .map(header -> Header.value(header, Tag.BODY_PART_EXAMINED))
                .orElse("");
        for (String name : WindowParser.presets(image, bodyPart)) choices.add(preset(name));
        return choices;
    }

    private static Choice choice(String name, String label, String explanation) {
        return new Choice(name, explanation.isBlank() ? label : label + " (" + explanation + ")");
    }

    /** Returns a preset with its numbers: {@code lungs -600/1500}. */
    private static Choice preset(String name) {
        return new Choice(name, name + " " + WindowName.ofNumbers(WindowPresets.byName(name)));
    }

    /** {@return all presets, for work on images that are not known yet} */
    public static List<Choice> presets() {
        return WindowPresets.names("").stream().map(DisplayWindow::preset).toList();
    }

    /** {@return sentences that explain which windows, VOI LUTs and presets are not offered; empty if all are} */
    public String note() {
        return (fileGrays().note() + " " + WindowParser.presetNote(image)).strip();
    }

    /**
     * Returns the transform of a name. {@code file n} and {@code lut n} resolve to the current slice's file.
     *
     * @param name a {@link WindowName}: a preset, {@code 40/400}, {@code file n} or {@code lut n}
     * @return the transform from calibrated values to gray
     * @throws IllegalArgumentException if there is no such window or VOI LUT
     */
    public VoiTransform gray(String name) {
        WindowName parsed = WindowName.of(name);
        if (!parsed.isOfFile()) return VoiWindow.exact(WindowParser.preset(image, name));
        return found(fileGrays(), parsed, image.getCurrentSlice(), own -> own.transform(parsed));
    }

    /**
     * Returns the transforms of a name for all slices. {@code file n} and {@code lut n} resolve to each slice's own file.
     *
     * @param name a {@link WindowName}: a preset, {@code 40/400}, {@code file n} or {@code lut n}
     * @param progress cancels
     * @return one transform per slice
     * @throws IllegalArgumentException if a slice has no such window or VOI LUT
     */
    public List<VoiTransform> grays(String name, Progress progress) {
        WindowName parsed = WindowName.of(name);
        if (!parsed.isOfFile()) return Collections.nCopies(image.getStackSize(), gray(name));
        return ofSlices(parsed, own -> own.transform(parsed), progress);
    }

    /**
     * Returns the values that a window shows as black and white in the current slice. {@code file n} resolves to that
     * slice's own window.
     *
     * @param window a window
     * @return black to white, in the image's unit
     * @throws IllegalArgumentException if the slice has no such window
     */
    public ClosedRange ends(NamedWindow window) {
        WindowName name = WindowName.of(window.name());
        return name.isOfFile() ? endsOfFile(name) : window.window().ends();
    }

    /** Returns the values that a window of the current slice's file shows as black and white. */
    ClosedRange endsOfFile(WindowName name) {
        return found(fileGrays(), name, image.getCurrentSlice(), own -> own.window(name))
                .ends();
    }

    /**
     * Returns the values that a window shows as black and white in each slice. {@code file n} resolves to each slice's own
     * window.
     *
     * @param window a window
     * @param progress cancels
     * @return black to white per slice, in the image's unit
     * @throws IllegalArgumentException if a slice has no such window
     */
    public List<ClosedRange> ends(NamedWindow window, Progress progress) {
        WindowName name = WindowName.of(window.name());
        if (!name.isOfFile()) return Collections.nCopies(image.getStackSize(), ends(window));
        List<FileWindow> windows = ofSlices(name, own -> own.window(name), progress);
        return windows.stream().map(FileWindow::ends).toList();
    }

    private <T> List<T> ofSlices(WindowName name, Function<FileVoi, Optional<T>> find, Progress progress) {
        List<T> each = new ArrayList<>();
        for (int slice = 1; slice <= image.getStackSize(); slice++) {
            progress.check();
            each.add(found(grays.of(slice), name, slice, find));
        }
        return each;
    }

    private <T> T found(FileVoi own, WindowName name, int slice, Function<FileVoi, Optional<T>> find) {
        return find.apply(own).orElseThrow(() -> {
            String where = image.getStackSize() == 1 ? "the image" : "slice " + slice;
            String why = own.note().isEmpty() ? "" : ". " + own.note();
            return new IllegalArgumentException(where + " has no \"" + name.text() + "\"" + why);
        });
    }

    /**
     * Returns the window that is nearest to a transform.
     *
     * @param gray a window or VOI LUT
     * @return the window itself, or the range of a VOI LUT
     */
    public static Window windowOf(VoiTransform gray) {
        return gray instanceof VoiWindow window ? window.window() : Window.between(gray.low(), gray.high());
    }

    /** {@return the name, {@code file n}, of the file's window that equals {@link #current}; empty if none does} */
    public Optional<String> currentFileWindow() {
        List<FileWindow> windows = fileGrays().windows();
        for (int i = 0; i < windows.size(); i++) {
            VoiWindow window = windows.get(i).gray();
            double low = ImageValues.raw(image, window.low());
            double high = ImageValues.raw(image, window.high());
            // ImageJ rounds the range of 16-bit images.
            double rounding = image.getBitDepth() == 32 ? 1e-5 * Math.abs(high - low) : 1;
            boolean same = Math.abs(Math.min(low, high) - rawLow) <= rounding
                    && Math.abs(Math.max(low, high) - rawHigh) <= rounding;
            if (same) return Optional.of(WindowName.file(i + 1));
        }
        return Optional.empty();
    }

    /**
     * Shows the image through a transform. Pixels do not change.
     *
     * @param gray a window or VOI LUT
     */
    public void show(VoiTransform gray) {
        ImageWindows.show(image, gray);
    }

    /** Restores the lookup table and display range from when this object was created. */
    public void restore() {
        image.setLut(lut);
        image.setDisplayRange(rawLow, rawHigh);
        image.updateAndDraw();
    }

    private FileVoi fileGrays() {
        int slice = image.getCurrentSlice();
        if (fileGrays == null || slice != sliceOfGrays) {
            fileGrays = grays.of(slice);
            sliceOfGrays = slice;
        }
        return fileGrays;
    }
}
