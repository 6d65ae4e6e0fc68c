package hounsfield.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A window as users write it.
 *
 * @param name what it was written as: a preset's name, or {@code 40/400}
 */
public record NamedWindow(String name, Window window) {
    private static final Pattern NUMBERS = Pattern.compile("([^/]+)/([^/]+)");

    /**
     * Windows parted by commas, each a preset's name or center and width: {@code lungs, mediastinum, 40/400}.
     *
     * @return at least one
     * @throws IllegalArgumentException if there is none, or one means nothing
     */
    public static List<NamedWindow> list(String text) {
        return list(text, name -> WindowPreset.byName(name).window());
    }

    /**
     * As above, with more names.
     *
     * @param byName gives the window of a name, or throws an {@code IllegalArgumentException} that says what there is
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

    private static NamedWindow of(String name, Function<String, Window> byName) {
        Matcher numbers = NUMBERS.matcher(name);
        if (!numbers.matches()) return new NamedWindow(name, byName.apply(name));
        try {
            double center = Double.parseDouble(numbers.group(1));
            double width = Double.parseDouble(numbers.group(2));
            return new NamedWindow(name, new Window(center, width));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + name + "\" is no center/width in numbers", e);
        }
    }
}
