package hounsfield.equalize;

/**
 * Converts results of 0..1 to 8-bit and 16-bit gray levels: 0 becomes the least number, 1 the greatest, rounded to the nearest. Values
 * below 0 and NaN become 0; values above 1 become the greatest number.
 */
public final class FullScale {
    private FullScale() {}

    /**
     * Converts 0..1 to 0..255.
     *
     * @param values any floats
     * @return unsigned bytes
     */
    public static byte[] toBytes(float[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) scale(values[i], 255);
        return bytes;
    }

    /**
     * Converts 0..1 to 0..65535.
     *
     * @param values any floats
     * @return unsigned shorts
     */
    public static short[] toShorts(float[] values) {
        short[] shorts = new short[values.length];
        for (int i = 0; i < values.length; i++) shorts[i] = (short) scale(values[i], 65535);
        return shorts;
    }

    private static int scale(float value, int largest) {
        return (int) (Math.max(0f, Math.min(1f, value)) * largest + 0.5f);
    }
}
