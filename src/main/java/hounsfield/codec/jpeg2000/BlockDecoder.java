package hounsfield.codec.jpeg2000;

import hounsfield.standard.DicomException;
import java.util.Arrays;

/**
 * The coding passes of a code-block (T.800 annex D). One instance serves many blocks, one after another, in one thread.
 *
 * <p>A block is scanned in stripes of four rows, column by column. What the contexts depend on is one {@code int} for each
 * column of a stripe:
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
 * words around.
 *
 * <p>Coefficients stand in the order of the scan, four rows of a column together: a sign in bit 31 and a magnitude whose
 * last bit is half a unit. While planes are missing below, the magnitude is in the middle of what it may be (E.1.1.2, r =
 * 0.5).
 */
final class BlockDecoder {
    /** With selective bypass, the first pass that is raw (table D.9): planes five and on, all but their cleanup. */
    static final int FIRST_BYPASS_PASS = 10;

    /** The most magnitude bits that an {@code int} holds beside the sign and the half. */
    static final int MAX_PLANES = 30;

    private static final int SIGNIFICANCE = 0x3FFFF;
    /** All four rows as a set: bits 0, 3, 6 and 9. */
    private static final int ROWS = 0x249;

    /** How far a row's bits are from its place in a set. */
    private static final int OWN = 4;

    private static final int VISITED = 18;
    private static final int REFINED = 19;
    private static final int SIGN = 20;
    private static final int SIGN_ABOVE = 30;
    private static final int SIGN_BELOW = 31;

    private final BlockBytes source;
    private final MqDecoder mq = new MqDecoder();
    private final RawBits raw = new RawBits();
    private int[] words = new int[0];
    private int[] data = new int[0];
    private int[] interest = new int[0];
    private boolean interestKept;
    private int width;
    private int height;
    private int stride;
    private boolean causal;
    /** The start of the subband's part of {@link ContextTables#ZERO}. */
    private int zeroCoding;

    /** @param source where blocks' bytes come from */
    BlockDecoder(BlockBytes source) {
        this.source = source;
    }

    /** The coefficients of the block decoded last, four rows of a column together, stripe by stripe. */
    int[] data() {
        return data;
    }

    /**
     * Decodes a block.
     *
     * @param roiShift the region of interest's shift, 0 for none (annex H)
     * @param strict whether a wrong segmentation symbol throws
     */
    void decode(CodeBlock block, Subband band, CodingStyle style, int roiShift, boolean strict) throws DicomException {
        begin(block, band, style);
        int planes = band.magnitudeBits + roiShift - block.zeroPlanes;
        source.load(block);
        int position = source.position();
        if (planes <= 0 || block.passes > 3 * planes - 2) {
            throw SegmentReader.malformed(
                    "a code-block has " + block.passes + " coding passes for " + planes + " bit planes", position);
        }
        if (Math.max(planes - roiShift, Math.min(planes, roiShift)) > MAX_PLANES) {
            throw SegmentReader.unsupported("a code-block of " + planes + " bit planes", position);
        }
        byte[] bytes = source.array();
        int from = source.start();
        int pass = 0;
        boolean sound = true;
        interestKept = false;
        mq.resetContexts();
        for (int s = 0; s < block.segments; s++) {
            int to = from + block.segmentLengths[s];
            boolean isRaw = style.has(CodingStyle.BYPASS) && pass >= FIRST_BYPASS_PASS && (pass + 2) % 3 != 2;
            if (isRaw) raw.begin(bytes, from, to);
            else mq.begin(bytes, from, to);
            for (int p = 0; p < block.segmentPasses[s]; p++, pass++) {
                int plane = planes - 1 - (pass + 2) / 3;
                if (roiShift > 0 && plane == roiShift - 1 && (pass + 2) % 3 == 0) keepInterest();
                sound &= pass((pass + 2) % 3, plane >= roiShift ? plane - roiShift : plane, isRaw, style);
            }
            from = to;
        }
        if (interestKept) mergeInterest();
        if (!sound && strict) throw SegmentReader.malformed("a segmentation symbol is wrong (D.5)", position);
    }

    private void begin(CodeBlock block, Subband band, CodingStyle style) {
        width = block.width;
        height = block.height;
        stride = width + 2;
        int stripes = (height + 3) / 4;
        int wordCount = stride * (stripes + 2);
        int samples = 4 * width * stripes;
        if (words.length < wordCount) words = new int[wordCount];
        else Arrays.fill(words, 0, wordCount, 0);
        if (data.length < samples) data = new int[samples];
        else Arrays.fill(data, 0, samples, 0);
        causal = style.has(CodingStyle.CAUSAL);
        zeroCoding = band.orientation << 9;
    }

    /** One coding pass; false when its segmentation symbol is wrong. */
    private boolean pass(int kind, int plane, boolean isRaw, CodingStyle style) {
        int one = 2 << plane;
        boolean sound = true;
        switch (kind) {
            case 0 -> {
                if (isRaw) rawSignificance(one);
                else significance(one);
            }
            case 1 -> {
                if (isRaw) rawRefinement(one >> 1);
                else refinement(one >> 1);
            }
            default -> {
                cleanup(one);
                if (style.has(CodingStyle.SEGMENTATION)) sound = segmentationSymbol();
            }
        }
        if (style.has(CodingStyle.RESET)) mq.resetContexts();
        return sound;
    }

    private boolean segmentationSymbol() {
        int symbol = 0;
        for (int i = 0; i < 4; i++) symbol = symbol << 1 | mq.decode(MqDecoder.UNIFORM);
        return symbol == 0b1010;
    }

    /**
     * Sets aside the samples of the region of interest: those significant in the planes that are all theirs (annex H). What
     * the planes below do to their values does not count.
     */
    private void keepInterest() {
        int samples = 4 * width * ((height + 3) / 4);
        if (interest.length < samples) interest = new int[samples];
        System.arraycopy(data, 0, interest, 0, samples);
        interestKept = true;
    }

    private void mergeInterest() {
        int samples = 4 * width * ((height + 3) / 4);
        for (int i = 0; i < samples; i++) {
            if (interest[i] != 0) data[i] = interest[i];
        }
    }

    /**
     * The significance propagation pass (D.3.1). The lines of {@link MqDecoder#decode} stand in the loops of this and the
     * next two passes, its registers in locals; indices keep to the arrays by the margin of one word around the block.
     */
    private void significance(int one) {
        int[] words = this.words;
        int zeroCoding = this.zeroCoding;
        long[] contexts = mq.contexts;
        long a = mq.a;
        long d = mq.d;
        int ready = mq.ready;
        int magnitude = one | one >> 1;
        int at = 0;
        for (int y = 0; y < height; y += 4) {
            int rows = rowsFrom(y);
            int index = ((y >> 2) + 1) * stride + 1;
            for (int x = 0; x < width; x++, index++, at += 4) {
                int word = words[index];
                if ((word & SIGNIFICANCE) == 0) continue;
                int todo = withNeighbours(word) & ~(word >>> OWN) & rows;
                while (todo != 0) {
                    int r = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    word |= 1 << VISITED + r;
                    int context = ContextTables.ZERO[(zeroCoding | word >>> r & 0x1FF) & 0x7FF];
                    long entry = contexts[context];
                    long qe = entry & MqDecoder.QE;
                    int symbol = (int) entry & 1;
                    a -= qe;
                    long above = a - d;
                    if ((above | a - MqDecoder.HALF) < 0) {
                        long lower = above >> 63;
                        long less = a - qe >> 63 ^ lower;
                        d -= a & lower;
                        a += qe - a & lower;
                        symbol ^= (int) less & 1;
                        contexts[context] = MqDecoder.STATES[(int) (entry >>> 16 + ((int) less << 3)) & 0xFF];
                        int shift = Long.numberOfLeadingZeros(a) - 1;
                        a <<= shift;
                        d <<= shift;
                        ready -= shift;
                        if (ready < 0) {
                            mq.d = d;
                            mq.ready = ready;
                            mq.refill();
                            d = mq.d;
                            ready = mq.ready;
                        }
                    }
                    if (symbol == 0) continue;
                    mq.a = a;
                    mq.d = d;
                    mq.ready = ready;
                    word = becomeSignificant(word, index, at, r, magnitude);
                    a = mq.a;
                    d = mq.d;
                    ready = mq.ready;
                    todo |= 8 << r & ~(word >>> OWN) & rows; // the row below has a neighbour now
                }
                words[index] = word;
            }
        }
        mq.a = a;
        mq.d = d;
        mq.ready = ready;
    }

    /** The rows of the stripe at a row as a set. */
    private int rowsFrom(int y) {
        return height - y >= 4 ? ROWS : ROWS & (1 << 3 * (height - y)) - 1;
    }

    /** The rows that have a significant neighbour: in the row above, beside, or in the row below. */
    private static int withNeighbours(int word) {
        int beside = word | word >>> 2;
        int inRow = beside | word >>> 1;
        return inRow | beside >>> 3 | inRow >>> 6;
    }

    /** The magnitude refinement pass (D.3.3). */
    private void refinement(int half) {
        int[] words = this.words;
        int[] data = this.data;
        long[] contexts = mq.contexts;
        long a = mq.a;
        long d = mq.d;
        int ready = mq.ready;
        int at = 0;
        for (int y = 0; y < height; y += 4) {
            int index = ((y >> 2) + 1) * stride + 1;
            for (int x = 0; x < width; x++, index++, at += 4) {
                int word = words[index];
                int todo = word >>> OWN & ~(word >>> VISITED) & ROWS;
                if (todo == 0) continue;
                int set = word | todo << REFINED;
                do {
                    int r = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    int context = refinementContext(word, r);
                    long entry = contexts[context];
                    long qe = entry & MqDecoder.QE;
                    int symbol = (int) entry & 1;
                    a -= qe;
                    long above = a - d;
                    if ((above | a - MqDecoder.HALF) < 0) {
                        long lower = above >> 63;
                        long less = a - qe >> 63 ^ lower;
                        d -= a & lower;
                        a += qe - a & lower;
                        symbol ^= (int) less & 1;
                        contexts[context] = MqDecoder.STATES[(int) (entry >>> 16 + ((int) less << 3)) & 0xFF];
                        int shift = Long.numberOfLeadingZeros(a) - 1;
                        a <<= shift;
                        d <<= shift;
                        ready -= shift;
                        if (ready < 0) {
                            mq.d = d;
                            mq.ready = ready;
                            mq.refill();
                            d = mq.d;
                            ready = mq.ready;
                        }
                    }
                    int sign = symbol - 1;
                    data[at + row(r)] += (half ^ sign) - sign;
                } while (todo != 0);
                words[index] = set;
            }
        }
        mq.a = a;
        mq.d = d;
        mq.ready = ready;
    }

    /** The cleanup pass (D.3.4), which also forgets the visits of this bit plane. */
    private void cleanup(int one) {
        int[] words = this.words;
        int zeroCoding = this.zeroCoding;
        long[] contexts = mq.contexts;
        long a = mq.a;
        long d = mq.d;
        int ready = mq.ready;
        int magnitude = one | one >> 1;
        int at = 0;
        for (int y = 0; y < height; y += 4) {
            int rows = rowsFrom(y);
            int index = ((y >> 2) + 1) * stride + 1;
            for (int x = 0; x < width; x++, index++, at += 4) {
                int word = words[index];
                int todo = ~(word >>> OWN | word >>> VISITED) & rows;
                if ((word & SIGNIFICANCE) == 0 && rows == ROWS) {
                    int context = MqDecoder.RUN_LENGTH;
                    long entry = contexts[context];
                    long qe = entry & MqDecoder.QE;
                    int symbol = (int) entry & 1;
                    a -= qe;
                    long above = a - d;
                    if ((above | a - MqDecoder.HALF) < 0) {
                        long lower = above >> 63;
                        long less = a - qe >> 63 ^ lower;
                        d -= a & lower;
                        a += qe - a & lower;
                        symbol ^= (int) less & 1;
                        contexts[context] = MqDecoder.STATES[(int) (entry >>> 16 + ((int) less << 3)) & 0xFF];
                        int shift = Long.numberOfLeadingZeros(a) - 1;
                        a <<= shift;
                        d <<= shift;
                        ready -= shift;
                        if (ready < 0) {
                            mq.d = d;
                            mq.ready = ready;
                            mq.refill();
                            d = mq.d;
                            ready = mq.ready;
                        }
                    }
                    if (symbol == 0) continue;
                    mq.a = a;
                    mq.d = d;
                    mq.ready = ready;
                    int r = 3 * (mq.decode(MqDecoder.UNIFORM) << 1 | mq.decode(MqDecoder.UNIFORM));
                    word = becomeSignificant(word, index, at, r, magnitude);
                    a = mq.a;
                    d = mq.d;
                    ready = mq.ready;
                    todo &= -8 << r;
                }
                while (todo != 0) {
                    int r = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    int context = ContextTables.ZERO[(zeroCoding | word >>> r & 0x1FF) & 0x7FF];
                    long entry = contexts[context];
                    long qe = entry & MqDecoder.QE;
                    int symbol = (int) entry & 1;
                    a -= qe;
                    long above = a - d;
                    if ((above | a - MqDecoder.HALF) < 0) {
                        long lower = above >> 63;
                        long less = a - qe >> 63 ^ lower;
                        d -= a & lower;
                        a += qe - a & lower;
                        symbol ^= (int) less & 1;
                        contexts[context] = MqDecoder.STATES[(int) (entry >>> 16 + ((int) less << 3)) & 0xFF];
                        int shift = Long.numberOfLeadingZeros(a) - 1;
                        a <<= shift;
                        d <<= shift;
                        ready -= shift;
                        if (ready < 0) {
                            mq.d = d;
                            mq.ready = ready;
                            mq.refill();
                            d = mq.d;
                            ready = mq.ready;
                        }
                    }
                    if (symbol == 0) continue;
                    mq.a = a;
                    mq.d = d;
                    mq.ready = ready;
                    word = becomeSignificant(word, index, at, r, magnitude);
                    a = mq.a;
                    d = mq.d;
                    ready = mq.ready;
                }
                words[index] = word & ~(ROWS << VISITED);
            }
        }
        mq.a = a;
        mq.d = d;
        mq.ready = ready;
    }

    /** Context 14 to 16 (table D.4). */
    private static int refinementContext(int word, int r) {
        if ((word >>> REFINED + r & 1) != 0) return 16;
        return (word >>> r & ContextTables.NEIGHBOURS) != 0 ? 15 : 14;
    }

    /** The row of a place in a set: 0, 3, 6 or 9 divided by three. */
    private static int row(int r) {
        return r * 11 >> 5;
    }

    /** Decodes a sample's sign (D.3.2) and makes it significant; returns the column's new word. */
    private int becomeSignificant(int word, int index, int at, int r, int magnitude) {
        int above = r == 0 ? word >>> SIGN_ABOVE : word >>> SIGN - 3 + r;
        int below = r == 9 ? word >>> SIGN_BELOW : word >>> SIGN + 3 + r;
        int neighbours = word >>> r & 0xAA
                | above & 1
                | (below & 1) << 2
                | (words[index - 1] >>> SIGN + r & 1) << 4
                | (words[index + 1] >>> SIGN + r & 1) << 6;
        int entry = ContextTables.SIGN[neighbours];
        int sign = mq.decode(entry >> 1) ^ entry & 1;
        data[at + row(r)] = sign << 31 | magnitude;
        return tell(word, index, r, sign);
    }

    /** Writes a sample's significance and sign into its column's word, which is returned, and the words around. */
    private int tell(int word, int index, int r, int sign) {
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

    /** The significance propagation pass without arithmetic coding (D.6). */
    private void rawSignificance(int one) {
        int at = 0;
        for (int y = 0; y < height; y += 4) {
            int rows = rowsFrom(y);
            int index = ((y >> 2) + 1) * stride + 1;
            for (int x = 0; x < width; x++, index++, at += 4) {
                int word = words[index];
                int todo = withNeighbours(word) & ~(word >>> OWN) & rows;
                while (todo != 0) {
                    int r = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    word |= 1 << VISITED + r;
                    if (raw.bit() == 0) continue;
                    int sign = raw.bit();
                    data[at + row(r)] = sign << 31 | one | one >> 1;
                    word = tell(word, index, r, sign);
                    todo |= 8 << r & ~(word >>> OWN) & rows;
                }
                words[index] = word;
            }
        }
    }

    /** The magnitude refinement pass without arithmetic coding (D.6). */
    private void rawRefinement(int half) {
        int at = 0;
        for (int y = 0; y < height; y += 4) {
            int index = ((y >> 2) + 1) * stride + 1;
            for (int x = 0; x < width; x++, index++, at += 4) {
                int word = words[index];
                int todo = word >>> OWN & ~(word >>> VISITED) & ROWS;
                words[index] = word | todo << REFINED;
                for (; todo != 0; todo &= todo - 1) {
                    int r = Integer.numberOfTrailingZeros(todo);
                    data[at + row(r)] += raw.bit() == 0 ? -half : half;
                }
            }
        }
    }
}
