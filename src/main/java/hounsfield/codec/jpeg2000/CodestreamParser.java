package hounsfield.codec.jpeg2000;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.jpeg2000.Codestream.Range;
import hounsfield.codec.jpeg2000.Codestream.TileData;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** Reads the marker segments of the main header and of the tile-parts (T.800 annex A). */
final class CodestreamParser {
    private static final int SOT_LENGTH = 10;

    private final SegmentReader in;
    private final boolean partial;
    private final DecodingContext context;
    private Codestream stream;
    private Parameters main;
    /** The bytes of the PPM segments by index. They are joined and split again at the end of the main header. */
    private final TreeMap<Integer, byte[]> ppm = new TreeMap<>();

    private final Deque<byte[]> packedByPart = new ArrayDeque<>();
    private boolean mainPacked;

    private CodestreamParser(ByteSpan frame, boolean partial, DecodingContext context) throws DicomException {
        this.in = new SegmentReader(frame, Jp2Boxes.findCodestream(frame), frame.length());
        this.partial = partial;
        this.context = context;
    }

    /**
     * Reads all headers.
     *
     * @param partial whether to read as much as possible of an incomplete stream
     */
    static Codestream parse(ByteSpan frame, boolean partial, DecodingContext context) throws DicomException {
        CodestreamParser parser = new CodestreamParser(frame, partial, context);
        parser.mainHeader();
        parser.tileParts();
        return parser.stream;
    }

    /** Reads only the size of the image. */
    static ImageSize size(ByteSpan frame) throws DicomException {
        CodestreamParser parser = new CodestreamParser(frame, false, new DecodingContext());
        return parser.imageSize();
    }

    private ImageSize imageSize() throws DicomException {
        if (in.u16() != Marker.SOC) throw in.malformed("the SOC marker is missing");
        if (in.u16() != Marker.SIZ) throw in.malformed("SIZ does not follow SOC (A.5.1)");
        return ImageSize.read(segment("SIZ"));
    }

    /** Reads from SOC to the first SOT. */
    private void mainHeader() throws DicomException {
        ImageSize size = imageSize();
        stream = Codestream.of(in.frame(), size);
        main = new Parameters(size.components().length);
        while (true) {
            int start = in.position();
            int marker = in.u16();
            if (marker == Marker.SOT) {
                in.position(start);
                break;
            }
            if (marker == Marker.PPM) {
                SegmentReader segment = segment("PPM");
                mainPacked = true;
                ppm.put(segment.u8(), segment.rest());
            } else {
                codingSegment(marker, main, start);
            }
        }
        main.check(in.position());
        splitPpm();
    }

    /**
     * Reads a marker segment that is allowed in both kinds of header. Segments that a decoder does not need are
     * skipped.
     */
    private void codingSegment(int marker, Parameters parameters, int start) throws DicomException {
        if (marker < 0xFF00 || marker == Marker.SOC || marker == Marker.EOC || marker == Marker.SOD) {
            throw SegmentReader.malformed(String.format("found %04X instead of a marker segment", marker), start);
        }
        if (marker >= 0xFF30 && marker <= 0xFF3F) return; // these have no parameters (A.1)
        SegmentReader segment = segment(String.format("marker segment %04X", marker));
        switch (marker) {
            case Marker.COD -> parameters.readCod(segment);
            case Marker.COC -> parameters.readCoc(segment);
            case Marker.QCD -> parameters.readQcd(segment);
            case Marker.QCC -> parameters.readQcc(segment);
            case Marker.RGN -> parameters.readRgn(segment);
            case Marker.POC -> parameters.readPoc(segment);
            default -> {} // CAP, PRF, CPF, TLM, PLM, PLT, CRG, COM
        }
    }

    private SegmentReader segment(String name) throws DicomException {
        int start = in.position();
        int length = in.u16();
        if (length < 2) throw SegmentReader.malformed(name + " has a length of " + length, start);
        return in.segment(length - 2);
    }

    /**
     * Splits the joined bytes of PPM. They are a sequence of a length and packet headers for each tile-part, in the
     * order of the stream (A.7.4).
     */
    private void splitPpm() throws DicomException {
        int total = 0;
        for (byte[] bytes : ppm.values()) total += bytes.length;
        byte[] joined = new byte[total];
        int filled = 0;
        for (byte[] bytes : ppm.values()) {
            System.arraycopy(bytes, 0, joined, filled, bytes.length);
            filled += bytes.length;
        }
        SegmentReader reader = new SegmentReader(ByteSpan.of(joined), 0, total);
        while (reader.remaining() > 0) {
            if (reader.remaining() < 4) throw in.malformed("PPM ends in the middle of a length");
            long length = reader.u32();
            if (length > reader.remaining())
                throw in.malformed("PPM declares " + length + " bytes of packet headers, more than it has");
            packedByPart.add(reader.segment((int) length).rest());
        }
    }

    private void tileParts() throws DicomException {
        try {
            while (in.remaining() >= 2) {
                int start = in.position();
                int marker = in.u16();
                if (marker == Marker.EOC) return;
                if (marker != Marker.SOT) {
                    throw SegmentReader.malformed(
                            String.format("found %04X instead of a tile-part (SOT)", marker), start);
                }
                tilePart(start);
            }
            context.warn("JPEG 2000: the end of codestream marker (EOC) is missing");
        } catch (MalformedDicomException e) {
            if (!partial) throw e;
            context.warn(e.getMessage());
            // The incomplete header may have left its tile with only a part of its parameters.
            stream.tiles().values().removeIf(tile -> tile.parameters.problem().isPresent());
        }
    }

    private void tilePart(int start) throws DicomException {
        SegmentReader sot = segment("SOT");
        int index = sot.u16();
        long length = sot.u32();
        if (index >= stream.size().tiles()) {
            throw SegmentReader.malformed(
                    "the tile index is " + index + ", but there are "
                            + stream.size().tiles() + " tiles",
                    start);
        }
        TileData tile = stream.tiles().get(index);
        if (tile == null) {
            tile = new TileData(index, main.forTile());
            stream.tiles().put(index, tile);
        }
        tilePartHeader(tile);
        int first = in.position();
        int end = tilePartEnd(start, first, length);
        tile.parts.add(new Range(first, end));
        in.position(end);
    }

    private void tilePartHeader(TileData tile) throws DicomException {
        TreeMap<Integer, byte[]> ppt = new TreeMap<>();
        while (true) {
            int start = in.position();
            int marker = in.u16();
            if (marker == Marker.SOD) break;
            if (marker == Marker.PPT) {
                SegmentReader segment = segment("PPT");
                ppt.put(segment.u8(), segment.rest());
            } else {
                codingSegment(marker, tile.parameters, start);
            }
        }
        tile.parameters.check(in.position());
        if (mainPacked) {
            if (packedByPart.isEmpty()) throw in.malformed("PPM has no packet headers for this tile-part");
            tile.packedHeaders.add(packedByPart.remove());
        } else {
            for (Map.Entry<Integer, byte[]> part : ppt.entrySet()) tile.packedHeaders.add(part.getValue());
        }
    }

    /**
     * Returns the end of a tile-part. Psot gives it; 0 means the rest of the stream. A Psot that does not lead to
     * another tile-part or the end is wrong; then the next possible marker counts, because packets do not contain codes
     * above FF8F (B.10.1).
     */
    private int tilePartEnd(int start, int first, long length) throws DicomException {
        if (length == 0) return lastEnd(first);
        long end = start + length;
        if (end >= first && end <= in.limit() && (end == in.limit() || delimiterAt((int) end))) return (int) end;
        int found = first;
        while (found < in.limit() && !delimiterAt(found)) found++;
        if (found == in.limit() && end > in.limit() && !partial) {
            throw SegmentReader.malformed(
                    "the tile-part from byte " + start + " ends " + (end - in.limit()) + " bytes early", found);
        }
        context.warn("JPEG 2000: the length of a tile-part (Psot) is wrong");
        return found;
    }

    private boolean delimiterAt(int position) {
        if (position + 2 > in.limit()) return false;
        int marker = in.frame().at(position) << 8 | in.frame().at(position + 1);
        if (marker == Marker.EOC) return true;
        return marker == Marker.SOT
                && position + 4 <= in.limit()
                && in.frame().at(position + 2) == 0
                && in.frame().at(position + 3) == SOT_LENGTH;
    }

    /**
     * Returns the end of the last tile-part: EOC, searched backwards across padding after it, or else the end of the
     * frame.
     */
    private int lastEnd(int first) {
        for (int i = in.limit() - 2; i >= first && i >= in.limit() - 64; i--) {
            if (delimiterAt(i)) return i;
        }
        return in.limit();
    }
}
