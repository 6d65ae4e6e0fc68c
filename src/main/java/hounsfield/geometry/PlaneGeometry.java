package hounsfield.geometry;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import java.util.Optional;
import java.util.function.Consumer;

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
    private static final double SAME_DIRECTION = 0.1;
    /** How far lengths may be from 1, and directions from perpendicular; files round their cosines. */
    private static final double ROUNDING = 0.02;

    /** No coordinate is as large [mm]; floats of such places would not tell pixels apart. */
    private static final double FARTHEST = 1e9;

    /**
     * Where a frame lies: by Plane Position and Plane Orientation Sequence of its functional groups, or by the top level's
     * Image Position and Orientation (Patient). Those of a multi-frame image without functional groups hold for its first
     * frame; the others lie where Grid Frame Offset Vector (3004,000C) puts them, the planes of an RT dose
     * (PS3.3 C.8.8.3.2).
     *
     * @param frame counted from 0
     * @return empty if the file does not say, or says what cannot be a plane; without a pixel size the spacings are 1
     */
    public static Optional<PlaneGeometry> of(FunctionalGroups groups, int frame) {
        return of(groups, frame, finding -> {});
    }

    /**
     * Where a frame lies, as {@link #of(FunctionalGroups, int)}.
     *
     * @param findings takes a sentence for each attribute that cannot be read
     */
    public static Optional<PlaneGeometry> of(FunctionalGroups groups, int frame, Consumer<? super String> findings) {
        Optional<DataSet> own = groups.macro(frame, Tag.PLANE_POSITION_SEQUENCE);
        double[] position =
                new OptionalAttributes(own.orElse(groups.dataSet()), findings).numbers(Tag.IMAGE_POSITION_PATIENT);
        double[] orientation = new OptionalAttributes(
                        groups.attributes(frame, Tag.PLANE_ORIENTATION_SEQUENCE), findings)
                .numbers(Tag.IMAGE_ORIENTATION_PATIENT);
        if (position.length < 3 || orientation.length < 6) return Optional.empty();
        Vector3 place = Vector3.of(position, 0);
        Vector3 row = Vector3.of(orientation, 0);
        Vector3 column = Vector3.of(orientation, 3);
        if (!isPlane(row, column) || !isNear(place)) return Optional.empty();
        PixelSpacing spacing = PixelSpacing.of(groups, frame, findings);
        PlaneGeometry plane =
                new PlaneGeometry(place, row.normalized(), column.normalized(), spacing.row(), spacing.column());
        return own.isPresent() || frame == 0 ? Optional.of(plane) : plane.offset(groups.dataSet(), frame, findings);
    }

    /** Whether distances to a place can be computed and told apart. */
    private static boolean isNear(Vector3 place) {
        return Math.abs(place.x()) < FARTHEST && Math.abs(place.y()) < FARTHEST && Math.abs(place.z()) < FARTHEST;
    }

    private static boolean isPlane(Vector3 row, Vector3 column) {
        return Math.abs(row.length() - 1) < ROUNDING
                && Math.abs(column.length() - 1) < ROUNDING
                && Math.abs(row.dot(column)) < ROUNDING;
    }

    /**
     * The plane that Grid Frame Offset Vector puts a frame in. Its numbers count from the first frame along the normal, or
     * are z coordinates (when the first is not 0); the difference to the first is the same, but for a normal that points
     * down the z axis.
     */
    private Optional<PlaneGeometry> offset(DataSet dataSet, int frame, Consumer<? super String> findings) {
        double[] offsets = new OptionalAttributes(dataSet, findings).numbers(Tag.GRID_FRAME_OFFSET_VECTOR);
        if (frame >= offsets.length) return Optional.empty();
        boolean coordinates = offsets[0] != 0 && Math.abs(offsets[0] - position.z()) < 1e-3;
        double distance = (offsets[frame] - offsets[0]) * (coordinates && normal().z() < 0 ? -1 : 1);
        Vector3 moved = position.plus(normal().times(distance));
        if (!isNear(moved)) return Optional.empty();
        return Optional.of(new PlaneGeometry(moved, rowDirection, columnDirection, rowSpacing, columnSpacing));
    }

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
