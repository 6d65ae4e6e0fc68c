package hounsfield.codec.jpeg;

import hounsfield.codec.jpeg.JpegBytes.Component;
import hounsfield.codec.jpeg.JpegBytes.Huffman;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A plain encoder of progressive DCT JPEG for tests, scan by scan after ITU-T T.81 annex G. */
final class ProgressiveEncoder {
    /**
     * One scan: which coefficients of which components, and between which low bits.
     *
     * @param previous how many low bits were still to come, 0 in a first scan
     * @param low how many low bits are still to come
     */
    record Scan(int start, int end, int previous, int low, int... components) {}

    /** Runs and sizes, runs of blocks without, sixteen zeros: in codes of 8 bits. */
    private static final Huffman AC = ac();

    private static final int LONGEST_RUN = 0x7FFF;

    final DctEncoder blocks = new DctEncoder();
    List<Scan> scans = List.of();
    /** In MCUs; 0 for none. */
    int restart;

    boolean lateRows;
    /** How many blocks may be in one run of blocks without new coefficients. */
    int longestRun = LONGEST_RUN;

    private JpegBytes out;
    private int[] coefficients;
    private int blocksWithout;
    private List<Integer> waiting = new ArrayList<>();

    /** Bands and bits of each component by turns, the means of all components together. */
    static List<Scan> usual(int components) {
        List<Scan> scans = new ArrayList<>();
        int[] all = JpegBytes.range(components);
        scans.add(new Scan(0, 0, 0, 1, all));
        for (int c : all) scans.add(new Scan(1, 5, 0, 2, c));
        for (int c : all) scans.add(new Scan(6, 63, 0, 2, c));
        for (int c : all) scans.add(new Scan(1, 63, 2, 1, c));
        scans.add(new Scan(0, 0, 1, 0, all));
        for (int c : all) scans.add(new Scan(1, 63, 1, 0, c));
        return scans;
    }

    /** Bands alone, as spectral selection has them. */
    static List<Scan> bands(int components) {
        List<Scan> scans = new ArrayList<>();
        scans.add(new Scan(0, 0, 0, 0, JpegBytes.range(components)));
        for (int c = 0; c < components; c++) {
            scans.add(new Scan(1, 2, 0, 0, c));
            scans.add(new Scan(3, 63, 0, 0, c));
        }
        return scans;
    }

    /** @param pixels unsigned, row by row, samples of a pixel together */
    byte[] encode(int rows, int columns, int samples, int[] pixels) {
        int[][] all = blocks.coefficients(rows, columns, samples, pixels);
        int maxH = 1;
        int maxV = 1;
        List<Component> components = new ArrayList<>();
        for (int c = 0; c < samples; c++) {
            components.add(new Component(c + 1, blocks.sampling[c][0], blocks.sampling[c][1], 1));
            maxH = Math.max(maxH, blocks.sampling[c][0]);
            maxV = Math.max(maxV, blocks.sampling[c][1]);
        }
        int[] steps = new int[64];
        Arrays.fill(steps, blocks.step);
        out = new JpegBytes().soi();
        out.quantization(0x01, steps);
        out.frame(0xC2, blocks.precision, lateRows ? 0 : rows, columns, components);
        out.huffman(0x00, DctEncoder.DC).huffman(0x11, AC);
        out.restartInterval(restart);
        int mcuColumns = (columns + 8 * maxH - 1) / (8 * maxH);
        int mcuRows = (rows + 8 * maxV - 1) / (8 * maxV);
        boolean first = true;
        for (Scan scan : scans) {
            int[] ids = Arrays.stream(scan.components).map(c -> c + 1).toArray();
            int[] tables = new int[ids.length];
            Arrays.fill(tables, 0x01);
            out.scan(ids, tables, scan.start, scan.end, scan.previous << 4 | scan.low);
            int only = scan.components[0];
            int h = blocks.sampling[only][0];
            int v = blocks.sampling[only][1];
            if (ids.length > 1) write(scan, all, mcuRows, mcuColumns, mcuColumns);
            else write(scan, all, blockCount(rows * v, maxV), blockCount(columns * h, maxH), mcuColumns);
            if (first && lateRows) out.dnl(rows);
            first = false;
        }
        return out.eoi();
    }

    private static int blockCount(int samples, int max) {
        return ((samples + max - 1) / max + 7) / 8;
    }

    private void write(Scan scan, int[][] all, int rows, int columns, int mcuColumns) {
        int[] predictions = new int[4];
        for (int mcu = 0; mcu < rows * columns; mcu++) {
            if (restart > 0 && mcu > 0 && mcu % restart == 0) {
                writeBlocksWithout();
                out.flush().marker(0xD0 + (mcu / restart - 1 & 7));
                predictions = new int[4];
            }
            for (int c : scan.components) {
                coefficients = all[c];
                boolean single = scan.components.length == 1;
                int h = single ? 1 : blocks.sampling[c][0];
                int v = single ? 1 : blocks.sampling[c][1];
                int stride = mcuColumns * blocks.sampling[c][0];
                for (int i = 0; i < h * v; i++) {
                    int y = mcu / columns * v + i / h;
                    int x = mcu % columns * h + i % h;
                    writeBlock(scan, 64 * (y * stride + x), predictions, c);
                }
            }
        }
        writeBlocksWithout();
        out.flush();
    }

    private void writeBlock(Scan scan, int block, int[] predictions, int c) {
        if (scan.start > 0) {
            if (scan.previous == 0) writeFirst(scan, block);
            else writeNext(scan, block);
        } else if (scan.previous == 0) {
            int mean = coefficients[block] >> scan.low;
            int difference = mean - predictions[c];
            predictions[c] = mean;
            out.code(DctEncoder.DC, JpegBytes.size(difference));
            out.magnitude(difference, JpegBytes.size(difference));
        } else {
            out.bits(coefficients[block] >> scan.low & 1, 1);
        }
    }

    /** Without its low bits, towards zero. */
    private int magnitude(Scan scan, int block, int k) {
        return Math.abs(coefficients[block + k]) >> scan.low;
    }

    private void writeFirst(Scan scan, int block) {
        int run = 0;
        for (int k = scan.start; k <= scan.end; k++) {
            int value = magnitude(scan, block, k);
            if (value == 0) {
                run++;
                continue;
            }
            writeBlocksWithout();
            for (; run > 15; run -= 16) out.code(AC, 0xF0);
            out.code(AC, run << 4 | JpegBytes.size(value));
            out.magnitude(coefficients[block + k] < 0 ? -value : value, JpegBytes.size(value));
            run = 0;
        }
        if (run > 0 && ++blocksWithout == longestRun) writeBlocksWithout();
    }

    private void writeNext(Scan scan, int block) {
        int lastNew = 0;
        for (int k = scan.start; k <= scan.end; k++) if (magnitude(scan, block, k) == 1) lastNew = k;
        int run = 0;
        List<Integer> bits = new ArrayList<>();
        for (int k = scan.start; k <= scan.end; k++) {
            int value = magnitude(scan, block, k);
            if (value == 0) {
                run++;
                continue;
            }
            for (; run > 15 && k <= lastNew; run -= 16) {
                writeBlocksWithout();
                out.code(AC, 0xF0);
                flush(bits);
            }
            if (value > 1) {
                bits.add(value & 1);
                continue;
            }
            writeBlocksWithout();
            out.code(AC, run << 4 | 1);
            out.bits(coefficients[block + k] < 0 ? 0 : 1, 1);
            flush(bits);
            run = 0;
        }
        if (run == 0 && bits.isEmpty()) return;
        waiting.addAll(bits);
        if (++blocksWithout == longestRun) writeBlocksWithout();
    }

    private void flush(List<Integer> bits) {
        bits.forEach(bit -> out.bits(bit, 1));
        bits.clear();
    }

    /** EOBn: how many blocks have no new coefficient from here on, and the bits of the others in them. */
    private void writeBlocksWithout() {
        if (blocksWithout > 0) {
            int size = 31 - Integer.numberOfLeadingZeros(blocksWithout);
            out.code(AC, size << 4);
            if (size > 0) out.bits(blocksWithout & (1 << size) - 1, size);
        }
        blocksWithout = 0;
        flush(waiting);
    }

    private static Huffman ac() {
        List<Integer> symbols = new ArrayList<>();
        for (int run = 0; run < 16; run++) {
            for (int size = 0; size < 15; size++) symbols.add(run << 4 | size);
        }
        return Huffman.flat(8, symbols.stream().mapToInt(Integer::intValue).toArray());
    }
}
