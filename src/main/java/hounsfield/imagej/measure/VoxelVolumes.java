package hounsfield.imagej.measure;

import hounsfield.imagej.memory.ImagePlacement;
import hounsfield.imagej.memory.SlicePlaces;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The volume of a voxel in each slice of an image.
 *
 * @param millilitres of a voxel, by the slice's place in the stack, counted from 0
 * @param bySlabs whether the slices differ, since they are unevenly spaced
 */
record VoxelVolumes(double[] millilitres, boolean bySlabs) {
    /** How a row names where its volume comes from. */
    static final String SLABS = "slabs half way to the neighbors";

    static final String VOXEL_SIZE = "voxel size";

    /**
     * Of an image.
     *
     * @throws IllegalArgumentException if the voxel's size is not known in mm; the message says what is missing
     */
    static VoxelVolumes of(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        Optional<double[]> slabs = calibration.getUnit().equals("mm") ? SlicePlaces.slabs(image) : Optional.empty();
        double[] each = new double[image.getStackSize()];
        if (slabs.isEmpty()) {
            Arrays.fill(each, ImagePlacement.millilitres(image));
            return new VoxelVolumes(each, false);
        }
        double area = Math.abs(calibration.pixelWidth * calibration.pixelHeight);
        for (int i = 0; i < each.length; i++) {
            each[i] = area * slabs.get()[image.convertIndexToPosition(i + 1)[1] - 1] / 1000;
        }
        return new VoxelVolumes(each, true);
    }

    /** What a row says of its volume. */
    String source() {
        return bySlabs ? SLABS : VOXEL_SIZE;
    }
}
