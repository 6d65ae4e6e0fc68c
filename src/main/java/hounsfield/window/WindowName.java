package hounsfield.window;

import hounsfield.standard.Labels;
import hounsfield.standard.Numbers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What users write for one window in menus, macros and scripts. Upper and lower case are the same, and so are blanks,
 * underscores and hyphens between words.
 *
 * @param kind the kind of the text
 * @param text the text in lower case, its words separated by one blank
 * @param number the number of a window or VOI LUT of a file, from 1; 0 for other kinds
 * @param numbers center and width, if the text is {@code 40/400}
 */
public record WindowName(Kind kind, String text, int number, Optional<Window> numbers) {
    /** The kinds of text. */
    public enum Kind {
        /** {@code 40/400}: center/width in the unit of the values. */
        NUMBERS,
        /** {@code file 1}, {@code file 2} ...: a window of the file (Window Center and Width). */
        FILE,
        /** {@code lut 1} ...: a VOI LUT of the file (VOI LUT Sequence). */
        LUT,
        /** {@code custom}: center and width are given elsewhere. */
        CUSTOM,
        /** {@code none}: no window. */
        NONE,
        /** Any other text, which may be the name of a preset. */
        PRESET
    }

    /** The word for center and width that are given elsewhere. */
    public static final String CUSTOM = "custom";

    /** The word for no window. */
    public static final String NONE = "none";

    private static final String FILE = "file ";
    private static final String LUT = "lut ";
    /** A hyphen after a blank is a minus sign: no file has a window of that number. */
    private static final Pattern OF_FILE =
            Pattern.compile("(file|lut)(?: +|_|-)(-?\\d{1,9})", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERS = Pattern.compile("([^/]+)/([^/]+)");

    /**
     * Parses a name.
     *
     * @param word as the user wrote it
     * @return the name
     * @throws IllegalArgumentException if center or width is not a valid number
     */
    public static WindowName of(String word) {
        Matcher numbers = NUMBERS.matcher(word.strip());
        if (numbers.matches()) return new WindowName(Kind.NUMBERS, word.strip(), 0, Optional.of(window(word, numbers)));
        Matcher ofFile = OF_FILE.matcher(word.strip());
        if (ofFile.matches()) {
            int number = Integer.parseInt(ofFile.group(2));
            return ofFile.group(1).equalsIgnoreCase("file")
                    ? new WindowName(Kind.FILE, file(number), number, Optional.empty())
                    : new WindowName(Kind.LUT, lut(number), number, Optional.empty());
        }
        String text = Labels.plain(word);
        Kind kind = text.equals(CUSTOM) ? Kind.CUSTOM : text.equals(NONE) ? Kind.NONE : Kind.PRESET;
        return new WindowName(kind, text, 0, Optional.empty());
    }

    private static Window window(String word, Matcher numbers) {
        try {
            return new Window(Double.parseDouble(numbers.group(1)), Double.parseDouble(numbers.group(2)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + word + "\" is not center/width in numbers", e);
        }
    }

    /**
     * {@return the name of a window of a file}
     *
     * @param number from 1
     */
    public static String file(int number) {
        return FILE + number;
    }

    /**
     * {@return the name of a VOI LUT of a file}
     *
     * @param number from 1
     */
    public static String lut(int number) {
        return LUT + number;
    }

    /**
     * {@return center and width as users write them: {@code 40/400}}
     *
     * @param window any window
     */
    public static String ofNumbers(Window window) {
        return Numbers.text(window.center()) + "/" + Numbers.text(window.width());
    }

    /**
     * Returns the name of a window as a viewer shows it. A window of a file is shown with its center and width instead of its number in
     * the file.
     *
     * @param name of the window
     * @param window the window
     * @return {@code file 40/400} for {@code file 1}; other names unchanged
     */
    public static String shown(String name, Window window) {
        Matcher ofFile = OF_FILE.matcher(name);
        boolean isWindow = ofFile.matches() && ofFile.group(1).equalsIgnoreCase("file");
        return isWindow ? FILE + ofNumbers(window) : name;
    }

    /** {@return whether the window or VOI LUT is that of a file, so that it differs from image to image} */
    public boolean isOfFile() {
        return kind == Kind.FILE || kind == Kind.LUT;
    }
}
