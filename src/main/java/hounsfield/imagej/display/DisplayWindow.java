package hounsfield.imagej.display;

import hounsfield.imagej.memory.Header;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.standard.Tag;
import hounsfield.window.ClosedRange;
import hounsfield.window.FileWindow;
import hounsfield.window.NamedWindow;
import hounsfield.window.VoiTransform;
import hounsfield.window.VoiWindow;
import hounsfield.window.Window;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.LUT;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The window that an image is shown through: changes it, and can go back to what was. */
public final class DisplayWindow {

    private final ImagePlus image;
    private final double rawLow;
    private final double rawHigh;
    private final LUT lut;
    private final SliceVoi greys;
    private FileVoi fileGreys;
    private int sliceOfGreys;

    /**
     * A window, or table, that can be asked for by name.
     *
     * @param name what macros write, the same for every file
     * @param label the name and what the file calls it
     */
    public record Choice(String name, String label) {}

    private DisplayWindow(ImagePlus image) {
        this.image = image;
        greys = new SliceVoi(image);
        rawLow = image.getDisplayRangeMin();
        rawHigh = image.getDisplayRangeMax();
        lut = image.getProcessor().getLut();
    }

    /** @throws IllegalArgumentException for a colour image */
    public static DisplayWindow of(ImagePlus image) {
        ImageValues.checkGrey(image);
        return new DisplayWindow(image);
    }

    /** What the image was shown through at first. */
    public Window current() {
        return between(rawLow, rawHigh);
    }

    /** What the image is shown through now. */
    public Window shown() {
        return between(image.getDisplayRangeMin(), image.getDisplayRangeMax());
    }

    private Window between(double raw, double otherRaw) {
        Calibration calibration = image.getCalibration();
        double one = calibration.getCValue(raw);
        double other = calibration.getCValue(otherRaw);
        // ImageJ's range of an image without any number.
        if (!Double.isFinite(one) || !Double.isFinite(other)) return Window.between(0, 1);
        return one != other ? Window.between(Math.min(one, other), Math.max(one, other)) : new Window(one, 1);
    }

    /**
     * All that can be asked for: the windows {@code file 1}, {@code file 2} ... and the VOI LUTs {@code lut 1} ... of the
     * current slice's file, the user's presets, and the built-in ones, those for its Body Part Examined first. The built-in
     * ones are in HU, so an image that is not has only the others.
     */
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        FileVoi own = fileGreys();
        for (int i = 0; i < own.windows().size(); i++) {
            choices.add(choice(FileVoi.windowName(i), own.windows().get(i).explanation()));
        }
        for (int i = 0; i < own.luts().size(); i++) {
            choices.add(choice(FileVoi.lutName(i), own.luts().get(i).explanation()));
        }
        String bodyPart = Header.infoOf(image)
                .map(header -> Header.value(header, Tag.BODY_PART_EXAMINED))
                .orElse("");
        for (String name : WindowParser.presets(image, bodyPart)) choices.add(new Choice(name, name));
        return choices;
    }

    private static Choice choice(String name, String explanation) {
        return new Choice(name, explanation.isBlank() ? name : name + " (" + explanation + ")");
    }

    /** What cannot be offered, of the file's and of the presets, in sentences; empty if there is nothing. */
    public String note() {
        return (fileGreys().note() + " " + WindowParser.presetNote(image)).strip();
    }

    /**
     * How the window or table of this name makes grey; a file's are the current slice's.
     *
     * @throws IllegalArgumentException if there is none
     */
    public VoiTransform grey(String name) {
        if (!FileVoi.isName(name)) return VoiWindow.exact(WindowParser.preset(image, name));
        return found(fileGreys(), name, image.getCurrentSlice(), own -> own.grey(name));
    }

    /**
     * How the window or table of this name makes grey of each slice; a file's are each slice's own.
     *
     * @throws IllegalArgumentException if a slice has none
     */
    public List<VoiTransform> greys(String name, Progress progress) {
        if (!FileVoi.isName(name)) return Collections.nCopies(image.getStackSize(), grey(name));
        return ofSlices(name, own -> own.grey(name), progress);
    }

    /** What a window makes black and white in the current slice; one called as a file's is the slice's own. */
    public ClosedRange ends(NamedWindow window) {
        String name = window.name();
        if (!FileVoi.isName(name)) return window.window().ends();
        return found(fileGreys(), name, image.getCurrentSlice(), own -> own.window(name))
                .ends();
    }

    /**
     * What a window makes black and white in each slice; one called as a file's is each slice's own.
     *
     * @throws IllegalArgumentException if a slice has none
     */
    public List<ClosedRange> ends(NamedWindow window, Progress progress) {
        String name = window.name();
        if (!FileVoi.isName(name)) return Collections.nCopies(image.getStackSize(), ends(window));
        List<FileWindow> windows = ofSlices(name, own -> own.window(name), progress);
        return windows.stream().map(FileWindow::ends).toList();
    }

    private <T> List<T> ofSlices(String name, Function<FileVoi, Optional<T>> find, Progress progress) {
        List<T> each = new ArrayList<>();
        for (int slice = 1; slice <= image.getStackSize(); slice++) {
            progress.check();
            each.add(found(greys.of(slice), name, slice, find));
        }
        return each;
    }

    private <T> T found(FileVoi own, String name, int slice, Function<FileVoi, Optional<T>> find) {
        return find.apply(own).orElseThrow(() -> {
            String where = image.getStackSize() == 1 ? "the image" : "slice " + slice;
            String why = own.note().isEmpty() ? "" : ". " + own.note();
            return new IllegalArgumentException(where + " has no \"" + name + "\"" + why);
        });
    }

    /** The window that comes nearest to a grey: itself, or a table's range. */
    public static Window windowOf(VoiTransform grey) {
        return grey instanceof VoiWindow window ? window.window() : Window.between(grey.low(), grey.high());
    }

    /** The name of the file's window that the image was shown through at first, if it was one of them. */
    public Optional<String> currentFileWindow() {
        List<FileWindow> windows = fileGreys().windows();
        for (int i = 0; i < windows.size(); i++) {
            double low = ImageValues.raw(image, windows.get(i).low());
            double high = ImageValues.raw(image, windows.get(i).high());
            // ImageJ rounds the range of 16-bit images.
            double rounding = image.getBitDepth() == 32 ? 1e-5 * Math.abs(high - low) : 1;
            boolean same = Math.abs(Math.min(low, high) - rawLow) <= rounding
                    && Math.abs(Math.max(low, high) - rawHigh) <= rounding;
            if (same) return Optional.of(FileVoi.windowName(i));
        }
        return Optional.empty();
    }

    /** Shows the image; the pixels stay. */
    public void show(VoiTransform grey) {
        ImageWindows.show(image, grey);
    }

    /** Shows the image as at first. */
    public void restore() {
        image.setLut(lut);
        image.setDisplayRange(rawLow, rawHigh);
        image.updateAndDraw();
    }

    private FileVoi fileGreys() {
        int slice = image.getCurrentSlice();
        if (fileGreys == null || slice != sliceOfGreys) {
            fileGreys = greys.of(slice);
            sliceOfGreys = slice;
        }
        return fileGreys;
    }
}
