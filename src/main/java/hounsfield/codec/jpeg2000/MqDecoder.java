package hounsfield.codec.jpeg2000;

/**
 * The MQ arithmetic decoder (T.800 annex C).
 *
 * <p>It keeps the interval register A of the standard. Instead of the code register C it keeps D = A - C, the distance
 * from the upper end of the interval, so that the frequent decision, a more probable symbol without renormalization,
 * takes one subtraction and two comparisons. Both registers have 64 bits, with A in bits 47 to 62 and the bytes to come
 * below, so that a byte must be fetched only once in a few dozen decisions. Each byte is subtracted from the distance
 * at its weight as soon as it is fetched. This does not change the decisions of the standard, because the bits below
 * the last bit of A take no part in them.
 *
 * <p>{@link #decode} is the readable form of the procedure. {@link ArithmeticPasses} repeats its few lines inside its
 * loops, with the registers in local variables, and calls {@link #refill} for bytes.
 */
final class MqDecoder {
    /** The contexts of annex D: 0 to 8 zero coding, 9 to 13 sign, 14 to 16 refinement, 17 run length, 18 uniform. */
    static final int RUN_LENGTH = 17;

    static final int UNIFORM = 18;
    private static final int CONTEXTS = 19;

    /** Position of the last bit of A. */
    private static final int SHIFT = 47;

    /** A is kept at this value or above. */
    static final long HALF = 0x8000L << SHIFT;

    /**
     * Mask of Qe in the entry of a context. Below it: the more probable symbol at bit 0, and the next states at bits 8
     * and 16.
     */
    static final long QE = 0xFFFFL << SHIFT;

    /**
     * Qe, the next state after a more and after a less probable symbol, and whether the symbols are exchanged (table
     * C.2).
     */
    private static final int[][] TABLE = {
        {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0}, {0x0521, 5, 29, 0},
        {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0}, {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0},
        {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0}, {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1},
        {0x5401, 16, 14, 0}, {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
        {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0}, {0x1C01, 25, 22, 0},
        {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0}, {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0},
        {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0}, {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0},
        {0x02A1, 36, 33, 0}, {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
        {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0}, {0x0005, 45, 42, 0},
        {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0},
    };

    /**
     * The entries, indexed by 2 * state + more probable symbol. The array has 256 elements, so that an index of 8 bits
     * needs no check.
     */
    static final long[] STATES = states();

    /** The current entry of each context. */
    final long[] contexts = new long[CONTEXTS];

    long a;
    long d;
    /**
     * Number of bits below the last bit of A that have been fetched and not shifted up yet; negative if bytes must be
     * fetched.
     */
    int ready;

    private byte[] bytes;
    private int position;
    private int end;
    private int last;

    private static long[] states() {
        long[] states = new long[256];
        for (int i = 0; i < 2 * TABLE.length; i++) {
            int[] row = TABLE[i / 2];
            int symbol = i & 1;
            long afterMore = 2 * row[1] + symbol;
            long afterLess = 2 * row[2] + (symbol ^ row[3]);
            states[i] = (long) row[0] << SHIFT | afterMore << 16 | afterLess << 8 | symbol;
        }
        return states;
    }

    /** Sets all contexts to their initial states (table D.7). */
    void resetContexts() {
        java.util.Arrays.fill(contexts, STATES[0]);
        contexts[0] = STATES[2 * 4];
        contexts[RUN_LENGTH] = STATES[2 * 3];
        contexts[UNIFORM] = STATES[2 * 46];
    }

    /** Begins a codeword segment (INITDEC, C.3.5). */
    void begin(byte[] source, int from, int to) {
        bytes = source;
        position = from;
        end = to;
        last = 0;
        a = HALF;
        d = HALF;
        ready = -15;
        refill();
    }

    /** Fetches as many bytes as fit (BYTEIN, C.3.4). After the end, and after a marker, there are only 1 bits. */
    void refill() {
        while (ready < SHIFT - 8) {
            int next = position < end ? bytes[position] & 0xFF : 0xFF;
            if (last == 0xFF) {
                if (next > 0x8F) {
                    d -= 0xFFL << (SHIFT - 8 - ready);
                    ready += 8;
                    continue;
                }
                ready += 7;
            } else {
                ready += 8;
            }
            d -= (long) next << (SHIFT - ready);
            last = next;
            position++;
        }
    }

    /** Decodes one decision (DECODE, C.3.2). */
    int decode(int context) {
        long entry = contexts[context];
        long qe = entry & QE;
        int symbol = (int) entry & 1;
        a -= qe;
        long above = a - d;
        if ((above | a - HALF) >= 0) return symbol;
        // No branches, because the outcome is practically random. The masks of 64 bits are for the lower sub-interval,
        // and for the less probable symbol, which is in the lower one unless the two have been exchanged.
        long lower = above >> 63;
        long less = a - qe >> 63 ^ lower;
        d -= a & lower;
        a += qe - a & lower;
        symbol ^= (int) less & 1;
        contexts[context] = STATES[(int) (entry >>> 16 + ((int) less << 3)) & 0xFF];
        int shift = Long.numberOfLeadingZeros(a) - 1;
        a <<= shift;
        d <<= shift;
        ready -= shift;
        if (ready < 0) refill();
        return symbol;
    }
}
