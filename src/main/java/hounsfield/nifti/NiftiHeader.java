package hounsfield.nifti;

/**
 * The content of a NIfTI-1 header.
 *
 * @param shape its size
 * @param type of the stored voxels
 * @param slope the factor from stored voxels to values
 * @param intercept the number that is added after {@code slope}
 * @param place size and place of the voxels
 * @param low the value to display black; not below {@code high} if the header has no display range
 * @param high the value to display white
 * @param description a text of at most 79 bytes
 */
public record NiftiHeader(
        VolumeShape shape,
        NiftiType type,
        double slope,
        double intercept,
        VoxelPlace place,
        double low,
        double high,
        String description) {
    private static final String PROGRAM = "Hounsfield";
    private static final String UNIT = PROGRAM + ", unit ";

    /**
     * Creates the header of an image to write, with slope 1 and intercept 0.
     *
     * @param shape its size
     * @param type of the values
     * @param place size and place of the voxels
     * @param low the value to display black
     * @param high the value to display white
     * @param unit of the values; may be empty
     * @return the header
     */
    public static NiftiHeader of(
            VolumeShape shape, NiftiType type, VoxelPlace place, double low, double high, String unit) {
        return new NiftiHeader(shape, type, 1, 0, place, low, high, unit.isEmpty() ? PROGRAM : UNIT + unit);
    }

    /** {@return the unit of the values if this plugin wrote the file; otherwise an empty text, since NIfTI has no field for it} */
    public String unit() {
        return description.startsWith(UNIT) ? description.substring(UNIT.length()) : "";
    }

    /** {@return whether the values are the stored voxels} */
    public boolean isUnscaled() {
        return slope == 1 && intercept == 0;
    }
}
