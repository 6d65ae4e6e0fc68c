package hounsfield.mask;

/** A part of a plane, at its own size or another. */
public final class Crop {
    private Crop() {}

    /** The pixels in a box. */
    public static Plane crop(Plane plane, Box box) {
        checkInside(plane, box);
        float[] result = new float[box.rows() * box.columns()];
        for (int row = 0; row < box.rows(); row++) {
            int from = (box.rowStart() + row) * plane.columns() + box.columnStart();
            System.arraycopy(plane.values(), from, result, row * box.columns(), box.columns());
        }
        return new Plane(box.rows(), box.columns(), result);
    }

    /**
     * The pixels in a box, all of it, at another size, bilinear; the whole box becomes the whole result. A box that has the
     * result's shape ({@link Box#shaped}) is not distorted.
     */
    public static Plane resize(Plane plane, Box box, Size size) {
        checkInside(plane, box);
        if (box.rows() == size.rows() && box.columns() == size.columns()) return crop(plane, box);
        return Resizing.bilinear(plane, box.rowStart(), box.columnStart(), box.rows(), box.columns(), size, false);
    }

    /**
     * What fastai's {@code crop_resize} makes of the box of {@code mask2bbox}: without the box's last row and column;
     * squared by its longer side, down and to the right, then moved back inside; zeros beyond the plane's edge.
     *
     * @param plane as wide as high, which fastai takes for granted
     * @throws IllegalArgumentException if it is not
     */
    public static Plane resizeSquared(Plane plane, Box box, Size size) {
        checkInside(plane, box);
        if (plane.rows() != plane.columns()) {
            throw new IllegalArgumentException(
                    "fastai's crop is of square images, not of " + plane.columns() + " x " + plane.rows());
        }
        Square square = squared(box, plane.columns());
        return Resizing.bilinear(plane, square.top(), square.left(), square.side(), square.side(), size, true);
    }

    /** What {@link #resizeSquared} takes of a plane. */
    public record Square(int top, int left, int side) {}

    /** @param planeSide the plane's rows and columns */
    public static Square squared(Box box, int planeSide) {
        int side = Math.max(box.rows(), box.columns()) - 1;
        int top = Math.min(box.rowStart(), planeSide - side);
        int left = Math.min(box.columnStart(), planeSide - side);
        return new Square(top, left, side);
    }

    /** The box of {@code mask2bbox} for a mask without any pixel: all that there is. */
    public static Box everything(Plane plane) {
        return new Box(0, 0, plane.rows(), plane.columns());
    }

    private static void checkInside(Plane plane, Box box) {
        if (box.rowEnd() > plane.rows() || box.columnEnd() > plane.columns()) {
            throw new IllegalArgumentException(
                    box + " is not inside " + plane.rows() + " rows and " + plane.columns() + " columns");
        }
    }
}
