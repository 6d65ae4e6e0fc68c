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
}
