package hounsfield.codec.jpeg2000;

import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import java.util.Arrays;

/**
 * Decodes the coding passes of a high-throughput code-block (T.814 clause 7): the cleanup pass, which decodes all bit
 * planes down to its own at once, then SigProp and MagRef for one more plane. An instance decodes many blocks, one
 * after another, in one thread.
 *
 * <p>The cleanup pass processes quads of two by two samples, numbered 0 north-west, 1 south-west, 2 north-east, 3
 * south-east, two quads at a time. Coefficients are stored row by row, with {@link #stride()} per row, in the format
 * that {@link StripeColumns} describes: sign, magnitude, and half a unit in the last bit.
 */
final class HtBlockDecoder {
    private static final int MAX_SUFFIX = 4079;

    /** Highest plane of a cleanup pass whose magnitudes fit an {@code int}. */
    private static final int MAX_PLANE = 28;

    /** Highest plane of a cleanup pass in a wide subband, whose magnitudes are {@code long}. */
    private static final int MAX_WIDE_PLANE = 40;

    /**
     * Marks a coefficient of a wide subband that the cleanup pass found significant. Refinement adds or subtracts one.
     */
    private static final int MARK = 4;

    /**
     * Indexed by the next three bits: value, length, and length of the suffix of a prefix of u (table 3), four bits
     * each.
     */
    private static final int[] PREFIX = {0x535, 0x011, 0x022, 0x011, 0x133, 0x011, 0x022, 0x011};

    /** The least suffix that is followed by an extension (7.3.6). */
    private static final int LEAST_EXTENDED = 28;

    private final BlockBytes source;
    private final CodeWords words = new CodeWords();
    private final MelDecoder mel = new MelDecoder();
    private final MagnitudeSigns magnitudes = new MagnitudeSigns();
    private int[] data = new int[0];
    private long[] wide = new long[0];
    private int width;
    private int height;
    private int stride;
    /** Significance of the quads of the previous and the current row, with a margin of one quad on each side. */
    private int[] above = new int[0];

    private int[] here = new int[0];
    /**
     * Exponents of the lower samples of the quads of the previous and the current row, by column, with a margin of one
     * at the left.
     */
    private int[] exponentsAbove = new int[0];

    private int[] exponentsHere = new int[0];

    /**
     * The entries of {@link VlcTables} of the current row of quads, and their exponents, first without and then with
     * kappa.
     */
    private int[] quads = new int[0];

    private int[] residuals = new int[0];

    /** @param source the bytes of the blocks */
    HtBlockDecoder(BlockBytes source) {
        this.source = source;
    }

    int[] data() {
        return data;
    }

    /**
     * Returns the coefficients if the subband of the block is wide: in half units like {@link #data()}, but in two's
     * complement.
     */
    long[] wide() {
        return wide;
    }

    int stride() {
        return stride;
    }

    /** Decodes a block. The parameters are those of {@link BlockDecoder#decode}. */
    void decode(CodeBlock block, Subband band, CodingStyle style, int roiShift) throws DicomException {
        begin(block, band.wide);
        source.load(block);
        int position = source.position();
        byte[] bytes = source.array();
        int from = source.start();
        // Of several sets of passes only the last one counts: its cleanup pass decodes all planes again (T.814 B.2).
        int cleanup = -1;
        int cleanupAt = 0;
        int sets = 0;
        int at = from;
        int pass = 0;
        for (int s = 0; s < block.segments; s++) {
            if (pass % 3 == 0 && block.segmentLengths[s] > 0) {
                cleanup = s;
                cleanupAt = at;
                sets = pass / 3;
            }
            pass += block.segmentPasses[s];
            at += block.segmentLengths[s];
        }
        if (cleanup < 0) return;
        int missing = block.zeroPlanes + block.placeholders / 3 + sets;
        int plane = band.magnitudeBits + roiShift - 1 - missing;
        int highest = band.wide ? MAX_WIDE_PLANE : MAX_PLANE;
        if (plane < 0 || plane > highest) {
            throw SegmentReader.malformed("the cleanup pass of an HT code-block is in bit plane " + plane, position);
        }
        int length = block.segmentLengths[cleanup];
        int most = highest + 2 - plane;
        cleanup(bytes, cleanupAt, cleanupAt + length, plane, band.wide, most, position);
        int refining = cleanup + 1 < block.segments ? block.segmentPasses[cleanup + 1] : 0;
        if (refining > 0 && block.segmentLengths[cleanup + 1] > 0) {
            if (plane == 0)
                throw SegmentReader.malformed("an HT code-block refines below its last bit plane", position);
            int start = cleanupAt + length;
            int end = start + block.segmentLengths[cleanup + 1];
            int below = band.wide ? 0 : plane - 1; // in a wide subband, data contains marks
            HtRefinement refinement = new HtRefinement(data, stride, width, height);
            if (refining > 1) refinement.magnitudes(bytes, start, end, 1 << below);
            refinement.significance(bytes, start, end, 3 << below, style.has(CodingStyle.CAUSAL));
            if (band.wide) refineWide(plane - 1);
        }
    }

    private void begin(CodeBlock block, boolean isWide) {
        width = block.width;
        height = block.height;
        stride = width + 1 & ~1;
        int samples = stride * (height + 1 & ~1);
        if (data.length < samples) data = new int[samples];
        else Arrays.fill(data, 0, samples, 0);
        if (isWide) {
            if (wide.length < samples) wide = new long[samples];
            else Arrays.fill(wide, 0, samples, 0);
        }
        int count = stride / 2;
        if (above.length < count + 3) {
            above = new int[count + 3];
            here = new int[count + 3];
            exponentsAbove = new int[2 * count + 6];
            exponentsHere = new int[2 * count + 6];
            quads = new int[count + 1];
            residuals = new int[count + 1];
        }
        Arrays.fill(above, 0);
        Arrays.fill(here, 0);
        Arrays.fill(exponentsAbove, 0);
        Arrays.fill(exponentsHere, 0);
    }

    /**
     * The cleanup pass (7.3).
     *
     * @param from start of its segment in {@code bytes}
     * @param end end of its segment, exclusive
     */
    private void cleanup(byte[] bytes, int from, int end, int plane, boolean isWide, int mostBits, int position)
            throws MalformedDicomException {
        int length = end - from;
        if (length < 2) throw SegmentReader.malformed("an HT cleanup segment has " + length + " bytes", position);
        int suffix = (bytes[end - 1] & 0xFF) << 4 | bytes[end - 2] & 0x0F;
        if (suffix < 2 || suffix > length || suffix > MAX_SUFFIX) {
            throw SegmentReader.malformed(
                    "the suffix of an HT cleanup segment has " + suffix + " of " + length + " bytes", position);
        }
        words.begin(bytes, end - suffix, end);
        mel.begin(bytes, end - suffix, end);
        magnitudes.begin(bytes, from, end - suffix);
        for (int y = 0; y < height; y += 2) {
            quadRow(y == 0);
            if (exponents() > mostBits) {
                throw SegmentReader.malformed("a magnitude in an HT code-block has too many bits", position);
            }
            int at = y * stride;
            if (isWide) {
                magnitudes.decodeWideRow(quads, residuals, stride / 2, wide, at, stride, plane, exponentsHere);
                for (int i = at; i < at + 2 * stride; i++) data[i] = wide[i] == 0 ? 0 : MARK;
            } else {
                magnitudes.decodeRow(quads, residuals, stride / 2, data, at, stride, plane, exponentsHere);
            }
            swapRows();
        }
    }

    /** Applies the changes that the refinement passes made to the marks to the coefficients of a wide subband. */
    private void refineWide(int plane) {
        for (int i = 0; i < stride * (height + 1 & ~1); i++) {
            int mark = data[i];
            if (mark == 0 || mark == MARK) continue;
            if (wide[i] == 0) wide[i] = mark < 0 ? -3L << plane : 3L << plane;
            else wide[i] += (wide[i] < 0 ? MARK - mark : mark - MARK) * (1L << plane);
        }
    }

    private void swapRows() {
        int[] rhos = above;
        above = here;
        here = rhos;
        int[] exponents = exponentsAbove;
        exponentsAbove = exponentsHere;
        exponentsHere = exponents;
    }

    /**
     * Decodes the code words of a row of quads, two quads at a time, and the u of each (7.3.5, 7.3.6). In the first
     * row, contexts depend only on samples to the west, and a MEL event indicates whether the u of two quads are both
     * above 2.
     */
    private void quadRow(boolean first) {
        int[] table = first ? VlcTables.FIRST : VlcTables.OTHER;
        int count = stride / 2;
        long position = words.position;
        int left = 0;
        for (int q = 0; q < count; q += 2) {
            long bits = words.from(position); // two quads take at most 38 bits
            int context = first ? left >> 1 | left & 1 : context(q, left);
            int quad0 = 0;
            if (context != 0 || mel.next() == 1) {
                quad0 = table[(context << VlcTables.BITS | (int) bits & 0x7F) & 0x3FF];
                bits >>>= quad0 & VlcTables.LENGTH;
            }
            left = quad0 >> VlcTables.RHO & 0xF;
            here[q + 1] = left;
            int quad1 = 0;
            if (q + 1 < count) {
                context = first ? left >> 1 | left & 1 : context(q + 1, left);
                if (context != 0 || mel.next() == 1) {
                    quad1 = table[(context << VlcTables.BITS | (int) bits & 0x7F) & 0x3FF];
                    bits >>>= quad1 & VlcTables.LENGTH;
                }
                left = quad1 >> VlcTables.RHO & 0xF;
                here[q + 2] = left;
            }
            position += (quad0 & VlcTables.LENGTH) + (quad1 & VlcTables.LENGTH);
            quads[q] = quad0;
            quads[q + 1] = quad1;
            int off0 = -(quad0 >> VlcTables.U_OFF & 1);
            int off1 = -(quad1 >> VlcTables.U_OFF & 1);
            if (first && (off0 & off1) != 0) {
                words.position = position;
                bothResiduals(q);
                position = words.position;
                continue;
            }
            int prefix0 = PREFIX[(int) bits & 7] & off0;
            bits >>>= prefix0 >> 4 & 0xF;
            int prefix1 = PREFIX[(int) bits & 7] & off1;
            bits >>>= prefix1 >> 4 & 0xF;
            int length0 = prefix0 >> 8;
            int suffix0 = (int) bits & (1 << length0) - 1;
            bits >>>= length0;
            int length1 = prefix1 >> 8;
            int suffix1 = (int) bits & (1 << length1) - 1;
            position += (prefix0 >> 4 & 0xF) + (prefix1 >> 4 & 0xF) + length0 + length1;
            int u0 = (prefix0 & 0xF) + suffix0;
            int u1 = (prefix1 & 0xF) + suffix1;
            if ((suffix0 | suffix1) >= LEAST_EXTENDED) {
                words.position = position;
                u0 += extension(suffix0);
                u1 += extension(suffix1);
                position = words.position;
            }
            residuals[q] = u0;
            residuals[q + 1] = u1;
        }
        words.position = position;
    }

    /** Decodes the u of two quads in the first row that both have one. */
    private void bothResiduals(int q) {
        int more = 2 * mel.next();
        int prefix0 = prefix();
        if (more == 0 && (prefix0 & 0xF) > 2) {
            residuals[q + 1] = words.take(1) + 1;
            int suffix0 = words.take(prefix0 >> 8);
            residuals[q] = (prefix0 & 0xF) + suffix0 + extension(suffix0);
            return;
        }
        int prefix1 = prefix();
        int suffix0 = words.take(prefix0 >> 8);
        int suffix1 = words.take(prefix1 >> 8);
        residuals[q] = (prefix0 & 0xF) + suffix0 + extension(suffix0) + more;
        residuals[q + 1] = (prefix1 & 0xF) + suffix1 + extension(suffix1) + more;
    }

    private int prefix() {
        int prefix = PREFIX[(int) words.from(words.position) & 7];
        words.position += prefix >> 4 & 0xF;
        return prefix;
    }

    private int extension(int suffix) {
        return suffix < LEAST_EXTENDED ? 0 : words.take(4) << 2;
    }

    /**
     * Adds to the u of each quad the predicted exponent kappa of its neighbors above (7.3.7). Returns the greatest sum
     * of a quad with a significant sample.
     */
    private int exponents() {
        int[] e = exponentsAbove;
        int greatest = 0;
        int count = stride / 2;
        int before = Math.max(e[0], e[1]); // of the column to the west and the first column of the quad
        for (int q = 0; q < count; q++) {
            int rho = quads[q] >> VlcTables.RHO & 0xF;
            int behind = Math.max(e[2 * q + 2], e[2 * q + 3]);
            int several = -(rho & rho - 1) >> 31; // all bits set if more than one sample is significant
            int kappa = Math.max(1, Math.max(before, behind) - 1 & several);
            before = behind;
            int exponent = residuals[q] + kappa;
            residuals[q] = exponent;
            greatest = Math.max(greatest, exponent & -rho >> 31);
        }
        return greatest;
    }

    /** Returns the context of a quad that is not in the first row, from the samples to the north and west (7.3.5). */
    private int context(int q, int left) {
        int northWest = above[q];
        int north = above[q + 1];
        int northEast = above[q + 2];
        return (northWest >> 3 | north >> 1) & 1
                | (left >> 2 | left >> 3) << 1 & 2
                | (north >> 3 | northEast >> 1) << 2 & 4;
    }
}
