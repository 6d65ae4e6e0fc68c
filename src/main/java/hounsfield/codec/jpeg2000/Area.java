package hounsfield.codec.jpeg2000;

/**
 * A rectangle of samples in the coordinates of its grid. The right and lower edges are exclusive.
 *
 * @param x0 left edge
 * @param y0 upper edge
 * @param x1 right edge
 * @param y1 lower edge
 */
record Area(int x0, int y0, int x1, int y1) {
    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }

    boolean isEmpty() {
        return x1 <= x0 || y1 <= y0;
    }

    long samples() {
        return isEmpty() ? 0 : (long) width() * height();
    }

    /** Returns this area on a grid that is coarser by these factors (equation B-12). */
    Area dividedBy(int dx, int dy) {
        return new Area(ceilDiv(x0, dx), ceilDiv(y0, dy), ceilDiv(x1, dx), ceilDiv(y1, dy));
    }

    /** Returns this area after {@code levels} halvings (equation B-14). */
    Area halved(int levels) {
        return new Area(ceilShift(x0, levels), ceilShift(y0, levels), ceilShift(x1, levels), ceilShift(y1, levels));
    }

    /** Returns the samples of a subband at decomposition level {@code level}, 1 or more (equation B-15). */
    Area subband(int level, int highX, int highY) {
        return new Area(band(x0, level, highX), band(y0, level, highY), band(x1, level, highX), band(y1, level, highY));
    }

    Area intersect(long left, long top, long right, long bottom) {
        return new Area((int) Math.max(x0, left), (int) Math.max(y0, top), (int) Math.min(x1, right), (int)
                Math.min(y1, bottom));
    }

    static int ceilDiv(int value, int divisor) {
        return (int) (((long) value + divisor - 1) / divisor);
    }

    static int ceilShift(int value, int shift) {
        return (int) (((long) value + (1L << shift) - 1) >> shift);
    }

    private static int band(int value, int level, int high) {
        return (int) (((long) value - ((long) high << (level - 1)) + (1L << level) - 1) >> level);
    }
}
