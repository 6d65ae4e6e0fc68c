package hounsfield.phantom;

/**
 * A cylinder of one material along z, and its position in the image.
 *
 * @param name the material
 * @param hounsfield its true value in HU
 * @param x distance of its axis from the center to the patient's left, in mm
 * @param y distance of its axis from the center to the patient's back, in mm
 * @param radius in mm
 * @param column position of its axis in pixels; an integer is the center of a pixel
 * @param row position of its axis in pixels; an integer is the center of a pixel
 * @param radiusPixels the radius in pixels
 */
public record Insert(
        String name,
        double hounsfield,
        double x,
        double y,
        double radius,
        double column,
        double row,
        double radiusPixels) {

    /** Creates an insert of a square image whose center is at x = y = 0. */
    static Insert of(String name, double hounsfield, double x, double y, double radius, int size, double spacing) {
        double middle = (size - 1) / 2.0;
        return new Insert(name, hounsfield, x, y, radius, middle + x / spacing, middle + y / spacing, radius / spacing);
    }
}
