package hounsfield.deidentify.pixels;

/**
 * A rectangle of pixels.
 *
 * @param x the left column, from 0
 * @param y the upper row, from 0
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Rectangle(int x, int y, int width, int height) {
    /**
     * Checks the numbers.
     *
     * @param x the left column
     * @param y the upper row
     * @param width columns
     * @param height rows
     * @throws IllegalArgumentException if it begins outside of an image or is empty
     */
    public Rectangle {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("a rectangle at column " + x + ", row " + y + " of " + width + " x "
                    + height + " pixels: it must begin at 0 or above and be at least 1 wide and high");
        }
    }

    /**
     * Returns the column after the last one.
     *
     * @param columns of the image
     * @return at most {@code columns}
     */
    int right(int columns) {
        return (int) Math.min(columns, (long) x + width);
    }

    /** Returns the row after the last one, at most {@code rows}. */
    int bottom(int rows) {
        return (int) Math.min(rows, (long) y + height);
    }
}
