package hounsfield.codec.jpeg2000;

import java.util.Arrays;

/**
 * The state of the samples of a code-block for the coding passes. A block is scanned in stripes of four rows, column by
 * column (T.800 D.1). The state that contexts depend on is one {@code int} per column of a stripe:
 *
 * <pre>
 *   bits  0 to 17  significance of six rows by three columns, row by row, from the north-west neighbor on
 *   bit  18 + 3 r  whether the significance pass of this bit plane has visited the sample of row r
 *   bit  19 + 3 r  whether that sample has been refined before
 *   bit  20 + 3 r  its sign
 *   bits 30 and 31 the signs of the samples above and below the stripe
 * </pre>
 *
 * <p>A shift by three moves from a row to the next in all of these fields: the nine bits of a sample and its neighbors
 * are {@code word >>> 3 r}, and every third bit of an {@code int} is a set of rows. A sample that becomes significant
 * updates the words around it. There is a margin of one word around the block, so that neighbors need no bounds checks.
 *
 * <p>Coefficients are stored in the order of the scan, the four rows of a column together: a sign in bit 31, and a
 * magnitude whose last bit is half a unit. While lower planes are missing, the magnitude is in the middle of its
 * possible range (E.1.1.2, r = 0.5).
 */
final class StripeColumns {
    static final int SIGNIFICANCE = 0x3FFFF;
    /** The set of all four rows: bits 0, 3, 6 and 9. */
    static final int ROWS = 0x249;

    /** Shift from the significance bit of a row's own sample to its bit in a set. */
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
    /** Number of words in a stripe, including the two of the margin. */
    int stride;

    private boolean causal;

    /** Begins a block without significant samples. */
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

    /** Returns the number of valid elements of {@link #data}, including those of rows after the last one. */
    int samples() {
        return 4 * width * ((height + 3) / 4);
    }

    /** Returns the index of the first word of the stripe at a row. */
    int firstWord(int y) {
        return ((y >> 2) + 1) * stride + 1;
    }

    /** Returns the set of the rows of the stripe at a row. */
    int rowsFrom(int y) {
        return height - y >= 4 ? ROWS : ROWS & (1 << 3 * (height - y)) - 1;
    }

    /** Returns the set of rows that have a significant neighbor: in the row above, the same row, or the row below. */
    static int withNeighbors(int word) {
        int beside = word | word >>> 2;
        int inRow = beside | word >>> 1;
        return inRow | beside >>> 3 | inRow >>> 6;
    }

    /** Returns the row of a bit in a set: 0, 3, 6 or 9 divided by three. */
    static int row(int r) {
        return r * 11 >> 5;
    }

    /**
     * Writes the significance and sign of a sample into the words around its column, and returns the new word of its
     * column.
     */
    int markSignificant(int word, int index, int r, int sign) {
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
