package hounsfield.frame;

import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.Tag;
import hounsfield.standard.UnsupportedDicomException;
import hounsfield.work.Warnings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The Items of encapsulated Pixel Data (PS3.5 A.4): the Basic Offset Table and where each Fragment lies. Found by item
 * lengths alone; a Fragment's content, in which anything may look like a delimiter, is not read. Pixel Data of defined
 * length that is not made of Items is one Fragment.
 */
final class Fragments {
    private static final int HEADER = 8;
    private static final long UNDEFINED = 0xFFFFFFFFL;
    /** What a Fragment takes in memory, with room for arrays to grow, measured against a quarter of what Java may have. */
    private static final int BYTES_PER_FRAGMENT = 64;

    private static final long MOST = Math.max(1 << 20, Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_FRAGMENT);

    private long[] offsets = new long[16];
    private long[] lengths = new long[16];
    private int count;
    private int[] basicOffsetTable = new int[0];
    private long end;
    private boolean cut;
    private boolean delimited;

    private Fragments() {}

    /**
     * Walks over the Items.
     *
     * @param data from the first Item's tag on, that of the Basic Offset Table
     * @throws MalformedDicomException if there are no Items in Pixel Data of undefined length
     */
    static Fragments scan(ByteSource source, BulkData data, Warnings warnings) throws IOException {
        Fragments fragments = new Fragments();
        if (data.isEncapsulated()) {
            fragments.walk(source, data.offset(), source.size(), warnings);
            if (!fragments.delimited && fragments.end == source.size()) {
                warnings.add("Pixel Data has no Sequence Delimitation Item (FFFE,E0DD) at its end");
            }
            return fragments;
        }
        long end = Math.min(source.size(), data.offset() + data.length());
        byte[] start = new byte[Integer.BYTES];
        int there = source.readUpTo(data.offset(), start, 0, (int) Math.min(start.length, data.length()));
        if (beginsWithItem(start, there)) {
            fragments.walk(source, data.offset(), end, warnings);
        } else {
            fragments.add(data.offset(), data.length());
            fragments.end = end;
            fragments.cut = data.length() > end - data.offset();
        }
        fragments.delimited |= !fragments.cut && fragments.end == data.offset() + data.length();
        return fragments;
    }

    /** Whether bytes are the beginning of an Item. */
    static boolean beginsWithItem(byte[] start, int length) {
        return length >= Integer.BYTES && tag(ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN)) == Tag.ITEM;
    }

    private static int tag(ByteBuffer header) {
        return Tag.of(header.getShort(0) & 0xFFFF, header.getShort(2));
    }

    int count() {
        return count;
    }

    /** The first byte of a Fragment's content, in the source. */
    long offset(int fragment) {
        return offsets[fragment];
    }

    /** The declared length of a Fragment; only the last one may be longer than what is there. */
    long length(int fragment) {
        return lengths[fragment];
    }

    /** A Fragment's place as offset tables count: its Item's tag, from that of the first Fragment's. */
    long tableOffset(int fragment) {
        return offsets[fragment] - offsets[0];
    }

    /** The Basic Offset Table's entries, unsigned; none if it is empty, which is common. */
    int[] basicOffsetTable() {
        return basicOffsetTable;
    }

    /** Where the source or the sequence ends. */
    long end() {
        return end;
    }

    /** Whether the last Fragment is longer than what is there. */
    boolean isLastCut() {
        return cut;
    }

    /** Whether the Sequence Delimitation Item is there: no Fragment is missing. */
    boolean isDelimited() {
        return delimited;
    }

    /** @param size where the Items end at the latest */
    private void walk(ByteSource source, long start, long size, Warnings warnings) throws IOException {
        byte[] bytes = new byte[HEADER];
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean first = true;
        long position = start;
        end = size;
        while (size - position >= HEADER) {
            source.read(position, bytes, 0, HEADER);
            int tag = tag(header);
            long length = header.getInt(4) & UNDEFINED;
            if (tag == Tag.SEQUENCE_DELIMITATION_ITEM) {
                end = position;
                delimited = true;
                return;
            }
            if (tag != Tag.ITEM || length == UNDEFINED) {
                stray(tag, position, first, warnings);
                return;
            }
            position += HEADER;
            if (first) readBasicOffsetTable(source, position, length, size, warnings);
            else add(position, length);
            first = false;
            if (length > size - position) {
                cut = true;
                break;
            }
            position += length;
        }
        if (first) throw new MalformedDicomException("has no Items (PS3.5 A.4)", Location.ofOffset(start));
    }

    private void stray(int tag, long position, boolean first, Warnings warnings) throws MalformedDicomException {
        String problem = tag == Tag.ITEM ? "an Item has no length" : "no Item, but " + Tag.toString(tag);
        if (first) throw new MalformedDicomException(problem + " (PS3.5 A.4)", Location.ofOffset(position));
        warnings.add("Pixel Data is broken off after " + count + " Fragments: at byte " + position + " is " + problem);
        end = position;
    }

    private void readBasicOffsetTable(ByteSource source, long position, long length, long size, Warnings warnings)
            throws IOException {
        if (length > size - position || length > Integer.MAX_VALUE - 64) {
            throw new MalformedDicomException(
                    "the Basic Offset Table declares " + length + " bytes, " + (size - position) + " are there",
                    Location.ofOffset(position));
        }
        if (length % Integer.BYTES != 0) {
            warnings.add("the Basic Offset Table has " + length + " bytes and is ignored");
            return;
        }
        byte[] table = new byte[(int) length];
        source.read(position, table, 0, table.length);
        basicOffsetTable = new int[table.length / Integer.BYTES];
        ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(basicOffsetTable);
    }

    private void add(long offset, long length) throws UnsupportedDicomException {
        if (count >= MOST) {
            throw new UnsupportedDicomException(
                    "has more than " + MOST + " Fragments, more than memory allows", Location.ofOffset(offset));
        }
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        offsets[count] = offset;
        lengths[count++] = length;
    }
}
