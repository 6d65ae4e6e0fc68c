package hounsfield.imagej;

import hounsfield.standard.Progress;
import hounsfield.window.ClosedRange;
import hounsfield.window.FileWindow;
import hounsfield.window.Grey;
import hounsfield.window.GreyWindow;
import hounsfield.window.NamedWindow;
import hounsfield.window.Window;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.LUT;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The window that an image is shown through: changes it, and can go back to what was. */
public final class DisplayWindow {
    private static final int BODY_PART_EXAMINED = 0x00180015;

    private final ImagePlus image;
    private final double rawLow;
    private final double rawHigh;
    private final LUT lut;
    private final SliceGreys greys;
    private FileGreys fileGreys;
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
        greys = new SliceGreys(image);
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
        FileGreys own = fileGreys();
        for (int i = 0; i < own.windows().size(); i++) {
            choices.add(choice(FileGreys.windowName(i), own.windows().get(i).explanation()));
        }
        for (int i = 0; i < own.luts().size(); i++) {
            choices.add(choice(FileGreys.lutName(i), own.luts().get(i).explanation()));
        }
        String bodyPart = Header.infoOf(image)
                .map(header -> Header.value(header, BODY_PART_EXAMINED))
                .orElse("");
        for (String name : WindowTexts.presets(image, bodyPart)) choices.add(new Choice(name, name));
        return choices;
    }

    private static Choice choice(String name, String explanation) {
        return new Choice(name, explanation.isBlank() ? name : name + " (" + explanation + ")");
    }

    /** What cannot be offered, of the file's and of the presets, in sentences; empty if there is nothing. */
    public String note() {
        return (fileGreys().note() + " " + WindowTexts.presetNote(image)).strip();
    }

    /**
     * How the window or table of this name makes grey; a file's are the current slice's.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Grey grey(String name) {
        if (!FileGreys.isName(name)) return GreyWindow.exact(WindowTexts.preset(image, name));
        return found(fileGreys(), name, image.getCurrentSlice(), own -> own.grey(name));
    }

    /**
     * How the window or table of this name makes grey of each slice; a file's are each slice's own.
     *
     * @throws IllegalArgumentException if a slice has none
     */
    List<Grey> greys(String name, Progress progress) {
        if (!FileGreys.isName(name)) return Collections.nCopies(image.getStackSize(), grey(name));
        return ofSlices(name, own -> own.grey(name), progress);
    }

    /** What a window makes black and white in the current slice; one called as a file's is the slice's own. */
    ClosedRange ends(NamedWindow window) {
        String name = window.name();
        if (!FileGreys.isName(name)) return window.window().ends();
        return found(fileGreys(), name, image.getCurrentSlice(), own -> own.window(name))
                .ends();
    }

    /**
     * What a window makes black and white in each slice; one called as a file's is each slice's own.
     *
     * @throws IllegalArgumentException if a slice has none
     */
    List<ClosedRange> ends(NamedWindow window, Progress progress) {
        String name = window.name();
        if (!FileGreys.isName(name)) return Collections.nCopies(image.getStackSize(), ends(window));
        List<FileWindow> windows = ofSlices(name, own -> own.window(name), progress);
        return windows.stream().map(FileWindow::ends).toList();
    }

    private <T> List<T> ofSlices(String name, Function<FileGreys, Optional<T>> find, Progress progress) {
        List<T> each = new ArrayList<>();
        for (int slice = 1; slice <= image.getStackSize(); slice++) {
            progress.check();
            each.add(found(greys.of(slice), name, slice, find));
        }
        return each;
    }

    private <T> T found(FileGreys own, String name, int slice, Function<FileGreys, Optional<T>> find) {
        return find.apply(own).orElseThrow(() -> {
            String where = image.getStackSize() == 1 ? "the image" : "slice " + slice;
            String why = own.note().isEmpty() ? "" : ". " + own.note();
            return new IllegalArgumentException(where + " has no \"" + name + "\"" + why);
        });
    }

    /** The window that comes nearest to a grey: itself, or a table's range. */
    public static Window windowOf(Grey grey) {
        return grey instanceof GreyWindow window ? window.window() : Window.between(grey.low(), grey.high());
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
            if (same) return Optional.of(FileGreys.windowName(i));
        }
        return Optional.empty();
    }

    /** Shows the image; the pixels stay. */
    public void show(Grey grey) {
        ImageWindows.show(image, grey);
    }

    /** The image as 8-bit grey in a new image, all slices alike. */
    public ImagePlus apply(Grey grey, String title) {
        return ImageWindows.apply(image, Collections.nCopies(image.getStackSize(), grey), title, new ImageJProgress());
    }

    /**
     * The image as 8-bit grey in a new image, each slice through its own file's window or table if the name is one of a file.
     *
     * @param change what becomes of each slice's grey before it is used
     * @throws IllegalArgumentException if a slice has none
     */
    public ImagePlus apply(String name, UnaryOperator<Grey> change, String title) {
        ImageJProgress progress = new ImageJProgress();
        List<Grey> each = greys(name, progress).stream().map(change).toList();
        return ImageWindows.apply(image, each, title, progress);
    }

    /** Shows the image as at first. */
    public void restore() {
        image.setLut(lut);
        image.setDisplayRange(rawLow, rawHigh);
        image.updateAndDraw();
    }

    private FileGreys fileGreys() {
        int slice = image.getCurrentSlice();
        if (fileGreys == null || slice != sliceOfGreys) {
            fileGreys = greys.of(slice);
            sliceOfGreys = slice;
        }
        return fileGreys;
    }
}
