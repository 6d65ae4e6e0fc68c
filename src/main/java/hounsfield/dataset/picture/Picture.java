package hounsfield.dataset.picture;

import hounsfield.geometry.PixelSpacing;
import java.util.List;

/**
 * An exported picture of a frame.
 *
 * @param width pixels per row
 * @param height number of rows
 * @param pixels the distance between pixels, after resizing
 * @param content the pixels
 */
public record Picture(int width, int height, PixelSpacing pixels, Content content) {
    /** Pixels, row by row. */
    public sealed interface Content permits Channels, Color, Values {}

    /**
     * Grayscale channels from 0 to 1.
     *
     * @param channels one array per channel
     * @param names of the channels
     */
    public record Channels(float[][] channels, List<String> names) implements Content {}

    /**
     * 8-bit color.
     *
     * @param rgb {@code 0xRRGGBB} per pixel
     */
    public record Color(int[] rgb) implements Content {}

    /**
     * Calibrated values.
     *
     * @param values in the unit
     * @param unit may be empty
     * @param low the value displayed black
     * @param high the value displayed white
     */
    public record Values(float[] values, String unit, double low, double high) implements Content {}
}
