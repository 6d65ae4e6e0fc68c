package hounsfield.codec.jpeg;

import hounsfield.codec.DecodingContext;
import hounsfield.codec.jpeg.ScanHeader.Entry;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;

/** Decodes one scan of a lossless frame (T.81 annex H with Huffman coding, H.2). */
final class LosslessScan {
    /** Receives decoded rows, interleaved by pixel. */
    interface RowTarget {
        void accept(int row, short[] samples);
    }

    private final FrameHeader frame;
    private final ScanHeader scan;
    private final BitReader reader;
    private final DecodingContext context;
    private final DifferenceReader[] differences;
    private final int restartInterval;
    private final int offset;
    /** Ss, which selects the predictor (table H.1). */
    private final int selection;
    /** Prediction of the first sample of a scan or restart interval (H.1.2.1). */
    private final int initial;
    /** Number of rows that {@link #decodeRows} decoded before the last byte of the data. */
    private int certainRows;

    /**
     * Prepares a scan.
     *
     * @param stream positioned after the scan header
     * @param context can cancel
     */
    LosslessScan(Codestream stream, BitReader reader, DecodingContext context) throws DicomException {
        this.frame = stream.frame();
        this.scan = stream.scan();
        this.reader = reader;
        this.context = context;
        offset = stream.position();
        selection = scan.start();
        restartInterval = stream.tables().restartInterval();
        if (selection < 1 || selection > 7)
            throw fault("has the predictor " + selection + ", outside 1 to 7 (T.81 H.2)");
        if (scan.transform() >= frame.precision()) {
            throw fault(
                    "has the point transform " + scan.transform() + " for " + frame.precision() + " bits (T.81 H.1.1)");
        }
        initial = 1 << (frame.precision() - scan.transform() - 1);
        differences = new DifferenceReader[scan.components().size()];
        for (int i = 0; i < differences.length; i++) {
            Entry entry = scan.components().get(i);
            differences[i] = new DifferenceReader(stream.tables().lossless(entry.dc(), offset), reader);
        }
        reader.begin(offset);
    }

    /**
     * Decodes a scan whose MCU is one pixel: a single component, or several of the same size.
     *
     * @param columns pixels per row
     * @throws DicomException at the first bits that cannot be decoded
     */
    void decodeRows(int columns, int rows, RowTarget target) throws DicomException {
        int step = differences.length;
        int length = columns * step;
        int interval = rowsOfInterval(columns);
        short[] row = new short[length];
        short[] above = new short[length];
        for (int y = 0; y < rows; y++) {
            context.check();
            boolean first = y % interval == 0;
            if (first && y > 0) restart(y / interval - 1, y, rows);
            // The predictor of the first row of an interval is Ra, and that of the first pixel of other rows is Rb
            // (H.1.2.1).
            boolean left = first || selection == Predictor.LEFT;
            for (int i = 0; i < step; i++) differences[i].predict(first ? initial : above[i], left);
            DifferenceReader.readRow(differences, row, length);
            if (!left) Predictor.undo(selection, row, above, step, length);
            if (reader.overrun()) throw reader.endsEarly(y, rows);
            target.accept(y, row);
            if (reader.hasByte()) certainRows = y + 1;
            short[] swap = above;
            above = row;
            row = swap;
        }
    }

    /** Returns the number of rows that are certain if the stream is cut. */
    int certainRows() {
        return certainRows;
    }

    /**
     * Decodes an interleaved scan of components of different sizes (A.2.3), sample by sample.
     *
     * @param planes those of the components of the scan, in its order, with room for whole MCUs
     */
    void decodeMcus(ComponentPlane[] planes) throws DicomException {
        int mcuColumns = ComponentPlane.mcuColumns(frame, 1);
        int mcuRows = ComponentPlane.mcuRows(frame, 1);
        int interval = rowsOfInterval(mcuColumns);
        for (int mcuRow = 0; mcuRow < mcuRows; mcuRow++) {
            context.check();
            boolean first = mcuRow % interval == 0;
            if (first && mcuRow > 0) restart(mcuRow / interval - 1, mcuRow, mcuRows);
            for (int mcuColumn = 0; mcuColumn < mcuColumns; mcuColumn++) {
                for (int i = 0; i < planes.length; i++) decodeUnit(i, planes[i], mcuColumn, mcuRow, first);
            }
            if (reader.overrun()) throw reader.endsEarly(mcuRow, mcuRows);
        }
    }

    private void decodeUnit(int index, ComponentPlane plane, int mcuColumn, int mcuRow, boolean firstRow)
            throws DicomException {
        var component = frame.components().get(scan.components().get(index).index());
        short[] samples = plane.samples();
        for (int v = 0; v < component.v(); v++) {
            for (int h = 0; h < component.h(); h++) {
                int x = mcuColumn * component.h() + h;
                int at = (mcuRow * component.v() + v) * plane.stride() + x;
                int prediction = predict(samples, at, x, plane.stride(), firstRow && v == 0);
                samples[at] = (short) (prediction + differences[index].next());
            }
        }
    }

    private int predict(short[] samples, int at, int x, int stride, boolean firstRow) {
        if (x == 0) return firstRow ? initial : samples[at - stride] & 0xFFFF;
        int left = samples[at - 1] & 0xFFFF;
        if (firstRow) return left;
        return Predictor.predict(selection, left, samples[at - stride] & 0xFFFF, samples[at - stride - 1] & 0xFFFF);
    }

    /** Returns the number of rows between restart markers; a lossless interval consists of whole rows of MCUs (H.1.1). */
    private int rowsOfInterval(int mcuColumns) throws MalformedDicomException {
        if (restartInterval == 0) return Integer.MAX_VALUE;
        if (restartInterval % mcuColumns != 0) {
            throw fault("has a restart interval of " + restartInterval + " MCUs, which is not a multiple of the "
                    + mcuColumns + " in a row (T.81 H.1.1)");
        }
        return restartInterval / mcuColumns;
    }

    private void restart(int index, int row, int rows) throws MalformedDicomException {
        if (reader.restart(index & 7)) return;
        if (reader.overrun()) throw reader.endsEarly(row, rows);
        throw new MalformedDicomException(
                "JPEG restart marker " + (index & 7) + " is missing before row " + row + " (T.81 F.2.1.3.1)",
                Location.ofOffset(reader.byteOffset()));
    }

    private MalformedDicomException fault(String problem) {
        return new MalformedDicomException("JPEG scan " + problem, Location.ofOffset(offset));
    }
}
