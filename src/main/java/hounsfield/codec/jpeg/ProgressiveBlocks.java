package hounsfield.codec.jpeg;

import hounsfield.standard.error.MalformedDicomException;

/**
 * Reads the blocks of a component in one scan of a progressive frame (T.81 G.1.2 and G.2): the first bits of the DC
 * coefficient or of a band of AC coefficients, or one more bit of each.
 */
abstract class ProgressiveBlocks {
    final BitReader reader;
    final short[] values;

    private ProgressiveBlocks(BitReader reader, Coefficients coefficients) {
        this.reader = reader;
        values = coefficients.values;
    }

    /**
     * Creates the reader for a scan.
     *
     * @param offset of the scan, for messages
     */
    static ProgressiveBlocks of(
            ScanHeader scan, int index, Tables tables, Coefficients coefficients, BitReader reader, int offset)
            throws MalformedDicomException {
        ScanHeader.Entry entry = scan.components().get(index);
        boolean first = scan.previous() == 0;
        if (scan.start() == 0) {
            if (!first) return new NextMeans(scan, coefficients, reader);
            return new FirstMeans(scan, tables.dc(entry.dc(), offset), coefficients, reader);
        }
        HuffmanTable table = tables.ac(entry.ac(), offset);
        return first
                ? new FirstBand(scan, table, coefficients, reader)
                : new NextBand(scan, table, coefficients, reader);
    }

    /** Begins a restart interval. */
    void restart() {}

    /** Reads a block whose first coefficient is at an index of {@link Coefficients#values}. */
    abstract void read(int block) throws MalformedDicomException;

    final int bits(int count) {
        if (count == 0) return 0;
        if (reader.count < 32) reader.refill();
        int value = (int) (reader.bits >>> (64 - count));
        reader.drop(count);
        return value;
    }

    /** Returns the table entry of the next code, without dropping the code. */
    final int entry(HuffmanTable table) throws MalformedDicomException {
        if (reader.count < 32) reader.refill();
        int entry = table.lookup[(int) (reader.bits >>> HuffmanTable.LOOKUP_SHIFT)];
        if (entry == 0) entry = table.find(reader.bits);
        if (entry == HuffmanTable.NO_CODE) throw reader.noCode();
        return entry;
    }

    /** Differences of DC coefficients without their low bits (G.1.2.1). */
    private static final class FirstMeans extends ProgressiveBlocks {
        private final HuffmanTable table;
        private final int shift;
        private int prediction;

        FirstMeans(ScanHeader scan, HuffmanTable table, Coefficients coefficients, BitReader reader) {
            super(reader, coefficients);
            this.table = table;
            shift = scan.transform();
        }

        @Override
        void restart() {
            prediction = 0;
        }

        @Override
        void read(int block) throws MalformedDicomException {
            int entry = entry(table);
            prediction += HuffmanTable.extend(reader.bits, entry);
            reader.drop(entry & 0xFF);
            values[block] = (short) (prediction << shift);
        }
    }

    /** The next bit of each DC coefficient (G.1.2.1). */
    private static final class NextMeans extends ProgressiveBlocks {
        private final int shift;

        NextMeans(ScanHeader scan, Coefficients coefficients, BitReader reader) {
            super(reader, coefficients);
            shift = scan.transform();
        }

        @Override
        void read(int block) {
            values[block] |= (short) (bits(1) << shift);
        }
    }

    /** A band of AC coefficients, with the number of following blocks without new coefficients. */
    private abstract static class Band extends ProgressiveBlocks {
        final HuffmanTable table;
        final int start;
        final int end;
        final int shift;
        /** Number of blocks, including the current one, without new coefficients in the rest of the band (G.1.2.2). */
        int blocksWithout;

        Band(ScanHeader scan, HuffmanTable table, Coefficients coefficients, BitReader reader) {
            super(reader, coefficients);
            this.table = table;
            start = scan.start();
            end = scan.end();
            shift = scan.transform();
        }

        @Override
        void restart() {
            blocksWithout = 0;
        }

        /** Reads the rest of an EOBn code: 2^n blocks plus n further bits. */
        final void readBlocksWithout(int n) {
            blocksWithout = (1 << n) + bits(n);
        }
    }

    /** Runs of zeros and coefficients without their low bits (G.1.2.2). */
    private static final class FirstBand extends Band {
        FirstBand(ScanHeader scan, HuffmanTable table, Coefficients coefficients, BitReader reader) {
            super(scan, table, coefficients, reader);
        }

        @Override
        void read(int block) throws MalformedDicomException {
            if (blocksWithout > 0) {
                blocksWithout--;
                return;
            }
            for (int k = start; k <= end; k++) {
                int entry = entry(table);
                int run = entry >>> 20;
                int value = HuffmanTable.extend(reader.bits, entry);
                reader.drop(entry & 0xFF);
                if ((entry >>> 16 & 15) == 0) {
                    if (run < 15) {
                        readBlocksWithout(run);
                        blocksWithout--;
                        return;
                    }
                    k += 15; // sixteen zeros
                    continue;
                }
                k += run;
                if (k > end) throw reader.noCode();
                values[block + k] = (short) (value << shift);
            }
        }
    }

    /**
     * Refinement (G.1.2.3): coefficients that become nonzero with this bit, and between them one bit for each
     * coefficient that is already nonzero.
     */
    private static final class NextBand extends Band {
        NextBand(ScanHeader scan, HuffmanTable table, Coefficients coefficients, BitReader reader) {
            super(scan, table, coefficients, reader);
        }

        @Override
        void read(int block) throws MalformedDicomException {
            int k = start;
            while (blocksWithout == 0 && k <= end) {
                int entry = entry(table);
                reader.drop(entry >>> 8 & 0xFF);
                int run = entry >>> 20;
                int size = entry >>> 16 & 15;
                if (size > 1) throw reader.noCode();
                if (size == 0 && run < 15) {
                    readBlocksWithout(run);
                    break;
                }
                int value = size == 0 ? 0 : bits(1) == 1 ? 1 << shift : -1 << shift;
                k = passZeros(block, k, run);
                if (value != 0) {
                    if (k > end) throw reader.noCode();
                    values[block + k] = (short) value;
                }
                k++;
            }
            if (blocksWithout > 0) {
                passZeros(block, k, Integer.MAX_VALUE);
                blocksWithout--;
            }
        }

        /**
         * Skips a number of zero coefficients and refines the nonzero ones between them.
         *
         * @return index of the next zero, or the index after the band
         */
        private int passZeros(int block, int from, int zeros) {
            int left = zeros;
            for (int k = from; k <= end; k++) {
                int value = values[block + k];
                if (value == 0) {
                    if (left-- == 0) return k;
                } else if (bits(1) == 1) {
                    values[block + k] = (short) (value > 0 ? value + (1 << shift) : value - (1 << shift));
                }
            }
            return end + 1;
        }
    }
}
