package hounsfield.frame.fragment;

import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.standard.Tag;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The Items of encapsulated Pixel Data (PS3.5 A.4): the Basic Offset Table and the positions of the fragments. Items
 * are found by their lengths only; the content of fragments, in which anything can look like a delimiter, is not read.
 * Pixel Data of defined length that does not consist of Items is one fragment.
 */
public final class Fragments {
    private static final int HEADER = 8;
    private static final long UNDEFINED = 0xFFFFFFFFL;
    /** Memory of a fragment, including spare array capacity; all together may take a quarter of Java's maximum. */
    private static final int BYTES_PER_FRAGMENT = 64;

    /** The largest number of fragments of a file. */
    public static final long MOST = Math.max(1 << 20, Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_FRAGMENT);

    private long[] offsets = new long[16];
    private long[] lengths = new long[16];
    private int count;
    private int[] basicOffsetTable = new int[0];
    private long end;
    private boolean cut;
    private boolean delimited;

    private Fragments() {}

    /**
     * Reads the Items.
     *
     * @param source the file
     * @param data begins at the tag of the first Item, the Basic Offset Table
     * @param diagnostics receives sentences about Items that are missing or cut
     * @return the fragments
     * @throws MalformedDicomException if Pixel Data of undefined length has no Items
     * @throws IOException if the source cannot be read
     */
    public static Fragments scan(ByteSource source, BulkData data, Diagnostics diagnostics) throws IOException {
        Fragments fragments = new Fragments();
        if (data.isEncapsulated()) {
            fragments.walk(source, data.offset(), source.size(), diagnostics);
            if (!fragments.delimited && fragments.end == source.size()) {
                diagnostics.add("Pixel Data has no Sequence Delimitation Item (FFFE,E0DD) at its end");
            }
            return fragments;
        }
        long end = Math.min(source.size(), data.offset() + data.length());
        byte[] start = new byte[Integer.BYTES];
        int available = source.readUpTo(data.offset(), start, 0, (int) Math.min(start.length, data.length()));
        if (beginsWithItem(start, available)) {
            fragments.walk(source, data.offset(), end, diagnostics);
        } else {
            fragments.add(data.offset(), data.length());
            fragments.end = end;
            fragments.cut = data.length() > end - data.offset();
        }
        fragments.delimited |= !fragments.cut && fragments.end == data.offset() + data.length();
        return fragments;
    }

    /**
     * Returns whether bytes begin with an Item tag.
     *
     * @param start the bytes
     * @param length number of valid bytes
     * @return whether they do
     */
    public static boolean beginsWithItem(byte[] start, int length) {
        return length >= Integer.BYTES && tag(ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN)) == Tag.ITEM;
    }

    private static int tag(ByteBuffer header) {
        return Tag.of(header.getShort(0) & 0xFFFF, header.getShort(2));
    }

    /** {@return number of fragments, without the Basic Offset Table} */
    public int count() {
        return count;
    }

    /**
     * {@return the offset of the first byte of a fragment's content in the source}
     *
     * @param fragment from 0
     */
    public long offset(int fragment) {
        return offsets[fragment];
    }

    /**
     * {@return the declared length of a fragment; only that of the last one may exceed the available bytes}
     *
     * @param fragment from 0
     */
    public long length(int fragment) {
        return lengths[fragment];
    }

    /**
     * {@return the number of bytes of a fragment that are present}
     *
     * @param fragment from 0
     */
    public long present(int fragment) {
        return Math.min(lengths[fragment], end - offsets[fragment]);
    }

    /** Returns the offset of a fragment as in offset tables: from the Item tag of the first fragment to its own. */
    long tableOffset(int fragment) {
        return offsets[fragment] - offsets[0];
    }

    /** Returns the entries of the Basic Offset Table, unsigned; empty if the table is, which is common. */
    int[] basicOffsetTable() {
        return basicOffsetTable;
    }

    /**
     * Returns where the Items end.
     *
     * @return the offset of the end of the source or the sequence
     */
    public long end() {
        return end;
    }

    /** Returns whether the last fragment exceeds the available bytes. */
    boolean isLastCut() {
        return cut;
    }

    /** {@return whether the Sequence Delimitation Item is present, so that no fragment is missing} */
    public boolean isDelimited() {
        return delimited;
    }

    /** @param size an upper bound of the end of the Items */
    private void walk(ByteSource source, long start, long size, Diagnostics diagnostics) throws IOException {
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
                stray(tag, position, first, diagnostics);
                return;
            }
            position += HEADER;
            if (first) readBasicOffsetTable(source, position, length, size, diagnostics);
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

    private void stray(int tag, long position, boolean first, Diagnostics diagnostics) throws MalformedDicomException {
        String problem = tag == Tag.ITEM ? "an Item has no length" : "not an Item, but " + Tag.toString(tag);
        if (first) throw new MalformedDicomException(problem + " (PS3.5 A.4)", Location.ofOffset(position));
        diagnostics.add(
                "Pixel Data is broken off after " + count + " Fragments: at byte " + position + " is " + problem);
        end = position;
    }

    private void readBasicOffsetTable(ByteSource source, long position, long length, long size, Diagnostics diagnostics)
            throws IOException {
        if (length > size - position || length > Integer.MAX_VALUE - 64) {
            throw new MalformedDicomException(
                    "the Basic Offset Table declares " + length + " bytes, " + (size - position) + " are there",
                    Location.ofOffset(position));
        }
        if (length % Integer.BYTES != 0) {
            diagnostics.add("the Basic Offset Table has " + length + " bytes and is ignored");
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
