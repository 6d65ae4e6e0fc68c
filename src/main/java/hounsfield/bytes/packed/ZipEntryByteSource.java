package hounsfield.bytes.packed;

import hounsfield.bytes.BinaryNumbers;
import hounsfield.bytes.ByteSource;
import hounsfield.bytes.ClosedByteSource;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.OneLine;
import java.io.IOException;

/**
 * The content of an entry of a ZIP archive. Stored bytes are read directly. Deflated bytes are inflated as far as
 * they are read, and kept while the source is open. The archive is open only while this source is.
 */
final class ZipEntryByteSource extends ClosedByteSource {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final long UNKNOWN = -1;

    private final ByteSource archive;
    private final String name;
    private final boolean deflated;
    private final int crc;
    private final long packed;
    private final long size;
    private final long header;
    /** Position of the first byte, after the entry's header; {@link #UNKNOWN} until it is needed. */
    private volatile long start = UNKNOWN;

    ZipEntryByteSource(ByteSource archive, ZipDirectory.Entry entry) {
        this.archive = archive;
        name = OneLine.of(entry.name());
        deflated = entry.method() == DEFLATED;
        crc = entry.crc();
        packed = entry.packed();
        size = entry.size();
        header = entry.header();
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
    public ByteSource open() throws IOException {
        if (start == UNKNOWN) start = findStart();
        ByteSource range = new RangeByteSource(name, archive, start, packed);
        ByteSource content = deflated ? new InflatingByteSource(range, "the entry of the archive") : range;
        return new ChecksummedByteSource(this, content.open(), size, crc);
    }

    /** Name and extra field of the header may be longer than those in the directory. */
    private long findStart() throws IOException {
        byte[] local = new byte[ZipDirectory.LOCAL_SIZE];
        int count = archive.readUpTo(header, local, 0, local.length);
        if (count < local.length || ZipDirectory.number(local, 0) != ZipDirectory.LOCAL) {
            throw damaged("there is no entry at the position in the directory of the archive");
        }
        long found = header
                + local.length
                + BinaryNumbers.unsignedShort(local, 26, true)
                + BinaryNumbers.unsignedShort(local, 28, true);
        if (packed > archive.size() - found) throw damaged("the entry extends beyond the end of the archive");
        return found;
    }

    private MalformedDicomException damaged(String problem) {
        return new MalformedDicomException(problem, Location.ofFile(name));
    }
}
