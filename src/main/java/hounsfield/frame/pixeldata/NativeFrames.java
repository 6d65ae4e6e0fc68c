package hounsfield.frame.pixeldata;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.ByteSpan;
import hounsfield.codec.CutFrameException;
import hounsfield.codec.NativeDecoder;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.Samples;
import hounsfield.data.BulkData;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;

/** Native Pixel Data: consecutive frames, each read separately (PS3.5 8.1). */
final class NativeFrames implements FrameStore {
    private final ByteSource source;
    private final BulkData data;
    private final NativeDecoder decoder;
    private final PhotometricInterpretation photometric;
    private final Diagnostics diagnostics;
    private final long present;

    NativeFrames(
            ByteSource source,
            BulkData data,
            NativeDecoder decoder,
            PhotometricInterpretation photometric,
            Diagnostics diagnostics)
            throws IOException {
        this.source = source;
        this.data = data;
        this.decoder = decoder;
        this.photometric = photometric;
        this.diagnostics = diagnostics;
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
        if (whole == 0 && rowsBeforeCut(0) == 0) throw tooShort(0);
        if (frames > 1) diagnostics.add("Pixel Data contains " + whole + " of " + frames + " frames");
    }

    @Override
    public Samples read(int frame, Progress progress) throws IOException {
        return read(frame, short[]::new);
    }

    @Override
    public Samples read(int frame, Tile tile, Progress progress) throws IOException {
        return read(frame, tile, short[]::new);
    }

    @Override
    public <T> T lend(int frame, Progress progress, FrameUse<T> use) throws IOException {
        return lend(read(frame, FrameBuffers.SHARED::takeShorts), use);
    }

    @Override
    public <T> T lend(int frame, Tile tile, Progress progress, FrameUse<T> use) throws IOException {
        return lend(read(frame, tile, FrameBuffers.SHARED::takeShorts), use);
    }

    private static <T> T lend(Samples samples, FrameUse<T> use) throws IOException {
        try {
            return use.of(samples);
        } finally {
            if (samples instanceof Samples.Shorts shorts) FrameBuffers.SHARED.giveBack(shorts.values());
        }
    }

    /**
     * Applies only to the frame in which the file ends. If the declared length of Pixel Data is too short for its
     * frames, length and description contradict each other, and no row is certain.
     */
    private int rowsBeforeCut(int frame) {
        boolean cutHere = frame == wholeFrames(present) && frame < wholeFrames(data.length());
        int rows = cutHere ? decoder.wholeRows(frame, present) : 0;
        return CutFrameException.isEnough(rows, decoder.rows()) ? rows : 0;
    }

    @Override
    public <T> Optional<T> lendRows(int frame, Progress progress, RowsUse<T> use) throws IOException {
        int rows = rowsBeforeCut(frame);
        if (rows == 0) return Optional.empty();
        Samples samples = read(frame, present, FrameBuffers.SHARED::takeShorts);
        return Optional.of(lend(samples, all -> use.of(all, rows)));
    }

    private Samples read(int frame, IntFunction<short[]> arrays) throws IOException {
        // Only complete frames: the products below then stay within the size of the file.
        if (frame >= wholeFrames(present)) throw tooShort(frame);
        long offset = decoder.offset(frame);
        int length = decoder.length(frame);
        if (offset + length > present) throw tooShort(frame);
        return read(frame, offset + length, arrays);
    }

    /** Reads only the rows of the tile, if no byte belongs to several pixels. A tile before the cut of a file is complete. */
    private Samples read(int frame, Tile tile, IntFunction<short[]> arrays) throws IOException {
        if (!decoder.hasPixelsOfWholeBytes()) return tile.of(read(frame, short[]::new), decoder.layout());
        boolean complete = frame < wholeFrames(present) || tile.row() + tile.rows() <= rowsBeforeCut(frame);
        if (!complete) throw tooShort(frame);
        int pixelBytes = decoder.pixelBytes();
        int rowBytes = decoder.layout().columns() * pixelBytes;
        int tileBytes = tile.columns() * pixelBytes;
        // The last row ends with the tile. Products are within the size of a frame, which is that of an array.
        int length = (tile.rows() - 1) * rowBytes + tileBytes;
        byte[] buffer = FrameBuffers.SHARED.takeBytes(length);
        try {
            long start = decoder.offset(frame) + (long) tile.row() * rowBytes + (long) tile.column() * pixelBytes;
            source.read(data.offset() + start, buffer, 0, length);
            for (int row = 1; row < tile.rows(); row++) {
                System.arraycopy(buffer, row * rowBytes, buffer, row * tileBytes, tileBytes);
            }
            ByteSpan pixels = new ByteSpan(buffer, 0, tile.rows() * tileBytes);
            return decoder.withSize(tile.rows(), tile.columns()).decode(pixels, 0, arrays);
        } finally {
            FrameBuffers.SHARED.giveBack(buffer);
        }
    }

    /** @param end offset after the last byte of Pixel Data to be read; the rest of the frame is 0 */
    private Samples read(int frame, long end, IntFunction<short[]> arrays) throws IOException {
        long offset = decoder.offset(frame);
        int length = decoder.length(frame);
        int available = (int) (end - offset);
        byte[] buffer = FrameBuffers.SHARED.takeBytes(length);
        try {
            source.read(data.offset() + offset, buffer, 0, available);
            Arrays.fill(buffer, available, length, (byte) 0);
            return decoder.decode(new ByteSpan(buffer, 0, length), frame, arrays);
        } finally {
            FrameBuffers.SHARED.giveBack(buffer);
        }
    }

    @Override
    public PhotometricInterpretation color() {
        return photometric.decoded();
    }

    private long wholeFrames(long bytes) {
        // No overflow with frames of a few bits: a file has less than 2^60 bytes.
        return bytes * Byte.SIZE / decoder.frameBits();
    }

    private MalformedDicomException tooShort(int frame) {
        String problem = present < data.length()
                ? "declares " + data.length() + " bytes, " + present + " are there"
                : "has " + present + " bytes, too few for a frame of " + (decoder.frameBits() + 7) / Byte.SIZE;
        return new MalformedDicomException(problem, Location.ofFrame(frame).withOffset(data.offset() + present));
    }
}
