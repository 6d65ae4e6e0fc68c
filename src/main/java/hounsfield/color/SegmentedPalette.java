package hounsfield.color;

import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import java.util.Arrays;

/**
 * Expands a Segmented Palette Color Lookup Table (PS3.3 C.7.9.2): discrete entries, straight lines, and segments that are
 * used again.
 */
final class SegmentedPalette {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    private final int[] words;
    private final int[] entries;
    private int count;

    private SegmentedPalette(int[] words, int size) {
        this.words = words;
        entries = new int[size];
    }

    /**
     * The table's entries.
     *
     * @param words the segments
     * @param size how many entries the descriptor announces; the table has no more
     */
    static int[] expand(int[] words, int size) throws MalformedDicomException {
        SegmentedPalette palette = new SegmentedPalette(words, size);
        for (int at = 0; at < words.length && palette.count < size; ) {
            // A last word that is no segment is padding.
            if (palette.count > 0 && words.length - at < 2) break;
            at = palette.segment(at, true);
        }
        if (palette.count == 0) throw new MalformedDicomException("has no entries", Location.NOWHERE);
        return palette.count == size ? palette.entries : Arrays.copyOf(palette.entries, palette.count);
    }

    /** Expands the segment at a word, returns where the next one begins. */
    private int segment(int at, boolean indirectAllowed) throws MalformedDicomException {
        int type = word(at);
        int length = word(at + 1);
        if (type == DISCRETE) {
            for (int i = 0; i < length; i++) add(word(at + 2 + i));
            return at + 2 + length;
        }
        if (type == LINEAR && count > 0) {
            line(length, word(at + 2));
            return at + 3;
        }
        if (type == INDIRECT && indirectAllowed) {
            repeat(length, word(at + 2) | word(at + 3) << 16, at);
            return at + 4;
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
        int next = byteOffset >>> 1;
        if ((byteOffset & 1) != 0 || next >= words.length)
            throw damaged("an indirect segment points to byte " + (byteOffset & 0xFFFFFFFFL), at);
        for (int i = 0; i < segments && count < entries.length; i++) next = segment(next, false);
    }

    private void add(int entry) {
        if (count < entries.length) entries[count++] = entry;
    }

    private int word(int at) throws MalformedDicomException {
        if (at >= words.length) throw damaged("the last segment is not whole", words.length);
        return words[at];
    }

    private static MalformedDicomException damaged(String problem, int word) {
        return new MalformedDicomException(problem + " (PS3.3 C.7.9.2), word " + word, Location.NOWHERE);
    }
}
