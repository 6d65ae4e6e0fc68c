package hounsfield.codec.jpeg;

import hounsfield.codec.DecodingContext;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;

/** Reads the MCUs of one scan of a DCT frame in their order (T.81 A.2), with restart intervals (E.2.4). */
abstract class McuScan {
    private static final int MOST_BLOCKS_IN_MCU = 10;

    private final FrameHeader frame;
    private final Component[] components;
    private final BitReader reader;
    private final int restartInterval;
    /** Number of rows of MCUs that were read before the last byte of the data. */
    private int certainRows;

    /**
     * Prepares a scan.
     *
     * @param stream positioned after the scan header
     */
    McuScan(Codestream stream, BitReader reader) throws DicomException {
        frame = stream.frame();
        this.reader = reader;
        restartInterval = stream.tables().restartInterval();
        components = stream.scan().components().stream()
                .map(entry -> frame.components().get(entry.index()))
                .toArray(Component[]::new);
        int blocks = 0;
        for (Component component : components) blocks += component.h() * component.v();
        if (components.length > 1 && blocks > MOST_BLOCKS_IN_MCU) {
            throw fault(
                    "has " + blocks + " blocks in an MCU, more than " + MOST_BLOCKS_IN_MCU + " (T.81 B.2.3)",
                    stream.position());
        }
    }

    /** Returns the component at a place in the scan header. */
    final Component component(int place) {
        return components[place];
    }

    /** Returns the columns of blocks that a scan of one component codes: none beyond the component's edges (A.2.2). */
    abstract int blockColumns();

    /** Returns the rows of blocks that a scan of one component codes. */
    abstract int blockRows();

    /** Reads the next block, which is that of a component of the scan at a column and row of blocks. */
    abstract void readBlock(int component, int column, int row) throws DicomException;

    /** Resets the predictions of all components. */
    abstract void restart();

    /**
     * Reads the scan.
     *
     * @throws DicomException if it ends early, or its bits are invalid
     */
    final void read(DecodingContext context) throws DicomException {
        boolean interleaved = components.length > 1;
        int columns = interleaved ? ComponentPlane.mcuColumns(frame, 8) : blockColumns();
        int rows = interleaved ? ComponentPlane.mcuRows(frame, 8) : blockRows();
        int toRestart = restartInterval == 0 ? Integer.MAX_VALUE : restartInterval;
        int restarts = 0;
        for (int y = 0; y < rows; y++) {
            context.check();
            for (int x = 0; x < columns; x++) {
                if (toRestart-- == 0) {
                    if (!reader.restart(restarts++ & 7)) throw endsEarly(y, rows);
                    restart();
                    toRestart = restartInterval - 1;
                }
                if (!readMcu(x, y, interleaved)) throw endsEarly(y, rows);
            }
            if (reader.hasByte()) certainRows = y + 1;
        }
    }

    /** Returns the number of rows of MCUs that are certain if the stream is cut. */
    final int certainRows() {
        return certainRows;
    }

    private boolean readMcu(int x, int y, boolean interleaved) throws DicomException {
        try {
            if (interleaved) readInterleaved(x, y);
            else readBlock(0, x, y);
        } catch (MalformedDicomException damaged) {
            if (!reader.isCut()) throw damaged;
            return false;
        }
        return !reader.overrun();
    }

    private void readInterleaved(int x, int y) throws DicomException {
        for (int i = 0; i < components.length; i++) {
            int h = components[i].h();
            int v = components[i].v();
            for (int row = y * v; row < (y + 1) * v; row++) {
                for (int column = x * h; column < (x + 1) * h; column++) readBlock(i, column, row);
            }
        }
    }

    private MalformedDicomException endsEarly(int row, int rows) {
        return fault("ends early, in block row " + row + " of " + rows, reader.byteOffset());
    }

    static MalformedDicomException fault(String problem, int offset) {
        return new MalformedDicomException("JPEG scan " + problem, Location.ofOffset(offset));
    }
}
