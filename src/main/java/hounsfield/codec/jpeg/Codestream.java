package hounsfield.codec.jpeg;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;

/** A JPEG code stream, walked marker by marker (T.81 B.1 and B.2.1). */
final class Codestream {
    private final ByteSpan bytes;
    private final Tables tables = new Tables();
    private final ColorMarkers colourMarkers = new ColorMarkers();
    private FrameHeader frame;
    private int frameOffset;
    private ScanHeader scan;
    private int position;
    private int dnlLines;
    private boolean ended;

    /** Walks to the first scan header. */
    Codestream(ByteSpan bytes) throws DicomException {
        this.bytes = bytes;
        // Padding before SOI is nobody's right, but costs nothing to pass.
        if (nextMarker() != Marker.SOI) throw fault("JPEG stream does not begin with SOI (T.81 B.2.1)", 0);
        if (!nextScan()) throw fault("JPEG stream has no image, only tables (T.81 B.5)", position);
    }

    ByteSpan bytes() {
        return bytes;
    }

    FrameHeader frame() {
        return frame;
    }

    /** The offset of the frame header, for messages about what it says. */
    Location framePlace() {
        return Location.ofOffset(frameOffset);
    }

    /** Tells how many lines there are, where the frame header leaves it to a DNL segment. */
    void setRows(int rows) {
        frame = frame.withRows(rows);
    }

    /** The header of the scan that {@link #nextScan()} found. */
    ScanHeader scan() {
        return scan;
    }

    Tables tables() {
        return tables;
    }

    ColorMarkers colourMarkers() {
        return colourMarkers;
    }

    /** The offset behind the last segment read: a scan's first entropy-coded byte. */
    int position() {
        return position;
    }

    /** The number of lines of the last DNL segment (B.2.5), or 0 if there was none. */
    int dnlLines() {
        return dnlLines;
    }

    /** Whether EOI has been met, so that nothing is missing at the end. */
    boolean hasEnded() {
        return ended;
    }

    /** Goes on at an offset, behind a scan's entropy-coded data. */
    void continueAt(int offset) {
        position = offset;
    }

    /**
     * Reads segments up to and with the next scan header.
     *
     * @return false at EOI or at the end of the data
     */
    boolean nextScan() throws DicomException {
        while (true) {
            int marker = nextMarker();
            if (marker == Marker.EOI) ended = true;
            if (marker < 0 || marker == Marker.EOI) return false;
            if (Marker.standsAlone(marker)) continue;
            int at = position;
            Segment segment = segment(marker);
            if (Marker.isFrameHeader(marker)) {
                if (frame != null) throw fault("JPEG stream has a second frame header", at);
                frame = FrameHeader.read(marker, segment);
                frameOffset = at;
            } else if (marker == Marker.SOS) {
                if (frame == null) throw fault("JPEG scan comes before a frame header (T.81 B.2.1)", at);
                scan = ScanHeader.read(segment, frame);
                return true;
            } else {
                readSegment(marker, segment);
            }
        }
    }

    /**
     * How many scans a stream has, up to EOI or to where it cannot be read; at most {@code limit} are counted.
     *
     * @param bytes a stream whose first scan header can be read
     */
    static int countScans(ByteSpan bytes, int limit) throws DicomException {
        Codestream stream = new Codestream(bytes);
        int scans = 1;
        try {
            while (scans < limit && stream.nextScan()) scans++;
        } catch (DicomException damaged) {
            // What a decoder makes of it is seen there.
        }
        return scans;
    }

    private void readSegment(int marker, Segment segment) throws DicomException {
        switch (marker) {
            case Marker.DQT -> tables.defineQuantization(segment);
            case Marker.DHT -> tables.defineHuffman(segment);
            case Marker.DRI -> tables.defineRestartInterval(segment);
            case Marker.DNL -> dnlLines = segment.u16();
            case Marker.APP0 -> colourMarkers.app0(segment);
            case Marker.APP14 -> colourMarkers.app14(segment);
            default -> {
                // comments, other applications' segments and what this decoder has no use for
            }
        }
    }

    /**
     * The code of the next marker, fill bytes before it passed over (B.1.1.2), and other bytes too: some encoders leave
     * padding between segments, and a scan may end with bytes that nobody needs.
     *
     * @return -1 at the end of the data
     */
    private int nextMarker() {
        while (position + 1 < bytes.length()) {
            int code = bytes.at(position) == 0xFF ? bytes.at(position + 1) : 0;
            if (code != 0 && code != 0xFF) {
                position += 2;
                return code;
            }
            position++;
        }
        position = bytes.length();
        return -1;
    }

    private Segment segment(int marker) throws MalformedDicomException {
        String name = "segment FF%02X".formatted(marker);
        int left = bytes.length() - position;
        int length = left < 2 ? 0 : bytes.at(position) << 8 | bytes.at(position + 1);
        if (left < 2 || length > left) throw fault("JPEG " + name + " ends behind the stream's end", position);
        if (length < 2) throw fault("JPEG " + name + " has the length " + length + " (T.81 B.1.1.4)", position);
        Segment segment = new Segment(bytes.slice(position + 2, length - 2), position + 2, name);
        position += length;
        return segment;
    }

    private static MalformedDicomException fault(String problem, int offset) {
        return new MalformedDicomException(problem, Location.ofOffset(offset));
    }
}
