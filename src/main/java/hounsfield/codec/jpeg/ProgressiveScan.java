package hounsfield.codec.jpeg;

import hounsfield.codec.DecodingContext;
import hounsfield.codec.jpeg.FrameHeader.Component;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;

/** Reads one scan of a progressive DCT frame into its coefficients (T.81 annex G with Huffman coding). */
final class ProgressiveScan {
    private static final int MOST_LOW_BITS = 13;

    private final FrameHeader frame;
    private final Coefficients[] components;
    private final ProgressiveBlocks[] blocks;
    private final BitReader reader;
    private final int restartInterval;

    /**
     * Prepares a scan.
     *
     * @param stream positioned after the scan header
     * @param all coefficients of all components of the frame
     */
    ProgressiveScan(Codestream stream, Coefficients[] all, BitReader reader) throws DicomException {
        this.frame = stream.frame();
        this.reader = reader;
        ScanHeader scan = stream.scan();
        Tables tables = stream.tables();
        int offset = stream.position();
        int count = scan.components().size();
        check(scan, offset);
        restartInterval = tables.restartInterval();
        components = new Coefficients[count];
        blocks = new ProgressiveBlocks[count];
        int blocksInMcu = 0;
        for (int i = 0; i < count; i++) {
            components[i] = all[scan.components().get(i).index()];
            Component component = components[i].component();
            blocksInMcu += component.h() * component.v();
            blocks[i] = ProgressiveBlocks.of(scan, i, tables, components[i], reader, offset);
            components[i].begin(scan, tables, offset);
        }
        if (count > 1 && blocksInMcu > 10) {
            throw fault("has " + blocksInMcu + " blocks in an MCU, more than 10 (T.81 B.2.3)", offset);
        }
        reader.begin(offset);
    }

    /** Checks band and bits (G.1.1.1, table B.3). */
    private static void check(ScanHeader scan, int offset) throws MalformedDicomException {
        boolean means = scan.start() == 0;
        boolean band = means ? scan.end() == 0 : scan.start() <= scan.end() && scan.end() <= 63;
        boolean bits =
                scan.transform() <= MOST_LOW_BITS && (scan.previous() == 0 || scan.previous() == scan.transform() + 1);
        if (!band || !bits || !means && scan.components().size() > 1) {
            throw fault(
                    "has coefficients " + scan.start() + " to " + scan.end() + ", bits " + scan.previous() + " to "
                            + scan.transform() + " of " + scan.components().size()
                            + " components, which is not a valid progression (T.81 G.1.1.1)",
                    offset);
        }
    }

    /**
     * Reads the scan.
     *
     * @throws DicomException if it ends early, or its bits are invalid
     */
    void read(DecodingContext context) throws DicomException {
        boolean interleaved = components.length > 1;
        int columns = interleaved ? ComponentPlane.mcuColumns(frame, 8) : components[0].columns;
        int rows = interleaved ? ComponentPlane.mcuRows(frame, 8) : components[0].rows;
        int toRestart = restartInterval == 0 ? Integer.MAX_VALUE : restartInterval;
        int restarts = 0;
        for (int y = 0; y < rows; y++) {
            context.check();
            for (int x = 0; x < columns; x++) {
                if (toRestart-- == 0) {
                    if (!reader.restart(restarts++ & 7)) throw endsEarly(y, rows);
                    for (ProgressiveBlocks block : blocks) block.restart();
                    toRestart = restartInterval - 1;
                }
                if (!readMcu(x, y, interleaved)) throw endsEarly(y, rows);
            }
        }
    }

    private boolean readMcu(int x, int y, boolean interleaved) throws DicomException {
        try {
            if (interleaved) interleavedMcu(x, y);
            else blocks[0].read((y * components[0].stride + x) * 64);
        } catch (MalformedDicomException damaged) {
            if (!reader.isCut()) throw damaged;
            return false;
        }
        return !reader.overrun();
    }

    private void interleavedMcu(int x, int y) throws DicomException {
        for (int i = 0; i < blocks.length; i++) {
            Component component = components[i].component();
            for (int v = 0; v < component.v(); v++) {
                int row = (y * component.v() + v) * components[i].stride;
                for (int h = 0; h < component.h(); h++) blocks[i].read((row + x * component.h() + h) * 64);
            }
        }
    }

    private MalformedDicomException endsEarly(int row, int rows) {
        return fault("ends early, in block row " + row + " of " + rows, reader.byteOffset());
    }

    private static MalformedDicomException fault(String problem, int offset) {
        return new MalformedDicomException("JPEG scan " + problem, Location.ofOffset(offset));
    }
}
