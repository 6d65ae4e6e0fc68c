package hounsfield.codec.jpegls;

import hounsfield.standard.MalformedDicomException;
import java.util.Arrays;

/**
 * The run mode (T.87 A.7): where all gradients are flat, the coder counts how often the left neighbour's value repeats, then
 * codes the sample that ends the run in one of two contexts of its own.
 */
final class RunMode {
    /** J, the order of the run-length codes (A.2.1). */
    private static final int[] ORDER = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    /** How many samples the runs of the orders before one cover: sums of 2 to the power of J. */
    private static final int[] COVERED = new int[ORDER.length + 1];

    static {
        for (int i = 0; i < ORDER.length; i++) COVERED[i + 1] = COVERED[i] + (1 << ORDER[i]);
    }

    /** How many samples of a run are written without asking how long it is; so many a line must have to spare. */
    static final int SPARE = 16;

    /** RItype 0, and with it the interruption's context: of neighbours a and b that differ. RItype 1 is that of equal ones. */
    private static final int DIFFERENT = 0;

    private final ScanBits bits;
    private final Reconstruction reconstruction;
    private final int near;
    private final int reset;
    private final int limit;
    private final int errorBits;
    private final int initialMagnitude;

    // by RItype
    private final int[] magnitude = new int[2]; // A[365], A[366]
    private final int[] count = new int[2]; // N[365], N[366]
    private final int[] negative = new int[2]; // Nn[365], Nn[366]
    private final int[] golomb = new int[2]; // k that follows from them

    // of the last run and what ended it, in a smooth line: RUNindex before it, its code's place and bits, its samples
    private int lastIndex;
    private long lastPosition;
    private int lastBits;
    private int lastRun;

    /** RUNindex of each component; sample interleaving uses the first only. */
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

    /** The state at the start of a scan and of a restart interval (A.2.1). */
    void restart() {
        Arrays.fill(magnitude, initialMagnitude);
        Arrays.fill(count, 1);
        Arrays.fill(negative, 0);
        Arrays.fill(golomb, ContextModel.golombParameter(initialMagnitude, 1));
        Arrays.fill(runIndex, 0);
        lastIndex = -1;
    }

    /**
     * A run in a line of one component, and the sample that interrupts it.
     *
     * @param above the previous line; sample x at index x + 1
     * @param line takes the samples, laid out alike, with {@link #SPARE} elements behind the line's end
     * @param from index of the first sample
     * @param width samples in the line
     * @return the index behind the last sample decoded
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
     * {@link #decode} for lines of smooth images: it may decode several runs, where each has the code of the one before.
     *
     * @return the index behind the last sample decoded
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
     * Runs in the code of the last one, each interrupted by the sample above in a code of one bit. Enlarged images are full of
     * them. Here a run's length is known before its code is read, so that the processor can go on with the next one.
     *
     * @return the index behind the last of them; {@code from} where there is none
     */
    private int sameAgain(short[] above, short[] line, int from, int width) {
        final int run = lastRun;
        final int codeBits = lastBits;
        // A run of one order, a part of the next, the interruption: then RUNindex goes up by one, and down again.
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
     * Repeats the sample before {@code from}. Most runs are short, and the end of a loop over them could not be predicted; so
     * {@link #SPARE} samples are always written at once, and what is too much is overwritten later.
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
     * The length of a run (A.7.1.2): a bit 1 stands for a run of the present order, which then goes up; behind a bit 0 stands
     * what is left.
     *
     * @param room how many samples the line still takes; a run may end with it instead of being interrupted
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
        if (run >= room) throw bits.damaged("a run beyond the end of its line (T.87 A.7.1.2)");
        bits.position += ones + 1 + order;
        runIndex[component] = reached;
        return run;
    }

    /** {@link #length} bit by bit: for runs of the highest order, and for those that end with the line. */
    private int lengthByParts(int room, int component) throws MalformedDicomException {
        int index = runIndex[component];
        int run = 0;
        while (run < room) {
            int order = ORDER[index];
            if (bits.read(1) == 0) {
                run += bits.read(order);
                if (run >= room) throw bits.damaged("a run beyond the end of its line (T.87 A.7.1.2)");
                break;
            }
            if (1 << order > room - run) {
                run = room; // cut short by the end of the line: RUNindex stays
                break;
            }
            run += 1 << order;
            if (index < ORDER.length - 1) index++;
        }
        runIndex[component] = index;
        return run;
    }

    /** The sample that interrupts a run in a line of one component. */
    private int interruption(int ra, int rb, int component) throws MalformedDicomException {
        int type = 1 + (near - Math.abs(ra - rb) >> 31);
        return interruption(ra, rb, component, type);
    }

    /** The sample that interrupts a run where components are interleaved by sample: always as RItype 0 (B.2.3). */
    int interleavedInterruption(int ra, int rb) throws MalformedDicomException {
        return interruption(ra, rb, 0, DIFFERENT);
    }

    /** Once the interruption of a run is decoded its order goes down (A.7.1.2). */
    void afterInterruption(int component) {
        runIndex[component] = Math.max(0, runIndex[component] - 1);
    }

    /** The value of a sample that interrupts a run (A.7.2). Signs are masks, 0 or -1: either is as likely. */
    private int interruption(int ra, int rb, int component, int type) throws MalformedDicomException {
        int k = golomb[type];
        // An error of 0 in one bit, asked first where edges go straight down: see SmoothLine. N alone changes, and k
        // stays 0.
        if (k == 0 && type == DIFFERENT && bits.peek() < 0) {
            bits.position++;
            if (count[DIFFERENT] == reset) update(DIFFERENT, 0, 0);
            else count[DIFFERENT]++;
            return rb;
        }
        int mapped = bits.code(k, limit - ORDER[runIndex[component]] - 1, errorBits);
        // EMErrval of A.7.2.1 undone: its last bit says whether the error has the likelier sign.
        int shifted = mapped + type;
        int size = shifted + 1 >> 1;
        int likelySign = (-k | count[type] - 1 - 2 * negative[type]) >> 31;
        int sign = ~(likelySign ^ -(shifted & 1));
        update(type, (sign & -size) >>> 31, mapped + 1 - type >> 1);
        // RItype 1 predicts a; RItype 0 predicts b, its sign changed where a is larger.
        int prediction = rb ^ (ra ^ rb) & -type;
        sign ^= rb - ra >> 31 & type - 1;
        return reconstruction.of(prediction, (size ^ sign) - sign);
    }

    /** A.7.2.2 */
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
