package hounsfield.codec.jpegls;

import java.util.Arrays;

/**
 * The adaptive statistics of the coder (T.87 A.3 and A.6). Each of the 365 contexts of the regular mode has the
 * accumulated error magnitude A, the bias B, the prediction correction C and the count N.
 *
 * <p>To decode a sample, only C and two values derived from A, B and N are needed: the Golomb parameter k (A.5.1) and
 * whether the error mapping is inverted (A.5.2). They are computed when a context is updated, while the processor
 * already decodes the next samples, which mostly have other contexts, and are stored in {@link #ready}. A, B and N
 * share one long.
 */
final class ContextModel {
    /**
     * Number of contexts of the regular mode: three gradients of nine regions, where a context and its mirror image are
     * one.
     */
    static final int REGULAR = 365;

    private static final int MIN_CORRECTION = -128; // MIN_C of A.6.2
    private static final int MAX_CORRECTION = 127;
    private static final int INVERT = 1 << 8;

    /** 1 in each of A and -B of {@link #statistics}. */
    private static final long ONE_OF_A_AND_B = 1L << 32 | 1 << 16;

    /**
     * Per context: correction C from bit 24, then {@link #oneBitOffset} from bit 9, {@link #INVERT}, and k in the low
     * bits.
     */
    final int[] ready = new int[REGULAR];

    /** Per context: A in the upper 32 bits, then 16 bits of -B (0 to N - 1), then 16 bits of N. */
    private final long[] statistics = new long[REGULAR];

    /** The region of a gradient, -4 to 4, at index gradient + MAXVAL (A.3.3). */
    final byte[] regions;

    private final CodingParameters parameters;
    private final int step;
    private final int reset;
    private final int invertible;

    ContextModel(CodingParameters parameters) {
        this.parameters = parameters;
        step = parameters.step();
        reset = parameters.reset();
        invertible = parameters.near() == 0 ? INVERT : 0;
        regions = regions(parameters);
        restart();
    }

    /** Resets the state at the start of a scan or restart interval (A.2.1). */
    void restart() {
        long magnitude = initialMagnitude();
        Arrays.fill(statistics, magnitude << 32 | 1);
        Arrays.fill(ready, golombParameter((int) magnitude, 1));
    }

    /** Returns the initial value of A: max(2, (RANGE + 32) / 64). */
    int initialMagnitude() {
        return Math.max(2, parameters.range() + 32 >> 6);
    }

    private static byte[] regions(CodingParameters parameters) {
        int maximum = parameters.maximum();
        byte[] regions = new byte[2 * maximum + 1];
        // The smallest gradients of the regions 1 to 4, in both directions.
        int[] starts = {parameters.near() + 1, parameters.threshold1(), parameters.threshold2(), parameters.threshold3()
        };
        for (int region = 1; region <= starts.length; region++) {
            int start = Math.min(starts[region - 1], maximum + 1);
            Arrays.fill(regions, maximum + start, regions.length, (byte) region);
            Arrays.fill(regions, 0, maximum - start + 1, (byte) -region);
        }
        return regions;
    }

    /** Returns k from an entry of {@link #ready}. */
    static int golombParameter(int ready) {
        return ready & 31;
    }

    /** Returns C from an entry of {@link #ready}. */
    static int correction(int ready) {
        return ready >> 24;
    }

    /**
     * Returns the prediction error of a mapped error (inverse of A.5.2): 0, 1, 2, 3, 4 are 0, -1, 1, -2, 2, or -1, 0,
     * -2, 1, -3 if the context inverts.
     */
    static int error(int mapped, int ready) {
        return mapped >>> 1 ^ -(mapped & 1) ^ ready << 23 >> 31;
    }

    /**
     * For a context with k 0, returns what is added to the median of A.4.1 (apart from the sign) if the code is the
     * single bit 1: the correction plus the error of that code, which is 0, or -1 if the context inverts.
     */
    static int oneBitOffset(int ready) {
        return ready << 14 >> 23;
    }

    /**
     * Returns whether k and {@link #oneBitOffset} are 0: then the code of the single bit 1 represents the median
     * itself.
     */
    static boolean predictsMedian(int ready) {
        return (ready & (511 << 9 | 31)) == 0;
    }

    /**
     * Variant of {@link #update} for the error that a context with k 0 codes in one bit. Only A, B and N change, by at
     * most 1, and the entry of {@link #ready} remains valid: with an error of 0 only N increases; with an error of -1,
     * A, -B and N increase, and 2 (-B) was at least N.
     *
     * @return whether it was done; {@code false} if the statistics must be halved
     */
    boolean updateOneBit(int context, int known) {
        long packed = statistics[context];
        if (((int) packed & 0xFFFF) == reset) return false;
        statistics[context] = packed + 1 + (ONE_OF_A_AND_B & -(known >>> 8 & 1));
        return true;
    }

    /** Adds the error of a sample to the statistics of a context (A.6.1), then corrects its bias (A.6.2). */
    void update(int context, int error) {
        long packed = statistics[context];
        int magnitude = (int) (packed >>> 32) + Math.abs(error);
        int bias = error * step - ((int) packed >>> 16);
        int count = (int) packed & 0xFFFF;
        if (count == reset) {
            magnitude >>= 1;
            bias >>= 1;
            count >>= 1;
        }
        count++;
        // -1 if the bias has left (-N, 0] downwards or upwards. No branches, because noise would make them
        // unpredictable.
        int below = bias + count - 1 >> 31;
        int above = -bias >> 31;
        int correction = correction(ready[context]) + below - above;
        correction = Math.max(MIN_CORRECTION, Math.min(MAX_CORRECTION, correction));
        bias = Math.max(1 - count, Math.min(0, bias + (count & below) - (count & above)));
        int k = golombParameter(magnitude, count);
        int invert = (k - 1 & 2 * bias + count - 1) >> 31 & invertible;
        ready[context] = correction << 24 | (correction - (invert >>> 8) & 511) << 9 | invert | k;
        statistics[context] = (long) magnitude << 32 | (long) -bias << 16 | count;
    }

    /** Returns the smallest k with {@code count << k >= magnitude} (A.5.1). */
    static int golombParameter(int magnitude, int count) {
        int k = Math.max(0, Integer.numberOfLeadingZeros(count) - Integer.numberOfLeadingZeros(magnitude));
        return k + ((count << k) - magnitude >>> 31);
    }
}
