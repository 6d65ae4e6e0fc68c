package hounsfield.region;

/**
 * A contour on a slice.
 *
 * @param kind closed, open or points
 * @param columns columns of its points; whole numbers are the centers of pixels, and 0 is the center of the first
 * @param rows rows of its points, counted in the same way
 */
public record Outline(Kind kind, double[] columns, double[] rows) {
    /** The kind of a contour (PS3.3 C.8.8.6.1). */
    public enum Kind {
        /** A closed polygon. */
        CLOSED,
        /** An open line. */
        OPEN,
        /** Single points. */
        POINT
    }

    /**
     * Copies the points.
     *
     * @param kind closed, open or points
     * @param columns of its points
     * @param rows rows of its points, counted in the same way
     */
    public Outline {
        columns = columns.clone();
        rows = rows.clone();
        if (columns.length != rows.length) throw new IllegalArgumentException("columns and rows");
    }

    /** {@return a copy of the columns of its points} */
    @Override
    public double[] columns() {
        return columns.clone();
    }

    /** {@return a copy of the rows of its points} */
    @Override
    public double[] rows() {
        return rows.clone();
    }

    /** {@return number of points} */
    public int size() {
        return columns.length;
    }
}
