package hounsfield.codec.jpegls;

import hounsfield.standard.error.MalformedDicomException;

/**
 * Decodes the same lines as {@link LosslessLine}, but faster if they are smooth, that is, if most samples are predicted
 * so well that their code is the single bit 1.
 *
 * <p>It tests for that code, and for equal neighbors, with branches. The processor predicts them and starts the next
 * sample before this one is known. In noisy images such branches would be mispredicted at every second sample and cost
 * more than they save; {@link LosslessLine} has none. {@link SmoothLines} selects between the two. The decoded samples
 * are the same.
 */
final class SmoothLine implements LineDecoder {
    private final ScanBits bits;
    private final ContextModel contexts;
    private final RunMode runs;
    private final LosslessLine noisy;
    private final RegularMode regular;
    private final int maximum;
    private final SmoothLines smoothLines = new SmoothLines();

    SmoothLine(ScanBits bits, ContextModel contexts, RunMode runs, CodingParameters parameters) {
        this.bits = bits;
        this.contexts = contexts;
        this.runs = runs;
        noisy = new LosslessLine(bits, contexts, runs, parameters);
        regular = new RegularMode(bits, contexts, parameters);
        maximum = parameters.maximum();
    }

    /** {@inheritDoc} The bounds of {@link LosslessLine} hold. */
    @Override
    public void decode(short[] above, short[] line, int width, int component) throws MalformedDicomException {
        if (!smoothLines.expected()) {
            noisy.decode(above, line, width, component);
            return;
        }
        final byte[] regions = contexts.regions;
        final int[] ready = contexts.ready;
        final byte[] data = bits.bytes;
        final int middle = maximum;
        long position = bits.position;
        int ra = line[0] & 0xFFFF;
        int rc = above[0] & 0xFFFF;
        int rb = above[1] & 0xFFFF;
        int region2 = regions[rb - rc + middle];
        int oneBit = 0;
        int longer = 0;
        int others = 0;
        int x = 1;
        while (x <= width) {
            int rd = above[x + 1] & 0xFFFF;
            int region1 = regions[rd - rb + middle];
            int signedContext = 81 * region1 + 9 * region2 + regions[rc - ra + middle]; // A.3.4
            int sign = signedContext >> 31;
            int context = (signedContext ^ sign) - sign;
            int known = ready[context];
            boolean repeats = false;
            if (signedContext != 0 && ContextModel.golombParameter(known) == 0) {
                if (ScanBits.window(data, position) < 0) {
                    repeats = ra == rc && ContextModel.predictsMedian(known);
                    int sample = RegularMode.median(ra, rb, rc) + (ContextModel.oneBitOffset(known) ^ sign) - sign;
                    if (!repeats && sample > 0 && sample < middle && contexts.updateOneBit(context, known)) {
                        oneBit++;
                        position++;
                        rc = rb;
                        rb = rd;
                        region2 = region1;
                        if (sample == ra) { // the same value, but available before the code is read
                            line[x++] = (short) ra;
                            continue;
                        }
                        line[x++] = (short) sample;
                        ra = sample;
                        continue;
                    }
                } else {
                    longer++;
                }
            }
            bits.position = position;
            int from = x;
            if (signedContext == 0) x = runs.decodeSmooth(above, line, x, width, component);
            else if (repeats) oneBit += (x = repeated(above, line, x, width)) - from;
            if (x == from) {
                line[x++] = (short) regular.decode(signedContext, ra, rb, rc);
                others++;
            }
            position = bits.position;
            if (x > width) break;
            ra = line[x - 1] & 0xFFFF;
            rc = above[x - 1] & 0xFFFF;
            rb = above[x] & 0xFFFF;
            region2 = regions[rb - rc + middle];
        }
        bits.position = position;
        smoothLines.lineDone(oneBit, longer, others);
    }

    /**
     * Decodes samples that repeat the line above, from a sample whose left neighbor also repeats it. As a equals c, the
     * prediction is b (A.4.1), and only the codes, all of them bits 1, need to be read.
     *
     * @return the index after the last of them; {@code from} if there is none
     */
    private int repeated(short[] above, short[] line, int from, int width) {
        final byte[] regions = contexts.regions;
        final int[] ready = contexts.ready;
        final int middle = maximum;
        int x = from;
        int rb = above[x] & 0xFFFF;
        int region2 = regions[rb - (above[x - 1] & 0xFFFF) + middle];
        while (true) {
            int begin = x;
            int ones = Math.min(Long.numberOfLeadingZeros(~bits.peek()), ScanBits.PEEKED);
            int end = Math.min(width + 1, begin + ones);
            while (x < end) {
                int rd = above[x + 1] & 0xFFFF;
                int region1 = regions[rd - rb + middle];
                int context = Math.abs(81 * region1 + 9 * region2); // A.3.4, where c - a is 0
                if (context == 0) break;
                int known = ready[context];
                if (!ContextModel.predictsMedian(known) || !contexts.updateOneBit(context, known)) break;
                line[x++] = (short) rb;
                rb = rd;
                region2 = region1;
            }
            bits.position += x - begin;
            if (x < begin + ScanBits.PEEKED) return x;
        }
    }
}
