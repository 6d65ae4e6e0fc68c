package hounsfield.codec.jpegls;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bits of one entropy-coded segment: a scan, or the part between two restart markers.
 *
 * <p>An encoder inserts a 0 bit after every byte FF, so that no code looks like a marker (T.87 A.5.3, C.1).
 * {@link #load} removes these bits from the whole segment first. A bit position is then the complete state of a reader,
 * and eight bytes can be read at once at any position.
 *
 * <p>The last bit of the segment is followed by zeros. A code of the standard never has more than 64 bits and is never
 * all zeros. Therefore a code that starts after the end has more zeros than a code can have, and {@link #longCode}
 * throws; a code that only ends after the end is detected by {@link #checkEnd}. The decoding loops need not compare
 * with the end for every sample.
 */
final class ScanBits {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Smallest number of valid bits in {@link #peek}. */
    static final int PEEKED = 57;

    /** In bytes: more zeros than a code that starts before the end can skip, plus the eight bytes of a read. */
    private static final int PADDING = 48;

    private static final long EVERY_BYTE = 0x0101010101010101L;

    private final ByteSpan frame;

    /** The segment without the inserted bits, followed by zeros. */
    final byte[] bytes;

    /** Position of the next bit, counted from the first bit of {@link #bytes}. */
    long position;

    private long end;
    private int start;
    /** Whether the frame ends in the segment, without a marker. */
    private boolean unterminated;

    ScanBits(ByteSpan frame) {
        this.frame = frame;
        bytes = new byte[frame.length() + PADDING];
    }

    /**
     * Loads the segment that begins at {@code from} and ends at the next marker or at the end of the frame.
     *
     * @param from counted from the first byte of the frame
     * @return the end of the segment: the first FF of a marker and its fill bytes, or the length of the frame
     */
    int load(int from) {
        byte[] in = frame.array();
        int next = frame.offset() + from;
        int stop = frame.end();
        int written = 0;
        long pending = 0; // bits that do not fill a byte yet, left-aligned
        int held = 0; // their number, 0 to 7
        while (true) {
            while (next + Long.BYTES <= stop) {
                long eight = (long) LONG.get(in, next);
                if ((~eight - EVERY_BYTE & eight & EVERY_BYTE << 7) != 0) break; // one of them is FF
                LONG.set(bytes, written, pending | eight >>> held);
                pending = eight << Long.SIZE - 1 - held << 1;
                next += Long.BYTES;
                written += Long.BYTES;
            }
            if (next == stop) break;
            int value = in[next] & 0xFF;
            boolean stuffed = value == 0xFF;
            if (stuffed && (next + 1 == stop || in[next + 1] < 0))
                break; // a marker, or one cut by the end of the frame
            next++;
            pending |= (long) value << Long.SIZE - Byte.SIZE - held;
            bytes[written++] = (byte) (pending >>> 56);
            pending <<= 8;
            if (!stuffed) continue;
            pending |= (long) in[next++] << 57 - held; // the seven bits after the inserted one
            held += 7;
            if (held >= 8) {
                bytes[written++] = (byte) (pending >>> 56);
                pending <<= 8;
                held -= 8;
            }
        }
        LONG.set(bytes, written, pending);
        Arrays.fill(bytes, written + Long.BYTES, Math.min(bytes.length, written + PADDING), (byte) 0);
        start = from;
        position = 0;
        end = 8L * written + held;
        unterminated = next == stop || next + 1 == stop;
        return next - frame.offset();
    }

    /** Returns the bits from {@link #position} on, left-aligned; at least {@link #PEEKED} of them are valid. */
    long peek() {
        return window(position);
    }

    /** Returns the bits from {@code from} on, like {@link #peek}. */
    long window(long from) {
        return window(bytes, from);
    }

    /** {@link #window} of {@link #bytes}, for loops that keep them in a local variable. */
    static long window(byte[] bytes, long from) {
        return (long) LONG.get(bytes, (int) (from >>> 3)) << (from & 7);
    }

    /** Reads the next {@code count} bits, 0 to 31, as a number. */
    int read(int count) {
        int value = (int) (peek() >>> 1 >>> ~count);
        position += count;
        return value;
    }

    /**
     * Reads a limited-length Golomb code (A.5.3, LG(k, glimit)): zeros, a one, k bits.
     *
     * @param k the Golomb parameter
     * @param limit glimit, the largest number of bits in a code
     * @param errorBits qbpp, the number of bits in a value that is coded directly
     * @throws MalformedDicomException if the segment ends, the code is longer than the limit, or its value is larger
     *     than any prediction error
     */
    int code(int k, int limit, int errorBits) throws MalformedDicomException {
        long window = peek();
        int zeros = Long.numberOfLeadingZeros(window);
        if (zeros >= shortCodes(limit, errorBits)) return longCode(k, limit, errorBits);
        int value = (zeros - 1 << k) + (int) (window << zeros >>> ~k);
        position += zeros + 1 + k;
        checkValue(value, errorBits);
        return value;
    }

    /** Codes with fewer zeros than this are inside the bits of {@link #peek}, and are Golomb coded. */
    static int shortCodes(int limit, int errorBits) {
        return Math.min(limit - errorBits - 1, PEEKED - 17);
    }

    /**
     * Refuses values that a valid stream does not contain. Mapped errors reach RANGE, which is at most 2 to the power
     * of qbpp. Up to twice as much is accepted, for encoders that do not reduce errors (A.4.5). Larger values would
     * overflow the statistics of the contexts.
     */
    void checkValue(int value, int errorBits) throws MalformedDicomException {
        if (value >>> errorBits + 1 != 0) throw damaged("a prediction error is beyond its range (T.87 A.5)");
    }

    /** Variant of {@link #code} for codes of any length and for the end of the data. */
    int longCode(int k, int limit, int errorBits) throws MalformedDicomException {
        int longest = limit - errorBits - 1;
        int zeros = 0;
        while (true) {
            if (position >= end) throw endsEarly();
            int more = Long.numberOfLeadingZeros(peek());
            if (more < PEEKED) {
                zeros += more;
                position += more + 1;
                break;
            }
            zeros += PEEKED;
            position += PEEKED;
        }
        if (zeros < longest) {
            int value = (zeros << k) + read(k);
            checkValue(value, errorBits);
            return value;
        }
        if (zeros > longest) throw damaged("a code has " + zeros + " zeros, more than " + longest + " (T.87 A.5.3)");
        return read(errorBits) + 1;
    }

    /**
     * Checks that decoding did not read beyond the segment.
     *
     * @return the number of bits left over; an encoder leaves up to 7, and 7 more after a byte FF
     * @throws MalformedDicomException if it read more than the segment has
     */
    long checkEnd() throws MalformedDicomException {
        if (position > end) throw endsEarly();
        return end - position;
    }

    /**
     * Returns whether the frame ends before the samples do, without a marker, so that the rest of the stream is
     * missing. A code of up to 64 bits that is invalid may continue after the end.
     */
    boolean isCut() {
        return unterminated && position > end - Long.SIZE;
    }

    /** Returns whether a whole byte of the segment is unread; a last byte of zeros may be padding of a truncated stream. */
    boolean hasByte() {
        return end - position >= Byte.SIZE;
    }

    private MalformedDicomException endsEarly() {
        position = end;
        return damaged("JPEG-LS data ends early");
    }

    /** Returns an error at the current position. */
    MalformedDicomException damaged(String problem) {
        return new MalformedDicomException(problem, Location.ofOffset(offset()));
    }

    /**
     * Returns the byte of the frame that contains the bit at {@link #position}. It walks through the segment, so use it
     * only for messages.
     */
    long offset() {
        int at = start;
        long bits = 0;
        int previous = 0;
        while (at < frame.length()) {
            bits += previous == 0xFF ? 7 : 8;
            if (bits > position) break;
            previous = frame.at(at++);
        }
        return at;
    }
}
