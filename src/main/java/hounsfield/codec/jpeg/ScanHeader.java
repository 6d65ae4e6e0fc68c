package hounsfield.codec.jpeg;

import hounsfield.standard.MalformedDicomException;
import java.util.ArrayList;
import java.util.List;

/**
 * A scan header (T.81 B.2.3).
 *
 * @param components which components the scan codes, and by which Huffman tables
 * @param start Ss: the first coefficient of a progressive scan, the predictor of a lossless one; 0 in a sequential one
 * @param end Se: the last coefficient of a progressive scan; 63 in a sequential one, but files exist that say 0 there, a whole
 *     family of NEMA's test images among them
 * @param previous Ah: how many low bits were still to come before a progressive scan, 0 in the first scan of a band
 * @param transform Al: how many low bits are to come after a progressive scan, the point transform of a lossless one; 0 in a
 *     sequential one
 */
record ScanHeader(List<Entry> components, int start, int end, int previous, int transform) {
    /**
     * One component of a scan.
     *
     * @param index of the component in the frame header
     * @param dc which DC (or lossless) table, Td
     * @param ac which AC table, Ta
     */
    record Entry(int index, int dc, int ac) {}

    ScanHeader {
        components = List.copyOf(components);
    }

    /** Reads a scan header; what it says is looked at where it is used. */
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

    /** The first component of that identifier which the scan does not have yet, should several share one. */
    private static int indexOf(Segment segment, FrameHeader frame, int id, List<Entry> taken)
            throws MalformedDicomException {
        for (int i = 0; i < frame.components().size(); i++) {
            int index = i;
            if (frame.components().get(i).id() == id && taken.stream().noneMatch(e -> e.index() == index)) return i;
        }
        throw segment.fault("names component " + id + ", which the frame header does not have (T.81 B.2.3)");
    }
}
