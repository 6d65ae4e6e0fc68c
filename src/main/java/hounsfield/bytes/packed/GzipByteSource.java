package hounsfield.bytes.packed;

import hounsfield.bytes.BinaryNumbers;
import hounsfield.bytes.ByteSource;
import hounsfield.bytes.ClosedByteSource;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import java.io.IOException;
import java.util.Arrays;

/**
 * The content of a gzip file (RFC 1952) of one member. It is inflated as far as it is read, and kept while the source is open. The file
 * declares size and CRC-32 at its end; the CRC-32 is checked before the last byte is returned.
 */
public final class GzipByteSource extends ClosedByteSource {
    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    /** Limit of a header with file name and comment [bytes]. */
    private static final int LONGEST_HEADER = 64 * 1024;

    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final ByteSource file;
    private final ByteSource packed;
    private final long size;
    private final int crc;

    private GzipByteSource(ByteSource file, ByteSource packed, long size, int crc) {
        this.file = file;
        this.packed = packed;
        this.size = size;
        this.crc = crc;
    }

    /**
     * Returns whether bytes are the start of a gzip file.
     *
     * @param first the first byte
     * @param second the second byte
     * @return whether they are the signature
     */
    public static boolean isGzip(int first, int second) {
        return first == 0x1F && second == 0x8B;
    }

    /**
     * Finds the content of a gzip file, without inflating it.
     *
     * @param file the gzip file, which must stay readable
     * @return the content
     * @throws MalformedDicomException if the header is damaged, or the file too short
     * @throws IOException if it cannot be read
     */
    public static GzipByteSource of(ByteSource file) throws IOException {
        try (ByteSource opened = file.open()) {
            byte[] head = new byte[(int) Math.min(LONGEST_HEADER, opened.size())];
            opened.read(0, head, 0, head.length);
            int start = headerEnd(head);
            long packed = opened.size() - start - TRAILER;
            if (start < 0 || packed < 0) {
                throw new MalformedDicomException("the gzip file is damaged or cut off", Location.ofFile(file.name()));
            }
            byte[] trailer = new byte[TRAILER];
            opened.read(start + packed, trailer, 0, TRAILER);
            return new GzipByteSource(
                    file,
                    new RangeByteSource(file.name(), file, start, packed),
                    BinaryNumbers.integer(trailer, 4, true) & 0xFFFFFFFFL,
                    BinaryNumbers.integer(trailer, 0, true));
        }
    }

    /** Returns the length of the header; -1 if it is damaged. */
    private static int headerEnd(byte[] head) {
        boolean gzip = head.length >= HEADER
                && isGzip(head[0] & 0xFF, head[1] & 0xFF)
                && head[2] == DEFLATE
                && (head[3] & RESERVED) == 0;
        if (!gzip) return -1;
        int at = HEADER;
        if ((head[3] & EXTRA) != 0) {
            if (head.length - at < 2) return -1;
            at += 2 + BinaryNumbers.unsignedShort(head, at, true);
        }
        for (int text : new int[] {NAME, COMMENT}) {
            if ((head[3] & text) == 0) continue;
            while (at < head.length && head[at] != 0) at++;
            at++;
        }
        if ((head[3] & HEADER_CRC) != 0) at += 2;
        return at <= head.length ? at : -1;
    }

    /**
     * Inflates the start of the content.
     *
     * @param count the largest number of bytes
     * @return fewer bytes if the content is shorter
     * @throws IOException if it cannot be read, or is damaged
     */
    public byte[] head(int count) throws IOException {
        byte[] head = new byte[count];
        try (ByteSource opened = inflating().open()) {
            int available = opened.readUpTo(0, head, 0, count);
            return available == count ? head : Arrays.copyOf(head, available);
        }
    }

    private ByteSource inflating() {
        return new InflatingByteSource(packed, "the content of the gzip file");
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public ByteSource open() throws IOException {
        Location place = Location.ofFile(name());
        if (DeflateLimits.isImpossible(packed.size(), size)) {
            throw new MalformedDicomException(
                    "the gzip file is damaged or cut off: it declares " + size + " bytes, more than its "
                            + packed.size() + " compressed bytes can expand to",
                    place);
        }
        String problem = DeflateLimits.problem(packed.size(), size);
        if (!problem.isEmpty()) throw new UnsupportedDicomException("the gzip file " + problem, place);
        return new ChecksummedByteSource(this, inflating().open(), size, crc);
    }
}
