package hounsfield.imagej.viewer;

import hounsfield.imagej.host.UserOption;
import hounsfield.standard.Labels;
import hounsfield.window.WindowName;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The keys of presets: digits that show the active image through a window. The table is the {@link UserOption#KEYS} and does not depend
 * on the image. By default it omits 4 and 5, with which ImageJ zooms.
 */
public final class PresetKeys {
    private PresetKeys() {}

    /**
     * Returns the window of a key.
     *
     * @param key the character of the key
     * @return the name of a window: a preset, {@code 40/400}, {@code file 1} or {@code lut 1}; empty if the key has none
     */
    public static Optional<String> window(char key) {
        return Optional.ofNullable(table().get(key));
    }

    /**
     * Returns the key of a window.
     *
     * @param window the name of a window
     * @return the lowest key that shows it; empty if there is none
     */
    public static Optional<Character> key(String window) {
        String name = Labels.plain(window);
        return table().entrySet().stream()
                .filter(entry -> Labels.plain(entry.getValue()).equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** {@return the table as text, such as {@code 1=lungs, 2=40/400}} */
    public static String text() {
        return text(table());
    }

    private static String text(Map<Character, String> table) {
        return table.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /**
     * Checks a table of {@link UserOption#KEYS}.
     *
     * @param text digits with the names of their windows, separated by commas: {@code 1=lungs, 2=40/400}; empty for no keys
     * @return the table as {@link #text} writes it
     * @throws IllegalArgumentException if a key is not a digit or is given twice, or if a window has no name
     */
    public static String checked(String text) {
        return text(parse(text));
    }

    private static Map<Character, String> table() {
        try {
            return parse(UserOption.KEYS.text());
        } catch (IllegalArgumentException e) {
            // The preferences file was edited by hand.
            return parse(UserOption.KEYS.fallback());
        }
    }

    private static Map<Character, String> parse(String text) {
        Map<Character, String> table = new TreeMap<>();
        for (String part : text.split(",")) {
            if (part.isBlank()) continue;
            String[] entry = part.split("=", 2);
            String key = entry[0].strip();
            String window = entry.length < 2 ? "" : entry[1].strip();
            if (!key.matches("[0-9]") || window.isEmpty()) {
                throw new IllegalArgumentException(
                        "\"" + part.strip() + "\" is not a digit with a window, such as 1=lungs or 2=40/400");
            }
            if (table.put(key.charAt(0), WindowName.of(window).text()) != null) {
                throw new IllegalArgumentException("the key " + key + " has two windows");
            }
        }
        return table;
    }
}
