package hounsfield.bytes;

import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.Memory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The bytes of an array. The array is shared, not copied, and must not change. */
public final class ArrayByteSource implements ByteSource {
    private final String name;
    private final byte[] bytes;

    /**
     * Creates a source of a whole array.
     *
     * @param name the name in messages
     * @param bytes all the bytes; shared, not copied
     */
    public ArrayByteSource(String name, byte[] bytes) {
        this.name = Objects.requireNonNull(name);
        this.bytes = Objects.requireNonNull(bytes);
    }

    /**
     * Reads a stream into memory, up to its end. The stream is not closed.
     *
     * @param name the name in messages
     * @param stream provides the bytes, fewer than 2 GiB
     * @return the bytes
     * @throws DicomException if the stream cannot be read
     * @throws hounsfield.standard.error.InsufficientMemoryException if the bytes do not fit into memory
     */
    public static ArrayByteSource of(String name, InputStream stream) throws DicomException {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(stream, "stream");
        byte[] bytes = Memory.guarded(() -> {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw DicomException.of(e, Location.ofFile(name));
            }
        });
        return new ArrayByteSource(name, bytes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws MalformedDicomException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (position < 0 || length > bytes.length - position) throw endsEarly(this, position, length, bytes.length);
        System.arraycopy(bytes, (int) position, target, offset, length);
    }

    /**
     * {@return the exception for a read beyond the end of a source}
     *
     * @param source is named
     * @param position the first byte that was asked for
     * @param length number of bytes that were asked for
     * @param size number of bytes that the source has
     */
    public static MalformedDicomException endsEarly(ByteSource source, long position, int length, long size) {
        return new MalformedDicomException(
                length + " bytes are needed here, only " + Math.max(0, size - position) + " are left",
                Location.ofFile(source.name()).withOffset(position));
    }
}
