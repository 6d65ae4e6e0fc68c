package hounsfield.codec.rle;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.CutFrameException;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.NativeDecoder;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import java.util.Arrays;
import org.scijava.plugin.Plugin;

/**
 * Decodes RLE Lossless (PS3.5 annex G). The header contains the offsets of up to 15 segments. Each segment is one plane
 * of bytes, compressed as replicate and literal runs. There is one segment per byte of each sample, the most
 * significant byte first. Single-bit pixels are packed eight to a byte in one segment, as in native frames.
 */
@Plugin(type = FrameDecoder.class)
public final class RleDecoder implements FrameDecoder {
    private static final int HEADER = 64;
    private static final int MAX_SEGMENTS = 15;
    /** Largest number of bytes from the two bytes of a replicate run (G.3.1). */
    private static final int MAX_RUN = 128;
    /** Unpacked bytes between two checks whether the decoding was cancelled. */
    private static final int PIECE = 1 << 22;

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return syntax.equals(TransferSyntax.RLE_LOSSLESS);
    }

    @Override
    public boolean refusesMissingSamples() {
        return true;
    }

    @Override
    public Samples decode(ByteSpan frame, PixelLayout layout, DecodingContext context) throws DicomException {
        // RLE segments are interleaved by pixel here, whatever Planar Configuration says (G.2).
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
        if (layout.bitsAllocated() > 1 && layout.bitsAllocated() % Byte.SIZE != 0) {
            throw new UnsupportedDicomException(
                    "RLE segments are bytes, samples have " + layout.bitsAllocated() + " bits (PS3.5 G.2)",
                    Location.ofOffset(0));
        }
        NativeDecoder cells = NativeDecoder.ofBytes(interleaved, context.diagnostics());
        int sampleBytes = Math.max(1, layout.bitsAllocated() / Byte.SIZE);
        int stride = layout.samplesPerPixel() * sampleBytes;
        int[] offsets = segmentOffsets(frame, stride);
        int length = cells.length(0);
        if (length > (long) frame.length() * (MAX_RUN / 2)) {
            throw new MalformedDicomException(
                    frame.length() + " bytes cannot hold a frame of " + length + " bytes (PS3.5 G.3)",
                    Location.ofOffset(frame.length()));
        }
        byte[] unpacked = new byte[length];
        int planeBytes = length / stride;
        MalformedDicomException cut = null;
        int whole = planeBytes;
        for (int segment = 0; segment < stride; segment++) {
            int sample = segment / sampleBytes;
            int significance = sampleBytes - 1 - segment % sampleBytes;
            PackBits packed = new PackBits(frame, offsets[segment], offsets[segment + 1], segment + 1);
            int done = packed.unpack(unpacked, sample * sampleBytes + significance, stride, planeBytes, context);
            if (done == planeBytes) continue;
            MalformedDicomException fault = packed.endsEarly(planeBytes - done);
            // A segment that ends before the next one begins is damaged, not cut.
            if (offsets[segment + 1] < frame.length()) throw fault;
            if (cut == null) cut = fault;
            whole = Math.min(whole, done);
        }
        if (cut == null) return cells.decode(ByteSpan.of(unpacked), 0);
        int rows = (int) ((layout.bitsAllocated() == 1 ? (long) whole * Byte.SIZE : whole) / layout.columns());
        throw CutFrameException.of(cut, rows, layout, () -> cells.decode(ByteSpan.of(unpacked), 0));
    }

    /** Returns the start of each segment, and the end of the frame. */
    private static int[] segmentOffsets(ByteSpan frame, int expected) throws MalformedDicomException {
        if (frame.length() < HEADER) {
            throw new MalformedDicomException(
                    "the RLE header ends " + (HEADER - frame.length()) + " bytes early (PS3.5 G.5)",
                    Location.ofOffset(frame.length()));
        }
        long count = unsigned(frame, 0);
        if (count != expected || count > MAX_SEGMENTS) {
            throw new MalformedDicomException(
                    "the RLE header has " + count + " segments, but this frame needs " + expected + " (PS3.5 G.2)",
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
     * @param end the byte after its last
     * @param number counted from 1, for messages
     */
    private record PackBits(ByteSpan frame, int start, int end, int number) {
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
                    int there = limit - in;
                    if (length > left) throw endsEarly(left - Math.min(left, there));
                    copy(source, in, target, out, stride, there);
                    return count - left + there;
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
}
