package hounsfield.codec.jpeg2000;

import java.util.List;

/**
 * A decoded image.
 *
 * @param width on the reference grid, at the decoded resolution
 * @param height on the reference grid, at the decoded resolution
 * @param discardedLevels how many times the image was halved
 * @param planes one per component, as coded: a subsampled component is smaller
 */
public record Jpeg2000Image(int width, int height, int discardedLevels, List<Plane> planes) {
    /**
     * Copies the list.
     *
     * @param width on the reference grid, at the decoded resolution
     * @param height on the reference grid, at the decoded resolution
     * @param discardedLevels how many times the image was halved
     * @param planes one per component
     */
    public Jpeg2000Image {
        planes = List.copyOf(planes);
    }

    /**
     * One component.
     *
     * @param width samples per row
     * @param height rows
     * @param dx columns of the image per sample (XRsiz)
     * @param dy rows of the image per sample (YRsiz)
     * @param precision bits per sample according to the codestream
     * @param signed whether the samples are two's complement according to the codestream
     * @param x0 left edge on the grid of the component
     * @param y0 upper edge on the grid of the component
     * @param values the samples, row by row, clamped to {@code precision}; unsigned samples of 32 bits are {@code int}s
     *     of the same bits; not copied
     */
    public record Plane(
            int width, int height, int dx, int dy, int precision, boolean signed, int x0, int y0, int[] values) {
        Plane withValues(int[] samples) {
            return new Plane(width, height, dx, dy, precision, signed, x0, y0, samples);
        }

        int samples() {
            return Math.multiplyExact(width, height);
        }

        int index(int x, int y) {
            return (y - y0) * width + x - x0;
        }

        /** {@return the least value of the precision} */
        public long least() {
            return signed ? -1L << precision - 1 : 0;
        }

        /** {@return the greatest value of the precision} */
        public long most() {
            return (1L << (signed ? precision - 1 : precision)) - 1;
        }
    }
}
