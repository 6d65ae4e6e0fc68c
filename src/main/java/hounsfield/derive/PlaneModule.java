package hounsfield.derive;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.write.Elements;

/** Makes the attributes for position, orientation and pixel size of a frame (PS3.3 C.7.6.2). */
public final class PlaneModule {
    private PlaneModule() {}

    /**
     * Adds Image Position (Patient).
     *
     * @param plane the place of a frame
     * @param target receives the element
     * @return the target
     */
    public static Elements addPosition(PlaneGeometry plane, Elements target) {
        return target.number("ImagePositionPatient", plane.position().toArray());
    }

    /**
     * Adds Image Orientation (Patient).
     *
     * @param plane the place of a frame
     * @param target receives the element
     * @return the target
     */
    public static Elements addOrientation(PlaneGeometry plane, Elements target) {
        Vector3 row = plane.rowDirection();
        Vector3 column = plane.columnDirection();
        return target.number("ImageOrientationPatient", row.x(), row.y(), row.z(), column.x(), column.y(), column.z());
    }

    /**
     * Adds Pixel Spacing: the distance between rows, then the distance between columns.
     *
     * @param plane the place of a frame
     * @param target receives the element
     * @return the target
     */
    public static Elements addSpacing(PlaneGeometry plane, Elements target) {
        return target.number("PixelSpacing", plane.rowSpacing(), plane.columnSpacing());
    }
}
