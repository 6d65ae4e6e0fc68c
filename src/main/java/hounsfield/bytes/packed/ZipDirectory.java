package hounsfield.bytes.packed;

import hounsfield.bytes.BinaryNumbers;
import hounsfield.bytes.ByteSource;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The central directory at the end of a ZIP archive (APPNOTE.TXT 4.3), with ZIP64 sizes. {@code java.util.zip.ZipFile} is
 * not used: it refuses a whole archive for one encrypted entry, and keeps the archive open.
 */
final class ZipDirectory {
    /** Signature of the header before the bytes of an entry. */
    static final int LOCAL = 0x04034B50;
    /** Signature of the end of the directory. An archive without entries begins with it. */
    static final int END = 0x06054B50;
    /** Size of the header before the bytes of an entry, without name and extra field [bytes]. */
    static final int LOCAL_SIZE = 30;

    private static final int CENTRAL = 0x02014B50;
    private static final int CENTRAL_SIZE = 46;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR_64 = 0x07064B50;
    private static final int LOCATOR_64_SIZE = 20;
    private static final int END_64 = 0x06064B50;
    private static final int END_64_SIZE = 56;
    private static final int EXTRA_64 = 0x0001;
    /** The value of a 32-bit field whose number is in a ZIP64 record. */
    private static final long SEE_64 = 0xFFFFFFFFL;

    /** The most entries; more would need too much memory. */
    private static final int MOST_ENTRIES = 1_000_000;
    /** Limit of the directory, which is read into memory [bytes]. */
    private static final int LARGEST = 128 << 20;

    /**
     * An entry as the directory declares it.
     *
     * @param name as written, with {@code /} or a backslash between folders
     * @param flags general purpose bits
     * @param method 0 for stored, 8 for deflated
     * @param crc CRC-32 of the content
     * @param packed number of bytes in the archive
     * @param size number of bytes of the content
     * @param header position of the header before the bytes
     */
    record Entry(String name, int flags, int method, int crc, long packed, long size, long header) {}

    private final ByteSource archive;

    private ZipDirectory(ByteSource archive) {
        this.archive = archive;
    }

    /** Returns the entries in the order of the directory; none of their bytes is before the archive's start. */
    static List<Entry> read(ByteSource archive) throws IOException {
        try (ByteSource opened = archive.open()) {
            return new ZipDirectory(opened).entries();
        }
    }

    private List<Entry> entries() throws IOException {
        long size = archive.size();
        byte[] tail = bytes(size, size, (int) Math.min(size, END_SIZE + LONGEST_COMMENT));
        int at = tail.length - END_SIZE;
        while (at >= 0 && !isEnd(tail, at)) at--;
        if (at < 0) throw damaged("it is damaged or cut off: the end of its directory is missing", size);
        long end = size - tail.length + at;
        long disk = BinaryNumbers.unsignedShort(tail, at + 4, true);
        long length = unsigned(tail, at + 12);
        long start = unsigned(tail, at + 16);
        if (end >= LOCATOR_64_SIZE) {
            byte[] locator = bytes(end, size, LOCATOR_64_SIZE);
            if (number(locator, 0) == LOCATOR_64) {
                long end64 = number64(locator, 8);
                if (end64 < 0 || end64 > end - END_64_SIZE) throw damaged("its ZIP64 directory is missing", end);
                byte[] record = bytes(end64 + END_64_SIZE, size, END_64_SIZE);
                if (number(record, 0) != END_64) throw damaged("its ZIP64 directory is missing", end64);
                end = end64;
                disk = unsigned(record, 16);
                length = number64(record, 40);
                start = number64(record, 48);
            }
        }
        if (disk != 0) throw refused("it is split into several files");
        if (length < 0 || start < 0 || length > end || start > end - length) {
            throw damaged("it is damaged: its directory begins before the archive", end);
        }
        if (length > LARGEST) throw refused("its directory is larger than " + (LARGEST >> 20) + " MiB");
        // A program before the archive (a self-extracting one) shifts all positions.
        long shift = end - length - start;
        return parse(bytes(end, size, (int) length), end - length, shift);
    }

    private static boolean isEnd(byte[] tail, int at) {
        return number(tail, at) == END
                && at + END_SIZE + BinaryNumbers.unsignedShort(tail, at + 20, true) == tail.length;
    }

    private List<Entry> parse(byte[] directory, long start, long shift) throws DicomException {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (directory.length - at >= CENTRAL_SIZE && number(directory, at) == CENTRAL) {
            if (entries.size() == MOST_ENTRIES) throw refused("it has more than " + MOST_ENTRIES + " entries");
            int name = at + CENTRAL_SIZE;
            int extra = name + BinaryNumbers.unsignedShort(directory, at + 28, true);
            int comment = extra + BinaryNumbers.unsignedShort(directory, at + 30, true);
            int next = comment + BinaryNumbers.unsignedShort(directory, at + 32, true);
            if (next > directory.length) break;
            long[] sizes = sizes(directory, at, extra, comment);
            entries.add(new Entry(
                    text(directory, name, extra),
                    BinaryNumbers.unsignedShort(directory, at + 8, true),
                    BinaryNumbers.unsignedShort(directory, at + 10, true),
                    number(directory, at + 16),
                    sizes[1],
                    sizes[0],
                    sizes[2] < 0 ? -1 : sizes[2] + shift));
            at = next;
        }
        if (at < directory.length) throw damaged("its directory is damaged", start + at);
        return entries;
    }

    /** Returns size, packed size and position of the header; -1 for one that is missing or too large. */
    private static long[] sizes(byte[] directory, int at, int extra, int end) {
        long[] sizes = {unsigned(directory, at + 24), unsigned(directory, at + 20), unsigned(directory, at + 42)};
        int field = extra;
        while (end - field >= 4 && BinaryNumbers.unsignedShort(directory, field, true) != EXTRA_64) {
            field += 4 + BinaryNumbers.unsignedShort(directory, field + 2, true);
        }
        int value = field + 4;
        int last = end - field >= 4 ? value + BinaryNumbers.unsignedShort(directory, field + 2, true) : 0;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] != SEE_64) continue;
            boolean present = value + Long.BYTES <= Math.min(last, end);
            sizes[i] = present ? Math.max(-1, number64(directory, value)) : -1;
            value += Long.BYTES;
        }
        return sizes;
    }

    /** Decodes a name. Names are UTF-8; in old archives their character set is unknown, and only ASCII is certain. */
    private static String text(byte[] directory, int from, int to) {
        String text = new String(directory, from, to - from, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : new String(directory, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Reads the bytes before a position. */
    private byte[] bytes(long end, long size, int count) throws IOException {
        if (end > size || count > end) throw damaged("it is cut off", size);
        byte[] bytes = new byte[count];
        archive.read(end - count, bytes, 0, count);
        return bytes;
    }

    static int number(byte[] bytes, int at) {
        return BinaryNumbers.integer(bytes, at, true);
    }

    private static long unsigned(byte[] bytes, int at) {
        return number(bytes, at) & 0xFFFFFFFFL;
    }

    private static long number64(byte[] bytes, int at) {
        return unsigned(bytes, at) | (long) number(bytes, at + 4) << Integer.SIZE;
    }

    private MalformedDicomException damaged(String problem, long offset) {
        return new MalformedDicomException(
                "the ZIP archive cannot be read: " + problem,
                Location.ofFile(archive.name()).withOffset(offset));
    }

    private UnsupportedDicomException refused(String problem) {
        return new UnsupportedDicomException(
                "the ZIP archive cannot be read: " + problem, Location.ofFile(archive.name()));
    }
}
