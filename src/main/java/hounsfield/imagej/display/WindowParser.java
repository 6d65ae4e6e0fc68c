package hounsfield.imagej.display;

import hounsfield.imagej.host.Numbers;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.window.NamedWindow;
import hounsfield.window.VoiWindow;
import hounsfield.window.Window;
import ij.ImagePlus;
import java.util.List;
import java.util.Optional;

/** Windows as users write them for an image: presets, {@code 40/400} for center and width, {@code file 1}. */
public final class WindowParser {
    private WindowParser() {}

    /** Windows parted by commas. */
    public static List<NamedWindow> list(ImagePlus image, String text) {
        DisplayWindow display = DisplayWindow.of(image);
        return NamedWindow.list(text, name -> window(display, name));
    }

    private static Window window(DisplayWindow display, String name) {
        if (display.grey(name) instanceof VoiWindow grey) return grey.window();
        throw new IllegalArgumentException("\"" + name + "\" is a table, and this needs a window");
    }

    /**
     * The names of the presets that an image can be shown through: the user's, and of an image in HU the built-in ones, which
     * are in HU.
     *
     * @param bodyPart those for it come first
     */
    public static List<String> presets(ImagePlus image, String bodyPart) {
        return ImageUnit.isHounsfield(image) ? WindowPresets.names(bodyPart) : WindowPresets.usersNames();
    }

    /** Why {@link #presets} leaves the built-in ones out, as a sentence; empty if it does not. */
    public static String presetNote(ImagePlus image) {
        return ImageUnit.presetNote(image);
    }

    /**
     * The window of a preset for an image.
     *
     * @throws IllegalArgumentException if there is none of this name, or it is a built-in one and the image is not in HU;
     *     the message names its unit
     */
    public static Window preset(ImagePlus image, String name) {
        Optional<Window> numbers = NamedWindow.numbers(name);
        if (numbers.isPresent()) return numbers.get();
        Window window = WindowPresets.byName(name);
        if (!WindowPresets.isUsers(name)) {
            ImageUnit.checkHounsfield(image, "the preset \"" + name + "\"", "give center and width");
        }
        return window;
    }

    /** What a dialog begins with for an image that is not in HU, which presets are not for: what it is shown through. */
    public static Optional<String> start(ImagePlus image) {
        if (ImageUnit.isHounsfield(image)) return Optional.empty();
        Window shown = DisplayWindow.of(image).shown();
        return Optional.of(Numbers.text(shown.center()) + "/" + Numbers.text(shown.width()));
    }

    /**
     * One window for no image in particular: a preset, or center/width.
     *
     * @throws IllegalArgumentException if it means nothing, or is more than one
     */
    public static Window preset(String text) {
        List<NamedWindow> windows = NamedWindow.list(text, WindowPresets::byName);
        if (windows.size() > 1) throw new IllegalArgumentException("\"" + text + "\" is more than one window");
        return windows.get(0).window();
    }

    /** One window. */
    public static NamedWindow one(ImagePlus image, String text) {
        List<NamedWindow> windows = list(image, text);
        if (windows.size() > 1) throw new IllegalArgumentException("\"" + text + "\" is more than one window");
        return windows.get(0);
    }
}
