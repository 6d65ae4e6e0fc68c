package hounsfield.imagej.measure;

import hounsfield.imagej.memory.ImagePlacement;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The voxel volume of each slice of an image.
 *
 * @param milliliters voxel volume [ml] by slice index, counted from 0
 * @param bySlabs whether volumes come from slice positions, since slices are unevenly spaced
 */
record VoxelVolumes(double[] milliliters, boolean bySlabs) {
    /** The source of a volume, in tables: slice positions. */
    static final String SLABS = "slabs half way to the neighbors";

    /** The source of a volume, in tables: voxel size. */
    static final String VOXEL_SIZE = "voxel size";

    /**
     * Returns the voxel volumes of an image.
     *
     * @throws IllegalArgumentException if the voxel size is not known in mm; the message names what is missing
     */
    static VoxelVolumes of(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        Optional<double[]> slabs = calibration.getUnit().equals("mm") ? ImagePlacement.slabs(image) : Optional.empty();
        double[] each = new double[image.getStackSize()];
        if (slabs.isEmpty()) {
            Arrays.fill(each, ImagePlacement.milliliters(image));
            return new VoxelVolumes(each, false);
        }
        double area = Math.abs(calibration.pixelWidth * calibration.pixelHeight);
        for (int i = 0; i < each.length; i++) {
            each[i] = area * slabs.get()[image.convertIndexToPosition(i + 1)[1] - 1] / 1000;
        }
        return new VoxelVolumes(each, true);
    }

    /** Returns the source of the volume, for tables. */
    String source() {
        return bySlabs ? SLABS : VOXEL_SIZE;
    }
}
