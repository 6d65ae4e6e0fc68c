package hounsfield.codec.jpegls;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bits of one entropy-coded segment: a scan, or the part between two restart markers.
 *
 * <p>An encoder puts a 0 bit behind every byte FF, so that no code looks like a marker (T.87 A.5.3, C.1). {@link #load}
 * takes those bits out of the whole segment first. After that a bit position is all that a reader has to carry, and eight
 * bytes can be had with one read wherever it stands.
 *
 * <p>Behind the segment's last bit stand zeros. A code of the standard is never longer than 64 bits and never all zeros, so
 * whoever starts a code behind the end meets more zeros than a code has, and {@link #longCode} throws; whoever ends one there is
 * caught by {@link #checkEnd}. So the loops that decode need not compare with the end at every sample.
 */
final class ScanBits {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** How many bits {@link #peek} gives for certain. */
    static final int PEEKED = 57;

    /** More zeros than a code that begins before the end can step over, plus the eight bytes of a read. */
    private static final int PADDING = 48;

    private static final long EVERY_BYTE = 0x0101010101010101L;

    private final ByteSpan frame;

    /** The segment without its stuffed bits, then zeros. */
    final byte[] bytes;

    /** The next bit, counted from the first bit of {@link #bytes}. */
    long position;

    private long end;
    private int start;

    ScanBits(ByteSpan frame) {
        this.frame = frame;
        bytes = new byte[frame.length() + PADDING];
    }

    /**
     * Takes in the segment that begins at {@code from} and ends at the next marker or with the frame.
     *
     * @param from counted from the frame's first byte
     * @return where the segment ends: the first FF of a marker and its fill bytes, or the frame's length
     */
    int load(int from) {
        byte[] in = frame.array();
        int next = frame.offset() + from;
        int stop = frame.end();
        int written = 0;
        long pending = 0; // bits that do not fill a byte yet, at the top
        int held = 0; // how many, 0 to 7
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
            if (stuffed && (next + 1 == stop || in[next + 1] < 0)) break; // a marker, or cut within one
            next++;
            pending |= (long) value << Long.SIZE - Byte.SIZE - held;
            bytes[written++] = (byte) (pending >>> 56);
            pending <<= 8;
            if (!stuffed) continue;
            pending |= (long) in[next++] << 57 - held; // the seven bits behind the stuffed one
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
        return next - frame.offset();
    }

    /** The bits from {@link #position} on, the first one at the top; at least {@link #PEEKED} of them count. */
    long peek() {
        return window(position);
    }

    /** The bits from {@code from} on, as {@link #peek} gives them. */
    long window(long from) {
        return window(bytes, from);
    }

    /** {@link #window} of {@link #bytes}, for loops that hold them in a local variable. */
    static long window(byte[] bytes, long from) {
        return (long) LONG.get(bytes, (int) (from >>> 3)) << (from & 7);
    }

    /** The next {@code count} bits, 0 to 31, as a number. */
    int read(int count) {
        int value = (int) (peek() >>> 1 >>> ~count);
        position += count;
        return value;
    }

    /**
     * One limited-length Golomb code (A.5.3, LG(k, glimit)): zeros, a one, k bits.
     *
     * @param k the Golomb parameter
     * @param limit the most bits of a code, glimit
     * @param errorBits the bits of a value that is written as such, qbpp
     * @throws MalformedDicomException where the segment ends, a code is longer than the limit allows, or its value is larger
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

    /** Codes of fewer zeros than this lie within what {@link #peek} gives, and are Golomb coded. */
    static int shortCodes(int limit, int errorBits) {
        return Math.min(limit - errorBits - 1, PEEKED - 17);
    }

    /**
     * Refuses values that no sound stream holds. Mapped errors reach RANGE, which is at most 2 to the power of qbpp; up to twice
     * as much is let pass, for encoders that forget to reduce errors (A.4.5). More would outgrow the contexts' statistics.
     */
    void checkValue(int value, int errorBits) throws MalformedDicomException {
        if (value >>> errorBits + 1 != 0) throw damaged("a prediction error beyond its range (T.87 A.5)");
    }

    /** {@link #code} bit by bit: for codes of any length, and for the end of the data. */
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
        if (zeros > longest)
            throw damaged("a code of " + zeros + " zeros where " + longest + " are the most (T.87 A.5.3)");
        return read(errorBits) + 1;
    }

    /**
     * Tells whether decoding used what the segment holds.
     *
     * @return how many bits are left over; an encoder leaves up to 7, and 7 more behind a byte FF
     * @throws MalformedDicomException if it used more
     */
    long checkEnd() throws MalformedDicomException {
        if (position > end) throw endsEarly();
        return end - position;
    }

    private MalformedDicomException endsEarly() {
        position = end;
        return damaged("JPEG-LS data ends early");
    }

    /** A fault at the present position. */
    MalformedDicomException damaged(String problem) {
        return new MalformedDicomException(problem, Location.ofOffset(offset()));
    }

    /** The byte of the frame that holds the bit at {@link #position}; walks the segment, so only for messages. */
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
