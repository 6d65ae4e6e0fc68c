package hounsfield.codec.jpeg2000;

import hounsfield.standard.error.DicomException;

/**
 * The coding style of one component of a tile: the SPcod or SPcoc parameters (T.800 A.6.1, tables A.13 and A.15 to
 * A.20, and T.814 A.4).
 *
 * @param levels number of decompositions, 0 to 32
 * @param blockWidth log2 of the width of a code-block
 * @param blockHeight log2 of the height of a code-block
 * @param style code-block style, bits {@link #BYPASS} to {@link #HT_MIXED}
 * @param reversible whether the wavelet is 5/3, otherwise 9/7
 * @param precincts one per resolution: log2 of the width of a precinct in the low four bits, of the height in the high
 *     four bits
 */
record CodingStyle(int levels, int blockWidth, int blockHeight, int style, boolean reversible, byte[] precincts) {
    static final int BYPASS = 1;
    static final int RESET = 2;
    static final int TERMINATE = 4;
    static final int CAUSAL = 8;
    static final int PREDICTABLE = 16;
    static final int SEGMENTATION = 32;
    static final int HT = 64;
    static final int HT_MIXED = 128;

    private static final int MAX_LEVELS = 32;
    private static final byte LARGEST = (byte) 0xFF;

    /** Reads the parameters from the number of decompositions on. */
    static CodingStyle read(SegmentReader in, boolean withPrecincts) throws DicomException {
        int start = in.position();
        int levels = in.u8();
        int width = in.u8() + 2;
        int height = in.u8() + 2;
        int style = in.u8();
        int transform = in.u8();
        if (levels > MAX_LEVELS)
            throw SegmentReader.malformed(
                    "there are " + levels + " decomposition levels, more than " + MAX_LEVELS, start);
        if (width > 10 || height > 10 || width + height > 12) {
            throw SegmentReader.malformed(
                    "code-blocks have 2^" + width + " x 2^" + height + " samples, which table A.18 does not allow",
                    start);
        }
        if (transform > 1)
            throw SegmentReader.unsupported("the wavelet transform is " + transform + " (Part 2)", start);
        if ((style & HT_MIXED) != 0 && (style & (HT | BYPASS | TERMINATE)) != HT) {
            throw SegmentReader.unsupported(
                    String.format(
                            "code-block style %02X: mixed HT code-blocks without HT, or with bypass or termination",
                            style),
                    start);
        }
        byte[] precincts = new byte[levels + 1];
        for (int r = 0; r <= levels; r++) {
            precincts[r] = withPrecincts ? (byte) in.u8() : LARGEST;
            if (r > 0 && ((precincts[r] & 0x0F) == 0 || (precincts[r] & 0xF0) == 0)) {
                throw SegmentReader.malformed(
                        "a precinct above the lowest resolution is one sample wide or high", start);
            }
        }
        return new CodingStyle(levels, width, height, style, transform == 1, precincts);
    }

    boolean has(int flag) {
        return (style & flag) != 0;
    }

    /** Returns log2 of the width of the precincts of a resolution, PPx. */
    int precinctWidth(int resolution) {
        return precincts[resolution] & 0x0F;
    }

    /** Returns log2 of the height of the precincts of a resolution, PPy. */
    int precinctHeight(int resolution) {
        return (precincts[resolution] & 0xF0) >> 4;
    }
}
