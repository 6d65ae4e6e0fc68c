package hounsfield.planes;

/** Maps floats to ints of the same order, for sorting and bisection. Infinities are at the ends. */
public final class FloatOrder {
    private FloatOrder() {}

    /**
     * Returns an int that has the same order as the float. Adding 0 turns -0 into 0, so that both have one key.
     *
     * @param value not NaN
     * @return the key
     */
    public static int key(float value) {
        int bits = Float.floatToRawIntBits(value + 0.0f);
        return bits ^ bits >> 31 & Integer.MAX_VALUE;
    }

    /**
     * {@return the float of a key}
     *
     * @param key a result of {@link #key}
     */
    public static float value(int key) {
        return Float.intBitsToFloat(key ^ key >> 31 & Integer.MAX_VALUE);
    }
}
