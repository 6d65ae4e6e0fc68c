package hounsfield.codec.jpeg;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads the bits of an entropy-coded segment (T.81 F.2.2.5), without stuffed bytes. Hot loops keep {@link #bits},
 * {@link #count} and {@link #position} in local variables and store them back.
 *
 * <p>At a marker or at the end of the data, zero bits follow without limit, so that loops need not check for the end;
 * {@link #overrun()} returns whether any of them were used.
 */
final class BitReader {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    final byte[] data;
    /** Index of the first byte of the frame, to which offsets are relative. */
    private final int start;
    /** Index after the last byte of the frame. */
    private final int end;
    /** The last position from which eight bytes can be read. */
    final int lastWide;

    /** The next bits, left-aligned; beyond {@link #count} they are provisional. */
    long bits;
    /** Number of valid bits in {@link #bits}; at least 56 after {@link #refill()}. */
    int count;
    /** Index of the next byte that is not in {@link #bits}. */
    int position;
    /** Number of added zero bits that were returned or are in {@link #bits}. */
    private int madeUp;

    BitReader(ByteSpan frame) {
        data = frame.array();
        start = frame.offset();
        end = frame.end();
        lastWide = end - Long.BYTES;
    }

    /** Begins an entropy-coded segment at an offset from the first byte of the frame. */
    void begin(int offset) {
        position = start + offset;
        bits = 0;
        count = 0;
        madeUp = 0;
    }

    /** Returns eight bytes as a big endian number. */
    static long wide(byte[] data, int position) {
        return (long) LONGS.get(data, position);
    }

    /** Returns whether none of eight bytes is 0xFF, which begins a stuffed byte or a marker (B.1.1.5). */
    static boolean plain(long eight) {
        // The classic test for a zero byte, applied to the complement.
        return ((~eight - 0x0101010101010101L) & eight & 0x8080808080808080L) == 0;
    }

    /** Fills {@link #bits} to at least 56 bits. */
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

    /** Stores back the local variables of a hot loop. */
    void set(long newBits, int newCount, int newPosition) {
        bits = newBits;
        count = newCount;
        position = newPosition;
    }

    /** Drops bits that have been used. */
    void drop(int length) {
        bits <<= length;
        count -= length;
    }

    /** Returns whether more bits were used than the segment has. */
    boolean overrun() {
        return madeUp > count;
    }

    /** Returns whether the data end here without a marker, so that the rest of the stream is missing. */
    boolean isCut() {
        boolean atEnd = position >= end || position == end - 1 && data[position] == (byte) 0xFF;
        return atEnd && isAtEnd();
    }

    /** Returns whether the segment ends before the next code, of up to 16 bits, does. */
    private boolean isAtEnd() {
        return count - madeUp < 16;
    }

    /** Returns whether a whole byte of the data is unread; a last byte of zeros may be padding of a truncated stream. */
    boolean hasByte() {
        return position < end || count - madeUp >= Byte.SIZE;
    }

    /** Returns the offset of the next bit's byte within the frame; stuffed bytes can shift it slightly. */
    int offset() {
        return Math.max(0, position - start - Math.max(0, count - madeUp) / 8);
    }

    /** Returns the offset of the first unread byte, which is that of a marker if the segment was read completely. */
    int byteOffset() {
        return position - start;
    }

    /** Creates an exception for bits that are not a Huffman code. */
    MalformedDicomException noCode() {
        return new MalformedDicomException(
                isAtEnd()
                        ? "JPEG scan ends early"
                        : "JPEG scan contains bits that are not a Huffman code (T.81 F.2.2.3)",
                Location.ofOffset(offset()));
    }

    /** Creates an exception for a segment that ends before its samples. */
    MalformedDicomException endsEarly(int row, int rows) {
        return new MalformedDicomException(
                "JPEG scan ends early, in row " + row + " of " + rows, Location.ofOffset(offset()));
    }

    /**
     * Continues with the next restart interval (T.81 F.2.1.3.1), after the padding of the last byte and the marker.
     *
     * @param expected number of the marker, 0 to 7
     * @return false, with nothing read, if there is another marker or none
     */
    boolean restart(int expected) {
        // Buffered bytes are before the marker, because bytes are only buffered eight at once if none is 0xFF.
        refillByBytes();
        int marker = position;
        while (marker + 1 < end && data[marker] == (byte) 0xFF && data[marker + 1] == (byte) 0xFF) marker++;
        if (marker + 1 >= end || data[marker] != (byte) 0xFF) return false;
        if ((data[marker + 1] & 0xFF) != Marker.RST0 + expected) return false;
        begin(marker + 2 - start);
        return true;
    }
}
