package hounsfield.codec.jpeg2000;

import java.util.List;

/**
 * A decoded image.
 *
 * @param width on the reference grid, at the resolution that was asked for
 * @param height likewise
 * @param discardedLevels how many times the image has been halved
 * @param planes one for each component, as coded: a subsampled one is smaller
 */
public record Jpeg2000Image(int width, int height, int discardedLevels, List<Plane> planes) {
    public Jpeg2000Image {
        planes = List.copyOf(planes);
    }

    /**
     * One component.
     *
     * @param width samples in a row
     * @param height rows
     * @param dx how many columns of the image a sample stands for (XRsiz)
     * @param dy how many rows (YRsiz)
     * @param precision bits of a sample as the code stream says
     * @param signed whether the code stream says that they are two's complement
     * @param x0 where the component begins on its own grid
     * @param y0 likewise
     * @param values the samples, row by row, held to {@code precision}; unsigned ones of 32 bits as the {@code int} of these
     *     bits; not copied
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

        /** The least value that the precision allows. */
        public long least() {
            return signed ? -1L << precision - 1 : 0;
        }

        /** The greatest. */
        public long most() {
            return (1L << (signed ? precision - 1 : precision)) - 1;
        }
    }
}
