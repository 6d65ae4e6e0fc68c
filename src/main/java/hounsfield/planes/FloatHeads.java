package hounsfield.planes;

/**
 * The upper 20 bits of a float, its head: sign, exponent and 11 bits of the significand. A float whose other 12 bits, its
 * rest, are 0 is known by its head alone. Integers up to 4096 are such floats, and so are nearly all HU. So their counts
 * and their results lie in arrays by head, and finding a place in them takes one shift, no arithmetic and no conversion.
 */
public final class FloatHeads {
    /** How many heads there are. */
    public static final int COUNT = 1 << 20;
    /** {@code floatToRawIntBits(value) >>> REST_BITS} is the value's head. */
    public static final int REST_BITS = 12;

    private static final int REST = (1 << REST_BITS) - 1;
    private static final int NEGATIVE = COUNT / 2;
    private static final int INFINITE = head(Float.POSITIVE_INFINITY);

    private FloatHeads() {}

    /** The head of a value. */
    public static int head(float value) {
        return Float.floatToRawIntBits(value) >>> REST_BITS;
    }

    /** The float with this head whose rest is 0. */
    public static float value(int head) {
        return Float.intBitsToFloat(head << REST_BITS);
    }

    /** Whether a float of these bits has no rest; or each of several floats whose bits are joined by or. */
    public static boolean haveNoRest(int bits) {
        return (bits & REST) == 0;
    }

    /**
     * Sets the entries of all heads whose value is at least {@code from} and less than {@code to}.
     *
     * @param to NaN for no end
     */
    public static void fill(byte[] table, float from, float to, byte entry) {
        boolean endless = Float.isNaN(to);
        fill(table, firstPositive(from), endless ? INFINITE + 1 : firstPositive(to), entry);
        fill(table, endless ? NEGATIVE : endOfNegatives(to), endOfNegatives(from), entry);
    }

    private static void fill(byte[] table, int from, int to, byte entry) {
        for (int head = from; head < to; head++) table[head] = entry;
    }

    /** The head of the least value that is not negative and not below this one. */
    private static int firstPositive(float value) {
        return value <= 0 ? 0 : Float.floatToRawIntBits(value) + REST >>> REST_BITS;
    }

    /** Behind the head of the least negative value, 0 included, that is not below this one: heads rise as values fall. */
    private static int endOfNegatives(float value) {
        return value > 0 ? NEGATIVE : NEGATIVE + head(Math.abs(value)) + 1;
    }
}
