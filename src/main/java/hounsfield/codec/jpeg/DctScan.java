package hounsfield.codec.jpeg;

import hounsfield.codec.DecodingContext;
import hounsfield.codec.jpeg.FrameHeader.Component;
import hounsfield.codec.jpeg.ScanHeader.Entry;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;

/** Decodes one scan of a sequential DCT frame (T.81 annex F with Huffman coding). */
final class DctScan {
    private final FrameHeader frame;
    private final Component[] components;
    private final BlockReader[] blocks;
    private final ComponentPlane[] planes;
    private final BitReader reader;
    private final int restartInterval;
    /** Number of rows of MCUs that were decoded before the last byte of the data. */
    private int certainRows;

    /**
     * Prepares a scan.
     *
     * @param stream positioned after the scan header
     * @param planes those of all components of the frame
     */
    DctScan(Codestream stream, ComponentPlane[] planes, BitReader reader) throws DicomException {
        this.frame = stream.frame();
        this.reader = reader;
        Tables tables = stream.tables();
        restartInterval = tables.restartInterval();
        int count = stream.scan().components().size();
        this.components = new Component[count];
        this.planes = new ComponentPlane[count];
        this.blocks = new BlockReader[count];
        InverseDct inverse = new InverseDct(frame.precision());
        int offset = stream.position();
        int unitsInMcu = 0;
        for (int i = 0; i < count; i++) {
            Entry entry = stream.scan().components().get(i);
            components[i] = frame.components().get(entry.index());
            this.planes[i] = planes[entry.index()];
            unitsInMcu += components[i].h() * components[i].v();
            blocks[i] = new BlockReader(
                    tables.dc(entry.dc(), offset),
                    tables.ac(entry.ac(), offset),
                    tables.quantization(components[i].quantization(), offset),
                    reader,
                    inverse);
        }
        if (count > 1 && unitsInMcu > 10) {
            throw new MalformedDicomException(
                    "JPEG scan has " + unitsInMcu + " blocks in an MCU, more than 10 (T.81 B.2.3)",
                    Location.ofOffset(offset));
        }
        reader.begin(offset);
    }

    /**
     * Decodes the scan.
     *
     * @throws DicomException if it ends early, or its bits are invalid
     */
    void decode(DecodingContext context) throws DicomException {
        boolean interleaved = components.length > 1;
        // A scan of one component codes no blocks beyond its edges (A.2.2); each MCU is a single block.
        int columns =
                interleaved ? ComponentPlane.mcuColumns(frame, 8) : ComponentPlane.ceilDiv(planes[0].columns(), 8);
        int rows = interleaved ? ComponentPlane.mcuRows(frame, 8) : ComponentPlane.ceilDiv(planes[0].rows(), 8);
        int toRestart = restartInterval == 0 ? Integer.MAX_VALUE : restartInterval;
        int restarts = 0;
        for (int y = 0; y < rows; y++) {
            context.check();
            for (int x = 0; x < columns; x++) {
                if (toRestart-- == 0) {
                    if (!reader.restart(restarts++ & 7)) throw endsEarly(y, rows);
                    for (BlockReader block : blocks) block.restart();
                    toRestart = restartInterval - 1;
                }
                if (!decodeMcu(x, y, interleaved)) throw endsEarly(y, rows);
            }
            if (reader.hasByte()) certainRows = y + 1;
        }
    }

    /** Returns the number of rows of MCUs that are certain if the stream is cut. */
    int certainRows() {
        return certainRows;
    }

    private boolean decodeMcu(int x, int y, boolean interleaved) throws DicomException {
        try {
            if (interleaved) interleavedMcu(x, y);
            else blocks[0].read(planes[0].samples(), (y * planes[0].stride() + x) * 8, planes[0].stride());
        } catch (MalformedDicomException damaged) {
            if (!reader.isCut()) throw damaged;
            return false;
        }
        return !reader.overrun();
    }

    private void interleavedMcu(int x, int y) throws DicomException {
        for (int i = 0; i < blocks.length; i++) {
            int stride = planes[i].stride();
            for (int v = 0; v < components[i].v(); v++) {
                int row = (y * components[i].v() + v) * stride;
                for (int h = 0; h < components[i].h(); h++) {
                    blocks[i].read(planes[i].samples(), (row + x * components[i].h() + h) * 8, stride);
                }
            }
        }
    }

    private MalformedDicomException endsEarly(int row, int rows) {
        return new MalformedDicomException(
                "JPEG scan ends early, in block row " + row + " of " + rows, Location.ofOffset(reader.byteOffset()));
    }
}
