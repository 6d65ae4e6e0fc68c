package hounsfield.imagej.operation;

import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.display.WindowPresets;
import hounsfield.window.Window;
import hounsfield.window.WindowName;
import ij.ImagePlus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the window presets, and saves those of the user in ImageJ's preferences. */
public final class EditPresets {
    private EditPresets() {}

    /** {@return the names of all presets, the user's first} */
    public static List<String> names() {
        return WindowPresets.names("");
    }

    /**
     * {@return the names of the presets that apply to an image: built-in ones only if it is in HU}
     *
     * @param image any image
     */
    public static List<String> names(ImagePlus image) {
        return WindowParser.presets(image, "");
    }

    /**
     * {@return what dialogs offer as the window of an image: windows of the current slice's file, presets that apply to the
     * image; by the name in options, with a text such as {@code lungs -600/1500}}
     *
     * @param image grayscale
     */
    public static Map<String, String> offered(ImagePlus image) {
        return labels(DisplayWindow.of(image).choices().stream()
                .filter(choice -> WindowName.of(choice.name()).kind() != WindowName.Kind.LUT)
                .toList());
    }

    /** {@return what dialogs offer as the window of files: all presets, by the name in options, with their numbers} */
    public static Map<String, String> offered() {
        return labels(DisplayWindow.presets());
    }

    private static Map<String, String> labels(List<DisplayWindow.Choice> choices) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (DisplayWindow.Choice choice : choices) labels.put(choice.name(), choice.label());
        return labels;
    }

    /**
     * {@return the reason why built-in presets do not apply to an image, as a sentence; empty if they do}
     *
     * @param image any image
     */
    public static String note(ImagePlus image) {
        return WindowParser.presetNote(image);
    }

    /**
     * {@return the initial window in a dialog for an image to which presets do not apply: the window of its current
     * display range, as {@code center/width}; empty for an image in HU}
     *
     * @param image grayscale
     */
    public static Optional<String> start(ImagePlus image) {
        return WindowParser.start(image);
    }

    /**
     * {@return whether a text is center/width, such as {@code 40/400}}
     *
     * @param text any text
     */
    public static boolean isNumbers(String text) {
        return WindowName.of(text).kind() == WindowName.Kind.NUMBERS;
    }

    /**
     * {@return whether a text names a window of a file, such as {@code file 1}}
     *
     * @param text any text
     */
    public static boolean isFileWindow(String text) {
        return WindowName.of(text).kind() == WindowName.Kind.FILE;
    }

    /**
     * Saves a window as a preset.
     *
     * @param name the name; an existing preset of the user with this name is replaced
     * @param center of the window
     * @param width of the window, positive
     * @throws IllegalArgumentException if the name or a number is invalid
     */
    public static void save(String name, double center, double width) {
        WindowPresets.save(name, new Window(center, width));
    }

    /**
     * Deletes a preset of the user.
     *
     * @param name the name of the preset
     * @throws IllegalArgumentException if there is no such preset
     */
    public static void delete(String name) {
        WindowPresets.delete(name);
    }
}
