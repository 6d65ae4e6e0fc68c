package hounsfield.window;

/** How calibrated values become grey: through a window, or by a table of the file's. */
public sealed interface VoiTransform permits VoiWindow, VoiLut {
    /** The grey of a value: 0..1, black to white; NaN for NaN. */
    double of(double value);

    /** Up to here everything is black, or nearly so: where a display's range begins. */
    double low();

    /** From here on everything is white, or nearly so: where a display's range ends. */
    double high();

    /** Whether the grey rises in one straight line from {@link #low} to {@link #high}, so that a range alone shows it. */
    boolean isLine();

    /** The grey as 0..255, rounded to the nearest, halves up; NaN gives 0. */
    default int byteOf(double value) {
        return (int) (255 * of(value) + 0.5);
    }
}
