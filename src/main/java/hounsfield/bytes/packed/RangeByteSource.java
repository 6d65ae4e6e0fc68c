package hounsfield.bytes.packed;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import java.io.IOException;
import java.util.Objects;

/** A range of the bytes of another source, such as the compressed bytes of an entry of an archive. */
final class RangeByteSource implements ByteSource {
    private final String name;
    private final ByteSource whole;
    private final long start;
    private final long length;

    /**
     * @param name the name in messages
     * @param whole holds the range
     * @param start position of the first byte in {@code whole}
     * @param length number of bytes; {@code start + length} is at most the size of {@code whole}
     */
    RangeByteSource(String name, ByteSource whole, long start, long length) {
        this.name = name;
        this.whole = whole;
        this.start = start;
        this.length = length;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return length;
    }

    @Override
    public void read(long position, byte[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        if (position < 0 || count > length - position) throw ArrayByteSource.endsEarly(this, position, count, length);
        whole.read(start + position, target, offset, count);
    }

    @Override
    public ByteSource open() throws IOException {
        return new RangeByteSource(name, whole.open(), start, length);
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
