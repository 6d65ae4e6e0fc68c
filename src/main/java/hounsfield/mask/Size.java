package hounsfield.mask;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A picture's size in pixels. */
public record Size(int rows, int columns) {
    /** Far above what pictures have; the pixels of two such sides still count as an int. */
    private static final int MOST = 1 << 15;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(?:\\s*x\\s*(\\d{1,6}))?");

    public Size {
        if (rows < 1 || columns < 1 || rows > MOST || columns > MOST) {
            throw new IllegalArgumentException(
                    "a size of " + columns + " x " + rows + " pixels; a side has 1 to " + MOST);
        }
    }

    /**
     * A size as users write it: {@code 256x128}, width and height, or {@code 256} for a square.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Size parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no size; write a width and a height, 256x128, or one number");
        }
        int columns = Integer.parseInt(matcher.group(1));
        int rows = matcher.group(2) == null ? columns : Integer.parseInt(matcher.group(2));
        return new Size(rows, columns);
    }

    /** As {@link #parse}; none of an empty text. */
    public static Optional<Size> parseOptional(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(parse(text));
    }
}
