package hounsfield.dataset;

import hounsfield.geometry.PixelSpacing;
import java.util.List;

/**
 * What is written of a frame.
 *
 * @param pixels the distance between its pixels, after resizing
 */
public record Picture(int width, int height, PixelSpacing pixels, Content content) {
    /** Its numbers, row by row. */
    public sealed interface Content permits Channels, Colour, Values {}

    /**
     * Grey of 0..1.
     *
     * @param names what each channel is
     */
    public record Channels(float[][] channels, List<String> names) implements Content {}

    /** Red, green and blue of 8 bits, {@code 0xRRGGBB}. */
    public record Colour(int[] rgb) implements Content {}

    /**
     * Calibrated values.
     *
     * @param unit empty if there is none
     * @param low the value to be shown black
     * @param high the value to be shown white
     */
    public record Values(float[] values, String unit, double low, double high) implements Content {}
}
