package hounsfield.imagej.operation;

import hounsfield.frame.FrameRef;
import hounsfield.geometry.PatientTransform;
import hounsfield.geometry.Placement;
import hounsfield.imagej.host.Advice;
import hounsfield.imagej.memory.ImagePlacement;
import hounsfield.imagej.memory.SlicePlanes;
import hounsfield.imagej.process.ResliceMatch;
import hounsfield.parse.DicomFile;
import hounsfield.standard.error.Memory;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the geometry of a file or an image: the size of its voxels, and its position and orientation in the patient.
 */
public final class ReadGeometry {
    /** Key of the distances from voxel to voxel along columns, rows and slices [mm]. */
    public static final String SPACING = "spacing";

    /** Key of the center of the first voxel [mm]: x to the left, y to the back, z to the head (LPS). */
    public static final String ORIGIN = "origin";

    /** Key of the direction matrix: three rows of three numbers. */
    public static final String DIRECTION = "direction";

    private ReadGeometry() {}

    /**
     * Reads the geometry of the frames of a file from its header.
     *
     * @param path a DICOM file with an image
     * @return spacing, origin and direction; those that are unknown or differ between frames are absent
     * @throws IOException if the file cannot be read
     */
    public static Map<String, double[]> ofFile(Path path) throws IOException {
        return Memory.guarded(() -> {
            DicomFile file = Advice.on(() -> DicomFile.read(path));
            Placement placement = Placement.of(FrameRef.allOf(file));
            boolean sized = placement.pixelSpacing().inMillimeters();
            double depth = placement.sliceSpacing().inMillimeters()
                    ? placement.sliceSpacing().mm()
                    : Double.NaN;
            return geometry(
                    sized,
                    placement.pixelSpacing().column(),
                    placement.pixelSpacing().row(),
                    depth,
                    PatientTransform.ofGiven(placement.stack(), sized));
        });
    }

    /**
     * Returns the geometry of an image.
     *
     * @param image any image
     * @return spacing, origin and direction; those that are unknown or differ between slices are absent
     * @throws IOException if the file of a slice exists and cannot be read
     */
    public static Map<String, double[]> of(ImagePlus image) throws IOException {
        Calibration calibration = image.getCalibration();
        return geometry(
                calibration.getUnit().equals("mm"),
                calibration.pixelWidth,
                calibration.pixelHeight,
                ImagePlacement.isDepthKnown(image) ? calibration.pixelDepth : Double.NaN,
                Memory.guarded(() -> SlicePlanes.of(image)));
    }

    private static Map<String, double[]> geometry(
            boolean sized, double width, double height, double depth, PatientTransform transform) {
        Map<String, double[]> geometry = new LinkedHashMap<>();
        double[] spacing = {width, height, depth};
        if (sized) geometry.put(SPACING, spacing);
        if (transform.problem().isPresent()) return geometry;
        double[][] matrix = transform.matrix();
        double[] direction = new double[9];
        double[] origin = new double[3];
        for (int column = 0; column < 3; column++) {
            double length = Math.sqrt(matrix[0][column] * matrix[0][column]
                    + matrix[1][column] * matrix[1][column]
                    + matrix[2][column] * matrix[2][column]);
            for (int row = 0; row < 3; row++) direction[3 * row + column] = matrix[row][column] / length;
            // In a tilted stack, the step from voxel to voxel is longer than the distance between planes.
            if (column == 2 && transform.slices().size() > 1) spacing[2] = length;
        }
        for (int row = 0; row < 3; row++) origin[row] = matrix[row][3];
        geometry.put(ORIGIN, origin);
        geometry.put(DIRECTION, direction);
        return geometry;
    }

    /**
     * Returns the position of a pixel in the patient.
     *
     * @param image any image
     * @param x in pixels
     * @param y in pixels
     * @param slice counted from 1
     * @return x, y and z [mm], LPS
     */
    public static double[] position(ImagePlus image, double x, double y, int slice) {
        boolean there = slice >= 1 && slice <= image.getStackSize() && Double.isFinite(x) && Double.isFinite(y);
        Optional<ResliceMatch> resliced = there ? ResliceMatch.of(image) : Optional.empty();
        return resliced.isPresent()
                ? resliced.get().positionOf(x, y, slice)
                : ImagePlacement.positionOf(image, x, y, slice);
    }
}
