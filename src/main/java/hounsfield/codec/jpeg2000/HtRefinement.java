package hounsfield.codec.jpeg2000;

/** The refinement passes of a high-throughput code-block, one bit plane below its cleanup pass (T.814 7.4 and 7.5). */
final class HtRefinement {
    private final int[] data;
    private final int stride;
    private final int width;
    private final int height;

    /** @param data the coefficients, in rows of {@code stride}, in the layout of {@link HtBlockDecoder} */
    HtRefinement(int[] data, int stride, int width, int height) {
        this.data = data;
        this.stride = stride;
        this.width = width;
        this.height = height;
    }

    /** The MagRef pass (7.5): one bit for each sample that the cleanup pass found significant. */
    void magnitudes(byte[] bytes, int from, int end, int half) {
        HtBits in = HtBits.refinement(bytes, from, end);
        for (int y = 0; y < height; y += 4) {
            int rows = Math.min(4, height - y);
            for (int x = 0; x < width; x++) {
                for (int r = 0; r < rows; r++) {
                    int at = (y + r) * stride + x;
                    if (data[at] != 0) data[at] += in.takeBackward() == 0 ? -half : half;
                }
            }
        }
    }

    /**
     * The SigProp pass (7.4): stripes of four rows, divided into groups of four columns, each followed by the signs of
     * its new significant samples.
     */
    void significance(byte[] bytes, int from, int end, int magnitude, boolean causal) {
        HtBits in = HtBits.significance(bytes, from, end);
        for (int y = 0; y < height; y += 4) {
            int rows = Math.min(4, height - y);
            int lowest = causal ? y + rows : height;
            for (int x = 0; x < width; x += 4) {
                int columns = Math.min(4, width - x);
                int found = 0;
                for (int i = 0; i < 4 * columns; i++) {
                    if ((i & 3) >= rows) continue;
                    int column = x + (i >> 2);
                    int row = y + (i & 3);
                    if (data[row * stride + column] != 0 || !hasSignificantNeighbor(column, row, lowest)) continue;
                    if (in.takeForward() == 1) {
                        data[row * stride + column] = magnitude;
                        found |= 1 << i;
                    }
                }
                for (; found != 0; found &= found - 1) {
                    int i = Integer.numberOfTrailingZeros(found);
                    data[(y + (i & 3)) * stride + x + (i >> 2)] |= in.takeForward() << 31;
                }
            }
        }
    }

    private boolean hasSignificantNeighbor(int x, int y, int end) {
        for (int row = Math.max(0, y - 1); row < Math.min(end, y + 2); row++) {
            for (int column = Math.max(0, x - 1); column < Math.min(width, x + 2); column++) {
                if (data[row * stride + column] != 0) return true;
            }
        }
        return false;
    }
}
