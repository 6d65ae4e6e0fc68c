package hounsfield.codec.jpeg2000;

import hounsfield.standard.DicomException;

/**
 * The coding passes of a code-block (T.800 annex D), from its codeword segments. One instance serves many blocks, one after
 * another, in one thread. The coefficients are {@link StripeColumns}'.
 *
 * <p>Planes may be more than an {@code int} has: those of a region of interest, which are shifted up over all others (annex
 * H), and those of samples of many bits. So the upper ones are set aside where the lower ones begin, and both joined later.
 */
final class BlockDecoder {
    /** With selective bypass, the first pass that is raw (table D.9): planes five and on, all but their cleanup. */
    static final int FIRST_BYPASS_PASS = 10;

    /** How many planes of a block in a wide subband are lower ones. */
    static final int LOWER_PLANES = 16;

    /** The most magnitude bits that an {@code int} holds beside the sign and the half. */
    private static final int MAX_PLANES = 30;

    private final BlockBytes source;
    private final MqDecoder mq = new MqDecoder();
    private final RawBits raw = new RawBits();
    private final StripeColumns columns = new StripeColumns();
    private final ArithmeticPasses arithmeticPasses = new ArithmeticPasses(mq, columns);
    private final RawPasses rawPasses = new RawPasses(raw, columns);
    private int[] upper = new int[0];

    /** @param source where blocks' bytes come from */
    BlockDecoder(BlockBytes source) {
        this.source = source;
    }

    /** The coefficients of the block decoded last, or their lower planes. */
    int[] data() {
        return columns.data;
    }

    /**
     * The upper planes of the block decoded last, if its subband is wide: magnitudes as those of {@link #data()}, but the
     * last bit, the half, has gone on to the lower planes.
     */
    int[] upper() {
        return upper;
    }

    /**
     * Decodes a block.
     *
     * @param roiShift the region of interest's shift, 0 for none (annex H)
     * @param strict whether a wrong segmentation symbol throws
     */
    void decode(CodeBlock block, Subband band, CodingStyle style, int roiShift, boolean strict) throws DicomException {
        columns.begin(block, style.has(CodingStyle.CAUSAL));
        int planes = band.magnitudeBits + roiShift - block.zeroPlanes;
        source.load(block);
        int position = source.position();
        if (planes <= 0 || block.passes > 3 * planes - 2) {
            throw SegmentReader.malformed(
                    "a code-block has " + block.passes + " coding passes for " + planes + " bit planes", position);
        }
        int lower = band.wide ? LOWER_PLANES : roiShift;
        if (Math.max(planes - lower, Math.min(planes, lower)) > MAX_PLANES) {
            throw SegmentReader.unsupported("a code-block of " + planes + " bit planes", position);
        }
        byte[] bytes = source.array();
        int from = source.start();
        int pass = 0;
        boolean sound = true;
        boolean aside = false;
        mq.resetContexts();
        for (int s = 0; s < block.segments; s++) {
            int to = from + block.segmentLengths[s];
            boolean isRaw = style.has(CodingStyle.BYPASS) && pass >= FIRST_BYPASS_PASS && (pass + 2) % 3 != 2;
            if (isRaw) raw.begin(bytes, from, to);
            else mq.begin(bytes, from, to);
            for (int p = 0; p < block.segmentPasses[s]; p++, pass++) {
                int plane = planes - 1 - (pass + 2) / 3;
                if (plane < lower && !aside) {
                    setAside(band.wide);
                    aside = true;
                }
                sound &= pass((pass + 2) % 3, plane >= lower ? plane - lower : plane, isRaw, style, band);
            }
            from = to;
        }
        if (band.wide) {
            if (!aside) setAside(true);
        } else if (aside && roiShift > 0) {
            mergeInterest();
        }
        if (!sound && strict) throw SegmentReader.malformed("a segmentation symbol is wrong (D.5)", position);
    }

    /** One coding pass; false when its segmentation symbol is wrong. */
    private boolean pass(int kind, int plane, boolean isRaw, CodingStyle style, Subband band) {
        int one = 2 << plane;
        int zeroCoding = band.orientation << 9;
        boolean sound = true;
        switch (kind) {
            case 0 -> {
                if (isRaw) rawPasses.significance(one);
                else arithmeticPasses.significance(zeroCoding, one);
            }
            case 1 -> {
                if (isRaw) rawPasses.refinement(one >> 1);
                else arithmeticPasses.refinement(one >> 1);
            }
            default -> {
                arithmeticPasses.cleanup(zeroCoding, one);
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
     * Sets the planes so far aside. For a region of interest these are its samples: those significant in the planes that are
     * all theirs, and what the planes below do to their values does not count. In a wide subband all samples go on: one that
     * is significant with its sign and the half of the last upper plane.
     */
    private void setAside(boolean goOn) {
        int samples = columns.samples();
        if (upper.length < samples) upper = new int[samples];
        int[] data = columns.data;
        System.arraycopy(data, 0, upper, 0, samples);
        if (!goOn) return;
        for (int i = 0; i < samples; i++) {
            data[i] = data[i] & Integer.MIN_VALUE | (data[i] & 1) << LOWER_PLANES;
        }
    }

    private void mergeInterest() {
        int samples = columns.samples();
        int[] data = columns.data;
        for (int i = 0; i < samples; i++) {
            if (upper[i] != 0) data[i] = upper[i];
        }
    }
}
