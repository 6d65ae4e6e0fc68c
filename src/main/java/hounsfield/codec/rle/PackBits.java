package hounsfield.codec.rle;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.util.Arrays;

/**
 * A segment of an RLE frame: replicate and literal runs of bytes (PS3.5 G.3).
 *
 * @param frame holds the segment
 * @param start its first byte
 * @param end the byte after its last
 * @param number counted from 1, for messages
 */
record PackBits(ByteSpan frame, int start, int end, int number) {
    /** Unpacked bytes between two checks whether the decoding was cancelled. */
    private static final int PIECE = 1 << 22;

    /**
     * Unpacks to every {@code stride}th byte of {@code target}. Bytes after the last one needed are padding.
     *
     * <p>Bounds: {@code in} stays below {@code limit}, because the operands of each code are checked before they
     * are read. {@code left} never becomes negative, because runs and literals are cut to it. {@code first + (count
     * - 1) * stride} is inside {@code target}.
     *
     * @return the number of bytes unpacked, less than {@code count} if the segment ends early
     */
    int unpack(byte[] target, int first, int stride, int count, DecodingContext context)
            throws MalformedDicomException {
        byte[] source = frame.array();
        int in = frame.offset() + start;
        int limit = frame.offset() + end;
        int out = first;
        int left = count;
        int stop = left;
        while (left > 0) {
            if (left <= stop) {
                context.check();
                stop = left - PIECE;
            }
            if (in >= limit) return count - left;
            int code = source[in++];
            if (code == -128) continue;
            int length = code < 0 ? 1 - code : 1 + code;
            if (limit - in < (code < 0 ? 1 : length)) {
                int available = limit - in;
                if (length > left) throw endsEarly(left - Math.min(left, available));
                copy(source, in, target, out, stride, available);
                return count - left + available;
            }
            if (length > left) {
                context.warn("RLE segment " + number + " continues after the last pixel of the frame");
                length = left;
            }
            if (code < 0) fill(target, out, stride, length, source[in++]);
            else copy(source, in, target, out, stride, length);
            if (code >= 0) in += length;
            out += length * stride;
            left -= length;
        }
        return count;
    }

    private static void fill(byte[] target, int out, int stride, int length, byte value) {
        if (stride == 1) Arrays.fill(target, out, out + length, value);
        else for (int i = 0, at = out; i < length; i++, at += stride) target[at] = value;
    }

    private static void copy(byte[] source, int in, byte[] target, int out, int stride, int length) {
        if (stride == 1) System.arraycopy(source, in, target, out, length);
        else for (int i = 0, at = out; i < length; i++, at += stride) target[at] = source[in + i];
    }

    MalformedDicomException endsEarly(int missing) {
        return new MalformedDicomException(
                "RLE segment " + number + " ends " + missing + " bytes early (PS3.5 G.3)", Location.ofOffset(end));
    }
}
