package hounsfield.window.voi;

import hounsfield.window.ClosedRange;

/** The transform from calibrated values to grayscale: a window, or a table of the file. */
public sealed interface VoiTransform permits VoiWindow, VoiLut, SoftcopyVoi {
    /**
     * Maps a value.
     *
     * @param value a calibrated value
     * @return 0..1, black to white; NaN for NaN
     */
    double of(double value);

    /** {@return the value below which everything is black, or nearly so: the start of a display range} */
    double low();

    /** {@return the value above which everything is white, or nearly so: the end of a display range} */
    double high();

    /** {@return whether grayscale is linear from {@link #low} to {@link #high}, so that a display range is sufficient} */
    boolean isLine();

    /**
     * Returns black and white of the linear transform that is nearest to this one, for displays without a curve.
     *
     * @return the range: the ends of a line, the tangent of a sigmoid at its center, or the ends of a table
     * @throws IllegalArgumentException if the ends are equal as floats
     */
    ClosedRange linear();

    /**
     * Maps a value to 8 bits.
     *
     * @param value a calibrated value
     * @return 0 to 255, rounded half up; 0 for NaN
     */
    default int byteOf(double value) {
        return (int) (255 * of(value) + 0.5);
    }
}
