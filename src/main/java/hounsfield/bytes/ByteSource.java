package hounsfield.bytes;

import hounsfield.standard.error.DicomException;
import java.io.Closeable;
import java.io.IOException;

/**
 * The bytes of one DICOM file, wherever they are: a {@linkplain FileByteSource file}, an {@linkplain ArrayByteSource
 * array}, or a source of your own, for example an object in a store or an entry of an archive. Pass it to
 * {@link hounsfield.Dicom#open(ByteSource)}, or many to {@link hounsfield.Dicom#series(java.util.Collection)}.
 *
 * <p>An implementation needs three methods: {@link #name}, {@link #size} and {@link #read}. Its contract:
 *
 * <ul>
 *   <li>Content: the bytes and their number never change. A source whose size has changed since the header was read is
 *       refused.
 *   <li>Access: reads are at any position, in any order. A header is read in pieces of some KB from the start of the source,
 *       the pixels of a frame in one or a few large pieces. Parts that are not needed are not read.
 *   <li>Threads: all methods may be called from several threads at once, on the same object.
 *   <li>Life: the source itself must stay readable; {@link #open} is called for each use, and what it returns is closed
 *       after the use. Only implementations that hold something (a connection, a file descriptor) need {@link #open} and
 *       {@link #close}. The caller of {@link hounsfield.Dicom#open(ByteSource)} closes the source itself, if it must be
 *       closed.
 *   <li>Identity: two objects are two files, even if they are equal or have the same name.
 *   <li>Failure: an {@link IOException} of any class. It is reported as a {@link DicomException} with the name of the source
 *       and the message of the exception, so the message must not contain patient data. Runtime exceptions are passed on.
 * </ul>
 */
public interface ByteSource extends Closeable {
    /**
     * Returns the name of the source in messages: for a file its name, or its path relative to a scanned folder. It should
     * identify the source to a user and not contain patient data.
     *
     * @return a single line, never {@code null}; always the same
     */
    String name();

    /**
     * Returns the number of bytes. It is called often.
     *
     * @return the size in bytes
     * @throws IOException if the size cannot be determined
     */
    long size() throws IOException;

    /**
     * Reads exactly {@code length} bytes into part of an array.
     *
     * @param position the first byte to read, counted from the source's start
     * @param target receives the bytes
     * @param offset index of the first element of {@code target} to write
     * @param length the number of bytes; 0 reads nothing
     * @throws IOException if the source ends before {@code length} bytes, or cannot be read
     */
    void read(long position, byte[] target, int offset, int length) throws IOException;

    /**
     * Reads up to {@code length} bytes into part of an array. The default implementation uses {@link #size} and {@link
     * #read}.
     *
     * @param position the first byte to read, counted from the source's start; may be beyond the end
     * @param target receives the bytes
     * @param offset index of the first element of {@code target} to write
     * @param length the largest number of bytes to read
     * @return the number of bytes read, fewer than {@code length} only at the end of the source
     * @throws IOException if the source cannot be read
     */
    default int readUpTo(long position, byte[] target, int offset, int length) throws IOException {
        int available = (int) Math.max(0, Math.min(length, size() - position));
        if (available > 0) read(position, target, offset, available);
        return available;
    }

    /**
     * Reads the bytes that a reader needs now, and perhaps some that it may need later. A source whose reads are expensive may return
     * only the bytes that it has in memory, if these are at least {@code least}. The default implementation reads {@code most}.
     *
     * @param position the first byte to read, counted from the source's start; may be beyond the end
     * @param target receives the bytes
     * @param offset index of the first element of {@code target} to write
     * @param least the number of bytes that are needed
     * @param most the largest number of bytes to read
     * @return the number of bytes read, fewer than {@code least} only at the end of the source
     * @throws IOException if the source cannot be read
     */
    default int readSome(long position, byte[] target, int offset, int least, int most) throws IOException {
        return readUpTo(position, target, offset, most);
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

    /**
     * Releases what an opened source holds. Does nothing for a source that holds nothing.
     *
     * @throws IOException if that fails
     */
    @Override
    default void close() throws IOException {}
}
