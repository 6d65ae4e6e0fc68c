package hounsfield.codec.jpeg;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;

/** Reads a JPEG codestream marker by marker (T.81 B.1 and B.2.1). */
final class Codestream {
    private final ByteSpan bytes;
    private final Tables tables = new Tables();
    private final ColorMarkers colorMarkers = new ColorMarkers();
    private FrameHeader frame;
    private int frameOffset;
    private ScanHeader scan;
    private int position;
    private int dnlLines;
    private boolean ended;

    /** Reads up to the first scan header. */
    Codestream(ByteSpan bytes) throws DicomException {
        this.bytes = bytes;
        // Bytes before SOI are invalid but tolerated.
        if (nextMarker() != Marker.SOI) throw fault("JPEG stream does not begin with SOI (T.81 B.2.1)", 0);
        if (!nextScan()) throw fault("JPEG stream has no image, only tables (T.81 B.5)", position);
    }

    ByteSpan bytes() {
        return bytes;
    }

    FrameHeader frame() {
        return frame;
    }

    /** Returns the location of the frame header, for messages about its content. */
    Location framePlace() {
        return Location.ofOffset(frameOffset);
    }

    /** Sets the number of lines if the frame header leaves it to a DNL segment. */
    void setRows(int rows) {
        frame = frame.withRows(rows);
    }

    /** Returns the header of the scan found by {@link #nextScan()}. */
    ScanHeader scan() {
        return scan;
    }

    Tables tables() {
        return tables;
    }

    ColorMarkers colorMarkers() {
        return colorMarkers;
    }

    /** Returns the offset after the last segment read, which is the first entropy-coded byte of a scan. */
    int position() {
        return position;
    }

    /** The number of lines of the last DNL segment (B.2.5), or 0 if there was none. */
    int dnlLines() {
        return dnlLines;
    }

    /** Returns whether EOI was found, so that nothing is missing at the end. */
    boolean hasEnded() {
        return ended;
    }

    /** Continues at an offset, after the entropy-coded data of a scan. */
    void continueAt(int offset) {
        position = offset;
    }

    /**
     * Reads segments up to and including the next scan header.
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
     * Counts the scans of a stream, up to EOI or to the first damage.
     *
     * @param bytes a stream with a valid first scan header
     * @param limit the count ends here
     */
    static int countScans(ByteSpan bytes, int limit) throws DicomException {
        Codestream stream = new Codestream(bytes);
        int scans = 1;
        try {
            while (scans < limit && stream.nextScan()) scans++;
        } catch (DicomException damaged) {
            // The decoder detects and reports the damage.
        }
        return scans;
    }

    private void readSegment(int marker, Segment segment) throws DicomException {
        switch (marker) {
            case Marker.DQT -> tables.defineQuantization(segment);
            case Marker.DHT -> tables.defineHuffman(segment);
            case Marker.DRI -> tables.defineRestartInterval(segment);
            case Marker.DNL -> dnlLines = segment.u16();
            case Marker.APP0 -> colorMarkers.app0(segment);
            case Marker.APP14 -> colorMarkers.app14(segment);
            default -> {
                // Comments, segments of applications, and others that are not needed.
            }
        }
    }

    /**
     * Returns the code of the next marker. Skips fill bytes (B.1.1.2) and any other bytes, because some encoders add
     * padding between segments, and a scan may end with unused bytes.
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
        if (left < 2 || length > left) throw fault("JPEG " + name + " is longer than the stream", position);
        if (length < 2) throw fault("JPEG " + name + " has the length " + length + " (T.81 B.1.1.4)", position);
        Segment segment = new Segment(bytes.slice(position + 2, length - 2), position + 2, name);
        position += length;
        return segment;
    }

    private static MalformedDicomException fault(String problem, int offset) {
        return new MalformedDicomException(problem, Location.ofOffset(offset));
    }
}
