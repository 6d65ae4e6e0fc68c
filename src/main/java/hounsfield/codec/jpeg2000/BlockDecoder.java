package hounsfield.codec.jpeg2000;

import hounsfield.standard.error.DicomException;

/**
 * Decodes the coding passes of a code-block (T.800 annex D) from its codeword segments. An instance decodes many
 * blocks, one after another, in one thread. The format of the coefficients is described in {@link StripeColumns}.
 *
 * <p>There may be more planes than an {@code int} has: those of a region of interest, which are shifted above all
 * others (annex H), and those of samples of many bits. Therefore the upper planes are stored separately where the lower
 * ones begin, and both are combined later.
 */
final class BlockDecoder {
    /**
     * The first pass that is raw with selective bypass (table D.9): from the fifth plane on, all passes except cleanup.
     */
    static final int FIRST_BYPASS_PASS = 10;

    /** Number of lower planes of a block in a wide subband. */
    static final int LOWER_PLANES = 16;

    /** Largest number of magnitude bits that an {@code int} holds in addition to the sign and the half unit. */
    private static final int MAX_PLANES = 30;

    private final BlockBytes source;
    private final MqDecoder mq = new MqDecoder();
    private final RawBits raw = new RawBits();
    private final StripeColumns columns = new StripeColumns();
    private final ArithmeticPasses arithmeticPasses = new ArithmeticPasses(mq, columns);
    private final RawPasses rawPasses = new RawPasses(raw, columns);
    private int[] upper = new int[0];

    /** @param source the bytes of the blocks */
    BlockDecoder(BlockBytes source) {
        this.source = source;
    }

    /** Returns the coefficients of the last decoded block, or their lower planes. */
    int[] data() {
        return columns.data;
    }

    /**
     * Returns the upper planes of the last decoded block if its subband is wide. The magnitudes have the format of
     * {@link #data()}, but their last bit, the half unit, has been moved to the lower planes.
     */
    int[] upper() {
        return upper;
    }

    /**
     * Decodes a block.
     *
     * @param roiShift the shift of the region of interest, 0 for none (annex H)
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
            throw SegmentReader.unsupported("a code-block has " + planes + " bit planes", position);
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

    /** Decodes one coding pass. Returns {@code false} if its segmentation symbol is wrong. */
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
     * Stores the planes decoded so far separately. With a region of interest, they are its samples: those that are
     * significant in the planes that belong to it alone; lower planes do not change their values. In a wide subband all
     * samples continue: a significant one keeps its sign, and the half unit of the last upper plane.
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
