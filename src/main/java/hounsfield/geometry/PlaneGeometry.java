package hounsfield.geometry;

/**
 * Where a frame lies in the patient.
 *
 * @param position the center of the first pixel, Image Position (Patient) [mm]
 * @param rowDirection along a row, of length 1, the first half of Image Orientation (Patient)
 * @param columnDirection down a column, of length 1, perpendicular to the other
 * @param rowSpacing from row to row, down [mm]
 * @param columnSpacing from column to column, along a row [mm]
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.7.6.2.html">PS3.3 C.7.6.2.1.1</a>
 */
public record PlaneGeometry(
        Vector3 position, Vector3 rowDirection, Vector3 columnDirection, double rowSpacing, double columnSpacing) {
    /** Directions closer than this are the same [degrees]. */
    static final double SAME_DIRECTION = 0.1;

    /** Row direction times column direction: the way that slices are counted, of length 1. */
    public Vector3 normal() {
        return rowDirection.cross(columnDirection).normalized();
    }

    /** How far along a direction the plane's first pixel lies [mm]. */
    public double distanceAlong(Vector3 direction) {
        return position.dot(direction);
    }

    /** The center of a pixel. */
    public Vector3 pixel(double column, double row) {
        return position.plus(rowDirection.times(column * columnSpacing)).plus(columnDirection.times(row * rowSpacing));
    }

    /** Whether rows and columns of both point the same ways. */
    public boolean hasOrientationOf(PlaneGeometry other) {
        return rowDirection.degreesTo(other.rowDirection) < SAME_DIRECTION
                && columnDirection.degreesTo(other.columnDirection) < SAME_DIRECTION;
    }

    /** Whether the pixels of both have the same size, to a thousandth. */
    public boolean hasSpacingOf(PlaneGeometry other) {
        return Math.abs(rowSpacing - other.rowSpacing) <= 1e-3 * rowSpacing
                && Math.abs(columnSpacing - other.columnSpacing) <= 1e-3 * columnSpacing;
    }
}
