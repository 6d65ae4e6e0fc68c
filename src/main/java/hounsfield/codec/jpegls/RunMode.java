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

    /** RItype, and with it the interruption's context: of neighbours a and b that differ, and of equal ones. */
    private static final int DIFFERENT = 0;

    private static final int EQUAL = 1;

    private final ScanBits bits;
    private final Reconstruction reconstruction;
    private final int near;
    private final int reset;
    private final int limit;
    private final int errorBits;
    private final int initialMagnitude;
    private final int largestMapped;

    private final int[] magnitude = new int[2]; // A[365], A[366]
    private final int[] count = new int[2]; // N[365], N[366]
    private final int[] negative = new int[2]; // Nn[365], Nn[366]

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
        largestMapped = Reconstruction.largestMapped(parameters);
        runIndex = new int[components];
        restart();
    }

    /** The state at the start of a scan and of a restart interval (A.2.1). */
    void restart() {
        Arrays.fill(magnitude, initialMagnitude);
        Arrays.fill(count, 1);
        Arrays.fill(negative, 0);
        Arrays.fill(runIndex, 0);
    }

    /**
     * A run in a line of one component, and the sample that interrupts it.
     *
     * @param above the previous line; sample x at index x + 1
     * @param line takes the samples, laid out alike
     * @param from index of the first sample
     * @param width samples in the line
     * @return the index behind the last sample decoded
     */
    int decode(short[] above, short[] line, int from, int width, int component) throws MalformedDicomException {
        int run = length(width + 1 - from, component);
        int next = from + run;
        short left = line[from - 1];
        if (run > 0) Arrays.fill(line, from, next, left);
        if (next > width) return next;
        int ra = left & 0xFFFF;
        int rb = above[next] & 0xFFFF;
        line[next] = (short) interruption(ra, rb, Math.abs(ra - rb) <= near ? EQUAL : DIFFERENT, component);
        afterInterruption(component);
        return next + 1;
    }

    /**
     * The length of a run (A.7.1.2).
     *
     * @param room how many samples the line still takes; a run may end with it instead of being interrupted
     */
    int length(int room, int component) throws MalformedDicomException {
        int index = runIndex[component];
        int run = 0;
        while (true) {
            int order = ORDER[index];
            if (bits.read(1) == 0) {
                run += bits.read(order);
                if (run >= room) throw bits.damaged("a run beyond the end of its line (T.87 A.7.1.2)");
                break;
            }
            int piece = 1 << order;
            if (piece > room - run) {
                run = room; // cut short by the end of the line: RUNindex stays
                break;
            }
            run += piece;
            if (index < ORDER.length - 1) index++;
            if (run == room) break;
        }
        runIndex[component] = index;
        return run;
    }

    /** The sample that interrupts a run where components are interleaved by sample: always as RItype 0 (B.2.3). */
    int interleavedInterruption(int ra, int rb) throws MalformedDicomException {
        return interruption(ra, rb, DIFFERENT, 0);
    }

    /** Once the interruption of a run is decoded its order goes down (A.7.1.2). */
    void afterInterruption(int component) {
        if (runIndex[component] > 0) runIndex[component]--;
    }

    /** The value of a sample that interrupts a run (A.7.2). */
    private int interruption(int ra, int rb, int type, int component) throws MalformedDicomException {
        int n = count[type];
        int a = magnitude[type];
        int k = ContextModel.golombParameter(type == EQUAL ? a + (n >> 1) : a, n);
        int mapped = bits.golomb(k, limit - ORDER[runIndex[component]] - 1, errorBits);
        if (mapped > largestMapped || mapped < 0)
            throw bits.damaged("a prediction error beyond its range (T.87 A.7.2)");
        // EMErrval of A.7.2.1 undone: its last bit says whether the sign is the likelier one.
        int shifted = mapped + type;
        boolean mapBit = (shifted & 1) != 0;
        int size = shifted + 1 >> 1;
        boolean negativeLikely = k != 0 || 2 * negative[type] >= n;
        int error = negativeLikely == mapBit ? -size : size;
        update(type, error, mapped);
        if (type == EQUAL) return reconstruction.of(ra, error);
        return reconstruction.of(rb, ra > rb ? -error : error);
    }

    /** A.7.2.2, code segment A.23. */
    private void update(int type, int error, int mapped) {
        if (error < 0) negative[type]++;
        magnitude[type] += mapped + 1 - type >> 1;
        if (count[type] == reset) {
            magnitude[type] >>= 1;
            count[type] >>= 1;
            negative[type] >>= 1;
        }
        count[type]++;
    }
}
