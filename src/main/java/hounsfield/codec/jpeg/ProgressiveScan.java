package hounsfield.codec.jpeg;

import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;

/** Reads one scan of a progressive DCT frame into its coefficients (T.81 annex G with Huffman coding). */
final class ProgressiveScan extends McuScan {
    private static final int MOST_LOW_BITS = 13;

    private final Coefficients[] components;
    private final ProgressiveBlocks[] blocks;

    /**
     * Prepares a scan.
     *
     * @param stream positioned after the scan header
     * @param all coefficients of all components of the frame
     */
    ProgressiveScan(Codestream stream, Coefficients[] all, BitReader reader) throws DicomException {
        super(stream, reader);
        ScanHeader scan = stream.scan();
        Tables tables = stream.tables();
        int offset = stream.position();
        int count = scan.components().size();
        check(scan, offset);
        components = new Coefficients[count];
        blocks = new ProgressiveBlocks[count];
        for (int i = 0; i < count; i++) {
            components[i] = all[scan.components().get(i).index()];
            blocks[i] = ProgressiveBlocks.of(scan, i, tables, components[i], reader, offset);
            components[i].begin(scan, tables, offset);
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

    @Override
    int blockColumns() {
        return components[0].columns;
    }

    @Override
    int blockRows() {
        return components[0].rows;
    }

    @Override
    void readBlock(int component, int column, int row) throws DicomException {
        blocks[component].read((row * components[component].stride + column) * 64);
    }

    @Override
    void restart() {
        for (ProgressiveBlocks block : blocks) block.restart();
    }
}
