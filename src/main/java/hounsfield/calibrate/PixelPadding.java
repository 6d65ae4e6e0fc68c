package hounsfield.calibrate;

/**
 * The values of a plane that are no measurement but fill its background: Pixel Padding Value (0028,0120), with Pixel
 * Padding Range Limit (0028,0121) an interval, in calibrated units, both ends included.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.7.5.html">PS3.3 C.7.5.1.1.2</a>
 */
public record PixelPadding(float low, float high) {
    public PixelPadding {
        if (!(low <= high)) throw new IllegalArgumentException("padding from " + low + " to " + high);
    }

    /** Whether a calibrated value is padding. */
    public boolean contains(float value) {
        return value >= low && value <= high;
    }
}
