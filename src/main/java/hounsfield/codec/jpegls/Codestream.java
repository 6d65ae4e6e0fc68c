package hounsfield.codec.jpegls;

import static hounsfield.codec.jpegls.MarkerReader.APP0;
import static hounsfield.codec.jpegls.MarkerReader.APP8;
import static hounsfield.codec.jpegls.MarkerReader.COM;
import static hounsfield.codec.jpegls.MarkerReader.DNL;
import static hounsfield.codec.jpegls.MarkerReader.DRI;
import static hounsfield.codec.jpegls.MarkerReader.EOI;
import static hounsfield.codec.jpegls.MarkerReader.LSE;
import static hounsfield.codec.jpegls.MarkerReader.NONE;
import static hounsfield.codec.jpegls.MarkerReader.SOF_LS;
import static hounsfield.codec.jpegls.MarkerReader.SOI;
import static hounsfield.codec.jpegls.MarkerReader.SOS;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.CutFrameException;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import java.util.Map;
import java.util.TreeMap;

/** Reads the marker segments of one image (T.87 annex C) and decodes its scans. */
final class Codestream {
    private static final String MAPPING_WITHOUT_TABLE =
            "a component refers to a mapping table that is not in the stream";

    private final ByteSpan frame;
    private final PixelLayout layout;
    private final DecodingContext context;
    private final MarkerReader in;

    private FrameHeader header;
    private CodingParameters.Preset preset = CodingParameters.Preset.DEFAULTS;
    private final Map<Integer, MappingTable> tables = new TreeMap<>();
    private long restartInterval;
    private long oversizeRows;
    private long oversizeColumns;
    private boolean rowsFollow;

    private ScanBits bits;
    private SampleStore store;
    private boolean[] decoded;

    Codestream(ByteSpan frame, PixelLayout layout, DecodingContext context) {
        this.frame = frame;
        this.layout = layout;
        this.context = context;
        in = new MarkerReader(frame);
    }

    Samples decode() throws DicomException {
        if (in.nextMarker() != SOI) throw in.malformed("the stream does not begin with an SOI marker");
        while (true) {
            int marker = in.nextMarker();
            if (marker == EOI) break;
            if (marker == NONE) {
                requireAllComponents();
                context.warn("JPEG-LS: the stream ends without an EOI marker");
                break;
            }
            if (marker == SOI || marker < 0xC0 || marker >= 0xD0 && marker < 0xD8) {
                throw in.malformed("the marker FF" + hex(marker) + " is not allowed here");
            }
            in.beginSegment();
            segment(marker);
            if (marker != SOS) in.endSegment();
        }
        requireAllComponents();
        return store.samples();
    }

    private void segment(int marker) throws DicomException {
        if (marker == SOF_LS) frameHeader();
        else if (marker == LSE) presetParameters();
        else if (marker == DRI) restartInterval = in.number(Math.min(4, in.remaining())); // 2, 3 or 4 bytes (C.2.5)
        else if (marker == SOS) scan();
        else if (marker == DNL) numberOfLines();
        else if (marker == APP8) colorTransform();
        else if (marker != COM && (marker < APP0 || marker > APP0 + 15)) {
            throw in.unsupported("the marker FF" + hex(marker) + " belongs to another coding process");
        }
    }

    private void frameHeader() throws DicomException {
        if (header != null) throw in.malformed("the stream has a second frame header");
        header = FrameHeader.read(in);
        decoded = new boolean[header.components().length];
        if (decoded.length != layout.samplesPerPixel()) {
            throw in.malformed("the stream has " + decoded.length + " components, but Samples per Pixel is "
                    + layout.samplesPerPixel());
        }
    }

    /** Reads an LSE segment (C.2.4.1). */
    private void presetParameters() throws DicomException {
        int kind = in.uint8();
        switch (kind) {
            case 1 ->
                preset = new CodingParameters.Preset(in.uint16(), in.uint16(), in.uint16(), in.uint16(), in.uint16());
            case 2 -> tables.put(in.uint8(), MappingTable.read(in));
            case 3 -> {
                int identifier = in.uint8();
                MappingTable begun = tables.get(identifier);
                if (begun == null) throw in.malformed("a mapping table is continued that has not begun");
                tables.put(identifier, begun.continued(in));
            }
            case 4 -> {
                int bytes = in.uint8();
                if (bytes < 2 || bytes > 4)
                    throw in.malformed("image dimensions are given in " + bytes + " bytes (T.87 C.2.4.1.4)");
                oversizeRows = in.number(bytes);
                oversizeColumns = in.number(bytes);
            }
            default -> throw in.unsupported("an extension (LSE with ID " + kind + ", ITU-T T.870)");
        }
    }

    /** Reads DNL, which follows if the frame header does not give the number of lines (T.81 B.2.5). */
    private void numberOfLines() throws DicomException {
        int lines = (int) in.number(Math.min(4, in.remaining()));
        if (rowsFollow && lines != layout.rows())
            throw in.malformed("the stream has " + lines + " lines, but Rows is " + layout.rows());
    }

    /** Reads the "mrfx" segment of Hewlett-Packard's encoder: a color transform that is not part of T.87. */
    private void colorTransform() throws DicomException {
        if (in.remaining() != 5 || in.number(4) != 0x6D726678) return;
        int transform = in.uint8();
        if (transform != 0) throw in.unsupported("the HP color transform " + transform + " (APP8 \"mrfx\")");
    }

    private void scan() throws DicomException {
        if (header == null) throw in.malformed("a scan begins before the frame header");
        requireSameSize();
        ScanHeader scan = ScanHeader.read(in, header);
        if (scan.interleave() == ScanHeader.BY_LINE && header.linesOfUnit() > 1) {
            throw in.unsupported(
                    "components are interleaved by " + header.linesOfUnit() + " lines at a time (T.87 B.2)");
        }
        in.endSegment();
        CodingParameters parameters = CodingParameters.of(preset, header.precision(), scan.near());
        String problem = parameters.problem(header.precision());
        if (problem != null) throw in.malformed(problem + " (T.87 C.2.3, C.2.4.1.1)");
        if (store == null) {
            store = new SampleStore(layout, header.precision(), frame.length(), context);
            bits = new ScanBits(frame);
        }
        store.beginScan(bits, scan.near(), tablesOf(scan));
        long leftOver = decode(
                new ScanDecoder(in, bits, scan, parameters, layout.rows(), layout.columns(), restartInterval),
                scan.components().length == decoded.length);
        if (leftOver >= 16) {
            context.warn("JPEG-LS: a scan has " + leftOver / 8 + " bytes more than its samples need");
        }
    }

    /** @param whole whether the scan contains all components */
    private long decode(ScanDecoder scan, boolean whole) throws MalformedDicomException {
        try {
            return scan.decode(store, context);
        } catch (MalformedDicomException e) {
            if (!whole || !bits.isCut()) throw e;
            throw CutFrameException.ofMissingMarker(e, scan.certainRows(), layout, store::allSamples);
        }
    }

    /** Checks that the size in the stream, from whichever segment gives it, is that of the Data Set. */
    private void requireSameSize() throws DicomException {
        long rows = header.rows() != 0 ? header.rows() : oversizeRows;
        long columns = header.columns() != 0 ? header.columns() : oversizeColumns;
        rowsFollow = rows == 0;
        if (columns != layout.columns() || !rowsFollow && rows != layout.rows()) {
            throw in.malformed("the stream has " + columns + " x " + rows + " pixels, but Columns and Rows are "
                    + layout.columns() + " x " + layout.rows());
        }
    }

    private MappingTable[] tablesOf(ScanHeader scan) throws DicomException {
        MappingTable[] used = new MappingTable[scan.tables().length];
        for (int i = 0; i < used.length; i++) {
            int component = scan.components()[i];
            if (decoded[component])
                throw in.malformed("component " + header.components()[component] + " is coded twice");
            decoded[component] = true;
            int identifier = scan.tables()[i];
            if (identifier == 0) continue;
            used[i] = tables.get(identifier);
            if (used[i] == null) throw in.malformed(MAPPING_WITHOUT_TABLE);
        }
        return used;
    }

    private void requireAllComponents() throws DicomException {
        if (header == null) throw in.malformed("the frame header is missing");
        for (int i = 0; i < decoded.length; i++) {
            if (!decoded[i]) throw in.malformed("component " + header.components()[i] + " is missing");
        }
    }

    private static String hex(int marker) {
        return String.format("%02X", marker);
    }
}
