package hounsfield.region.presentation;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import java.util.List;

/**
 * Image Rotation, then Image Horizontal Flip, of an image (PS3.3 C.10.6). Points are columns and rows from the upper left corner
 * of the first pixel.
 *
 * @param rotation clockwise: 0, 90, 180 or 270 degrees
 * @param flipped whether it is flipped horizontally after the rotation
 * @param width of the image [pixels]
 * @param height of the image [pixels]
 */
public record Turn(int rotation, boolean flipped, int width, int height) {
    /** {@return the displayed area that is the whole image} */
    public DisplayedArea whole() {
        double[] first = toImage(0.5, 0.5);
        double[] last = toImage(shownWidth() - 0.5, shownHeight() - 0.5);
        return new DisplayedArea(
                List.of(),
                (int) Math.ceil(first[0]),
                (int) Math.ceil(first[1]),
                (int) Math.ceil(last[0]),
                (int) Math.ceil(last[1]),
                "");
    }

    /** {@return width of the turned image [pixels]} */
    public int shownWidth() {
        return rotation % 180 == 0 ? width : height;
    }

    /** {@return height of the turned image [pixels]} */
    public int shownHeight() {
        return rotation % 180 == 0 ? height : width;
    }

    /**
     * Converts a point of the image.
     *
     * @param x column
     * @param y row
     * @return its column and row in the turned image
     */
    public double[] toShown(double x, double y) {
        double[] shown =
                switch (rotation) {
                    case 90 -> new double[] {height - y, x};
                    case 180 -> new double[] {width - x, height - y};
                    case 270 -> new double[] {y, width - x};
                    default -> new double[] {x, y};
                };
        if (flipped) shown[0] = shownWidth() - shown[0];
        return shown;
    }

    /**
     * Converts a point of the turned image.
     *
     * @param x column
     * @param y row
     * @return its column and row in the image
     */
    public double[] toImage(double x, double y) {
        double turned = flipped ? shownWidth() - x : x;
        return switch (rotation) {
            case 90 -> new double[] {y, height - turned};
            case 180 -> new double[] {width - turned, height - y};
            case 270 -> new double[] {width - y, turned};
            default -> new double[] {turned, y};
        };
    }

    /**
     * Returns the plane of the turned image.
     *
     * @param plane of the image
     * @return the same pixels in the order in which they are shown
     */
    public PlaneGeometry of(PlaneGeometry plane) {
        Vector3 first = at(plane, 0, 0);
        Vector3 right = at(plane, 1, 0).minus(first);
        Vector3 down = at(plane, 0, 1).minus(first);
        return new PlaneGeometry(first, right.normalized(), down.normalized(), down.length(), right.length());
    }

    private Vector3 at(PlaneGeometry plane, int column, int row) {
        double[] image = toImage(column + 0.5, row + 0.5);
        return plane.pixel(image[0] - 0.5, image[1] - 0.5);
    }
}
