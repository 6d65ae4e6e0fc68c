package hounsfield.color;

import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.util.Arrays;

/**
 * Expands a Segmented Palette Color Lookup Table (PS3.3 C.7.9.2): discrete entries, straight lines, and repeated
 * segments. The fields of a segment are as wide as entries; the clause does not specify this, but the standard's 8-bit
 * palettes show it (SPRING and others of PS3.6 annex B).
 */
final class SegmentedPalette {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    /** Opcodes, lengths and values: words, or bytes if entries have 8 bits. */
    private final int[] fields;
    /** Bytes per field. */
    private final int width;

    private final int[] entries;
    private int count;

    private SegmentedPalette(int[] fields, int width, int size) {
        this.fields = fields;
        this.width = width;
        entries = new int[size];
    }

    /**
     * Expands a table.
     *
     * @param fields the segments
     * @param width bytes per field, 1 or 2
     * @param size number of entries in the descriptor, the limit of the result
     * @return the entries
     */
    static int[] expand(int[] fields, int width, int size) throws MalformedDicomException {
        SegmentedPalette palette = new SegmentedPalette(fields, width, size);
        for (int at = 0; at < fields.length && palette.count < size; ) {
            // A single last field is padding.
            if (palette.count > 0 && fields.length - at < 2) break;
            at = palette.segment(at, true);
        }
        if (palette.count == 0) throw new MalformedDicomException("has no entries", Location.NOWHERE);
        return palette.count == size ? palette.entries : Arrays.copyOf(palette.entries, palette.count);
    }

    /** Expands the segment at a field; returns the start of the next one. */
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

    /** Adds a line from the last entry, which is not repeated, to the given one (C.7.9.2.2). */
    private void line(int length, int target) {
        int from = entries[count - 1];
        for (int i = 1; i <= length; i++) {
            add((int) Math.floor(from + (double) (target - from) * i / length + 0.5));
        }
    }

    /** Repeats a number of segments from a byte offset on; none of them may be indirect (C.7.9.2.3). */
    private void repeat(int segments, int byteOffset, int at) throws MalformedDicomException {
        long offset = Integer.toUnsignedLong(byteOffset);
        if (offset % width != 0 || offset / width >= fields.length)
            throw damaged("an indirect segment points to byte " + offset, at);
        int next = (int) (offset / width);
        for (int i = 0; i < segments && count < entries.length; i++) {
            // An empty segment adds nothing, so that a malicious table could repeat it without end.
            if (field(next + 1) == 0) throw damaged("an indirect segment repeats an empty one", at);
            next = segment(next, false);
        }
    }

    private void add(int entry) {
        if (count < entries.length) entries[count++] = entry;
    }

    private int field(int at) throws MalformedDicomException {
        if (at >= fields.length) throw damaged("the last segment is incomplete", fields.length);
        return fields[at];
    }

    private MalformedDicomException damaged(String problem, int field) {
        return new MalformedDicomException(
                problem + " (PS3.3 C.7.9.2), " + (width == 1 ? "byte " : "word ") + field, Location.NOWHERE);
    }
}
