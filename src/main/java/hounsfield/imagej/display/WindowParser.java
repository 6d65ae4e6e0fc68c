package hounsfield.imagej.display;

import hounsfield.imagej.memory.ImageUnit;
import hounsfield.measure.ValueRange;
import hounsfield.window.ClosedRange;
import hounsfield.window.NamedWindow;
import hounsfield.window.Window;
import hounsfield.window.WindowName;
import hounsfield.window.voi.VoiWindow;
import ij.ImagePlus;
import java.util.List;
import java.util.Optional;

/** Parses windows that users write for an image: presets, {@code 40/400} for center and width, {@code file 1}. */
public final class WindowParser {
    private WindowParser() {}

    /**
     * Parses windows separated by commas.
     *
     * @param image a grayscale image
     * @param text the windows
     * @return the windows in this order
     * @throws IllegalArgumentException if a window is unknown or is a VOI LUT
     */
    public static List<NamedWindow> list(ImagePlus image, String text) {
        DisplayWindow display = DisplayWindow.of(image);
        return NamedWindow.list(text, name -> window(display, name));
    }

    private static Window window(DisplayWindow display, String name) {
        if (display.gray(name) instanceof VoiWindow gray) return gray.window();
        throw isTable(name);
    }

    private static IllegalArgumentException isTable(String name) {
        return new IllegalArgumentException("\"" + name + "\" is a VOI LUT; this needs a window");
    }

    /**
     * Returns the names of the presets for an image: the user's presets and, for an image in HU, the built-in ones.
     *
     * @param image any image
     * @param bodyPart Body Part Examined; its built-in presets come first
     * @return the names
     */
    public static List<String> presets(ImagePlus image, String bodyPart) {
        return ImageUnit.isHounsfield(image) ? WindowPresets.names(bodyPart) : WindowPresets.usersNames();
    }

    /**
     * Returns the reason why {@link #presets} omits the built-in presets.
     *
     * @param image any image
     * @return a sentence; empty for an image in HU
     */
    public static String presetNote(ImagePlus image) {
        return ImageUnit.presetNote(image);
    }

    /**
     * Returns the window of a preset for an image.
     *
     * @param image any image
     * @param name the preset's name
     * @return the window in the image's unit
     * @throws IllegalArgumentException if there is no such preset, or if it is a built-in one and the image is not in HU; the
     *     message names the image's unit
     */
    public static Window preset(ImagePlus image, String name) {
        Optional<Window> numbers = WindowName.of(name).numbers();
        if (numbers.isPresent()) return numbers.get();
        Window window = WindowPresets.byName(name);
        if (!WindowPresets.isUsers(name)) {
            ImageUnit.checkHounsfield(image, "the preset \"" + name + "\"", "give center and width");
        }
        return window;
    }

    /**
     * Returns the values that a window shows as neither black nor white, both ends excluded.
     *
     * @param image a grayscale image; {@code file 1} is the first window of the file of its current slice
     * @param text the window
     * @return the range in the image's unit
     * @throws IllegalArgumentException if the text is not a window, or if it is a VOI LUT
     */
    public static ValueRange inside(ImagePlus image, String text) {
        WindowName name = WindowName.of(text);
        if (name.kind() == WindowName.Kind.LUT) throw isTable(text);
        if (name.kind() != WindowName.Kind.FILE) return ValueRange.inside(preset(image, text));
        ClosedRange ends = DisplayWindow.of(image).endsOfFile(name);
        return ValueRange.inside(Window.between(ends.min(), ends.max()));
    }

    /**
     * Returns the initial window text of a dialog for an image that is not in HU, since presets do not apply to it.
     *
     * @param image any image
     * @return its current window as {@code center/width}; empty for an image in HU
     */
    public static Optional<String> start(ImagePlus image) {
        if (ImageUnit.isHounsfield(image)) return Optional.empty();
        return Optional.of(WindowName.ofNumbers(DisplayWindow.of(image).shown()));
    }

    /**
     * Parses one window that does not depend on an image: a preset or {@code center/width}.
     *
     * @param text the window
     * @return the window
     * @throws IllegalArgumentException if the text is not a window, or is more than one
     */
    public static Window preset(String text) {
        List<NamedWindow> windows = NamedWindow.list(text, WindowPresets::byName);
        if (windows.size() > 1) throw new IllegalArgumentException("\"" + text + "\" is more than one window");
        return windows.get(0).window();
    }

    /**
     * Parses one window for an image.
     *
     * @param image a grayscale image
     * @param text the window
     * @return the window
     * @throws IllegalArgumentException if the text is not a window, or is more than one
     */
    public static NamedWindow one(ImagePlus image, String text) {
        List<NamedWindow> windows = list(image, text);
        if (windows.size() > 1) throw new IllegalArgumentException("\"" + text + "\" is more than one window");
        return windows.get(0);
    }
}
