package hounsfield;

import hounsfield.geometry.PatientTransform;
import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.Placement;
import hounsfield.geometry.SliceSpacing;
import java.util.List;
import java.util.Optional;

/**
 * The axes of an image, the distances along them, and its position in the patient.
 *
 * @param placement of the planes
 * @param transform from voxels to the patient
 * @param planes of the image
 */
record ImagePlace(Placement placement, PatientTransform transform, int planes) {
    List<String> axes() {
        return placement.axes().names(planes);
    }

    /** Returns the size of an image along its axes. */
    long[] dimensions(int width, int height) {
        return placement.axes().dimensions(width, height, planes);
    }

    double[] spacing() {
        return axes().stream().mapToDouble(this::spacing).toArray();
    }

    private double spacing(String axis) {
        PixelSpacing pixels = placement.pixelSpacing();
        SliceSpacing slices = placement.sliceSpacing();
        boolean known = pixels.inMillimeters();
        return switch (axis) {
            case "x" -> known ? pixels.column() : Double.NaN;
            case "y" -> known ? pixels.row() : Double.NaN;
            case "z" -> slices.inMillimeters() ? slices.mm() : Double.NaN;
            case "t" -> placement.frameSeconds().orElse(Double.NaN);
            default -> Double.NaN;
        };
    }

    boolean hasPatientTransform() {
        return transform.problem().isEmpty();
    }

    double[][] toPatient() {
        check(transform.problem());
        return transform.matrix();
    }

    double[][] toPatient(int slice) {
        check(transform.problemOfSlice());
        return transform.matrix(slice);
    }

    private static void check(Optional<String> problem) {
        if (problem.isPresent()) throw new IllegalStateException("no patient transform: " + problem.get());
    }
}
