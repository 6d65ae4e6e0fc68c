package hounsfield.phantom;

/**
 * A cylinder of one material along z, and where a measurement should find it.
 *
 * @param name the material
 * @param hounsfield its true value in HU
 * @param x its axis to the patient's left of the centre, in mm
 * @param y its axis behind the centre, in mm
 * @param radius in mm
 * @param column its axis in pixels; a whole number is the centre of a pixel
 * @param row likewise
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

    /** An insert of a square, centred image. */
    static Insert of(String name, double hounsfield, double x, double y, double radius, int size, double spacing) {
        double middle = (size - 1) / 2.0;
        return new Insert(name, hounsfield, x, y, radius, middle + x / spacing, middle + y / spacing, radius / spacing);
    }
}
