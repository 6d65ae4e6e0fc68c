package hounsfield.color;

import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import java.util.Arrays;

/**
 * Expands a Segmented Palette Color Lookup Table (PS3.3 C.7.9.2): discrete entries, straight lines, and segments that are
 * used again. The fields of a segment are as wide as entries, which the clause does not say and the standard's own palettes
 * of 8 bits show (SPRING and others of PS3.6 annex B).
 */
final class SegmentedPalette {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    /** Opcodes, lengths and values, in words or, where entries have 8 bits, in bytes. */
    private final int[] fields;
    /** How many bytes a field has. */
    private final int width;

    private final int[] entries;
    private int count;

    private SegmentedPalette(int[] fields, int width, int size) {
        this.fields = fields;
        this.width = width;
        entries = new int[size];
    }

    /**
     * The table's entries.
     *
     * @param fields the segments
     * @param width bytes a field, 1 or 2
     * @param size how many entries the descriptor announces; the table has no more
     */
    static int[] expand(int[] fields, int width, int size) throws MalformedDicomException {
        SegmentedPalette palette = new SegmentedPalette(fields, width, size);
        for (int at = 0; at < fields.length && palette.count < size; ) {
            // A last field that is no segment is padding.
            if (palette.count > 0 && fields.length - at < 2) break;
            at = palette.segment(at, true);
        }
        if (palette.count == 0) throw new MalformedDicomException("has no entries", Location.NOWHERE);
        return palette.count == size ? palette.entries : Arrays.copyOf(palette.entries, palette.count);
    }

    /** Expands the segment at a field, returns where the next one begins. */
    private int segment(int at, boolean indirectAllowed) throws MalformedDicomException {
        int type = field(at);
        int length = field(at + 1);
        if (type == DISCRETE) {
            for (int i = 0; i < length; i++) add(field(at + 2 + i));
            return at + 2 + length;
        }
        if (type == LINEAR && count > 0) {
            line(length, field(at + 2));
            return at + 3;
        }
        if (type == INDIRECT && indirectAllowed) {
            int offset = 0;
            int end = at + 2 + Integer.BYTES / width;
            for (int i = end - 1; i >= at + 2; i--) offset = offset << 8 * width | field(i);
            repeat(length, offset, at);
            return end;
        }
        throw damaged("a segment of type " + type + " is not possible here", at);
    }

    /** C.7.9.2.2: from the last entry, which is not repeated, to the given one. */
    private void line(int length, int target) {
        int from = entries[count - 1];
        for (int i = 1; i <= length; i++) {
            add((int) Math.floor(from + (double) (target - from) * i / length + 0.5));
        }
    }

    /** C.7.9.2.3: a number of segments from a byte offset on; none of them may be indirect itself. */
    private void repeat(int segments, int byteOffset, int at) throws MalformedDicomException {
        long offset = Integer.toUnsignedLong(byteOffset);
        if (offset % width != 0 || offset / width >= fields.length)
            throw damaged("an indirect segment points to byte " + offset, at);
        int next = (int) (offset / width);
        for (int i = 0; i < segments && count < entries.length; i++) {
            // One without entries gives nothing, and a hostile table may have others go over it for ever.
            if (field(next + 1) == 0) throw damaged("an indirect segment repeats an empty one", at);
            next = segment(next, false);
        }
    }

    private void add(int entry) {
        if (count < entries.length) entries[count++] = entry;
    }

    private int field(int at) throws MalformedDicomException {
        if (at >= fields.length) throw damaged("the last segment is not whole", fields.length);
        return fields[at];
    }

    private MalformedDicomException damaged(String problem, int field) {
        return new MalformedDicomException(
                problem + " (PS3.3 C.7.9.2), " + (width == 1 ? "byte " : "word ") + field, Location.NOWHERE);
    }
}
