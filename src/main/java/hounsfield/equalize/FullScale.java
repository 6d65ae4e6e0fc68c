package hounsfield.equalize;

/**
 * Results of 0..1 as 8-bit and 16-bit grey: 0 to the smallest number, 1 to the largest, rounded to the nearest. Nothing
 * wraps around: values below 0 and NaN give 0, values above 1 the largest number.
 */
public final class FullScale {
    private FullScale() {}

    /** 0..1 to 0..255. */
    public static byte[] toBytes(float[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) scale(values[i], 255);
        return bytes;
    }

    /** 0..1 to 0..65535, unsigned. */
    public static short[] toShorts(float[] values) {
        short[] shorts = new short[values.length];
        for (int i = 0; i < values.length; i++) shorts[i] = (short) scale(values[i], 65535);
        return shorts;
    }

    private static int scale(float value, int largest) {
        return (int) (Math.max(0f, Math.min(1f, value)) * largest + 0.5f);
    }
}
