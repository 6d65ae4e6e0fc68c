package hounsfield.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A window as written by users.
 *
 * @param name the text of a {@link WindowName}: {@code lungs} or {@code 40/400}
 * @param window the window
 */
public record NamedWindow(String name, Window window) {
    /**
     * Parses windows separated by commas, each the name of a preset or center/width: {@code lungs, mediastinum,
     * 40/400}.
     *
     * @param text the windows
     * @return at least one
     * @throws IllegalArgumentException if there is none, or one is invalid
     */
    public static List<NamedWindow> list(String text) {
        return list(text, name -> WindowPreset.byName(name).window());
    }

    /**
     * Parses windows separated by commas, with additional names.
     *
     * @param text the windows
     * @param byName returns the window of a name, or throws an {@code IllegalArgumentException} that lists the valid
     *     names
     * @return at least one
     */
    public static List<NamedWindow> list(String text, Function<String, Window> byName) {
        List<NamedWindow> windows = new ArrayList<>();
        for (String part : text.split(",")) {
            String name = part.strip();
            if (!name.isEmpty()) windows.add(of(name, byName));
        }
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("no windows; write names or center/width: lungs, mediastinum, 40/400");
        }
        return windows;
    }

    private static NamedWindow of(String word, Function<String, Window> byName) {
        WindowName name = WindowName.of(word);
        return new NamedWindow(name.text(), name.numbers().orElseGet(() -> byName.apply(word)));
    }
}
