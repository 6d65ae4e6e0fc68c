package hounsfield.mask;

/**
 * A box of whole pixels with exclusive ends. fastai's {@code mask2bbox} instead returns the last row and column inside
 * the box.
 *
 * @param rowStart the first row
 * @param columnStart the first column
 * @param rowEnd the row after the last one
 * @param columnEnd the column after the last one
 */
public record Box(int rowStart, int columnStart, int rowEnd, int columnEnd) {
    /**
     * Checks that the box has at least one pixel.
     *
     * @param rowStart the first row, at least 0
     * @param columnStart the first column, at least 0
     * @param rowEnd above {@code rowStart}
     * @param columnEnd above {@code columnStart}
     * @throws IllegalArgumentException if it has none or starts below 0
     */
    public Box {
        if (rowStart < 0 || columnStart < 0 || rowEnd <= rowStart || columnEnd <= columnStart) {
            throw new IllegalArgumentException("not a box: rows " + rowStart + " to " + rowEnd + " and columns "
                    + columnStart + " to " + columnEnd);
        }
    }

    /** {@return height in pixels} */
    public int rows() {
        return rowEnd - rowStart;
    }

    /** {@return width in pixels} */
    public int columns() {
        return columnEnd - columnStart;
    }

    /**
     * Returns the smallest box around two boxes.
     *
     * @param other the second box
     * @return a box that contains both
     */
    public Box union(Box other) {
        return new Box(
                Math.min(rowStart, other.rowStart),
                Math.min(columnStart, other.columnStart),
                Math.max(rowEnd, other.rowEnd),
                Math.max(columnEnd, other.columnEnd));
    }

    /**
     * {@return this box enlarged about its center to the aspect ratio of a size, so that resizing it does not distort}
     * The result stays inside the plane: it is moved if it would extend over an edge, and is smaller than the ratio
     * requires if the plane is too small.
     *
     * @param shape the size whose aspect ratio is used
     * @param planeRows rows of the plane that contains this box
     * @param planeColumns columns of the plane that contains this box
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
