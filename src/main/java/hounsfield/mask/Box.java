package hounsfield.mask;

/**
 * A box of whole pixels; its ends are not part of it. fastai's {@code mask2bbox} gives the last row and column that are
 * part of it instead.
 */
public record Box(int rowStart, int columnStart, int rowEnd, int columnEnd) {
    public Box {
        if (rowStart < 0 || columnStart < 0 || rowEnd <= rowStart || columnEnd <= columnStart) {
            throw new IllegalArgumentException(
                    "a box of rows " + rowStart + " to " + rowEnd + " and columns " + columnStart + " to " + columnEnd);
        }
    }

    public int rows() {
        return rowEnd - rowStart;
    }

    public int columns() {
        return columnEnd - columnStart;
    }

    /** The smallest box around both. */
    public Box union(Box other) {
        return new Box(
                Math.min(rowStart, other.rowStart),
                Math.min(columnStart, other.columnStart),
                Math.max(rowEnd, other.rowEnd),
                Math.max(columnEnd, other.columnEnd));
    }

    /**
     * This box grown to another shape, about its middle, so that resizing it does not distort. It stays inside the plane:
     * moved back where it hangs over an edge, and less than the shape wants where the plane is too small.
     *
     * @param shape of which only the ratio counts
     * @param planeRows the plane's rows, of which this box is a part
     */
    public Box shaped(Size shape, int planeRows, int planeColumns) {
        int wantedRows = (int) Math.ceil((double) columns() * shape.rows() / shape.columns());
        int wantedColumns = (int) Math.ceil((double) rows() * shape.columns() / shape.rows());
        int newRows = Math.min(planeRows, Math.max(rows(), wantedRows));
        int newColumns = Math.min(planeColumns, Math.max(columns(), wantedColumns));
        int top = start(rowStart, rows(), newRows, planeRows);
        int left = start(columnStart, columns(), newColumns, planeColumns);
        return new Box(top, left, top + newRows, left + newColumns);
    }

    private static int start(int start, int length, int newLength, int limit) {
        return Math.max(0, Math.min(limit - newLength, start - (newLength - length) / 2));
    }
}
