package hounsfield.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        return new NamedWindow(name, numbers(name).orElseGet(() -> byName.apply(name)));
    }

    /**
     * {@return the window of center and width, {@code 40/400}; empty for other words}
     *
     * @param word as it was written
     * @throws IllegalArgumentException if what stands beside the slash are no numbers
     */
    public static Optional<Window> numbers(String word) {
        Matcher numbers = NUMBERS.matcher(word.strip());
        if (!numbers.matches()) return Optional.empty();
        try {
            return Optional.of(new Window(Double.parseDouble(numbers.group(1)), Double.parseDouble(numbers.group(2))));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + word + "\" is not center/width in numbers", e);
        }
    }
}
