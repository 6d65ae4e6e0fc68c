package hounsfield.mask;

/** Crops a part of a plane, at its own size or resized. */
public final class Crop {
    private Crop() {}

    /**
     * Returns the pixels in a box.
     *
     * @param plane the source
     * @param box inside the plane
     * @return a new plane of the size of the box
     * @throws IllegalArgumentException if the box is not inside the plane
     */
    public static Raster2D crop(Raster2D plane, Box box) {
        checkInside(plane, box);
        float[] result = new float[box.rows() * box.columns()];
        for (int row = 0; row < box.rows(); row++) {
            int from = (box.rowStart() + row) * plane.columns() + box.columnStart();
            System.arraycopy(plane.values(), from, result, row * box.columns(), box.columns());
        }
        return new Raster2D(box.rows(), box.columns(), result);
    }

    /**
     * Returns the pixels in a box, resized by bilinear interpolation. The whole box becomes the whole result; a box of
     * the same aspect ratio as the result ({@link Box#shaped}) is not distorted.
     *
     * @param plane the source
     * @param box inside the plane
     * @param size of the result
     * @return a new plane of that size
     * @throws IllegalArgumentException if the box is not inside the plane
     */
    public static Raster2D resize(Raster2D plane, Box box, Size size) {
        checkInside(plane, box);
        if (box.rows() == size.rows() && box.columns() == size.columns()) return crop(plane, box);
        return Resizing.bilinear(plane, box.rowStart(), box.columnStart(), box.rows(), box.columns(), size, false);
    }

    /**
     * Crops and resizes as fastai's {@code crop_resize} does with the box of {@code mask2bbox}: the last row and column
     * of the box are excluded; the box is extended to a square of its longer side, down and to the right, then moved
     * back inside; beyond the edge of the plane there are zeros.
     *
     * @param plane the source; must be square, as fastai assumes
     * @param box inside the plane
     * @param size of the result
     * @return a new plane of that size
     * @throws IllegalArgumentException if the plane is not square or the box is not inside it
     */
    public static Raster2D resizeSquared(Raster2D plane, Box box, Size size) {
        checkInside(plane, box);
        if (plane.rows() != plane.columns()) {
            throw new IllegalArgumentException(
                    "fastai's crop requires a square image, not " + plane.columns() + " x " + plane.rows());
        }
        Square square = squared(box, plane.columns());
        return Resizing.bilinear(plane, square.top(), square.left(), square.side(), square.side(), size, true);
    }

    /**
     * The part of a plane that {@link #resizeSquared} crops.
     *
     * @param top the first row
     * @param left the first column
     * @param side rows and columns
     */
    public record Square(int top, int left, int side) {}

    /**
     * {@return the square that {@link #resizeSquared} crops}
     *
     * @param box inside the plane
     * @param planeSide rows and columns of the plane
     */
    public static Square squared(Box box, int planeSide) {
        int side = Math.max(box.rows(), box.columns()) - 1;
        int top = Math.min(box.rowStart(), planeSide - side);
        int left = Math.min(box.columnStart(), planeSide - side);
        return new Square(top, left, side);
    }

    /**
     * Returns a box of the whole plane, as {@code mask2bbox} does for an empty mask.
     *
     * @param plane the plane
     * @return all its rows and columns
     */
    public static Box everything(Raster2D plane) {
        return new Box(0, 0, plane.rows(), plane.columns());
    }

    private static void checkInside(Raster2D plane, Box box) {
        if (box.rowEnd() > plane.rows() || box.columnEnd() > plane.columns()) {
            throw new IllegalArgumentException(
                    box + " is not inside " + plane.rows() + " rows and " + plane.columns() + " columns");
        }
    }
}
