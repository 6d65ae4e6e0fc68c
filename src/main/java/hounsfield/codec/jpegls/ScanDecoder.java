package hounsfield.codec.jpegls;

import hounsfield.codec.DecodingContext;
import hounsfield.standard.error.MalformedDicomException;
import java.util.Arrays;

/**
 * Decodes a scan line by line, with its interleaving (T.87 annex B), the edges of its lines (A.2.1) and its restart
 * intervals (C.2.5).
 *
 * <p>Lines are arrays of {@code width + 2} pixels: the left edge, the samples, the right edge, and then spare elements
 * for {@link RunMode}. If components are interleaved by sample, the samples of a pixel are adjacent.
 */
final class ScanDecoder {
    private final MarkerReader in;
    private final ScanBits bits;
    private final ScanHeader scan;
    private final int rows;
    private final int width;
    private final int restartInterval;
    private final ContextModel contexts;
    private final RunMode runs;
    private final LineDecoder lines;

    /**
     * Distance between the samples of adjacent pixels in a line: the number of components if they are interleaved by
     * sample, otherwise 1.
     */
    private final int pixelStride;

    private short[][] above;
    private short[][] current;
    private int certainRows;

    /**
     * @param in positioned after the scan header
     * @param restartInterval Ri, in MCUs, 0 for none; an MCU is one line of each component, whatever the interleaving
     *     (B.4)
     */
    ScanDecoder(
            MarkerReader in,
            ScanBits bits,
            ScanHeader scan,
            CodingParameters parameters,
            int rows,
            int width,
            long restartInterval) {
        this.in = in;
        this.bits = bits;
        this.scan = scan;
        this.rows = rows;
        this.width = width;
        this.restartInterval = restartInterval == 0 ? rows : (int) Math.min(restartInterval, rows);
        contexts = new ContextModel(parameters);
        int components = scan.components().length;
        boolean bySample = scan.interleave() == ScanHeader.BY_SAMPLE;
        runs = new RunMode(bits, parameters, contexts, components);
        if (bySample) lines = new InterleavedLine(bits, contexts, runs, parameters, components);
        else if (!parameters.wrapsByMask()) lines = new NearLosslessLine(bits, contexts, runs, parameters);
        else lines = new SmoothLine(bits, contexts, runs, parameters);
        pixelStride = bySample ? components : 1;
        int parts = bySample ? 1 : components;
        int length = pixelStride * (width + 2) + RunMode.SPARE;
        above = new short[parts][length];
        current = new short[parts][length];
    }

    /**
     * Decodes the scan and leaves {@code in} after it.
     *
     * @return the number of its bits that are left over
     */
    long decode(SampleStore store, DecodingContext context) throws MalformedDicomException {
        long leftOver = 0;
        int interval = 0;
        for (int row = 0; row < rows; row++) {
            context.check();
            if (row % restartInterval == 0) {
                if (row > 0) {
                    leftOver = Math.max(leftOver, bits.checkEnd());
                    expectRestart(interval++ & 7);
                    restart();
                }
                in.skipTo(bits.load(in.position()));
            }
            decodeRow(row, store);
            if (bits.hasByte()) certainRows = row + 1;
        }
        return Math.max(leftOver, bits.checkEnd());
    }

    /** Returns the number of rows that are certain if the stream is cut: those decoded before the last byte of the frame. */
    int certainRows() {
        return certainRows;
    }

    private void decodeRow(int row, SampleStore store) throws MalformedDicomException {
        for (int part = 0; part < current.length; part++) {
            short[] line = current[part];
            short[] previous = above[part];
            for (int i = 0; i < pixelStride; i++) {
                line[i] = previous[pixelStride + i]; // a of the first sample is its b, and c in the next line
                previous[pixelStride * (width + 1) + i] = previous[pixelStride * width + i]; // d of the last is its b
            }
            lines.decode(previous, line, width, part);
            for (int i = 0; i < pixelStride; i++) {
                int component = part + i;
                store.put(row, scan.components()[component], component, line, pixelStride + i, pixelStride);
            }
        }
        short[][] decoded = current;
        current = above;
        above = decoded;
    }

    private void expectRestart(int number) throws MalformedDicomException {
        int marker = in.nextMarker();
        if (marker != MarkerReader.RST0 + number) {
            throw in.malformed("the restart marker RST" + number + " is missing (T.87 C.2.5)");
        }
    }

    /** Resets the state: a restart interval begins like a scan, with a line of zeros above (A.2.1). */
    private void restart() {
        contexts.restart();
        runs.restart();
        for (short[] line : above) Arrays.fill(line, (short) 0);
    }
}
