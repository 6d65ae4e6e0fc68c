package hounsfield.bytes;

import java.nio.ByteOrder;

/**
 * Binary numbers of 1, 2, 4 and 8 bytes, one after the other in an array of bytes. Each width and byte order has a plain
 * loop of its own that joins bytes by shifts.
 *
 * <p>Views of byte arrays ({@code byteArrayViewVarHandle}, {@code ByteBuffer}) that a condition within a loop chooses are
 * not an alternative: C2 of JDK 17 and 25 crashes the JVM while it compiles such loops, which depends on the order in which
 * files of either byte order come.
 */
public final class BinaryNumbers {
    private BinaryNumbers() {}

    /** The unsigned number of 16 bits at {@code at}. */
    public static int unsignedShort(byte[] bytes, int at, boolean littleEndian) {
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return littleEndian ? second << 8 | first : first << 8 | second;
    }

    /** The number of 32 bits at {@code at}. */
    public static int integer(byte[] bytes, int at, boolean littleEndian) {
        int big = bigInt(bytes, at);
        return littleEndian ? Integer.reverseBytes(big) : big;
    }

    /**
     * Signed numbers; bytes behind the last whole one are left out.
     *
     * @param width bytes of a number: 1, 2, 4 or 8
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
            default -> throw new IllegalArgumentException("numbers of " + width + " bytes");
        }
        return numbers;
    }

    /** As {@link #signed}, but without sign; those of 8 bytes as their bits. */
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
