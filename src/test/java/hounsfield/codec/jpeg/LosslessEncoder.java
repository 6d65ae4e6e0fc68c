package hounsfield.codec.jpeg;

import hounsfield.codec.jpeg.JpegBytes.Component;
import hounsfield.codec.jpeg.JpegBytes.Huffman;
import java.util.ArrayList;
import java.util.List;

/** A plain encoder of lossless JPEG for tests, sample by sample after ITU-T T.81 annex H. */
final class LosslessEncoder {
    /** Codes of 2 to 16 bits; so some are longer than any look-up table. */
    static final Huffman GROWING = Huffman.growing(2, JpegBytes.range(17));

    /** Codes of 5 bits. */
    static final Huffman FLAT = Huffman.flat(5, JpegBytes.range(17));

    int precision = 8;
    int predictor = 1;
    int transform;
    /** In rows of MCUs; 0 for none. */
    int restartRows;

    boolean interleaved = true;
    boolean lateRows;
    Huffman huffman = FLAT;
    /** Sampling factors by component, h and v; all 1 x 1 by default. */
    int[][] sampling = {{1, 1}, {1, 1}, {1, 1}, {1, 1}};

    private JpegBytes out;

    /**
     * Encodes an image.
     *
     * @param pixels unsigned, row by row, samples of a pixel together; a subsampled component takes the first sample of
     *     each of its cells
     */
    byte[] encode(int rows, int columns, int samples, int[] pixels) {
        int maxH = 1;
        int maxV = 1;
        List<Component> components = new ArrayList<>();
        for (int c = 0; c < samples; c++) {
            components.add(new Component(c + 1, sampling[c][0], sampling[c][1], 0));
            maxH = Math.max(maxH, sampling[c][0]);
            maxV = Math.max(maxV, sampling[c][1]);
        }
        int mcuColumns = (columns + maxH - 1) / maxH;
        int mcuRows = (rows + maxV - 1) / maxV;
        Grid[] grids = new Grid[samples];
        for (int c = 0; c < samples; c++) {
            int h = sampling[c][0];
            int v = sampling[c][1];
            Grid grid = new Grid(mcuRows * v, mcuColumns * h);
            for (int y = 0; y < grid.rows; y++) {
                for (int x = 0; x < grid.columns; x++) {
                    int fromY = Math.min(rows - 1, y * maxV / v);
                    int fromX = Math.min(columns - 1, x * maxH / h);
                    grid.samples[y * grid.columns + x] = pixels[(fromY * columns + fromX) * samples + c] >> transform;
                }
            }
            grids[c] = grid;
        }
        out = new JpegBytes().soi().frame(0xC3, precision, lateRows ? 0 : rows, columns, components);
        out.huffman(0x00, huffman);
        if (interleaved) {
            int[] all = JpegBytes.range(samples);
            writeScan(all, grids, mcuRows, mcuColumns);
            if (lateRows) out.dnl(rows);
        } else {
            for (int c = 0; c < samples; c++) {
                int ownRows = (rows * sampling[c][1] + maxV - 1) / maxV;
                int ownColumns = (columns * sampling[c][0] + maxH - 1) / maxH;
                writeScan(new int[] {c}, grids, ownRows, ownColumns);
                if (lateRows && c == 0) out.dnl(rows);
            }
        }
        return out.eoi();
    }

    /** One component, or a padded one of an interleaved scan. */
    private static final class Grid {
        final int rows;
        final int columns;
        final int[] samples;

        Grid(int rows, int columns) {
            this.rows = rows;
            this.columns = columns;
            samples = new int[rows * columns];
        }
    }

    private void writeScan(int[] which, Grid[] grids, int mcuRows, int mcuColumns) {
        if (restartRows > 0) out.restartInterval(restartRows * mcuColumns);
        int[] ids = new int[which.length];
        for (int i = 0; i < which.length; i++) ids[i] = which[i] + 1;
        out.scan(ids, new int[which.length], predictor, 0, transform);
        int restarts = 0;
        for (int y = 0; y < mcuRows; y++) {
            boolean first = y == 0 || restartRows > 0 && y % restartRows == 0;
            if (first && y > 0) out.flush().marker(0xD0 + (restarts++ & 7));
            for (int x = 0; x < mcuColumns; x++) {
                for (int c : which) {
                    int h = which.length == 1 ? 1 : sampling[c][0];
                    int v = which.length == 1 ? 1 : sampling[c][1];
                    for (int i = 0; i < v * h; i++) {
                        int row = y * v + i / h;
                        writeSample(grids[c], row, x * h + i % h, first && i / h == 0);
                    }
                }
            }
        }
        out.flush();
    }

    private void writeSample(Grid grid, int y, int x, boolean firstRow) {
        int at = y * grid.columns + x;
        int[] s = grid.samples;
        int prediction;
        if (firstRow && x == 0) prediction = 1 << (precision - transform - 1);
        else if (firstRow) prediction = s[at - 1];
        else if (x == 0) prediction = s[at - grid.columns];
        else prediction = predict(s[at - 1], s[at - grid.columns], s[at - grid.columns - 1]);
        int difference = (short) (s[at] - prediction); // modulo 2^16
        int size = difference == -32768 ? 16 : JpegBytes.size(difference);
        out.code(huffman, size);
        if (size < 16) out.magnitude(difference, size);
    }

    private int predict(int a, int b, int c) {
        int[] byTable = {0, a, b, c, a + b - c, a + ((b - c) >> 1), b + ((a - c) >> 1), (a + b) >> 1};
        return byTable[predictor];
    }
}
