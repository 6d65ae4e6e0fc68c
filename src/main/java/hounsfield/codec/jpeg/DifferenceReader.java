package hounsfield.codec.jpeg;

import hounsfield.standard.error.MalformedDicomException;

/**
 * Reads the coded differences of one component of a lossless scan (T.81 H.1.2.2 and H.2), and adds them up if the
 * predictor is the left neighbor.
 */
final class DifferenceReader {
    private final HuffmanTable table;
    private final BitReader reader;
    /** The value to which the first difference of the row is added. */
    private int seed;
    /** All bits set to add each difference to the previous sample; 0 to keep differences. */
    private int keep;

    DifferenceReader(HuffmanTable table, BitReader reader) {
        this.table = table;
        this.reader = reader;
    }

    /**
     * Prepares for a row.
     *
     * @param first prediction of the first sample
     * @param left whether the predictor of the others is the left neighbor; otherwise they remain differences
     */
    void predict(int first, boolean left) {
        seed = first;
        keep = left ? -1 : 0;
    }

    /** Reads a row with interleaved components. */
    static void readRow(DifferenceReader[] components, short[] row, int length) throws MalformedDicomException {
        if (components.length == 1) components[0].readRow(row, length);
        else readInterleaved(components, row, length);
    }

    /** Reads one difference. */
    int next() throws MalformedDicomException {
        if (reader.count < 32) reader.refill();
        int entry = table.lookup[(int) (reader.bits >>> HuffmanTable.LOOKUP_SHIFT)];
        if (entry == 0) entry = find(table, reader);
        int difference = difference(reader.bits, entry);
        reader.drop(entry & 0xFF);
        return difference;
    }

    /**
     * Reads a row of one component, which takes most of the time of a grayscale image. The bit buffer is in local
     * variables. Its next state depends on one table lookup and one shift per sample; all else is off this critical
     * path. Two samples need at most 2 * (10 + 15) bits if the lookup table has their codes, so one refill suffices for
     * both; a code that is not in the table causes its own refill.
     */
    private void readRow(short[] row, int length) throws MalformedDicomException {
        int[] lookup = table.lookup;
        byte[] data = reader.data;
        int lastWide = reader.lastWide;
        long bits = reader.bits;
        int count = reader.count;
        int position = reader.position;
        int sum = seed;
        int kept = keep;
        int i = 0;
        for (; i < length - 1; i += 2) {
            long eight;
            if (position <= lastWide && BitReader.plain(eight = BitReader.wide(data, position))) {
                bits |= eight >>> count;
                int bytes = (63 - count) >>> 3;
                position += bytes;
                count += bytes << 3;
            } else {
                reader.set(bits, count, position);
                reader.refill();
                bits = reader.bits;
                count = reader.count;
                position = reader.position;
            }

            int entry = lookup[(int) (bits >>> HuffmanTable.LOOKUP_SHIFT)];
            if (entry == 0) {
                reader.set(bits, count, position);
                entry = find(table, reader);
            }
            sum = (sum & kept) + difference(bits, entry);
            row[i] = (short) sum;
            bits <<= entry;
            count -= entry & 0xFF;

            if (count < 32) {
                reader.set(bits, count, position);
                reader.refill();
                bits = reader.bits;
                count = reader.count;
                position = reader.position;
            }
            entry = lookup[(int) (bits >>> HuffmanTable.LOOKUP_SHIFT)];
            if (entry == 0) {
                reader.set(bits, count, position);
                entry = find(table, reader);
            }
            sum = (sum & kept) + difference(bits, entry);
            row[i + 1] = (short) sum;
            bits <<= entry;
            count -= entry & 0xFF;
        }
        reader.set(bits, count, position);
        if (i < length) row[i] = (short) ((sum & kept) + next());
        if (kept == 0) row[0] = (short) (row[0] + seed);
    }

    private static void readInterleaved(DifferenceReader[] components, short[] row, int length)
            throws MalformedDicomException {
        BitReader reader = components[0].reader;
        int step = components.length;
        int kept = components[0].keep;
        int[][] lookups = new int[step][];
        int[] sums = new int[step];
        for (int c = 0; c < step; c++) {
            lookups[c] = components[c].table.lookup;
            sums[c] = components[c].seed;
        }
        long bits = reader.bits;
        int count = reader.count;
        int position = reader.position;
        for (int i = 0; i < length; i += step) {
            for (int c = 0; c < step; c++) {
                if (count < 32) {
                    reader.set(bits, count, position);
                    reader.refill();
                    bits = reader.bits;
                    count = reader.count;
                    position = reader.position;
                }
                int entry = lookups[c][(int) (bits >>> HuffmanTable.LOOKUP_SHIFT)];
                if (entry == 0) {
                    reader.set(bits, count, position);
                    entry = find(components[c].table, reader);
                }
                sums[c] = (sums[c] & kept) + difference(bits, entry);
                row[i + c] = (short) sums[c];
                bits <<= entry;
                count -= entry & 0xFF;
            }
        }
        reader.set(bits, count, position);
        for (int c = 0; c < step && kept == 0; c++) row[c] = (short) (row[c] + components[c].seed);
    }

    /** Returns the difference whose code begins a bit buffer; category 16 has no magnitude bits (H.1.2.2, table H.2). */
    private static int difference(long bits, int entry) {
        return entry >>> 16 == 16 ? 0x8000 : HuffmanTable.extend(bits, entry);
    }

    private static int find(HuffmanTable table, BitReader reader) throws MalformedDicomException {
        int entry = table.find(reader.bits);
        if (entry == HuffmanTable.NO_CODE) throw reader.noCode();
        return entry;
    }
}
