package hounsfield.bytes;

/** Encodes arrays of numbers and colors as little endian bytes. Each width has its own simple loop. */
public final class LittleEndian {
    private LittleEndian() {}

    /**
     * Encodes 16-bit numbers.
     *
     * @param values the numbers
     * @return two bytes for each
     */
    public static byte[] ofShorts(short[] values) {
        byte[] bytes = new byte[Short.BYTES * values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return bytes;
    }

    /**
     * Encodes floats.
     *
     * @param values the numbers
     * @return four bytes for each
     */
    public static byte[] ofFloats(float[] values) {
        byte[] bytes = new byte[Float.BYTES * values.length];
        putFloats(values, 0, values.length, bytes, 0);
        return bytes;
    }

    /**
     * Encodes floats into an array.
     *
     * @param values the numbers
     * @param from index of the first
     * @param count how many
     * @param bytes receives four bytes for each
     * @param to index of the first byte
     */
    public static void putFloats(float[] values, int from, int count, byte[] bytes, int to) {
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits(values[from + i]);
            bytes[to + 4 * i] = (byte) bits;
            bytes[to + 4 * i + 1] = (byte) (bits >> 8);
            bytes[to + 4 * i + 2] = (byte) (bits >> 16);
            bytes[to + 4 * i + 3] = (byte) (bits >> 24);
        }
    }

    /**
     * Encodes whole numbers, given as floats, in 16 bits.
     *
     * @param values whole numbers from -32768 to 65535
     * @param from index of the first
     * @param count how many
     * @param bytes receives two bytes for each
     * @param to index of the first byte
     */
    public static void putShorts(float[] values, int from, int count, byte[] bytes, int to) {
        for (int i = 0; i < count; i++) {
            int value = (int) values[from + i];
            bytes[to + 2 * i] = (byte) value;
            bytes[to + 2 * i + 1] = (byte) (value >> 8);
        }
    }

    /**
     * Encodes colors as red, green and blue.
     *
     * @param colors {@code 0xRRGGBB}; higher bits are ignored
     * @param from index of the first
     * @param count how many
     * @param bytes receives three bytes for each
     * @param to index of the first byte
     */
    public static void putColors(int[] colors, int from, int count, byte[] bytes, int to) {
        for (int i = 0; i < count; i++) {
            int color = colors[from + i];
            bytes[to + 3 * i] = (byte) (color >> 16);
            bytes[to + 3 * i + 1] = (byte) (color >> 8);
            bytes[to + 3 * i + 2] = (byte) color;
        }
    }
}
