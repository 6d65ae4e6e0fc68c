package hounsfield.codec.jpeg2000;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The VLC part of an HT cleanup pass (T.814 7.1.4): code words, and prefixes, suffixes and extensions of u. It is read
 * backward from the end, least significant bit first; after the last bit there are 0 bits. As in
 * {@link MagnitudeSigns}, bit stuffing is removed beforehand: if a byte is above 8F and the next one has seven 1 bits,
 * the latter has seven bits.
 */
final class CodeWords {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;

    /** Number of bytes that are copied at a time: with seven remaining bits they fill a {@code long}. */
    private static final int STEP = 7;

    /** The bits without stuffing, in the order of reading, followed by eight bytes of 0 bits. */
    private byte[] bytes = new byte[0];
    /** Index of those eight bytes. */
    private int end;

    /** Position of the next bit. */
    long position;

    /** Begins with the four high bits of the second to last byte of the cleanup segment. */
    void begin(byte[] source, int from, int segmentEnd) {
        position = 0;
        int length = segmentEnd - from;
        if (bytes.length < length + 2 * Long.BYTES) bytes = new byte[length + length / 2 + 2 * Long.BYTES];
        byte[] out = bytes;
        int last = source[segmentEnd - 2] & 0xFF | 0x0F;
        boolean stuffed = (last & 0x70) == 0x70;
        int bits = stuffed ? 3 : 4; // number of bits that do not fill a byte yet
        long carry = last >> 4 & (1 << bits) - 1;
        int filled = 0;
        int at = segmentEnd - 3;
        while (at >= from) {
            if (at >= from + Long.BYTES - 1) {
                long next = Long.reverseBytes((long) LONG.get(source, at - Long.BYTES + 1));
                long inverse = ~next & ~(ONES << 7);
                if ((inverse - ONES & ~inverse & ONES << 7) == 0) { // none of the eight may be stuffed
                    next &= -1L >>> 8;
                    LONG.set(out, filled, next << bits | carry);
                    carry = next >>> 8 * STEP - bits;
                    last = (int) (next >>> 8 * (STEP - 1));
                    filled += STEP;
                    at -= STEP;
                    continue;
                }
            }
            int next = source[at--] & 0xFF;
            stuffed = last > 0x8F && (next & 0x7F) == 0x7F;
            carry |= (long) (stuffed ? 0x7F : next) << bits;
            bits += stuffed ? 7 : 8;
            last = next;
            if (bits >= 8) {
                out[filled++] = (byte) carry;
                carry >>>= 8;
                bits -= 8;
            }
        }
        out[filled++] = (byte) carry;
        Arrays.fill(out, filled, filled + Long.BYTES, (byte) 0);
        end = filled;
    }

    /** Returns the bits from a position on; at least 57 of them are valid. */
    long from(long bit) {
        return (long) LONG.get(bytes, (int) Math.min(end, bit >>> 3)) >>> (bit & 7);
    }

    /** Reads a number of bits, at most 31. */
    int take(int length) {
        int value = (int) from(position) & (1 << length) - 1;
        position += length;
        return value;
    }
}
