package hounsfield.frame.fragment;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * An offset table: the Extended Offset Table (7FE0,0001) with its Lengths (7FE0,0002) of PS3.3 C.7.6.3.1.8 and
 * C.7.6.3.1.9, or the Basic Offset Table of PS3.5 A.4.
 *
 * @param name for messages
 * @param offsets one per frame, relative to the Item tag of the first fragment
 * @param lengths of the frames' bit streams without padding, or {@code null}
 * @param mask the valid bits of an offset: 32 in the basic table, which wraps in large files
 */
public record OffsetTable(String name, long[] offsets, long[] lengths, long mask) {
    /**
     * Reads the Extended Offset Table.
     *
     * @param dataSet of the file
     * @return the table, if there is one
     * @throws DicomException if it cannot be read
     */
    public static Optional<OffsetTable> extended(DataSet dataSet) throws DicomException {
        Optional<long[]> offsets = longs(dataSet, Tag.EXTENDED_OFFSET_TABLE);
        if (offsets.isEmpty()) return Optional.empty();
        long[] lengths = longs(dataSet, Tag.EXTENDED_OFFSET_TABLE_LENGTHS)
                .filter(all -> all.length == offsets.get().length)
                .orElse(null);
        return Optional.of(new OffsetTable("Extended Offset Table", offsets.get(), lengths, -1L));
    }

    /**
     * Returns the Basic Offset Table.
     *
     * @param fragments of the file
     * @return the table, if it is not empty
     */
    public static Optional<OffsetTable> basic(Fragments fragments) {
        int[] table = fragments.basicOffsetTable();
        if (table.length == 0) return Optional.empty();
        long[] offsets = new long[table.length];
        for (int i = 0; i < offsets.length; i++) offsets[i] = Integer.toUnsignedLong(table[i]);
        return Optional.of(new OffsetTable("Basic Offset Table", offsets, null, 0xFFFFFFFFL));
    }

    int frames() {
        return offsets.length;
    }

    /**
     * Returns the first fragment of each frame, followed by the end of the last frame.
     *
     * @return empty if an offset is not that of a fragment after the previous frame; offsets after the last fragment of
     *     a truncated file belong to frames without fragments
     */
    Optional<int[]> starts(Fragments fragments) {
        int[] starts = new int[offsets.length + 1];
        int fragment = 0;
        for (int frame = 0; frame < offsets.length; frame++) {
            if (frame > 0) fragment = Math.min(fragment + 1, fragments.count());
            while (fragment < fragments.count() && (fragments.tableOffset(fragment) & mask) != offsets[frame])
                fragment++;
            starts[frame] = fragment;
        }
        starts[offsets.length] = fragments.count();
        boolean plausible =
                starts[0] == 0 && fragments.count() > 0 && (allFound(starts, fragments) || isCut(fragments));
        return plausible ? Optional.of(starts) : Optional.empty();
    }

    private boolean allFound(int[] starts, Fragments fragments) {
        return starts[offsets.length - 1] < fragments.count();
    }

    /** Returns whether the first offset without a fragment is beyond the end of the file. */
    private boolean isCut(Fragments fragments) {
        if (fragments.isDelimited()) return false;
        long last = fragments.end() - fragments.offset(0);
        int found = 0;
        for (int fragment = 0; fragment < fragments.count() && found < offsets.length; fragment++) {
            if ((fragments.tableOffset(fragment) & mask) == offsets[found]) found++;
        }
        return found > 0 && found < offsets.length && (fragments.isLastCut() || offsets[found] >= last);
    }

    private static Optional<long[]> longs(DataSet dataSet, int tag) throws DicomException {
        Optional<Element> element = dataSet.find(tag);
        if (element.isEmpty() || element.get().length() <= 0) return Optional.empty();
        byte[] bytes = element.get().bytes();
        long[] longs = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(longs);
        return longs.length == 0 ? Optional.empty() : Optional.of(longs);
    }
}
