package hounsfield.planes;

/**
 * The head of a float is its upper 20 bits: sign, exponent and 11 bits of the significand. The other 12 bits are its
 * rest. A float with rest 0 is determined by its head. Integers up to 4096, and therefore nearly all HU, are such
 * floats. Their counts and results can be stored in arrays by head, where the index takes one shift, without arithmetic
 * or conversion.
 */
public final class FloatHeads {
    /** Number of heads. */
    public static final int COUNT = 1 << 20;
    /** Number of bits of the rest: {@code floatToRawIntBits(value) >>> REST_BITS} is the head of a value. */
    public static final int REST_BITS = 12;

    private static final int REST = (1 << REST_BITS) - 1;
    private static final int NEGATIVE = COUNT / 2;
    private static final int INFINITE = head(Float.POSITIVE_INFINITY);

    private FloatHeads() {}

    /**
     * {@return the head of a value, 0..{@link #COUNT} - 1}
     *
     * @param value any float
     */
    public static int head(float value) {
        return Float.floatToRawIntBits(value) >>> REST_BITS;
    }

    /**
     * {@return the float that has this head and rest 0}
     *
     * @param head 0..{@link #COUNT} - 1
     */
    public static float value(int head) {
        return Float.intBitsToFloat(head << REST_BITS);
    }

    /**
     * {@return whether the rest of a float is 0; for bits of several floats combined by OR, whether that of each is 0}
     *
     * @param bits the raw bits
     */
    public static boolean haveNoRest(int bits) {
        return (bits & REST) == 0;
    }

    /**
     * Sets the entries of all heads whose value is at least {@code from} and less than {@code to}.
     *
     * @param table has {@link #COUNT} entries
     * @param from the least value
     * @param to the end, excluded; NaN for no end
     * @param entry the entry to set
     */
    public static void fill(byte[] table, float from, float to, byte entry) {
        boolean endless = Float.isNaN(to);
        fill(table, firstPositive(from), endless ? INFINITE + 1 : firstPositive(to), entry);
        fill(table, endless ? NEGATIVE : endOfNegatives(to), endOfNegatives(from), entry);
    }

    private static void fill(byte[] table, int from, int to, byte entry) {
        for (int head = from; head < to; head++) table[head] = entry;
    }

    /** Returns the head of the least value with rest 0 that is not negative and at least {@code value}. */
    private static int firstPositive(float value) {
        return value <= 0 ? 0 : Float.floatToRawIntBits(value) + REST >>> REST_BITS;
    }

    /**
     * Returns the end of the heads of negative values, -0 included, that are at least {@code value}: negative heads
     * ascend as their values descend.
     */
    private static int endOfNegatives(float value) {
        return value > 0 ? NEGATIVE : NEGATIVE + head(Math.abs(value)) + 1;
    }
}
