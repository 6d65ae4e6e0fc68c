package hounsfield.codec.jpeg;

import hounsfield.standard.error.MalformedDicomException;
import java.util.ArrayList;
import java.util.List;

/**
 * A scan header (T.81 B.2.3).
 *
 * @param components the coded components with their Huffman tables
 * @param start Ss: the first coefficient of a progressive scan, or the predictor of a lossless one; 0 in a sequential
 *     scan
 * @param end Se: the last coefficient of a progressive scan; 63 in a sequential one, but some files contain 0,
 *     including a series of NEMA's test images
 * @param previous Ah: the number of low bits that were missing before a progressive scan, 0 in the first scan of a band
 * @param transform Al: the number of low bits missing after a progressive scan, or the point transform of a lossless
 *     one; 0 in a sequential scan
 */
record ScanHeader(List<Entry> components, int start, int end, int previous, int transform) {
    /**
     * One component of a scan.
     *
     * @param index of the component in the frame header
     * @param dc index of the DC (or lossless) table, Td
     * @param ac index of the AC table, Ta
     */
    record Entry(int index, int dc, int ac) {}

    ScanHeader {
        components = List.copyOf(components);
    }

    /** Reads a scan header; values are checked where they are used. */
    static ScanHeader read(Segment segment, FrameHeader frame) throws MalformedDicomException {
        int count = segment.u8();
        if (count < 1 || count > 4) throw segment.fault("has " + count + " components, outside 1 to 4 (T.81 B.2.3)");
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = indexOf(segment, frame, segment.u8(), entries);
            int tables = segment.u8();
            if ((tables >> 4) > 3 || (tables & 15) > 3) throw segment.fault("names a Huffman table beyond 3");
            entries.add(new Entry(index, tables >> 4, tables & 15));
        }
        int start = segment.u8();
        int end = segment.u8();
        int approximation = segment.u8();
        return new ScanHeader(entries, start, end, approximation >> 4, approximation & 15);
    }

    /** Returns the first component with the identifier that is not yet in the scan, because several may have the same identifier. */
    private static int indexOf(Segment segment, FrameHeader frame, int id, List<Entry> taken)
            throws MalformedDicomException {
        for (int i = 0; i < frame.components().size(); i++) {
            int index = i;
            if (frame.components().get(i).id() == id && taken.stream().noneMatch(e -> e.index() == index)) return i;
        }
        throw segment.fault("names component " + id + ", which the frame header does not have (T.81 B.2.3)");
    }
}
