package hounsfield.codec.jpeg;

import hounsfield.codec.jpeg.ScanHeader.Entry;
import hounsfield.standard.error.DicomException;

/** Decodes one scan of a sequential DCT frame (T.81 annex F with Huffman coding). */
final class DctScan extends McuScan {
    private final BlockReader[] blocks;
    private final ComponentPlane[] planes;

    /**
     * Prepares a scan.
     *
     * @param stream positioned after the scan header
     * @param all planes of all components of the frame
     */
    DctScan(Codestream stream, ComponentPlane[] all, BitReader reader) throws DicomException {
        super(stream, reader);
        Tables tables = stream.tables();
        int count = stream.scan().components().size();
        planes = new ComponentPlane[count];
        blocks = new BlockReader[count];
        InverseDct inverse = new InverseDct(stream.frame().precision());
        int offset = stream.position();
        for (int i = 0; i < count; i++) {
            Entry entry = stream.scan().components().get(i);
            planes[i] = all[entry.index()];
            blocks[i] = new BlockReader(
                    tables.dc(entry.dc(), offset),
                    tables.ac(entry.ac(), offset),
                    tables.quantization(component(i).quantization(), offset),
                    reader,
                    inverse);
        }
        reader.begin(offset);
    }

    @Override
    int blockColumns() {
        return ComponentPlane.ceilDiv(planes[0].columns(), 8);
    }

    @Override
    int blockRows() {
        return ComponentPlane.ceilDiv(planes[0].rows(), 8);
    }

    @Override
    void readBlock(int component, int column, int row) throws DicomException {
        ComponentPlane plane = planes[component];
        blocks[component].read(plane.samples(), (row * plane.stride() + column) * 8, plane.stride());
    }

    @Override
    void restart() {
        for (BlockReader block : blocks) block.restart();
    }
}
