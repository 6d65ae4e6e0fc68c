package hounsfield.nifti;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The size of the voxels of an image and their place.
 *
 * @param width size of a voxel along a row
 * @param height size of a voxel along a column
 * @param depth distance from slice to slice
 * @param millimeters whether these lengths are in mm; otherwise their unit is unknown
 * @param seconds time from one time point to the next, if known [s]
 * @param affine the place in the patient; empty if unknown
 */
public record VoxelPlace(
        double width,
        double height,
        double depth,
        boolean millimeters,
        OptionalDouble seconds,
        Optional<RasAffine> affine) {
    /**
     * Returns the place of an image whose slices form one grid.
     *
     * @param affine its transform
     * @param seconds time from one time point to the next, if known [s]
     * @return the place
     */
    public static VoxelPlace of(RasAffine affine, OptionalDouble seconds) {
        return new VoxelPlace(
                affine.right().length(),
                affine.up().length(),
                affine.next().length(),
                true,
                seconds,
                Optional.of(affine));
    }
}
