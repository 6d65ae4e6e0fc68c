package hounsfield.codec.jpeg2000;

import java.util.Arrays;

/**
 * What the passes of a code-block know of its samples. A block is scanned in stripes of four rows, column by column (T.800
 * D.1). What the contexts depend on is one {@code int} for each column of a stripe:
 *
 * <pre>
 *   bits  0 to 17  significance of six rows by three columns, from the north-west neighbour on, row by row
 *   bit  18 + 3 r  whether this bit plane's significance pass has visited the sample of row r
 *   bit  19 + 3 r  whether the sample has been refined before
 *   bit  20 + 3 r  its sign
 *   bits 30 and 31 the signs of the samples above and below the stripe
 * </pre>
 *
 * <p>so that a shift by three goes from a row to the next in all of them: the nine bits of a sample and its neighbours are
 * {@code word >>> 3 r}, and one bit in three of an {@code int} is a set of rows. A sample that becomes significant tells the
 * words around. There is a margin of one word around the block, so that neighbours need no checks.
 *
 * <p>Coefficients stand in the order of the scan, four rows of a column together: a sign in bit 31 and a magnitude whose
 * last bit is half a unit. While planes are missing below, the magnitude is in the middle of what it may be (E.1.1.2, r =
 * 0.5).
 */
final class StripeColumns {
    static final int SIGNIFICANCE = 0x3FFFF;
    /** All four rows as a set: bits 0, 3, 6 and 9. */
    static final int ROWS = 0x249;

    /** How far a row's bits are from its place in a set. */
    static final int OWN = 4;

    static final int VISITED = 18;
    static final int REFINED = 19;
    static final int SIGN = 20;
    static final int SIGN_ABOVE = 30;
    static final int SIGN_BELOW = 31;

    int[] words = new int[0];
    int[] data = new int[0];
    int width;
    int height;
    /** Words of a stripe, the margin's two with them. */
    int stride;

    private boolean causal;

    /** Begins a block of which nothing is known. */
    void begin(CodeBlock block, boolean verticallyCausal) {
        width = block.width;
        height = block.height;
        stride = width + 2;
        int stripes = (height + 3) / 4;
        int wordCount = stride * (stripes + 2);
        int samples = samples();
        if (words.length < wordCount) words = new int[wordCount];
        else Arrays.fill(words, 0, wordCount, 0);
        if (data.length < samples) data = new int[samples];
        else Arrays.fill(data, 0, samples, 0);
        causal = verticallyCausal;
    }

    /** How many places of {@link #data} count, those of rows behind the last one with them. */
    int samples() {
        return 4 * width * ((height + 3) / 4);
    }

    /** Where the first word of the stripe at a row stands. */
    int firstWord(int y) {
        return ((y >> 2) + 1) * stride + 1;
    }

    /** The rows of the stripe at a row as a set. */
    int rowsFrom(int y) {
        return height - y >= 4 ? ROWS : ROWS & (1 << 3 * (height - y)) - 1;
    }

    /** The rows that have a significant neighbour: in the row above, beside, or in the row below. */
    static int withNeighbours(int word) {
        int beside = word | word >>> 2;
        int inRow = beside | word >>> 1;
        return inRow | beside >>> 3 | inRow >>> 6;
    }

    /** The row of a place in a set: 0, 3, 6 or 9 divided by three. */
    static int row(int r) {
        return r * 11 >> 5;
    }

    /** Writes a sample's significance and sign into its column's word, which is returned, and the words around. */
    int tell(int word, int index, int r, int sign) {
        int[] words = this.words;
        words[index - 1] |= 0x20 << r;
        words[index + 1] |= 0x08 << r;
        if (r == 0 && !causal) {
            int north = index - stride;
            words[north - 1] |= 1 << 17;
            words[north] |= 1 << 16 | sign << SIGN_BELOW;
            words[north + 1] |= 1 << 15;
        } else if (r == 9) {
            int south = index + stride;
            words[south - 1] |= 4;
            words[south] |= 2 | sign << SIGN_ABOVE;
            words[south + 1] |= 1;
        }
        return word | 1 << OWN + r | sign << SIGN + r;
    }
}
