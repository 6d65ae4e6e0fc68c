package hounsfield.mask;

/**
 * One plane.
 *
 * @param values row by row, {@code rows * columns} of them; shared, not copied
 */
public record Plane(int rows, int columns, float[] values) {
    public Plane {
        if (rows < 1 || columns < 1 || values.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(
                    values.length + " values for a plane of " + rows + " rows and " + columns + " columns");
        }
    }
}
