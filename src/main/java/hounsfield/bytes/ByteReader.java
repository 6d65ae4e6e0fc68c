package hounsfield.bytes;

import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.io.IOException;
import java.util.Objects;

/**
 * Reads a {@link ByteSource} sequentially and keeps track of the position. The first read and the first read after a
 * jump fetch 8 KiB, because a header is usually shorter; consecutive reads grow to 64 KiB. Not thread-safe.
 *
 * <p>The {@code peek...} methods do not move the position. Call {@link #has} first: they do not check that the bytes
 * are there.
 */
public final class ByteReader {
    /** In bytes; covers the header of most images and is two pages of a file system. */
    private static final int FIRST_READ = 8 * 1024;

    private static final int LARGEST_READ = 64 * 1024;

    private final ByteSource source;
    private byte[] buffer = new byte[FIRST_READ];
    /** Position of {@code buffer[0]} in the source. */
    private long start;

    /** The position after the last byte of the source; unknown until a read ends there. */
    private long end = Long.MAX_VALUE;

    private int index;
    private int limit;
    private boolean littleEndian = true;

    /**
     * Creates a reader that reads little endian numbers until {@link #littleEndian(boolean)} changes that.
     *
     * @param source the bytes to read
     * @param position the first byte to read, counted from the source's start
     */
    public ByteReader(ByteSource source, long position) {
        this.source = Objects.requireNonNull(source);
        start = position;
    }

    /** {@return the source that this reader reads} */
    public ByteSource source() {
        return source;
    }

    /** {@return the position of the next byte, counted from the source's start} */
    public long position() {
        return start + index;
    }

    /**
     * Moves to a position without reading. The position may be beyond the end.
     *
     * @param position counted from the source's start
     */
    public void seek(long position) {
        long relative = position - start;
        if (relative >= 0 && relative <= limit) {
            index = (int) relative;
        } else {
            start = position;
            index = 0;
            limit = 0;
        }
    }

    /**
     * Moves forward without reading.
     *
     * @param count the number of bytes to skip
     */
    public void skip(long count) {
        seek(position() + count);
    }

    /** {@return whether numbers are read in little endian byte order} */
    public boolean littleEndian() {
        return littleEndian;
    }

    /**
     * Sets the byte order of all numbers that follow.
     *
     * @param value {@code true} for little endian, {@code false} for big endian
     */
    public void littleEndian(boolean value) {
        littleEndian = value;
    }

    /**
     * Returns whether that many more bytes are there, and buffers them for the {@code peek...} methods.
     *
     * @param count at most {@value #FIRST_READ}
     * @return whether at least {@code count} bytes follow the position
     * @throws IOException if the source cannot be read
     */
    public boolean has(int count) throws IOException {
        return limit - index >= count || fill(count);
    }

    /**
     * Returns whether that many more bytes are buffered, so that no read is needed.
     *
     * @param count the number of bytes
     * @return whether they are in memory
     */
    public boolean holds(int count) {
        return limit - index >= count;
    }

    /**
     * Returns an unsigned byte without moving.
     *
     * @param ahead the distance from the position, in bytes
     * @return 0..255
     */
    public int peekByte(int ahead) {
        return buffer[index + ahead] & 0xFF;
    }

    /**
     * Returns an unsigned 16-bit number without moving.
     *
     * @param ahead the distance from the position, in bytes
     * @return 0..65535
     */
    public int peekShort(int ahead) {
        return BinaryNumbers.unsignedShort(buffer, index + ahead, littleEndian);
    }

    /**
     * Returns a 32-bit number without moving.
     *
     * @param ahead the distance from the position, in bytes
     * @return the number, signed
     */
    public int peekInt(int ahead) {
        return BinaryNumbers.integer(buffer, index + ahead, littleEndian);
    }

    /**
     * Returns a tag without moving: group, then element, each in the current byte order.
     *
     * @param ahead the distance from the position, in bytes
     * @return the group in the upper 16 bits, the element in the lower 16 bits
     */
    public int peekTag(int ahead) {
        return peekShort(ahead) << 16 | peekShort(ahead + 2);
    }

    /**
     * Reads an unsigned 16-bit number.
     *
     * @return 0..65535
     * @throws IOException if the source cannot be read or ends here
     */
    public int readShort() throws IOException {
        require(2);
        int value = peekShort(0);
        index += 2;
        return value;
    }

    /**
     * Reads an unsigned 32-bit number.
     *
     * @return 0..2^32-1
     * @throws IOException if the source cannot be read or ends here
     */
    public long readUnsignedInt() throws IOException {
        require(4);
        int value = peekInt(0);
        index += 4;
        return value & 0xFFFFFFFFL;
    }

    /**
     * Reads a tag: group, then element, each in the current byte order.
     *
     * @return the group in the upper 16 bits, the element in the lower 16 bits
     * @throws IOException if the source cannot be read or ends here
     */
    public int readTag() throws IOException {
        require(4);
        int tag = peekTag(0);
        index += 4;
        return tag;
    }

    /**
     * Reads bytes into a new array. The caller has checked {@code count} against the size of the source, because the
     * array is allocated before the first byte is read.
     *
     * @param count the number of bytes
     * @return a new array of {@code count} bytes
     * @throws MalformedDicomException if the source has fewer
     */
    public byte[] readBytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        int buffered = Math.min(count, limit - index);
        System.arraycopy(buffer, index, bytes, 0, buffered);
        index += buffered;
        if (buffered < count) {
            if (count <= FIRST_READ) {
                require(count - buffered);
                System.arraycopy(buffer, index, bytes, buffered, count - buffered);
                index += count - buffered;
            } else {
                source.read(position(), bytes, buffered, count - buffered);
                seek(position() + count - buffered);
            }
        }
        return bytes;
    }

    private void require(int count) throws IOException {
        if (!has(count)) {
            throw new MalformedDicomException(
                    "the file ends here, but " + count + " more bytes are needed",
                    Location.ofFile(source.name()).withOffset(position()));
        }
    }

    private boolean fill(int count) throws IOException {
        int left = limit - index;
        if (start + limit >= end) return false;
        boolean sequential = limit > 0;
        byte[] target = sequential && buffer.length < LARGEST_READ
                ? new byte[Math.min(buffer.length * 4, LARGEST_READ)]
                : buffer;
        System.arraycopy(buffer, index, target, 0, left);
        buffer = target;
        start += index;
        index = 0;
        // After a jump only the next header is needed, not the bytes after it.
        int wanted = sequential ? buffer.length - left : FIRST_READ;
        limit = left + source.readSome(start + left, buffer, left, count - left, wanted);
        if (limit < count) end = start + limit;
        return limit >= count;
    }
}
