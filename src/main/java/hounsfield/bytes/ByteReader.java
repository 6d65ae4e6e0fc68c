package hounsfield.bytes;

import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import java.io.IOException;
import java.util.Objects;

/**
 * Reads a {@link ByteSource} from front to back, and knows where it is. The first read is small, so that looking at a
 * header touches little more than the header; reads that follow one another grow. For one thread.
 *
 * <p>Short peeks ({@code peek...}) look ahead without moving; {@link #has} must have said that the bytes are there.
 */
public final class ByteReader {
    /** Covers the header of most images, and is two pages of a file system. */
    private static final int FIRST_READ = 8 * 1024;

    private static final int LARGEST_READ = 64 * 1024;

    private final ByteSource source;
    private byte[] buffer = new byte[FIRST_READ];
    /** The position of {@code buffer[0]}. */
    private long start;

    private int index;
    private int limit;
    private boolean littleEndian = true;

    /** @param position where to begin */
    public ByteReader(ByteSource source, long position) {
        this.source = Objects.requireNonNull(source);
        start = position;
    }

    public ByteSource source() {
        return source;
    }

    /** The absolute position of the next byte. */
    public long position() {
        return start + index;
    }

    /** Goes to a position; nothing is read yet, and the position may lie behind the end. */
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

    public void skip(long count) {
        seek(position() + count);
    }

    public boolean littleEndian() {
        return littleEndian;
    }

    /** The order of the bytes of all numbers that follow. */
    public void littleEndian(boolean value) {
        littleEndian = value;
    }

    /** Whether so many more bytes are there; not more than {@value #FIRST_READ}. */
    public boolean has(int count) throws IOException {
        return limit - index >= count || fill(count);
    }

    /** The unsigned byte {@code ahead} of the position. */
    public int peekByte(int ahead) {
        return buffer[index + ahead] & 0xFF;
    }

    /** The unsigned 16-bit number {@code ahead} of the position. */
    public int peekShort(int ahead) {
        return BinaryNumbers.unsignedShort(buffer, index + ahead, littleEndian);
    }

    /** The 32-bit number {@code ahead} of the position. */
    public int peekInt(int ahead) {
        return BinaryNumbers.integer(buffer, index + ahead, littleEndian);
    }

    /** The tag {@code ahead} of the position: group, then element, each in the byte order. */
    public int peekTag(int ahead) {
        return peekShort(ahead) << 16 | peekShort(ahead + 2);
    }

    /** An unsigned 16-bit number. */
    public int readShort() throws IOException {
        require(2);
        int value = peekShort(0);
        index += 2;
        return value;
    }

    /** An unsigned 32-bit number. */
    public long readUnsignedInt() throws IOException {
        require(4);
        int value = peekInt(0);
        index += 4;
        return value & 0xFFFFFFFFL;
    }

    /** A tag: group, then element. */
    public int readTag() throws IOException {
        require(4);
        int tag = peekTag(0);
        index += 4;
        return tag;
    }

    /**
     * The next bytes, in an array of their own. The caller has checked the length against what can be there.
     *
     * @throws MalformedDicomException if fewer are there
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
                    "the file ends here, " + count + " more bytes are needed",
                    Location.ofFile(source.name()).withOffset(position()));
        }
    }

    private boolean fill(int count) throws IOException {
        int left = limit - index;
        boolean sequential = limit > 0;
        byte[] target = sequential && buffer.length < LARGEST_READ
                ? new byte[Math.min(buffer.length * 4, LARGEST_READ)]
                : buffer;
        System.arraycopy(buffer, index, target, 0, left);
        buffer = target;
        start += index;
        index = 0;
        // After a jump the next header matters, not what lies behind it.
        int wanted = sequential ? buffer.length - left : FIRST_READ;
        limit = left + source.readUpTo(start + left, buffer, left, wanted);
        return limit >= count;
    }
}
