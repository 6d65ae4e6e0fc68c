package hounsfield.imageio;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.StreamDecoder;
import hounsfield.codec.StreamHeader;
import hounsfield.standard.error.DicomException;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * The bytes of a stream from the position at which it was given, read as far as they are needed. The length of the stream
 * need not be known, and what follows the image is not read to its end.
 */
final class StreamBytes {
    private static final int FIRST = 1 << 12;

    /** Headers are within this many bytes, metadata of a JP2 file included. */
    private static final int MAX_HEADER = 1 << 24;

    /** More than any coding of a sample of up to 32 bits takes. */
    private static final int BYTES_PER_SAMPLE = 16;

    private static final int CHUNK = 1 << 20;

    private final ImageInputStream input;
    private final BooleanSupplier aborted;
    private final long start;
    private byte[] bytes = new byte[FIRST];
    private int length;
    private boolean ended;

    /**
     * Begins at the current position of a stream.
     *
     * @param aborted whether to stop reading
     */
    StreamBytes(ImageInputStream input, BooleanSupplier aborted) throws IOException {
        this.input = input;
        this.aborted = aborted;
        start = input.getStreamPosition();
    }

    /** {@return the position of the first byte in the input} */
    long start() {
        return start;
    }

    /**
     * Reads the headers, and no more of a long stream than they need.
     *
     * @throws DicomException if they are damaged or describe no image that can be decoded
     */
    StreamHeader header(StreamDecoder decoder) throws IOException {
        for (int count = FIRST; ; count *= 16) {
            ByteSpan span = upTo(count);
            try {
                StreamHeader header = decoder.header(span);
                header.layout();
                return header;
            } catch (DicomException e) {
                if (ended || count >= MAX_HEADER) throw e;
            }
        }
    }

    /** Returns the bytes that have been read so far. */
    ByteSpan read() {
        return new ByteSpan(bytes, 0, length);
    }

    /** Returns all bytes, or as many as an image of this shape can have. */
    ByteSpan all(PixelLayout layout) throws IOException {
        long most = MAX_HEADER + (long) BYTES_PER_SAMPLE * layout.samples();
        return upTo((int) Math.min(most, PixelLayout.MAX_SAMPLES));
    }

    /** Returns this many bytes from the first on, fewer if the stream ends or reading is aborted. */
    ByteSpan upTo(int count) throws IOException {
        if (length < count && !ended) {
            seek();
            while (length < count && !ended && !aborted.getAsBoolean()) read(count);
        }
        return new ByteSpan(bytes, 0, Math.min(length, count));
    }

    private void seek() throws IOException {
        try {
            input.seek(start + length);
        } catch (IndexOutOfBoundsException flushed) {
            throw new IIOException("the stream has discarded bytes of this image", flushed);
        }
    }

    private void read(int count) throws IOException {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(count, Math.max(2L * length, FIRST)));
        }
        int read = input.read(bytes, length, Math.min(CHUNK, bytes.length - length));
        if (read > 0) {
            length += read;
            return;
        }
        // Some streams give 0 for a piece that happens to be empty.
        int next = read < 0 ? -1 : input.read();
        if (next < 0) ended = true;
        else bytes[length++] = (byte) next;
    }
}
