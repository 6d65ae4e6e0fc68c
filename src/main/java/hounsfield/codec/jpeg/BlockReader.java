package hounsfield.codec.jpeg;

import hounsfield.standard.error.MalformedDicomException;
import java.util.Arrays;

/** Reads the blocks of one component of a sequential DCT scan (T.81 F.2.2) and transforms them. */
final class BlockReader {
    private final HuffmanTable dc;
    private final HuffmanTable ac;
    private final float[] factors;
    private final BitReader reader;
    private final InverseDct inverse;
    private final float[] block = new float[64];
    private final int[] natural = ZigZag.NATURAL;
    /** The last DC value of the component, the prediction of the next (F.2.1.3.1). */
    private int prediction;

    BlockReader(HuffmanTable dc, HuffmanTable ac, int[] quantization, BitReader reader, InverseDct inverse) {
        this.dc = dc;
        this.ac = ac;
        this.factors = InverseDct.factors(quantization);
        this.reader = reader;
        this.inverse = inverse;
    }

    /** Begins a restart interval. */
    void restart() {
        prediction = 0;
    }

    /** Decodes a block into 8 rows of 8 samples. */
    void read(short[] samples, int offset, int stride) throws MalformedDicomException {
        prediction += readDcDifference();
        float mean = prediction * factors[0];
        int columns = readAc();
        if (columns == 0) {
            inverse.fill(mean, samples, offset, stride);
        } else {
            block[0] = mean;
            inverse.transform(block, columns, samples, offset, stride);
            Arrays.fill(block, 0);
        }
    }

    /** Reads a DC difference (F.2.2.1). */
    private int readDcDifference() throws MalformedDicomException {
        if (reader.count < 32) reader.refill();
        int entry = dc.lookup[(int) (reader.bits >>> HuffmanTable.LOOKUP_SHIFT)];
        if (entry == 0) entry = find(dc);
        int value = HuffmanTable.extend(reader.bits, entry);
        reader.drop(entry & 0xFF);
        return value;
    }

    /**
     * Reads and dequantizes the AC coefficients of a block (F.2.2.2). As in lossless scans, the bit buffer is in local
     * variables.
     *
     * @return bit x for each column with a nonzero coefficient below its first row, bit 8 for one in the first row; 0
     *     if all are zero
     */
    private int readAc() throws MalformedDicomException {
        int[] lookup = ac.lookup;
        long bits = reader.bits;
        int count = reader.count;
        int columns = 0;
        for (int k = 1; k < 64; k++) {
            if (count < 32) {
                reader.bits = bits;
                reader.count = count;
                reader.refill();
                bits = reader.bits;
                count = reader.count;
            }
            int entry = lookup[(int) (bits >>> HuffmanTable.LOOKUP_SHIFT)];
            if (entry == 0) {
                reader.bits = bits;
                reader.count = count;
                entry = find(ac);
            }
            int size = entry >>> 16 & 15;
            int run = entry >>> 20;
            if (size == 0) {
                bits <<= entry;
                count -= entry & 0xFF;
                if (run != 15) break; // EOB
                k += 15; // ZRL: sixteen zeros
                continue;
            }
            k += run;
            if (k > 63) {
                reader.bits = bits;
                reader.count = count;
                throw reader.noCode();
            }
            int at = natural[k];
            block[at] = HuffmanTable.extend(bits, entry) * factors[k];
            columns |= at < 8 ? 0x100 : 1 << (at & 7);
            bits <<= entry;
            count -= entry & 0xFF;
        }
        reader.bits = bits;
        reader.count = count;
        return columns;
    }

    private int find(HuffmanTable table) throws MalformedDicomException {
        int entry = table.find(reader.bits);
        if (entry == HuffmanTable.NO_CODE) throw reader.noCode();
        return entry;
    }
}
