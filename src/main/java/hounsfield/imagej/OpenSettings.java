package hounsfield.imagej;

/**
 * How pixels come to ImageJ: the options that {@code Open DICOM...} and {@code Import DICOM Series...} have in common.
 *
 * @param pixels in which form
 * @param virtual whether frames are decoded when they are shown, instead of now
 */
public record OpenSettings(PixelForm pixels, boolean virtual) {
    /** What the commands do without options: calibrated floats in memory. */
    public static final OpenSettings DEFAULT = new OpenSettings(PixelForm.CALIBRATED, false);

    /** These settings with pixels in another form. */
    public OpenSettings with(PixelForm form) {
        return new OpenSettings(form, virtual);
    }

    /** These settings for a virtual stack, or for one in memory. */
    public OpenSettings virtual(boolean whenShown) {
        return new OpenSettings(pixels, whenShown);
    }
}
