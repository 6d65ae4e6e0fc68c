package hounsfield.mask;

/**
 * The values of one plane as a plain array, for the filters of this package. {@code ArrayImgs.floats(values, columns, rows)}
 * is an ImgLib2 image of it.
 *
 * @param rows height in pixels
 * @param columns width in pixels
 * @param values row by row; shared, not copied
 */
public record Raster2D(int rows, int columns, float[] values) {
    /**
     * Checks the number of values.
     *
     * @param rows height in pixels, at least 1
     * @param columns width in pixels, at least 1
     * @param values {@code rows * columns} of them
     * @throws IllegalArgumentException if the number is another
     */
    public Raster2D {
        if (rows < 1 || columns < 1 || values.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(
                    "a plane of " + rows + " rows and " + columns + " columns has " + values.length + " values");
        }
    }
}
