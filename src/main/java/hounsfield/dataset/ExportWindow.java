package hounsfield.dataset;

import hounsfield.window.ClosedRange;
import hounsfield.window.FileWindow;
import hounsfield.window.NamedWindow;
import hounsfield.window.Window;
import hounsfield.window.WindowPreset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A window that frames are exported through.
 *
 * @param name as it was written
 * @param window the same for all files; empty for a file's own, {@code file 1} its first
 */
public record ExportWindow(String name, Optional<Window> window) {
    private static final Pattern FILE = Pattern.compile("file \\d{1,3}");

    /**
     * Windows parted by commas: names, center/width, {@code file 1}.
     *
     * @param byName gives the window of a name, or throws an {@code IllegalArgumentException} that says what there is
     * @return none for an empty text
     * @throws IllegalArgumentException if one means nothing
     */
    public static List<ExportWindow> list(String text, Function<String, Window> byName) {
        List<ExportWindow> windows = new ArrayList<>();
        if (text.isBlank()) return windows;
        Window any = new Window(0, 1);
        for (NamedWindow named : NamedWindow.list(text, name -> isOfFile(name) ? any : byName.apply(name))) {
            boolean ofFile = isOfFile(named.name());
            windows.add(new ExportWindow(named.name(), ofFile ? Optional.empty() : Optional.of(named.window())));
        }
        return windows;
    }

    private static boolean isOfFile(String name) {
        return FILE.matcher(name).matches();
    }

    /**
     * What is black and what is white in a frame.
     *
     * @param ofFile the frame's own windows
     * @param unit of the frame's values
     * @throws IllegalArgumentException if it should have more of them, or if the window is a preset in HU and the frame is
     *     not
     */
    ClosedRange of(List<FileWindow> ofFile, String unit) {
        checkUnit(name, unit);
        if (window.isPresent()) return window.get().ends();
        int place = Integer.parseInt(name.substring("file ".length()));
        if (place < 1 || place > ofFile.size()) throw new IllegalArgumentException("has no window \"" + name + "\"");
        return ofFile.get(place - 1).ends();
    }

    /**
     * Refuses a built-in preset, which is in HU, for values that are not.
     *
     * @param name of a window: a preset, of which the user's have no unit, or center/width
     * @param unit of the values, empty for none
     * @throws IllegalArgumentException if the preset is in HU and the values are not
     */
    static void checkUnit(String name, String unit) {
        if (isFor(name, unit)) return;
        throw new IllegalArgumentException("has values " + (unit.isEmpty() ? "without a unit" : "in " + unit)
                + ", and the preset \"" + name + "\" is in HU");
    }

    /** Whether a window of this name is for values in a unit: a built-in preset is in HU, all others are in any. */
    static boolean isFor(String name, String unit) {
        return unit.equals("HU") || WindowPreset.find(name).isEmpty();
    }

    /** Name and numbers, so that a preset that has changed is another window. */
    String describe() {
        return window.map(numbers -> name + " (" + numbers.center() + "/" + numbers.width() + ")")
                .orElse(name);
    }
}
