package hounsfield.calibrate;

/**
 * Detects floats that are integers, without conversion: adding 1.5 * 2^23 rounds a value below 2^22 to an integer,
 * which is then in the low bits of the sum. Conversion to {@code int} is about half as fast, because Java defines its
 * result for values beyond the range of {@code int}.
 *
 * <p>In the opposite direction, {@code ZERO + integer} are the bits of a float that becomes the integer when SHIFT is
 * subtracted.
 *
 * <p>For other values, including infinities and NaN, {@code bits(value + SHIFT) - bits(SHIFT)} is at least 2^22 or
 * below -2^22, and so outside the bounds of any table.
 */
public final class FloatIntegers {
    /** The number to add to a value. */
    public static final float SHIFT = 0x1.8p23f;
    /** The bits of the sum for the integer 0; those of another integer differ by that integer. */
    public static final int ZERO = Float.floatToRawIntBits(SHIFT);
    /** Integers with a magnitude below this are detected. */
    public static final int LIMIT = 1 << 22;

    private FloatIntegers() {}
}
