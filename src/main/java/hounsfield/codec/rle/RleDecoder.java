package hounsfield.codec.rle;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.NativeDecoder;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.Warnings;
import java.util.Arrays;
import org.scijava.plugin.Plugin;

/**
 * RLE Lossless (PS3.5 annex G): a header of up to 15 segment offsets, each segment a plane of bytes packed as runs and
 * literals. There is a segment for each byte of each sample, the most significant byte first; single bits lie eight to a
 * byte in one segment, as they do in native frames.
 */
@Plugin(type = FrameDecoder.class)
public final class RleDecoder implements FrameDecoder {
    private static final int HEADER = 64;
    private static final int MAX_SEGMENTS = 15;
    /** Two bytes of a replicate run give at most this many (G.3.1). */
    private static final int MAX_RUN = 128;

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return syntax.equals(TransferSyntax.RLE_LOSSLESS);
    }

    @Override
    public Samples decode(ByteSpan frame, PixelLayout layout, Warnings warnings) throws DicomException {
        // Planes are interleaved here, whatever Planar Configuration says of native data (G.2).
        PixelLayout interleaved = new PixelLayout(
                layout.rows(),
                layout.columns(),
                layout.samplesPerPixel(),
                layout.bitsAllocated(),
                layout.bitsStored(),
                layout.highBit(),
                layout.signed(),
                false,
                false);
        NativeDecoder cells = NativeDecoder.ofBytes(interleaved);
        int sampleBytes = Math.max(1, layout.bitsAllocated() / Byte.SIZE);
        int stride = layout.samplesPerPixel() * sampleBytes;
        int[] offsets = segmentOffsets(frame, stride);
        int length = cells.length(0);
        if (length > (long) frame.length() * (MAX_RUN / 2)) {
            throw new MalformedDicomException(
                    frame.length() + " bytes cannot hold a frame of " + length + " (PS3.5 G.3)",
                    Location.ofOffset(frame.length()));
        }
        byte[] unpacked = new byte[length];
        int planeBytes = length / stride;
        for (int segment = 0; segment < stride; segment++) {
            int sample = segment / sampleBytes;
            int significance = sampleBytes - 1 - segment % sampleBytes;
            PackBits packed = new PackBits(frame, offsets[segment], offsets[segment + 1], segment + 1);
            packed.unpack(unpacked, sample * sampleBytes + significance, stride, planeBytes, warnings);
        }
        return cells.decode(ByteSpan.of(unpacked), 0);
    }

    /** Where each segment begins, and the end of the frame. */
    private static int[] segmentOffsets(ByteSpan frame, int expected) throws MalformedDicomException {
        if (frame.length() < HEADER) {
            throw new MalformedDicomException(
                    "the RLE header ends " + (HEADER - frame.length()) + " bytes early (PS3.5 G.5)",
                    Location.ofOffset(frame.length()));
        }
        long count = unsigned(frame, 0);
        if (count != expected || count > MAX_SEGMENTS) {
            throw new MalformedDicomException(
                    "the RLE header counts " + count + " segments, such a frame has " + expected + " (PS3.5 G.2)",
                    Location.ofOffset(0));
        }
        int[] offsets = new int[expected + 1];
        offsets[expected] = frame.length();
        long earliest = HEADER;
        for (int i = 0; i < expected; i++) {
            int entry = 4 + 4 * i;
            long offset = unsigned(frame, entry);
            if (offset < earliest || offset > frame.length()) {
                throw new MalformedDicomException(
                        "RLE segment " + (i + 1) + " begins at " + offset + " of " + frame.length()
                                + " bytes (PS3.5 G.5)",
                        Location.ofOffset(entry));
            }
            offsets[i] = (int) offset;
            earliest = offset;
        }
        return offsets;
    }

    private static long unsigned(ByteSpan span, int at) {
        return span.at(at) | span.at(at + 1) << 8 | span.at(at + 2) << 16 | (long) span.at(at + 3) << 24;
    }

    /**
     * One segment (PS3.5 G.3).
     *
     * @param frame holds the segment
     * @param start its first byte
     * @param end the byte behind its last
     * @param number counted from 1, for messages
     */
    private record PackBits(ByteSpan frame, int start, int end, int number) {
        /**
         * Unpacks to every {@code stride}th byte of {@code target}. What follows the last byte that is wanted is padding.
         *
         * <p>The loop's bounds: {@code in} stays below {@code limit} since each code's operands are checked before they are
         * read, {@code left} never falls below 0 since runs and literals are cut to it, and {@code first + (count - 1) *
         * stride} lies within {@code target}.
         */
        void unpack(byte[] target, int first, int stride, int count, Warnings warnings) throws MalformedDicomException {
            byte[] source = frame.array();
            int in = frame.offset() + start;
            int limit = frame.offset() + end;
            int out = first;
            int left = count;
            while (left > 0) {
                if (in >= limit) throw endsEarly(left, limit);
                int code = source[in++];
                if (code == -128) continue;
                int length = code < 0 ? 1 - code : 1 + code;
                if (limit - in < (code < 0 ? 1 : length)) throw endsEarly(left - Math.min(left, limit - in), limit);
                if (length > left) {
                    warnings.add("RLE segment " + number + " goes on behind the frame's end");
                    length = left;
                }
                if (code < 0) fill(target, out, stride, length, source[in++]);
                else copy(source, in, target, out, stride, length);
                if (code >= 0) in += length;
                out += length * stride;
                left -= length;
            }
        }

        private static void fill(byte[] target, int out, int stride, int length, byte value) {
            if (stride == 1) Arrays.fill(target, out, out + length, value);
            else for (int i = 0, at = out; i < length; i++, at += stride) target[at] = value;
        }

        private static void copy(byte[] source, int in, byte[] target, int out, int stride, int length) {
            if (stride == 1) System.arraycopy(source, in, target, out, length);
            else for (int i = 0, at = out; i < length; i++, at += stride) target[at] = source[in + i];
        }

        private MalformedDicomException endsEarly(int missing, int limit) {
            return new MalformedDicomException(
                    "RLE segment " + number + " ends " + missing + " bytes early (PS3.5 G.3)",
                    Location.ofOffset(limit - frame.offset()));
        }
    }
}
