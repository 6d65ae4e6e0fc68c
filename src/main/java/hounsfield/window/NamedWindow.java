package hounsfield.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A window as written by users.
 *
 * @param name the text: a preset's name, or {@code 40/400}
 * @param window the window
 */
public record NamedWindow(String name, Window window) {
    private static final Pattern NUMBERS = Pattern.compile("([^/]+)/([^/]+)");

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

    private static NamedWindow of(String name, Function<String, Window> byName) {
        return new NamedWindow(name, numbers(name).orElseGet(() -> byName.apply(name)));
    }

    /**
     * Parses center/width, such as {@code 40/400}.
     *
     * @param word as written by the user
     * @return the window; empty for a word without a slash
     * @throws IllegalArgumentException if center or width is not a valid number
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
