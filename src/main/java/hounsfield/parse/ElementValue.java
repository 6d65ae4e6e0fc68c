package hounsfield.parse;

import hounsfield.bytes.ByteReader;
import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import java.io.IOException;

/** Reads values of Data Elements: short ones into memory, long ones and pixels as ranges of the file. */
final class ElementValue {
    /** Longer values remain in the file [bytes]. */
    static final int LONGEST_KEPT_VALUE = 64 * 1024;

    /** Once this many bytes are kept in memory, only short values are added. */
    private static final long MANY_KEPT_BYTES = 64L << 20;

    private static final int SHORT_VALUE = 1024;

    /** Once this many bytes are kept in memory, no values are added. */
    private static final long MOST_KEPT_BYTES =
            Math.max(MANY_KEPT_BYTES, Runtime.getRuntime().maxMemory() / 8);

    private static final byte[] NOTHING = {};

    /** Limit of the search for a delimiter [bytes]. */
    private static final int LONGEST_SEARCH = 16 << 20;

    private final ByteReader reader;
    private final ByteSource home;
    private final Diagnostics diagnostics;
    private long keptBytes;

    /** @param home the source for values that remain in the file */
    ElementValue(ByteReader reader, ByteSource home, Diagnostics diagnostics) {
        this.reader = reader;
        this.home = home;
        this.diagnostics = diagnostics;
    }

    /**
     * Reads a value at the reader's position, or skips one that remains in the file.
     *
     * @param length already checked against the remaining bytes
     */
    Element read(int tag, VR vr, long length, boolean little) throws IOException {
        if (length > longestKept() || tag == Tag.PIXEL_DATA) {
            BulkData bulk = new BulkData(home, reader.position(), length);
            reader.skip(length);
            return Element.bulk(tag, vr, bulk, little);
        }
        keptBytes += length;
        return Element.of(tag, vr, length == 0 ? NOTHING : reader.readBytes((int) length), little);
    }

    private int longestKept() {
        if (keptBytes > MOST_KEPT_BYTES) return 0;
        return keptBytes > MANY_KEPT_BYTES ? SHORT_VALUE : LONGEST_KEPT_VALUE;
    }

    /**
     * Reads a value of undefined length that is neither a sequence nor fragments. It ends at the first Sequence
     * Delimitation Item, as in other readers.
     *
     * @throws MalformedDicomException if there is none
     */
    Element readToDelimiter(int tag, long bound) throws IOException {
        long start = reader.position();
        reader.littleEndian(true);
        while (reader.has(8) && reader.position() + 8 <= bound) {
            if (reader.position() - start > LONGEST_SEARCH) break;
            if (reader.peekTag(0) == Tag.SEQUENCE_DELIMITATION_ITEM && reader.peekInt(4) == 0) {
                long end = reader.position();
                diagnostics.add(
                        Tag.toString(tag) + " has undefined length, but is not a sequence; it is kept as bytes");
                Element element = Element.bulk(tag, VR.UN, new BulkData(home, start, end - start), true);
                reader.skip(8);
                return element;
            }
            reader.skip(1);
        }
        throw new MalformedDicomException("has undefined length, but is not a sequence", Location.ofOffset(start));
    }

    /** Skips fragments by their lengths (PS3.5 A.4). */
    void skipFragments(int tag, long bound) throws IOException {
        while (true) {
            if (!reader.has(8)) {
                if (reader.has(1))
                    throw new MalformedDicomException("the file ends within a fragment's header", here());
                diagnostics.add(Tag.toString(tag) + " ends without its delimiter");
                return;
            }
            int next = reader.peekTag(0);
            if (next != Tag.ITEM && next != Tag.SEQUENCE_DELIMITATION_ITEM) {
                throw new MalformedDicomException(
                        Tag.toString(next) + " is found where a fragment should begin", here());
            }
            reader.skip(4);
            long length = reader.readUnsignedInt();
            if (next == Tag.SEQUENCE_DELIMITATION_ITEM) return;
            checkLength(length, bound);
            reader.skip(length);
        }
    }

    /** Refuses a length greater than the remaining bytes. */
    void checkLength(long length, long bound) throws MalformedDicomException {
        long left = bound - reader.position();
        if (length > left) {
            throw new MalformedDicomException(
                    "declares " + length + " bytes, " + Math.max(0, left) + " are there", here());
        }
    }

    private Location here() {
        return Location.ofOffset(reader.position());
    }
}
