package hounsfield.dataset.picture;

import hounsfield.calibrate.ModalityTransform;
import hounsfield.standard.Labels;
import hounsfield.window.ClosedRange;
import hounsfield.window.NamedWindow;
import hounsfield.window.Window;
import hounsfield.window.WindowName;
import hounsfield.window.WindowName.Kind;
import hounsfield.window.WindowPreset;
import hounsfield.window.voi.FileVoi;
import hounsfield.window.voi.FileWindow;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A window of exported pictures.
 *
 * @param name the text of a {@link WindowName}
 * @param window the same for all files; empty for a window of each file, such as {@code file 1}, its first
 */
public record ExportWindow(String name, Optional<Window> window) implements Serializable {
    /**
     * Parses windows separated by commas: names, center/width, {@code file 1}.
     *
     * @param text the windows
     * @param byName returns the window of a name, or throws an {@code IllegalArgumentException} that lists the valid
     *     names
     * @return empty for an empty text and for {@code none}
     * @throws IllegalArgumentException if a window is invalid
     */
    public static List<ExportWindow> list(String text, Function<String, Window> byName) {
        List<ExportWindow> windows = new ArrayList<>();
        if (text.isBlank() || Labels.plain(text).equals(WindowName.NONE)) return windows;
        Window any = new Window(0, 1);
        for (NamedWindow named : NamedWindow.list(text, name -> isOfFile(name) ? any : byName.apply(name))) {
            boolean ofFile = isOfFile(named.name());
            windows.add(new ExportWindow(named.name(), ofFile ? Optional.empty() : Optional.of(named.window())));
        }
        return windows;
    }

    private static boolean isOfFile(String name) {
        return WindowName.of(name).kind() == Kind.FILE;
    }

    /**
     * Returns the range from black to white for a frame.
     *
     * @param ofFile the windows of the frame
     * @param unit of the frame's values
     * @throws IllegalArgumentException if the frame does not have the window, or if the window is a preset in HU and
     *     the frame is not in HU
     */
    ClosedRange of(List<FileWindow> ofFile, String unit) {
        checkUnit(name, unit);
        if (window.isPresent()) return window.get().ends();
        return new FileVoi(ofFile, List.of(), "")
                .window(WindowName.of(name))
                .orElseThrow(() -> new IllegalArgumentException("has no window \"" + name + "\""))
                .ends();
    }

    /**
     * Refuses a built-in preset, which is in HU, for values in other units.
     *
     * @param name of a window: a preset, which has no unit if defined by the user, or center/width
     * @param unit of the values; may be empty
     * @throws IllegalArgumentException if the preset is in HU and the values are not
     */
    static void checkUnit(String name, String unit) {
        if (isFor(name, unit)) return;
        throw new IllegalArgumentException("has values " + (unit.isEmpty() ? "without a unit" : "in " + unit)
                + ", and the preset \"" + name + "\" is in HU");
    }

    /**
     * Returns whether a window applies to values in a unit: built-in presets are in HU, all others apply to any unit.
     *
     * @param name of a window
     * @param unit of the values; may be empty
     * @return whether it applies
     */
    public static boolean isFor(String name, String unit) {
        return unit.equals(ModalityTransform.HU) || WindowPreset.find(name).isEmpty();
    }

    /** Returns name and numbers, so that a modified preset counts as another window. */
    String describe() {
        return window.map(numbers -> name + " (" + numbers.center() + "/" + numbers.width() + ")")
                .orElse(name);
    }

    /** An {@code Optional} cannot be serialized. */
    private Object writeReplace() {
        return new Stored(name, window.orElse(null));
    }

    private record Stored(String name, Window window) implements Serializable {
        private Object readResolve() {
            return new ExportWindow(name, Optional.ofNullable(window));
        }
    }
}
