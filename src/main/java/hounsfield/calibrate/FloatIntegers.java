package hounsfield.calibrate;

/**
 * Tells floats that are integers, and which, without converting them: added to 1.5 * 2^23, a value of less than 2^22 is
 * rounded to an integer, which then stands in the sum's low bits. Conversion to {@code int} takes the processor about
 * twice as long, since Java wants its own answer for values that no {@code int} holds.
 *
 * <p>The other way round, {@code ZERO + integer} are the bits of a float that is the integer when SHIFT is taken off.
 *
 * <p>For other values, infinities and NaN included, {@code bits(value + SHIFT) - bits(SHIFT)} is some number of at least
 * 2^22 or below -2^22, so that a table's bounds keep them out.
 */
public final class FloatIntegers {
    /** Add it to a value. */
    public static final float SHIFT = 0x1.8p23f;
    /** The bits of the sum for the integer 0; those of others are as far away as the integer. */
    public static final int ZERO = Float.floatToRawIntBits(SHIFT);
    /** Integers below this are told. */
    public static final int LIMIT = 1 << 22;

    private FloatIntegers() {}
}
