package hounsfield.mask;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of a picture in pixels.
 *
 * @param rows height
 * @param columns width
 */
public record Size(int rows, int columns) implements Serializable {
    /** Largest side, far above that of real pictures; the number of pixels still fits an int. */
    private static final int MOST = 1 << 15;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(?:\\s*x\\s*(\\d{1,6}))?");

    /**
     * Checks the range of both sides.
     *
     * @param rows height, 1 to 32768
     * @param columns width, 1 to 32768
     * @throws IllegalArgumentException if a side is outside this range
     */
    public Size {
        if (rows < 1 || columns < 1 || rows > MOST || columns > MOST) {
            throw new IllegalArgumentException(
                    "the size is " + columns + " x " + rows + " pixels; each side must be 1 to " + MOST);
        }
    }

    /**
     * Parses a size: {@code 256x128}, width and height, or {@code 256} for a square.
     *
     * @param text the size; spaces around it and around the x are ignored
     * @return the size
     * @throws IllegalArgumentException if the text is neither form
     */
    public static Size parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a size; write width x height, for example 256x128, or one number");
        }
        int columns = Integer.parseInt(matcher.group(1));
        int rows = matcher.group(2) == null ? columns : Integer.parseInt(matcher.group(2));
        return new Size(rows, columns);
    }

    /**
     * Parses a size that may be missing; see {@link #parse}.
     *
     * @param text a size, or blank
     * @return empty for blank text
     * @throws IllegalArgumentException if the text is neither blank nor a size
     */
    public static Optional<Size> parseOptional(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(parse(text));
    }
}
