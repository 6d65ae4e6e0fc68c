package hounsfield.codec.jpeg2000;

import hounsfield.standard.error.DicomException;

/**
 * A QCD or QCC marker segment: magnitude bits and step sizes of the subbands (T.800 A.6.4, annex E).
 *
 * @param style 0 none, 1 derived from the LL subband, 2 one per subband
 * @param guardBits G
 * @param exponents one per subband: LL, then HL, LH, HH of each resolution; only the first if derived
 * @param mantissas in the same order, of 11 bits
 */
record Quantization(int style, int guardBits, int[] exponents, int[] mantissas) {
    private static final int DERIVED = 1;

    static Quantization read(SegmentReader in) throws DicomException {
        int start = in.position();
        int sqcd = in.u8();
        int style = sqcd & 0x1F;
        if (style > 2) throw SegmentReader.malformed("the quantization style is " + style, start);
        int count = style == 0 ? in.remaining() : in.remaining() / 2;
        if (style == DERIVED) count = Math.min(count, 1);
        if (count == 0) throw SegmentReader.malformed("there are no quantization step sizes", start);
        int[] exponents = new int[count];
        int[] mantissas = new int[count];
        for (int b = 0; b < count; b++) {
            int value = style == 0 ? in.u8() << 8 : in.u16();
            exponents[b] = value >> 11;
            mantissas[b] = value & 0x7FF;
        }
        return new Quantization(style, sqcd >> 5, exponents, mantissas);
    }

    /** Returns whether there are step sizes for this many decomposition levels. */
    boolean covers(int levels) {
        return style == DERIVED || exponents.length >= 3 * levels + 1;
    }

    /**
     * Returns the number of magnitude bits of a subband, M_b (equation E-2).
     *
     * @param band 0 for LL, then 3 per resolution
     */
    int magnitudeBits(int band) {
        return guardBits + exponent(band) - 1;
    }

    /**
     * Returns the step size of a subband (equation E-3).
     *
     * @param dynamicRange R_b: the bits of the component plus 0, 1 or 2 for the gain of the subband
     */
    float stepSize(int band, int dynamicRange) {
        int mantissa = style == DERIVED ? mantissas[0] : mantissas[band];
        return (float) Math.scalb(1 + mantissa / 2048.0, dynamicRange - exponent(band));
    }

    /** Derived exponents decrease by one with each resolution above the first (equation E-5). */
    private int exponent(int band) {
        if (style != DERIVED) return exponents[band];
        int resolution = (band + 2) / 3;
        return exponents[0] - Math.max(0, resolution - 1);
    }
}
