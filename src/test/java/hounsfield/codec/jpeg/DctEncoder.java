package hounsfield.codec.jpeg;

import hounsfield.codec.jpeg.JpegBytes.Component;
import hounsfield.codec.jpeg.JpegBytes.Huffman;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A plain encoder of sequential DCT JPEG for tests, by the formulas of ITU-T T.81 annexes A and F, in doubles. */
final class DctEncoder {
    static final Huffman DC = Huffman.flat(5, JpegBytes.range(16));

    /** Small numbers have codes of 8 bits; others have 12 bits, more than a look-up table covers. */
    static final Huffman AC = ac();

    int precision = 8;
    int process = 0xC1;
    /** In MCUs; 0 for none. */
    int restart;

    boolean interleaved = true;
    boolean lateRows;
    boolean wideQuantization;
    int step = 1;
    int spectralEnd = 63;
    int[] ids = {1, 2, 3, 4};
    int[][] sampling = {{1, 1}, {1, 1}, {1, 1}, {1, 1}};
    /** Written behind SOI. */
    java.util.function.Consumer<JpegBytes> application = out -> {};

    private JpegBytes out;
    private int[] predictions;

    /** @param pixels unsigned, row by row, samples of a pixel together; chroma is averaged over its cells */
    byte[] encode(int rows, int columns, int samples, int[] pixels) {
        int maxH = 1;
        int maxV = 1;
        List<Component> components = new ArrayList<>();
        for (int c = 0; c < samples; c++) {
            components.add(new Component(ids[c], sampling[c][0], sampling[c][1], 1));
            maxH = Math.max(maxH, sampling[c][0]);
            maxV = Math.max(maxV, sampling[c][1]);
        }
        int mcuColumns = (columns + 8 * maxH - 1) / (8 * maxH);
        int mcuRows = (rows + 8 * maxV - 1) / (8 * maxV);
        double[][] planes = new double[samples][];
        for (int c = 0; c < samples; c++) {
            planes[c] = plane(rows, columns, samples, pixels, c, mcuRows, mcuColumns, maxH, maxV);
        }
        int[] steps = new int[64];
        Arrays.fill(steps, step);
        out = new JpegBytes().soi();
        application.accept(out);
        out.quantization(wideQuantization ? 0x11 : 0x01, steps);
        out.frame(process, precision, lateRows ? 0 : rows, columns, components);
        out.huffman(0x00, DC).huffman(0x11, AC);
        if (interleaved) {
            writeScan(JpegBytes.range(samples), planes, mcuRows, mcuColumns, mcuColumns);
            if (lateRows) out.dnl(rows);
        } else {
            for (int c = 0; c < samples; c++) {
                int ownRows = (rows * sampling[c][1] + maxV - 1) / maxV;
                int ownColumns = (columns * sampling[c][0] + maxH - 1) / maxH;
                writeScan(new int[] {c}, planes, (ownRows + 7) / 8, (ownColumns + 7) / 8, mcuColumns);
                if (lateRows && c == 0) out.dnl(rows);
            }
        }
        return out.eoi();
    }

    /** The quantized coefficients of each component's blocks, with room for whole MCUs, 64 in zigzag order each. */
    int[][] coefficients(int rows, int columns, int samples, int[] pixels) {
        int maxH = 1;
        int maxV = 1;
        for (int c = 0; c < samples; c++) {
            maxH = Math.max(maxH, sampling[c][0]);
            maxV = Math.max(maxV, sampling[c][1]);
        }
        int mcuColumns = (columns + 8 * maxH - 1) / (8 * maxH);
        int mcuRows = (rows + 8 * maxV - 1) / (8 * maxV);
        int[][] coefficients = new int[samples][];
        for (int c = 0; c < samples; c++) {
            double[] plane = plane(rows, columns, samples, pixels, c, mcuRows, mcuColumns, maxH, maxV);
            int width = mcuColumns * 8 * sampling[c][0];
            coefficients[c] = new int[plane.length];
            for (int block = 0; block < plane.length / 64; block++) {
                int at = block / (width / 8) * 8 * width + block % (width / 8) * 8;
                for (int k = 0; k < 64; k++) {
                    double exact = transform(plane, at, width, ZIGZAG[k] % 8, ZIGZAG[k] / 8);
                    coefficients[c][64 * block + k] = (int) Math.round(exact / step);
                }
            }
        }
        return coefficients;
    }

    private double[] plane(
            int rows, int columns, int samples, int[] pixels, int c, int mcuRows, int mcuColumns, int maxH, int maxV) {
        int h = sampling[c][0];
        int v = sampling[c][1];
        int width = mcuColumns * 8 * h;
        int height = mcuRows * 8 * v;
        double[] plane = new double[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                int count = 0;
                for (int dy = y * maxV / v; dy < (y + 1) * maxV / v; dy++) {
                    for (int dx = x * maxH / h; dx < (x + 1) * maxH / h; dx++) {
                        int fromY = Math.min(rows - 1, dy);
                        int fromX = Math.min(columns - 1, dx);
                        sum += pixels[(fromY * columns + fromX) * samples + c];
                        count++;
                    }
                }
                plane[y * width + x] = sum / count - (1 << (precision - 1));
            }
        }
        return plane;
    }

    private void writeScan(int[] which, double[][] planes, int mcuRows, int mcuColumns, int frameMcuColumns) {
        out.restartInterval(restart);
        int[] names = new int[which.length];
        int[] tables = new int[which.length];
        for (int i = 0; i < which.length; i++) {
            names[i] = ids[which[i]];
            tables[i] = 0x01;
        }
        out.scan(names, tables, 0, spectralEnd, 0);
        predictions = new int[4];
        int mcus = 0;
        for (int y = 0; y < mcuRows; y++) {
            for (int x = 0; x < mcuColumns; x++, mcus++) {
                if (restart > 0 && mcus > 0 && mcus % restart == 0) {
                    out.flush().marker(0xD0 + (mcus / restart - 1 & 7));
                    predictions = new int[4];
                }
                for (int c : which) {
                    int h = which.length == 1 ? 1 : sampling[c][0];
                    int v = which.length == 1 ? 1 : sampling[c][1];
                    int width = frameMcuColumns * 8 * sampling[c][0];
                    for (int i = 0; i < v * h; i++) {
                        writeBlock(planes[c], ((y * v + i / h) * width + x * h + i % h) * 8, width, c);
                    }
                }
            }
        }
        out.flush();
    }

    private void writeBlock(double[] plane, int at, int width, int c) {
        int[] coefficients = new int[64];
        for (int v = 0; v < 8; v++) {
            for (int u = 0; u < 8; u++) {
                coefficients[8 * v + u] = (int) Math.round(transform(plane, at, width, u, v) / step);
            }
        }
        int difference = coefficients[0] - predictions[c];
        predictions[c] = coefficients[0];
        out.code(DC, JpegBytes.size(difference));
        out.magnitude(difference, JpegBytes.size(difference));
        int run = 0;
        for (int k = 1; k < 64; k++) {
            int value = coefficients[ZIGZAG[k]];
            if (value == 0) {
                run++;
                continue;
            }
            for (; run > 15; run -= 16) out.code(AC, 0xF0);
            out.code(AC, run << 4 | JpegBytes.size(value));
            out.magnitude(value, JpegBytes.size(value));
            run = 0;
        }
        if (run > 0) out.code(AC, 0);
    }

    /** The forward DCT as A.3.3 writes it. */
    private static double transform(double[] plane, int at, int width, int u, int v) {
        double sum = 0;
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                sum += plane[at + y * width + x] * COS[x][u] * COS[y][v];
            }
        }
        double scale = (u == 0 ? Math.sqrt(0.5) : 1) * (v == 0 ? Math.sqrt(0.5) : 1) / 4;
        return sum * scale;
    }

    private static final double[][] COS = new double[8][8];

    static {
        for (int x = 0; x < 8; x++) {
            for (int u = 0; u < 8; u++) COS[x][u] = Math.cos((2 * x + 1) * u * Math.PI / 16);
        }
    }

    /** Figure A.6, as printed: the place of each coefficient in the sequence, turned round. */
    private static final int[] ZIGZAG = new int[64];

    static {
        int[] figure = {
            0, 1, 5, 6, 14, 15, 27, 28, 2, 4, 7, 13, 16, 26, 29, 42, 3, 8, 12, 17, 25, 30, 41, 43, 9, 11, 18, 24, 31,
            40, 44, 53, 10, 19, 23, 32, 39, 45, 52, 54, 20, 22, 33, 38, 46, 51, 55, 60, 21, 34, 37, 47, 50, 56, 59, 61,
            35, 36, 48, 49, 57, 58, 62, 63
        };
        for (int i = 0; i < 64; i++) ZIGZAG[figure[i]] = i;
    }

    private static Huffman ac() {
        List<Integer> symbols = new ArrayList<>(List.of(0x00, 0xF0));
        for (int size = 1; size <= 14; size++) {
            for (int run = 0; run < 16; run++) symbols.add(run << 4 | size);
        }
        int[] lengths = new int[symbols.size()];
        for (int i = 0; i < lengths.length; i++) lengths[i] = i < 80 ? 8 : 12;
        return new Huffman(symbols.stream().mapToInt(Integer::intValue).toArray(), lengths);
    }
}
