package hounsfield.bytes;

import java.nio.ByteOrder;

/**
 * Decodes binary numbers of 1, 2, 4 and 8 bytes from an array. Each width and byte order has its own simple loop, which
 * combines bytes by shifts.
 *
 * <p>Do not use views of byte arrays ({@code byteArrayViewVarHandle}, {@code ByteBuffer}) whose byte order is chosen
 * inside the loop: the C2 compiler of JDK 17 and 25 crashes on such loops, depending on the order in which files of
 * either byte order are read.
 */
public final class BinaryNumbers {
    private BinaryNumbers() {}

    /**
     * Returns an unsigned 16-bit number.
     *
     * @param bytes holds the number
     * @param at index of its first byte
     * @param littleEndian its byte order
     * @return 0..65535
     */
    public static int unsignedShort(byte[] bytes, int at, boolean littleEndian) {
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return littleEndian ? second << 8 | first : first << 8 | second;
    }

    /**
     * {@return a signed 32-bit number}
     *
     * @param bytes holds the number
     * @param at index of its first byte
     * @param littleEndian its byte order
     */
    public static int integer(byte[] bytes, int at, boolean littleEndian) {
        int big = bigInt(bytes, at);
        return littleEndian ? Integer.reverseBytes(big) : big;
    }

    /**
     * Decodes signed numbers. Bytes after the last complete number are ignored.
     *
     * @param bytes the numbers, without gaps
     * @param width bytes per number: 1, 2, 4 or 8
     * @param order the byte order
     * @return one element per number
     * @throws IllegalArgumentException if the width is another number
     */
    public static long[] signed(byte[] bytes, int width, ByteOrder order) {
        long[] numbers = new long[bytes.length / width];
        boolean little = order == ByteOrder.LITTLE_ENDIAN;
        switch (width) {
            case 1 -> bytes(bytes, numbers);
            case 2 -> {
                if (little) littleShorts(bytes, numbers);
                else bigShorts(bytes, numbers);
            }
            case 4 -> {
                if (little) littleInts(bytes, numbers);
                else bigInts(bytes, numbers);
            }
            case 8 -> {
                if (little) littleLongs(bytes, numbers);
                else bigLongs(bytes, numbers);
            }
            default -> throw new IllegalArgumentException("the width is " + width + " bytes, not 1, 2, 4 or 8");
        }
        return numbers;
    }

    /**
     * Decodes unsigned numbers. Bytes after the last complete number are ignored.
     *
     * @param bytes the numbers, without gaps
     * @param width bytes per number: 1, 2, 4 or 8
     * @param order the byte order
     * @return one element per number; of 8-byte numbers the 64 bits, which may be negative as a {@code long}
     * @throws IllegalArgumentException if the width is another number
     */
    public static long[] unsigned(byte[] bytes, int width, ByteOrder order) {
        long[] numbers = signed(bytes, width, order);
        long mask = -1L >>> Long.SIZE - width * Byte.SIZE;
        for (int i = 0; i < numbers.length; i++) numbers[i] &= mask;
        return numbers;
    }

    private static void bytes(byte[] bytes, long[] numbers) {
        for (int i = 0; i < numbers.length; i++) numbers[i] = bytes[i];
    }

    private static void littleShorts(byte[] bytes, long[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (short) (bytes[2 * i] & 0xFF | bytes[2 * i + 1] << 8);
        }
    }

    private static void bigShorts(byte[] bytes, long[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (short) (bytes[2 * i] << 8 | bytes[2 * i + 1] & 0xFF);
        }
    }

    private static void littleInts(byte[] bytes, long[] numbers) {
        for (int i = 0; i < numbers.length; i++) numbers[i] = littleInt(bytes, 4 * i);
    }

    private static void bigInts(byte[] bytes, long[] numbers) {
        for (int i = 0; i < numbers.length; i++) numbers[i] = bigInt(bytes, 4 * i);
    }

    private static void littleLongs(byte[] bytes, long[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = littleInt(bytes, 8 * i) & 0xFFFFFFFFL | (long) littleInt(bytes, 8 * i + 4) << Integer.SIZE;
        }
    }

    private static void bigLongs(byte[] bytes, long[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (long) bigInt(bytes, 8 * i) << Integer.SIZE | bigInt(bytes, 8 * i + 4) & 0xFFFFFFFFL;
        }
    }

    private static int littleInt(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
    }

    private static int bigInt(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
    }
}
