package hounsfield.bytes;

import java.io.IOException;
import java.util.Objects;

/**
 * The bytes of an object in a store where each read is a request: an object store, HDFS, a web server. The first read fetches {@value
 * #HEAD} bytes, which hold the header of most images. A short read fetches some KB and keeps them, and more if it continues the last
 * read. Pixels are fetched in one request, directly into the array of the reader.
 */
public final class RemoteByteSource implements ByteSource {
    /** Size of the first read at the start of an object [bytes]. */
    public static final int HEAD = 12 * 1024;

    /** Least size of any other read [bytes]. */
    private static final int LEAST = 8 * 1024;

    /** The most bytes that are read ahead and kept. */
    private static final int MOST_KEPT = 64 * 1024;

    private final String name;
    private final long size;
    private final Ranges ranges;
    private byte[] head = {};
    /** The bytes of the last short read. */
    private byte[] kept = {};

    private long keptAt;
    private int ahead = LEAST;

    /** Reads ranges of an object, with the contract of Hadoop's {@code PositionedReadable}. */
    @FunctionalInterface
    public interface Ranges {
        /**
         * Reads bytes at a position.
         *
         * @param position the first byte, counted from the start
         * @param target receives the bytes
         * @param offset index of the first element of {@code target} to write
         * @param length largest number of bytes, at least 1
         * @return number of bytes read, which may be fewer than {@code length}; -1 at the end
         * @throws IOException if the object cannot be read
         */
        int read(long position, byte[] target, int offset, int length) throws IOException;
    }

    /**
     * Creates a source; nothing is read yet.
     *
     * @param name the name in messages, a single line
     * @param size number of bytes, from the listing of the store
     * @param ranges reads the object; its reads are not concurrent
     */
    public RemoteByteSource(String name, long size, Ranges ranges) {
        this.name = Objects.requireNonNull(name);
        this.size = size;
        this.ranges = Objects.requireNonNull(ranges);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (position < 0 || length > size - position) throw ArrayByteSource.endsEarly(this, position, length, size);
        readSome(position, target, offset, length, length);
    }

    @Override
    public synchronized int readSome(long position, byte[] target, int offset, int least, int most) throws IOException {
        Objects.checkFromIndexSize(offset, most, target.length);
        int length = (int) Math.max(0, Math.min(most, size - position));
        int needed = Math.min(least, length);
        int done = take(position, target, offset, length);
        if (done >= needed) return done;
        if (length - done > MOST_KEPT) {
            fetch(position + done, target, offset + done, length - done);
            return length;
        }
        keep(position + done, length - done);
        return done + take(position + done, target, offset + done, length - done);
    }

    /** Copies bytes that are in memory; returns their number. */
    private int take(long position, byte[] target, int offset, int length) {
        int done = take(head, 0, position, target, offset, length);
        return done + take(kept, keptAt, position + done, target, offset + done, length - done);
    }

    private static int take(byte[] from, long fromAt, long position, byte[] target, int offset, int length) {
        if (position < fromAt || position >= fromAt + from.length) return 0;
        int first = (int) (position - fromAt);
        int count = Math.min(length, from.length - first);
        System.arraycopy(from, first, target, offset, count);
        return count;
    }

    /** Fetches at least {@code length} bytes; near the end of the object also some bytes before them. */
    private void keep(long position, int length) throws IOException {
        ahead = kept.length > 0 && position == keptAt + kept.length ? Math.min(2 * ahead, MOST_KEPT) : LEAST;
        int count = (int) Math.min(size, Math.max(length, position < HEAD ? HEAD - position : ahead));
        long start = Math.min(position, size - count);
        byte[] bytes = new byte[count];
        fetch(start, bytes, 0, count);
        if (start == 0) head = bytes;
        else kept = bytes;
        if (start > 0) keptAt = start;
    }

    private void fetch(long position, byte[] target, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int count = ranges.read(position + done, target, offset + done, length - done);
            if (count <= 0) throw ArrayByteSource.endsEarly(this, position, length, position + done);
            done += count;
        }
    }
}
