package hounsfield.dataset;

import hounsfield.window.ClosedRange;
import hounsfield.window.FileWindow;
import hounsfield.window.NamedWindow;
import hounsfield.window.Window;
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
     * @throws IllegalArgumentException if it should have more of them
     */
    ClosedRange of(List<FileWindow> ofFile) {
        if (window.isPresent()) return window.get().ends();
        int place = Integer.parseInt(name.substring("file ".length()));
        if (place < 1 || place > ofFile.size()) throw new IllegalArgumentException("has no window \"" + name + "\"");
        return ofFile.get(place - 1).ends();
    }

    /** Name and numbers, so that a preset that has changed is another window. */
    String describe() {
        return window.map(numbers -> name + " (" + numbers.center() + "/" + numbers.width() + ")")
                .orElse(name);
    }
}
