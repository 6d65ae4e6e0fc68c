package hounsfield.nifti;

/**
 * What a NIfTI-1 header says of an image.
 *
 * @param shape its size
 * @param type of the stored voxels
 * @param slope values are stored voxels times this number ...
 * @param intercept ... plus this one
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
     * Describes an image that is written, with values as they are.
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

    /** {@return the unit of the values if this plugin has written the file; otherwise an empty text, since NIfTI has no units} */
    public String unit() {
        return description.startsWith(UNIT) ? description.substring(UNIT.length()) : "";
    }

    /** {@return whether values are stored voxels} */
    public boolean isUnscaled() {
        return slope == 1 && intercept == 0;
    }
}
