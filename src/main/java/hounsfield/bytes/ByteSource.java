package hounsfield.bytes;

import hounsfield.standard.DicomException;
import java.io.Closeable;
import java.io.IOException;

/**
 * Bytes that can be read at any position: a file, or an array. Many threads may read at once.
 */
public interface ByteSource extends Closeable {
    /** What to call it in messages: a file's name without its folder. */
    String name();

    /** How many bytes there are. */
    long size() throws IOException;

    /**
     * Fills part of an array.
     *
     * @param position the first byte to read
     * @throws DicomException if fewer than {@code length} bytes are there
     */
    void read(long position, byte[] target, int offset, int length) throws IOException;

    /** Releases what was held open; for sources that hold nothing it does nothing. */
    @Override
    default void close() throws IOException {}
}
