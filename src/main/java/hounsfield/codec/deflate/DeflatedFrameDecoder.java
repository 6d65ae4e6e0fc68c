package hounsfield.codec.deflate;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.NativeDecoder;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.scijava.plugin.Plugin;

/**
 * Decodes Deflated Image Frame Compression (PS3.5 A.4.14): each frame is a raw deflate stream (RFC 1951) of a native
 * little endian frame. A frame of single-bit pixels starts at a byte boundary.
 */
@Plugin(type = FrameDecoder.class)
public final class DeflatedFrameDecoder implements FrameDecoder {
    /** Largest compression ratio: deflate needs at least 2 bits for 258 bytes. */
    private static final int MAX_RATIO = 258 * Byte.SIZE / 2;
    /** Bytes between two checks whether the decoding was cancelled. */
    private static final int PIECE = 1 << 22;

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return syntax.equals(TransferSyntax.DEFLATED_IMAGE_FRAME);
    }

    @Override
    public boolean refusesMissingSamples() {
        return true;
    }

    @Override
    public Samples decode(ByteSpan frame, PixelLayout layout, DecodingContext context) throws DicomException {
        NativeDecoder cells = NativeDecoder.ofBytes(layout, context.diagnostics());
        int length = cells.length(0);
        if (length > (long) frame.length() * MAX_RATIO) {
            throw new MalformedDicomException(
                    frame.length() + " bytes cannot hold a frame of " + length + " bytes (RFC 1951)",
                    Location.ofOffset(frame.length()));
        }
        byte[] inflated = new byte[length];
        int present = inflate(frame, inflated, context);
        if (present == length) return cells.decode(ByteSpan.of(inflated), 0);
        MalformedDicomException fault = endsEarly(length - present, frame.length());
        throw cells.cut(fault, new ByteSpan(inflated, 0, present));
    }

    /**
     * Fills an array.
     *
     * @return the number of bytes that were inflated; fewer than the array has if the stream is truncated
     * @throws MalformedDicomException if the stream is damaged, or has an end that is too early
     */
    private static int inflate(ByteSpan frame, byte[] target, DecodingContext context) throws MalformedDicomException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(frame.array(), frame.offset(), frame.length());
            int done = 0;
            while (done < target.length) {
                context.check();
                int count = inflater.inflate(target, done, Math.min(PIECE, target.length - done));
                done += count;
                if (count > 0) continue;
                if (inflater.needsInput() && !inflater.finished()) return done;
                throw endsEarly(target.length - done, inflater.getBytesRead());
            }
            if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
                context.warn("a deflated frame continues after its last pixel");
            }
            return done;
        } catch (DataFormatException e) {
            throw new MalformedDicomException(
                    "the deflated frame is damaged: " + e.getMessage() + " (RFC 1951)",
                    Location.ofOffset(inflater.getBytesRead()),
                    e);
        } finally {
            inflater.end();
        }
    }

    private static MalformedDicomException endsEarly(int missing, long offset) {
        return new MalformedDicomException(
                "the deflated frame ends " + missing + " bytes early (RFC 1951)", Location.ofOffset(offset));
    }
}
