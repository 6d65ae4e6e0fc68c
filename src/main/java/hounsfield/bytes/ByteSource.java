package hounsfield.bytes;

import hounsfield.standard.DicomException;
import java.io.Closeable;
import java.io.IOException;

/** Bytes that can be read at any position, for example of a file or an array. Thread-safe. */
public interface ByteSource extends Closeable {
    /** {@return the name in messages: for a file its name, or its path relative to a scanned folder} */
    String name();

    /**
     * Returns the number of bytes.
     *
     * @return the size in bytes
     * @throws IOException if the size cannot be found
     */
    long size() throws IOException;

    /**
     * Reads exactly {@code length} bytes into part of an array.
     *
     * @param position the first byte to read, counted from the source's start
     * @param target receives the bytes
     * @param offset index of the first element of {@code target} to write
     * @param length the number of bytes
     * @throws DicomException if fewer than {@code length} bytes are there
     */
    void read(long position, byte[] target, int offset, int length) throws IOException;

    /**
     * Reads up to {@code length} bytes into part of an array.
     *
     * @param position the first byte to read, counted from the source's start; may be beyond the end
     * @param target receives the bytes
     * @param offset index of the first element of {@code target} to write
     * @param length the largest number of bytes to read
     * @return the number of bytes read, fewer than {@code length} only at the end of the source
     * @throws IOException if the source cannot be read
     */
    default int readUpTo(long position, byte[] target, int offset, int length) throws IOException {
        int there = (int) Math.max(0, Math.min(length, size() - position));
        if (there > 0) read(position, target, offset, there);
        return there;
    }

    /**
     * Opens the same bytes for many reads. The caller closes the returned source, which leaves this one usable. A
     * source that gains nothing from being opened returns itself, and closing it does nothing.
     *
     * @return the opened source
     * @throws IOException if it cannot be opened
     */
    default ByteSource open() throws IOException {
        return this;
    }

    /** Releases the resources of an opened source. Does nothing for a source that holds none. */
    @Override
    default void close() throws IOException {}
}
