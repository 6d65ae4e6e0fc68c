package hounsfield.planes;

/** Numbers floats in their order, infinities at the ends: an int that orders like the float, for sorting and halving. */
public final class FloatOrder {
    private FloatOrder() {}

    /** An int that orders like the float; adding 0 makes -0 and 0 one value. */
    public static int key(float value) {
        int bits = Float.floatToRawIntBits(value + 0.0f);
        return bits ^ bits >> 31 & Integer.MAX_VALUE;
    }

    /** The float of a key. */
    public static float value(int key) {
        return Float.intBitsToFloat(key ^ key >> 31 & Integer.MAX_VALUE);
    }
}
