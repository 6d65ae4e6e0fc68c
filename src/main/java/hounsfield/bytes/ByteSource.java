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

    /**
     * Fills part of an array as far as there are bytes.
     *
     * @param position the first byte to read; behind the end there is nothing to read
     * @return how many bytes were read: fewer than {@code length} only where the bytes end
     */
    default int readUpTo(long position, byte[] target, int offset, int length) throws IOException {
        int there = (int) Math.max(0, Math.min(length, size() - position));
        if (there > 0) read(position, target, offset, there);
        return there;
    }

    /**
     * The same bytes, held ready for many reads. Its user closes it, which does not close this one; a source that gains
     * nothing from being opened returns itself, and closing it does nothing.
     */
    default ByteSource open() throws IOException {
        return this;
    }

    /** Releases what was held open; for sources that hold nothing it does nothing. */
    @Override
    default void close() throws IOException {}
}
