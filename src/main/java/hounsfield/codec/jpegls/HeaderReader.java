package hounsfield.codec.jpegls;

import static hounsfield.codec.jpegls.MarkerReader.DNL;
import static hounsfield.codec.jpegls.MarkerReader.EOI;
import static hounsfield.codec.jpegls.MarkerReader.LSE;
import static hounsfield.codec.jpegls.MarkerReader.NONE;
import static hounsfield.codec.jpegls.MarkerReader.SOF_LS;
import static hounsfield.codec.jpegls.MarkerReader.SOI;
import static hounsfield.codec.jpegls.MarkerReader.SOS;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.StreamHeader;
import hounsfield.codec.StreamHeader.Color;
import hounsfield.standard.error.DicomException;
import java.util.Map;
import java.util.TreeMap;

/** Reads the marker segments up to the first scan (T.87 annex C), and the number of lines after it if it is there. */
final class HeaderReader {
    private final ByteSpan stream;
    private final MarkerReader in;
    /** Bytes per entry of each mapping table. */
    private final Map<Integer, Integer> entryBytes = new TreeMap<>();

    private FrameHeader frame;
    private long oversizeRows;
    private long oversizeColumns;

    HeaderReader(ByteSpan stream) {
        this.stream = stream;
        in = new MarkerReader(stream);
    }

    StreamHeader read() throws DicomException {
        if (in.nextMarker() != SOI) throw in.malformed("the stream does not begin with an SOI marker");
        for (int marker = in.nextMarker(); marker != SOS; marker = in.nextMarker()) {
            if (marker == NONE || marker == EOI) throw in.malformed("the stream ends before its first scan");
            in.beginSegment();
            if (marker == SOF_LS) frame = FrameHeader.read(in);
            else if (marker == LSE) presetParameters();
            in.endSegment();
        }
        if (frame == null) throw in.malformed("a scan begins before the frame header");
        in.beginSegment();
        int precision = precision(ScanHeader.read(in, frame));
        in.endSegment();
        long columns = frame.columns() != 0 ? frame.columns() : oversizeColumns;
        long rows = frame.rows() != 0 ? frame.rows() : oversizeRows;
        if (rows == 0) rows = linesAfterScan();
        if (columns == 0 || columns > Integer.MAX_VALUE || rows > Integer.MAX_VALUE) {
            throw in.malformed("the image has " + columns + " x " + rows + " pixels");
        }
        int components = frame.components().length;
        return new StreamHeader(
                (int) rows, (int) columns, components, precision, false, Color.of(components, Color.RGB));
    }

    /** Reads an LSE segment as far as it concerns the size of the image or of its samples (C.2.4.1). */
    private void presetParameters() throws DicomException {
        int kind = in.uint8();
        if (kind == 2) {
            entryBytes.put(in.uint8(), in.uint8());
        } else if (kind == 4) {
            int bytes = in.uint8();
            oversizeRows = in.number(Math.min(4, bytes));
            oversizeColumns = in.number(Math.min(4, bytes));
        }
    }

    /** Returns the bits of a value: those of a sample, or those of an entry of its mapping table. */
    private int precision(ScanHeader scan) {
        int precision = 0;
        for (int table : scan.tables()) {
            Integer bytes = entryBytes.get(table);
            precision = Math.max(precision, table == 0 || bytes == null ? frame.precision() : Byte.SIZE * bytes);
        }
        return precision;
    }

    /** Returns the number of lines in DNL, which follows the first scan (T.81 B.2.5). */
    private long linesAfterScan() throws DicomException {
        // In coded data, the bit after a byte FF is 0 (A.1); a marker has 1 there.
        for (int i = in.position(); i + 1 < stream.length(); i++) {
            if (stream.at(i) != 0xFF || stream.at(i + 1) < 0x80 || stream.at(i + 1) == 0xFF) continue;
            in.skipTo(i);
            int marker = in.nextMarker();
            if (marker == DNL) {
                in.beginSegment();
                long lines = in.number(Math.min(4, in.remaining()));
                if (lines > 0) return lines;
                break;
            }
            boolean restart = marker >= MarkerReader.RST0 && marker < SOI;
            if (!restart) break;
        }
        throw in.malformed("the stream does not contain its number of lines (T.81 B.2.5)");
    }
}
