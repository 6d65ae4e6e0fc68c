package hounsfield.region;

/**
 * A contour on a slice.
 *
 * @param kind what it is
 * @param columns of its points; whole numbers are centers of pixels, 0 that of the first
 * @param rows of its points
 */
public record Outline(Kind kind, double[] columns, double[] rows) {
    /** What a contour is (PS3.3 C.8.8.6.1). */
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
     * @param kind what it is
     * @param columns of its points
     * @param rows of its points
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
