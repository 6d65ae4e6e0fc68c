package hounsfield.imagej;

import hounsfield.window.FileWindow;
import hounsfield.window.Grey;
import hounsfield.window.GreyWindow;
import hounsfield.window.VoiLut;
import hounsfield.window.VoiLutFunction;
import hounsfield.window.Window;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.LUT;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The window that an image is shown through: changes it, and can go back to what was. */
public final class DisplayWindow {
    private static final String FILE = "file ";
    private static final String LUT = "lut ";

    private final ImagePlus image;
    private final double rawLow;
    private final double rawHigh;
    private final LUT lut;
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
        return one != other ? Window.between(Math.min(one, other), Math.max(one, other)) : new Window(one, 1);
    }

    /**
     * All that can be asked for: the windows {@code file 1}, {@code file 2} ... and the VOI LUTs {@code lut 1} ... of the
     * current slice's file, the user's presets, and the built-in ones, those for its Body Part Examined first.
     */
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        FileGreys greys = fileGreys();
        for (int i = 0; i < greys.windows().size(); i++) {
            choices.add(choice(FILE + (i + 1), greys.windows().get(i).explanation()));
        }
        for (int i = 0; i < greys.luts().size(); i++) {
            choices.add(choice(LUT + (i + 1), greys.luts().get(i).explanation()));
        }
        for (String name : WindowPresets.names(FileGreys.tag(image, "0018,0015"))) choices.add(new Choice(name, name));
        return choices;
    }

    private static Choice choice(String name, String explanation) {
        return new Choice(name, explanation.isBlank() ? name : name + " (" + explanation + ")");
    }

    /** What the file has and cannot be offered, in a sentence; empty if there is nothing. */
    public String note() {
        return fileGreys().note();
    }

    /**
     * How the window or table of this name makes grey; a file's are the current slice's.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Grey grey(String name) {
        FileGreys greys = fileGreys();
        Optional<FileWindow> window = numbered(name, FILE, greys.windows());
        if (window.isPresent()) return window.get().grey();
        Optional<VoiLut> table = numbered(name, LUT, greys.luts());
        if (table.isPresent()) return table.get();
        if (name.startsWith(FILE) || name.startsWith(LUT)) {
            throw new IllegalArgumentException("the image has no \"" + name + "\". " + greys.note());
        }
        return GreyWindow.exact(WindowPresets.byName(name));
    }

    /** As {@link #grey(String)}, a window through another function than its own; a table has none. */
    public Grey grey(String name, VoiLutFunction function) {
        return grey(name) instanceof GreyWindow grey ? new GreyWindow(grey.window(), function) : grey(name);
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
            if (same) return Optional.of(FILE + (i + 1));
        }
        return Optional.empty();
    }

    /** Shows the image; the pixels stay. */
    public void show(Grey grey) {
        ImageWindows.show(image, grey);
    }

    /** The image as 8-bit grey in a new image. */
    public ImagePlus apply(Grey grey, String title) {
        return ImageWindows.apply(image, grey, title);
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
            fileGreys = FileGreys.of(image);
            sliceOfGreys = slice;
        }
        return fileGreys;
    }

    /** The thing called {@code prefix} and its place, counted from 1. */
    private static <T> Optional<T> numbered(String name, String prefix, List<T> things) {
        for (int i = 0; i < things.size(); i++) {
            if (name.equals(prefix + (i + 1))) return Optional.of(things.get(i));
        }
        return Optional.empty();
    }
}
