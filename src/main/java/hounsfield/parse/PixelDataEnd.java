package hounsfield.parse;

import hounsfield.bytes.BinaryNumbers;
import hounsfield.bytes.ByteReader;
import hounsfield.data.BulkData;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import java.io.IOException;
import java.nio.ByteOrder;

/**
 * Detects whether elements follow encapsulated Pixel Data (PS3.5 A.4), if possible without a walk over all fragments.
 * Items are followed as far as they are in memory: a file of one fragment is at its end then. Nearly every other file ends
 * with the Sequence Delimitation Item of its Pixel Data, so the last bytes of the file are checked next, with one small read.
 *
 * <p>A sequence of undefined length after Pixel Data ends with the same bytes. Therefore Items are still followed as
 * far as one more read allows, from the last frame on if an offset table gives its position. Beyond that, a file with
 * these last bytes is assumed to end with its Pixel Data. Other files are followed to the end.
 */
final class PixelDataEnd {
    /** Nothing follows, as far as known. */
    static final long LAST = -1;

    /** Number of additional reads to follow Items in a file that ends like Pixel Data. */
    private static final int MOST_JUMPS = 1;

    /** More fragments than images have; a malicious file of empty Items may have more. */
    private static final int MOST_ITEMS = 1 << 20;

    private static final int HEADER = 8;

    private final ByteReader reader;
    private final long bound;
    private final boolean sized;
    /** Whether the file ends like Pixel Data; {@code null} until that is read. */
    private Boolean endsWithDelimiter;

    private int jumps;

    private PixelDataEnd(ByteReader reader, long bound, boolean sized) {
        this.reader = reader;
        this.bound = bound;
        this.sized = sized;
    }

    /**
     * Returns the offset of the first byte after the Sequence Delimitation Item, or {@link #LAST} if that is the end of
     * the file or cannot be determined because fragments are damaged.
     *
     * @param reader positioned at the first Item, the Basic Offset Table
     * @param bound an upper bound of the end of the bytes
     * @param sized whether the bytes end exactly there, and allow random access
     * @param before the elements before Pixel Data, which may include an Extended Offset Table
     */
    static long find(ByteReader reader, long bound, boolean sized, DataSet.Builder before) throws IOException {
        boolean littleEndian = reader.littleEndian();
        reader.littleEndian(true);
        try {
            return new PixelDataEnd(reader, bound, sized).find(before);
        } finally {
            reader.littleEndian(littleEndian);
        }
    }

    /** Returns whether the last bytes are a Sequence Delimitation Item that does not follow an Item Delimitation Item. */
    private boolean endsWithDelimiter() throws IOException {
        if (endsWithDelimiter == null) endsWithDelimiter = sized && readsDelimiter();
        return endsWithDelimiter;
    }

    private boolean readsDelimiter() throws IOException {
        byte[] tail = new byte[2 * HEADER];
        if (bound - reader.position() < tail.length) return false;
        if (reader.source().readUpTo(bound - tail.length, tail, 0, tail.length) < tail.length) return false;
        return isDelimiter(tail, HEADER, Tag.SEQUENCE_DELIMITATION_ITEM)
                && !isDelimiter(tail, 0, Tag.ITEM_DELIMITATION_ITEM);
    }

    private static boolean isDelimiter(byte[] bytes, int at, int tag) {
        int group = BinaryNumbers.unsignedShort(bytes, at, true);
        int element = BinaryNumbers.unsignedShort(bytes, at + 2, true);
        return Tag.of(group, element) == tag && BinaryNumbers.integer(bytes, at + 4, true) == 0;
    }

    private long find(DataSet.Builder before) throws IOException {
        long table = reader.position() + HEADER;
        if (!reader.has(HEADER)) return LAST;
        if (reader.peekTag(0) == Tag.SEQUENCE_DELIMITATION_ITEM) return table;
        if (reader.peekTag(0) != Tag.ITEM) return LAST;
        long length = Integer.toUnsignedLong(reader.peekInt(4));
        long position = table + length;
        boolean leapt = !sized;
        for (int i = 0; i < MOST_ITEMS; i++) {
            // The last 8 bytes have no room for more than a delimiter.
            if (bound - position < HEADER || sized && position == bound - HEADER) return LAST;
            reader.seek(position);
            if (!reader.holds(HEADER)) {
                if (!leapt) {
                    leapt = true;
                    position = Math.max(position, lastFrame(table, length, before));
                    reader.seek(position);
                }
                if (!reader.holds(HEADER) && endsWithDelimiter() && jumps++ == MOST_JUMPS) return LAST;
            }
            if (!reader.has(HEADER)) return LAST;
            int tag = reader.peekTag(0);
            if (tag == Tag.SEQUENCE_DELIMITATION_ITEM) return position + HEADER;
            if (tag != Tag.ITEM) return LAST;
            position += HEADER + Integer.toUnsignedLong(reader.peekInt(4));
        }
        return LAST;
    }

    /** Returns the offset of the first Item of the last frame; 0 if there is no valid offset table. */
    private long lastFrame(long table, long length, DataSet.Builder before) throws IOException {
        long offset = extendedOffset(before);
        if (offset <= 0 && length >= 2 * Integer.BYTES && length % Integer.BYTES == 0) {
            reader.seek(table + length - Integer.BYTES);
            offset = reader.has(Integer.BYTES) ? Integer.toUnsignedLong(reader.peekInt(0)) : 0;
        }
        if (offset <= 0 || offset > bound - table - length) return 0;
        long last = table + length + offset;
        reader.seek(last);
        return reader.has(HEADER) && reader.peekTag(0) == Tag.ITEM ? last : 0;
    }

    /** Returns the last entry of the Extended Offset Table, relative like those of the Basic Offset Table (PS3.3 C.7.6.3.1.8). */
    private long extendedOffset(DataSet.Builder before) throws IOException {
        Element element = before.find(Tag.EXTENDED_OFFSET_TABLE).orElse(null);
        if (element == null || element.length() < 2 * Long.BYTES || element.length() % Long.BYTES != 0) return 0;
        byte[] entry = new byte[Long.BYTES];
        BulkData bulk = element.bulk().orElse(null);
        if (bulk == null) {
            System.arraycopy(element.bytes(), (int) element.length() - entry.length, entry, 0, entry.length);
        } else {
            reader.source().readUpTo(bulk.offset() + bulk.length() - entry.length, entry, 0, entry.length);
        }
        return BinaryNumbers.signed(entry, Long.BYTES, ByteOrder.LITTLE_ENDIAN)[0];
    }
}
