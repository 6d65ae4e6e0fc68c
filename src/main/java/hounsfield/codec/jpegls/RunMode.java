package hounsfield.codec.jpegls;

import hounsfield.standard.error.MalformedDicomException;
import java.util.Arrays;

/**
 * The run mode (T.87 A.7), used where all gradients are flat. The encoder counts how often the value of the left
 * neighbor repeats, then codes the sample that ends the run in one of two separate contexts.
 */
final class RunMode {
    /** J, the order of the run-length codes (A.2.1). */
    private static final int[] ORDER = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    /** Number of samples in the runs of all lower orders: sums of 2 to the power of J. */
    private static final int[] COVERED = new int[ORDER.length + 1];

    static {
        for (int i = 0; i < ORDER.length; i++) COVERED[i + 1] = COVERED[i] + (1 << ORDER[i]);
    }

    /**
     * Number of samples that are written at once at the start of a run, whatever its length. A line needs as many spare
     * elements at its end.
     */
    static final int SPARE = 16;

    /** RItype 0 and its context, used if the neighbors a and b differ. RItype 1 is used if they are equal. */
    private static final int DIFFERENT = 0;

    private final ScanBits bits;
    private final Reconstruction reconstruction;
    private final int near;
    private final int reset;
    private final int limit;
    private final int errorBits;
    private final int initialMagnitude;

    // indexed by RItype
    private final int[] magnitude = new int[2]; // A[365], A[366]
    private final int[] count = new int[2]; // N[365], N[366]
    private final int[] negative = new int[2]; // Nn[365], Nn[366]
    private final int[] golomb = new int[2]; // k, derived from them

    // The last run of a smooth line and the sample that ended it: RUNindex before it, position and number of bits of
    // its code, number of its samples.
    private int lastIndex;
    private long lastPosition;
    private int lastBits;
    private int lastRun;

    /** RUNindex of each component. Sample interleaving uses only the first. */
    private final int[] runIndex;

    RunMode(ScanBits bits, CodingParameters parameters, ContextModel contexts, int components) {
        this.bits = bits;
        reconstruction = new Reconstruction(parameters);
        near = parameters.near();
        reset = parameters.reset();
        limit = parameters.limit();
        errorBits = parameters.errorBits();
        initialMagnitude = contexts.initialMagnitude();
        runIndex = new int[components];
        restart();
    }

    /** Resets the state at the start of a scan or restart interval (A.2.1). */
    void restart() {
        Arrays.fill(magnitude, initialMagnitude);
        Arrays.fill(count, 1);
        Arrays.fill(negative, 0);
        Arrays.fill(golomb, ContextModel.golombParameter(initialMagnitude, 1));
        Arrays.fill(runIndex, 0);
        lastIndex = -1;
    }

    /**
     * Decodes a run in a line of one component, and the sample that interrupts it.
     *
     * @param above the previous line; sample x at index x + 1
     * @param line receives the samples in the same layout; has {@link #SPARE} elements after the end of the line
     * @param from index of the first sample
     * @param width samples in the line
     * @return the index after the last decoded sample
     */
    int decode(short[] above, short[] line, int from, int width, int component) throws MalformedDicomException {
        int room = width + 1 - from;
        int run = length(room, component);
        fill(line, from, run);
        int next = from + run;
        if (run == room) return next;
        line[next] = (short) interruption(line[from - 1] & 0xFFFF, above[next] & 0xFFFF, component);
        afterInterruption(component);
        return next + 1;
    }

    /**
     * Variant of {@link #decode} for lines of smooth images. It may decode several runs if each has the same code as
     * the one before.
     *
     * @return the index after the last decoded sample
     */
    int decodeSmooth(short[] above, short[] line, int from, int width, int component) throws MalformedDicomException {
        int index = runIndex[component];
        if (((bits.peek() ^ bits.window(lastPosition)) >>> -lastBits | index ^ lastIndex) == 0) {
            int next = sameAgain(above, line, from, width);
            if (next > from) return next;
        }
        lastIndex = index;
        lastPosition = bits.position;
        int next = decode(above, line, from, width, component);
        lastRun = next - from - 1;
        lastBits = (int) (bits.position - lastPosition);
        return next;
    }

    /**
     * Decodes consecutive runs that have the same code as the last one, if each is interrupted by the sample above in a
     * code of one bit. Enlarged images consist mostly of such runs. The length of a run is known before its code is
     * read, so the processor can proceed to the next one.
     *
     * @return the index after the last decoded sample; {@code from} if there is no such run
     */
    private int sameAgain(short[] above, short[] line, int from, int width) {
        final int run = lastRun;
        final int codeBits = lastBits;
        // The code must be a run of one order, a part of the next, and the interruption: then RUNindex increases by one
        // and decreases again.
        if (lastIndex + 1 >= ORDER.length || codeBits != 2 + ORDER[lastIndex + 1] + 1 || run > SPARE) return from;
        final long code = bits.window(lastPosition) >>> -codeBits;
        if (code >>> codeBits - 2 != 0b10 || (code & 1) == 0 || golomb[DIFFERENT] != 0) return from;
        final byte[] data = bits.bytes;
        long position = bits.position;
        int x = from;
        int left = line[x - 1] & 0xFFFF;
        while (x + run <= width && ScanBits.window(data, position) >>> -codeBits == code && count[DIFFERENT] != reset) {
            int rb = above[x + run] & 0xFFFF;
            if (Math.abs(left - rb) <= near) break; // RItype 1
            fillSpare(line, x, (short) left);
            x += run;
            line[x++] = (short) rb;
            count[DIFFERENT]++;
            position += codeBits;
            left = rb;
            int b = above[x] & 0xFFFF;
            if (Math.abs(b - rb) > near || Math.abs((above[x + 1] & 0xFFFF) - b) > near) break; // not flat (A.3.2)
        }
        bits.position = position;
        return x;
    }

    /**
     * Repeats the sample before {@code from}. Most runs are short, and the branch at the end of a loop over them would
     * be mispredicted. Therefore multiples of {@link #SPARE} samples are written at once; the excess is overwritten
     * later.
     */
    private static void fill(short[] line, int from, int run) {
        short left = line[from - 1];
        int end = from + run;
        if (run > 4 * SPARE) {
            Arrays.fill(line, from, end, left);
            return;
        }
        int at = from;
        do {
            fillSpare(line, at, left);
            at += SPARE;
        } while (at < end);
    }

    private static void fillSpare(short[] line, int from, short left) {
        line[from] = left;
        line[from + 1] = left;
        line[from + 2] = left;
        line[from + 3] = left;
        line[from + 4] = left;
        line[from + 5] = left;
        line[from + 6] = left;
        line[from + 7] = left;
        line[from + 8] = left;
        line[from + 9] = left;
        line[from + 10] = left;
        line[from + 11] = left;
        line[from + 12] = left;
        line[from + 13] = left;
        line[from + 14] = left;
        line[from + 15] = left;
    }

    /**
     * Decodes the length of a run (A.7.1.2). A bit 1 represents a run of the current order, which then increases; a bit
     * 0 is followed by the rest of the length.
     *
     * @param room number of samples to the end of the line, where a run may end without an interruption
     */
    int length(int room, int component) throws MalformedDicomException {
        int index = runIndex[component];
        long window = bits.peek();
        int ones = Long.numberOfLeadingZeros(~window);
        int reached = index + ones;
        if (reached >= ORDER.length) return lengthByParts(room, component);
        int order = ORDER[reached];
        int run = COVERED[reached] - COVERED[index];
        if (run >= room) return lengthByParts(room, component);
        run += (int) (window << ones << 1 >>> 1 >>> ~order);
        if (run >= room) throw bits.damaged("a run extends beyond the end of its line (T.87 A.7.1.2)");
        bits.position += ones + 1 + order;
        runIndex[component] = reached;
        return run;
    }

    /**
     * Variant of {@link #length} that reads bit by bit: for runs of the highest order, and for those at the end of the
     * line.
     */
    private int lengthByParts(int room, int component) throws MalformedDicomException {
        int index = runIndex[component];
        int run = 0;
        while (run < room) {
            int order = ORDER[index];
            if (bits.read(1) == 0) {
                run += bits.read(order);
                if (run >= room) throw bits.damaged("a run extends beyond the end of its line (T.87 A.7.1.2)");
                break;
            }
            if (1 << order > room - run) {
                run = room; // cut short by the end of the line: RUNindex does not change
                break;
            }
            run += 1 << order;
            if (index < ORDER.length - 1) index++;
        }
        runIndex[component] = index;
        return run;
    }

    /** Decodes the sample that interrupts a run in a line of one component. */
    private int interruption(int ra, int rb, int component) throws MalformedDicomException {
        int type = 1 + (near - Math.abs(ra - rb) >> 31);
        return interruption(ra, rb, component, type);
    }

    /** Decodes the sample that interrupts a run if components are interleaved by sample: always RItype 0 (B.2.3). */
    int interleavedInterruption(int ra, int rb) throws MalformedDicomException {
        return interruption(ra, rb, 0, DIFFERENT);
    }

    /** Decreases the order after the interruption of a run is decoded (A.7.1.2). */
    void afterInterruption(int component) {
        runIndex[component] = Math.max(0, runIndex[component] - 1);
    }

    /**
     * Decodes a sample that interrupts a run (A.7.2). Signs are masks of 0 or -1 instead of branches, because both are
     * equally likely.
     */
    private int interruption(int ra, int rb, int component, int type) throws MalformedDicomException {
        int k = golomb[type];
        // An error of 0 is coded in one bit. It is checked first because it is frequent at vertical edges: see
        // SmoothLine. Only N changes, and k remains 0.
        if (k == 0 && type == DIFFERENT && bits.peek() < 0) {
            bits.position++;
            if (count[DIFFERENT] == reset) update(DIFFERENT, 0, 0);
            else count[DIFFERENT]++;
            return rb;
        }
        int mapped = bits.code(k, limit - ORDER[runIndex[component]] - 1, errorBits);
        // Inverse of EMErrval in A.7.2.1: its last bit indicates whether the error has the more likely sign.
        int shifted = mapped + type;
        int size = shifted + 1 >> 1;
        int likelySign = (-k | count[type] - 1 - 2 * negative[type]) >> 31;
        int sign = ~(likelySign ^ -(shifted & 1));
        update(type, (sign & -size) >>> 31, mapped + 1 - type >> 1);
        // RItype 1 predicts a. RItype 0 predicts b, and the sign of the error is inverted if a is larger.
        int prediction = rb ^ (ra ^ rb) & -type;
        sign ^= rb - ra >> 31 & type - 1;
        return reconstruction.of(prediction, (size ^ sign) - sign);
    }

    /** Updates the statistics of a context (A.7.2.2). */
    private void update(int type, int isNegative, int size) {
        int a = magnitude[type] + size;
        int n = count[type];
        int nn = negative[type] + isNegative;
        if (n == reset) {
            a >>= 1;
            n >>= 1;
            nn >>= 1;
        }
        n++;
        magnitude[type] = a;
        count[type] = n;
        negative[type] = nn;
        golomb[type] = ContextModel.golombParameter(a + (n >> 1 & -type), n) & 31; // RItype 1 adds N / 2 (A.7.2.1)
    }
}
