package hounsfield.geometry;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FrameRef;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import java.util.Optional;

/**
 * The position and orientation of a frame in the patient.
 *
 * @param position center of the first pixel, Image Position (Patient) [mm]
 * @param rowDirection along a row, a unit vector, the first half of Image Orientation (Patient)
 * @param columnDirection down a column, a unit vector perpendicular to the other
 * @param rowSpacing from row to row, downwards [mm]
 * @param columnSpacing from column to column, along a row [mm]
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.7.6.2.html">PS3.3
 *     C.7.6.2.1.1</a>
 */
public record PlaneGeometry(
        Vector3 position, Vector3 rowDirection, Vector3 columnDirection, double rowSpacing, double columnSpacing) {
    /** Directions closer than this are equal [degrees]. */
    private static final double SAME_DIRECTION = 0.1;
    /** Tolerance of unit length and perpendicularity, because files contain rounded cosines. */
    private static final double ROUNDING = 0.02;

    /** Limit of coordinates [mm]; beyond it, floating point numbers cannot distinguish pixels. */
    private static final double FARTHEST = 1e9;

    /**
     * Returns the plane of a frame, from the Plane Position and Plane Orientation Sequence of its functional groups, or
     * from Image Position and Orientation (Patient) of the top level. In a multi-frame image without functional groups,
     * those apply to the first frame, and Grid Frame Offset Vector (3004,000C) gives the others, the planes of an RT
     * dose (PS3.3 C.8.8.3.2).
     *
     * @param groups functional groups of the image
     * @param frame index from 0
     * @return empty if the attributes are absent or do not describe a plane; without a pixel size, spacings are 1
     */
    public static Optional<PlaneGeometry> of(FunctionalGroups groups, int frame) {
        return of(groups, frame, new Diagnostics());
    }

    /**
     * Does the same as {@link #of(FunctionalGroups, int)} and reports problems.
     *
     * @param groups functional groups of the image
     * @param frame index from 0
     * @param findings receives a sentence for each unreadable attribute
     * @return the plane, if any
     */
    public static Optional<PlaneGeometry> of(FunctionalGroups groups, int frame, Diagnostics findings) {
        Optional<DataSet> own = groups.macro(frame, Tag.PLANE_POSITION_SEQUENCE);
        double[] position =
                new OptionalAttributes(own.orElse(groups.dataSet()), findings).numbers(Tag.IMAGE_POSITION_PATIENT);
        double[] orientation = new OptionalAttributes(
                        groups.attributes(frame, Tag.PLANE_ORIENTATION_SEQUENCE), findings)
                .numbers(Tag.IMAGE_ORIENTATION_PATIENT);
        Optional<PlaneGeometry> plane = of(position, orientation);
        if (plane.isEmpty()) return plane;
        PlaneGeometry spaced = plane.get().withSpacing(PixelSpacing.of(groups, frame, findings));
        return own.isPresent() || frame == 0 ? Optional.of(spaced) : spaced.offset(groups.dataSet(), frame, findings);
    }

    /**
     * Returns the plane of a frame or of a tile of a mosaic.
     *
     * @param frame with its header in memory
     * @param findings receives a sentence for each unreadable attribute
     * @return the plane, if any
     * @throws DicomException if the header cannot be read
     */
    public static Optional<PlaneGeometry> of(FrameRef frame, Diagnostics findings) throws DicomException {
        FunctionalGroups groups = frame.groups();
        if (frame.tile().isEmpty()) return of(groups, frame.frame(), findings);
        int index = frame.tile().get().index();
        return Mosaic.of(groups, findings).filter(tiles -> index < tiles.size()).flatMap(tiles -> tiles.get(index)
                .plane());
    }

    /** Returns the plane of an Image Position and Orientation (Patient), with spacings of 1. */
    static Optional<PlaneGeometry> of(double[] position, double[] orientation) {
        if (position.length < 3 || orientation.length < 6) return Optional.empty();
        Vector3 row = Vector3.of(orientation, 0);
        Vector3 column = Vector3.of(orientation, 3);
        if (!isPlane(row, column)) return Optional.empty();
        return new PlaneGeometry(new Vector3(0, 0, 0), row.normalized(), column.normalized(), 1, 1)
                .at(Vector3.of(position, 0));
    }

    /**
     * Returns a parallel plane.
     *
     * @param place position of its first pixel (LPS) [mm]
     * @return the plane; empty if it is too far away
     */
    public Optional<PlaneGeometry> at(Vector3 place) {
        if (!isNear(place)) return Optional.empty();
        return Optional.of(new PlaneGeometry(place, rowDirection, columnDirection, rowSpacing, columnSpacing));
    }

    /** Returns the same plane with pixels of another size. */
    PlaneGeometry withSpacing(PixelSpacing spacing) {
        return new PlaneGeometry(position, rowDirection, columnDirection, spacing.row(), spacing.column());
    }

    /** Returns whether coordinates are small enough to compute and compare distances. */
    private static boolean isNear(Vector3 place) {
        return Math.abs(place.x()) < FARTHEST && Math.abs(place.y()) < FARTHEST && Math.abs(place.z()) < FARTHEST;
    }

    private static boolean isPlane(Vector3 row, Vector3 column) {
        return Math.abs(row.length() - 1) < ROUNDING
                && Math.abs(column.length() - 1) < ROUNDING
                && Math.abs(row.dot(column)) < ROUNDING;
    }

    /**
     * Returns the plane of a frame by Grid Frame Offset Vector. Its numbers are either relative to the first frame,
     * along the normal, or z coordinates (if the first is not 0). In both cases the difference to the first is the
     * distance, with opposite sign for z coordinates if the normal points down the z axis.
     */
    private Optional<PlaneGeometry> offset(DataSet dataSet, int frame, Diagnostics findings) {
        double[] offsets = new OptionalAttributes(dataSet, findings).numbers(Tag.GRID_FRAME_OFFSET_VECTOR);
        if (frame >= offsets.length) return Optional.empty();
        boolean coordinates = offsets[0] != 0 && Math.abs(offsets[0] - position.z()) < 1e-3;
        double distance = (offsets[frame] - offsets[0]) * (coordinates && normal().z() < 0 ? -1 : 1);
        return at(position.plus(normal().times(distance)));
    }

    /** {@return row direction times column direction, a unit vector in the direction in which slices are counted} */
    public Vector3 normal() {
        return rowDirection.cross(columnDirection).normalized();
    }

    /**
     * Returns the position of the first pixel along a direction.
     *
     * @param direction a unit vector
     * @return the distance from the origin [mm]
     */
    public double distanceAlong(Vector3 direction) {
        return position.dot(direction);
    }

    /**
     * Returns the center of a pixel.
     *
     * @param column index from 0
     * @param row index from 0
     * @return patient coordinates [mm]
     */
    public Vector3 pixel(double column, double row) {
        return position.plus(rowDirection.times(column * columnSpacing)).plus(columnDirection.times(row * rowSpacing));
    }

    /**
     * Returns whether rows and columns of both planes have the same directions.
     *
     * @param other another plane
     * @return whether they agree within 0.1 degrees
     */
    public boolean hasOrientationOf(PlaneGeometry other) {
        return rowDirection.degreesTo(other.rowDirection) < SAME_DIRECTION
                && columnDirection.degreesTo(other.columnDirection) < SAME_DIRECTION;
    }

    /**
     * Returns whether the pixels of both planes have the same size.
     *
     * @param other another plane
     * @return whether they agree within 0.1 %
     */
    public boolean hasSpacingOf(PlaneGeometry other) {
        return Math.abs(rowSpacing - other.rowSpacing) <= 1e-3 * rowSpacing
                && Math.abs(columnSpacing - other.columnSpacing) <= 1e-3 * columnSpacing;
    }
}
