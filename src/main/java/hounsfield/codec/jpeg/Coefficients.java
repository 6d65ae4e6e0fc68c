package hounsfield.codec.jpeg;

import hounsfield.standard.error.DicomException;
import java.util.Arrays;

/**
 * The quantized coefficients of one component of a progressive frame, which the scans refine (T.81 G.1.1).
 *
 * <p>Each block has 64 coefficients in zigzag order; blocks are stored row by row, with room for all MCUs of an
 * interleaved scan.
 */
final class Coefficients {
    /** Bits of a coefficient for which there was no scan. */
    private static final int NONE = 14;

    final short[] values;
    /** Number of blocks from one row of blocks to the next. */
    final int stride;
    /** Blocks within the component's own size, which a non-interleaved scan codes (A.2.2). */
    final int columns;

    final int rows;

    private final Component component;
    private final ComponentPlane plane;
    /** Number of low bits still missing, by zigzag index. */
    private final int[] bitsToCome = new int[64];

    private float[] factors;

    private Coefficients(FrameHeader frame, Component component, ComponentPlane plane) {
        this.component = component;
        this.plane = plane;
        values = new short[plane.samples().length];
        stride = plane.stride() / 8;
        columns = ComponentPlane.ceilDiv(plane.columns(), 8);
        rows = ComponentPlane.ceilDiv(plane.rows(), 8);
        Arrays.fill(bitsToCome, NONE);
    }

    static Coefficients of(FrameHeader frame, Component component) throws DicomException {
        return new Coefficients(frame, component, ComponentPlane.of(frame, component, 8));
    }

    /** Registers a scan. The quantization table is the one defined at the first scan of the component. */
    void begin(ScanHeader scan, Tables tables, int offset) throws DicomException {
        if (factors == null) factors = InverseDct.factors(tables.quantization(component.quantization(), offset));
        for (int k = scan.start(); k <= scan.end(); k++) bitsToCome[k] = scan.transform();
    }

    /** Returns whether there was a scan of the DC coefficients. */
    boolean hasMeans() {
        return bitsToCome[0] != NONE;
    }

    /** Returns whether the scans contained all bits of all coefficients. */
    boolean isComplete() {
        return Arrays.stream(bitsToCome).allMatch(bits -> bits == 0);
    }

    /** Transforms the coefficients to samples. */
    ComponentPlane transform(InverseDct inverse) {
        if (factors == null) factors = new float[64];
        float[] block = new float[64];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int from = (y * stride + x) * 64;
                int to = (y * plane.stride() + x) * 8;
                int used = dequantize(from, block);
                if (used == 0) inverse.fill(block[0], plane.samples(), to, plane.stride());
                else inverse.transform(block, used, plane.samples(), to, plane.stride());
            }
        }
        return plane;
    }

    /** Fills a block, row by row; returns the columns for {@link InverseDct#transform}, 0 if there is only a DC coefficient. */
    private int dequantize(int from, float[] block) {
        int used = 0;
        for (int k = 0; k < 64; k++) {
            int at = ZigZag.NATURAL[k];
            int value = values[from + k];
            block[at] = value * factors[k];
            if (value != 0 && k > 0) used |= at < 8 ? 0x100 : 1 << (at & 7);
        }
        return used;
    }
}
