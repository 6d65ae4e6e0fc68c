package hounsfield.codec.jpeg;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bits of an entropy-coded segment (T.81 F.2.2.5), byte stuffing removed. Hot loops keep {@link #bits},
 * {@link #count} and {@link #position} in local variables and hand them back.
 *
 * <p>At a marker or at the end of the data zero bits follow without end, so that a loop may run ahead of its checks;
 * {@link #overrun()} tells whether some of them were used.
 */
final class BitReader {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    final byte[] data;
    /** The frame's first byte, from which offsets count. */
    private final int start;
    /** Behind the frame's last byte. */
    private final int end;
    /** The last position from which eight bytes can be read. */
    final int lastWide;

    /** Bits to come, the next one on top; below {@link #count} bits only what the next bytes will confirm. */
    long bits;
    /** How many of {@link #bits} count; at least 56 after {@link #refill()}. */
    int count;
    /** The next byte that is not in {@link #bits}. */
    int position;
    /** How many of the bits handed out or in {@link #bits} were made up. */
    private int madeUp;

    BitReader(ByteSpan frame) {
        data = frame.array();
        start = frame.offset();
        end = frame.end();
        lastWide = end - Long.BYTES;
    }

    /** Begins an entropy-coded segment at an offset from the frame's first byte. */
    void begin(int offset) {
        position = start + offset;
        bits = 0;
        count = 0;
        madeUp = 0;
    }

    /** Eight bytes as a number, the first one on top. */
    static long wide(byte[] data, int position) {
        return (long) LONGS.get(data, position);
    }

    /** Whether none of eight bytes is 0xFF, which would begin a stuffed byte or a marker (B.1.1.5). */
    static boolean plain(long eight) {
        // the classic test for a zero byte, applied to the complement
        return ((~eight - 0x0101010101010101L) & eight & 0x8080808080808080L) == 0;
    }

    /** Fills {@link #bits} to at least 56. */
    void refill() {
        if (position <= lastWide) {
            long eight = wide(data, position);
            if (plain(eight)) {
                bits |= eight >>> count;
                int bytes = (63 - count) >>> 3;
                position += bytes;
                count += bytes << 3;
                return;
            }
        }
        refillByBytes();
    }

    private void refillByBytes() {
        while (count < 56) {
            int value = 0;
            if (position < end && data[position] != (byte) 0xFF) {
                value = data[position++] & 0xFF;
            } else if (position + 1 < end && data[position + 1] == 0) {
                value = 0xFF;
                position += 2;
            } else {
                madeUp += 8;
            }
            bits |= (long) value << (56 - count);
            count += 8;
        }
    }

    /** Takes back what a hot loop kept in local variables. */
    void set(long newBits, int newCount, int newPosition) {
        bits = newBits;
        count = newCount;
        position = newPosition;
    }

    /** Drops bits that were looked at. */
    void drop(int length) {
        bits <<= length;
        count -= length;
    }

    /** Whether more bits were used than the segment holds. */
    boolean overrun() {
        return madeUp > count;
    }

    /** The offset of the next bit's byte from the frame's first byte; stuffed bytes may shift it by a few. */
    int offset() {
        return Math.max(0, position - start - Math.max(0, count - madeUp) / 8);
    }

    /** The offset of the first byte that was not read, which is a marker's if the segment was read to its end. */
    int byteOffset() {
        return position - start;
    }

    /** An exception for bits that are no Huffman code. */
    MalformedDicomException noCode() {
        return new MalformedDicomException(
                overrun() ? "JPEG scan ends early" : "JPEG scan holds bits that are no Huffman code (T.81 F.2.2.3)",
                Location.ofOffset(offset()));
    }

    /** An exception for a segment that ended before its samples did. */
    MalformedDicomException endsEarly(int row, int rows) {
        return new MalformedDicomException(
                "JPEG scan ends early, in row " + row + " of " + rows, Location.ofOffset(offset()));
    }

    /**
     * Passes to the next restart interval (T.81 F.2.1.3.1): drops the bits that fill the last byte, and the marker.
     *
     * @param expected 0 to 7
     * @return false, with nothing read, if there is another marker or none
     */
    boolean restart(int expected) {
        // Bytes in the buffer lie before the marker: what was read wide holds no 0xFF.
        refillByBytes();
        int marker = position;
        while (marker + 1 < end && data[marker] == (byte) 0xFF && data[marker + 1] == (byte) 0xFF) marker++;
        if (marker + 1 >= end || data[marker] != (byte) 0xFF) return false;
        if ((data[marker + 1] & 0xFF) != Marker.RST0 + expected) return false;
        begin(marker + 2 - start);
        return true;
    }
}
