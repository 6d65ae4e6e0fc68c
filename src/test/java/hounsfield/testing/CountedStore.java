package hounsfield.testing;

import hounsfield.bytes.RemoteByteSource;

/** A store that counts requests and bytes of all its objects, and gives at most some bytes in each read. */
public final class CountedStore {
    private final int most;
    private int requests;
    private long bytes;
    private int objects;

    /** A store whose reads are whole. */
    public CountedStore() {
        this(Integer.MAX_VALUE);
    }

    /** @param most largest number of bytes that a read gives */
    public CountedStore(int most) {
        this.most = most;
    }

    /** Stores an object. */
    public RemoteByteSource object(String name, byte[] content) {
        objects++;
        return new RemoteByteSource(name, content.length, (position, target, offset, length) -> {
            requests++;
            if (position >= content.length) return -1;
            int count = (int) Math.min(Math.min(most, length), content.length - position);
            System.arraycopy(content, (int) position, target, offset, count);
            bytes += count;
            return count;
        });
    }

    public int requests() {
        return requests;
    }

    public long bytes() {
        return bytes;
    }

    public double requestsOfAnObject() {
        return (double) requests / objects;
    }

    public double bytesOfAnObject() {
        return (double) bytes / objects;
    }
}
