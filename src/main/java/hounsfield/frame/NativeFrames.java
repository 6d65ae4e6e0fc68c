package hounsfield.frame;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.ByteSpan;
import hounsfield.codec.NativeDecoder;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.Samples;
import hounsfield.data.BulkData;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.Warnings;
import java.io.IOException;
import java.util.function.IntFunction;

/** Native Pixel Data: frames one behind the other, each read by itself (PS3.5 8.1). */
final class NativeFrames implements FrameStore {
    private final ByteSource source;
    private final BulkData data;
    private final NativeDecoder decoder;
    private final PhotometricInterpretation photometric;
    private final Warnings warnings;
    private final long present;

    NativeFrames(
            ByteSource source,
            BulkData data,
            NativeDecoder decoder,
            PhotometricInterpretation photometric,
            Warnings warnings)
            throws IOException {
        this.source = source;
        this.data = data;
        this.decoder = decoder;
        this.photometric = photometric;
        this.warnings = warnings;
        present = Math.min(data.length(), Math.max(0, source.size() - data.offset()));
    }

    @Override
    public int countFrames() {
        return (int) Math.min(Integer.MAX_VALUE, wholeFrames(data.length()));
    }

    @Override
    public void check(int frames) throws MalformedDicomException {
        long whole = wholeFrames(present);
        if (frames <= whole) return;
        if (whole == 0) throw tooShort(0);
        warnings.add("Pixel Data holds " + whole + " of " + frames + " frames");
    }

    @Override
    public Samples read(int frame) throws IOException {
        return read(frame, short[]::new);
    }

    @Override
    public <T> T lend(int frame, FrameUse<T> use) throws IOException {
        Samples samples = read(frame, FrameBuffers.SHARED::takeShorts);
        try {
            return use.of(samples);
        } finally {
            if (samples instanceof Samples.Shorts shorts) FrameBuffers.SHARED.give(shorts.values());
        }
    }

    private Samples read(int frame, IntFunction<short[]> arrays) throws IOException {
        // Only a frame that is there: products below then stay within the file's size.
        if (frame >= wholeFrames(present)) throw tooShort(frame);
        long offset = decoder.offset(frame);
        int length = decoder.length(frame);
        if (offset + length > present) throw tooShort(frame);
        byte[] buffer = FrameBuffers.SHARED.takeBytes(length);
        try {
            source.read(data.offset() + offset, buffer, 0, length);
            return decoder.decode(new ByteSpan(buffer, 0, length), frame, arrays);
        } finally {
            FrameBuffers.SHARED.give(buffer);
        }
    }

    @Override
    public PhotometricInterpretation colour() {
        return photometric.decoded();
    }

    private long wholeFrames(long bytes) {
        // Frames of a few bits cannot make the product overflow: a file has less than 2^60 bytes.
        return bytes * Byte.SIZE / decoder.frameBits();
    }

    private MalformedDicomException tooShort(int frame) {
        String problem = present < data.length()
                ? "declares " + data.length() + " bytes, " + present + " are there"
                : "has " + present + " bytes, too few for a frame of " + (decoder.frameBits() + 7) / Byte.SIZE;
        return new MalformedDicomException(problem, Location.ofFrame(frame).withOffset(data.offset() + present));
    }
}
