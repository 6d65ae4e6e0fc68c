package hounsfield.codec;

import java.util.Arrays;

/**
 * Extracts stored values from cells of Bits Allocated bits: shifts by High Bit, masks to Bits Stored (higher bits may
 * contain an old overlay or garbage, PS3.5 8.1.1), and extends the sign. The result type is as narrow as Bits Stored
 * allows.
 *
 * <p>An instance is for one frame, because it records whether bits above values were set.
 */
public final class StoredBits {
    /** Largest frame in samples of which all rows are searched for dropped bits; of larger ones, every eighth row is. */
    private static final int SMALL_FRAME = 1 << 16;

    private static final int ROWS = 8;
    private static final int SHORT_ROW = 256;

    private final int bits;
    private final boolean signed;
    /** Position of the least significant stored bit. */
    private final int shift;

    private final int mask;
    /** The sign bit, 0 for unsigned values: XOR with it and subtracting it extends the sign. */
    private final int sign;
    /** Whether cells have bits above High Bit. */
    private final boolean hasUpper;

    private final int rowLength;
    /** Set bits above values that are not a sign extension. */
    private int dropped;

    private StoredBits(PixelLayout layout) {
        bits = layout.bitsStored();
        signed = layout.signed();
        shift = layout.highBit() + 1 - bits;
        mask = -1 >>> Integer.SIZE - bits;
        sign = signed ? 1 << bits - 1 : 0;
        rowLength = layout.columns() * layout.samplesPerPixel();
        hasUpper = layout.highBit() + 1 < layout.bitsAllocated();
    }

    /**
     * Creates an extractor.
     *
     * @param layout with at most 32 Bits Allocated
     * @return the extractor for one frame
     */
    public static StoredBits of(PixelLayout layout) {
        if (layout.bitsAllocated() > Integer.SIZE) throw new IllegalArgumentException("more than 32 bits");
        return new StoredBits(layout);
    }

    /**
     * Extracts one stored value.
     *
     * @param cell the bits of the cell
     * @return the stored value
     */
    public int extract(int cell) {
        return (cell >>> shift & mask ^ sign) - sign;
    }

    /**
     * Returns whether bits above a value were set that do not extend its sign: an overlay, garbage, or a value too
     * large for Bits Stored. Not all rows of large frames are searched, and bits above negative values are ignored.
     *
     * @return whether such bits were found
     */
    public boolean dropped() {
        return hasUpper && dropped != 0;
    }

    /**
     * Extracts the values of 8-bit cells.
     *
     * @param cells the cells; may be overwritten and reused for the result
     * @return the stored values
     */
    public Samples extract(byte[] cells) {
        if (hasUpper) addDropped(cells);
        if (bits < Byte.SIZE) for (int i = 0; i < cells.length; i++) cells[i] = (byte) extract(cells[i]);
        return new Samples.Bytes(cells, signed);
    }

    /**
     * Extracts the values of 16-bit cells.
     *
     * @param cells the cells; may be overwritten and reused for the result
     * @return the stored values
     */
    public Samples extract(short[] cells) {
        if (bits <= Byte.SIZE) {
            if (hasUpper) addDropped(cells);
            byte[] narrow = new byte[cells.length];
            for (int i = 0; i < narrow.length; i++) narrow[i] = (byte) extract(cells[i]);
            return new Samples.Bytes(narrow, signed);
        }
        // A sign bit that the shift extends is a copy of such a bit.
        if (shift != 0) for (int i = 0; i < cells.length; i++) cells[i] = (short) (cells[i] >> shift);
        if (hasUpper) maskAndLook(cells);
        else if (bits < Short.SIZE) mask(cells, 0, cells.length, mask, sign);
        return new Samples.Shorts(cells, signed);
    }

    /** Masks all cells. Where a row changes, searches it as it was for dropped bits; most frames have no such row. */
    private void maskAndLook(short[] cells) {
        short[] before = new short[row()];
        int count = cells.length;
        int step = step(count);
        for (int from = 0; from < count; from += Math.min(step, count - from)) {
            int length = Math.min(before.length, count - from);
            System.arraycopy(cells, from, before, 0, length);
            mask(cells, from, from + Math.min(step, count - from), mask, sign);
            if (dropped != 0 || Arrays.equals(before, 0, length, cells, from, from + length)) continue;
            for (int i = 0; i < length; i++) dropped |= before[i] & ~mask & ~extendedSign(before[i]);
        }
    }

    /** Uses no operation on more than 16 bits, so that the compiler can vectorize with 16-bit lanes. */
    private static void mask(short[] cells, int from, int to, int mask, int sign) {
        for (int i = from; i < to; i++) cells[i] = (short) ((cells[i] & mask ^ sign) - sign);
    }

    private int extendedSign(int cell) {
        return (cell & mask ^ sign) - sign;
    }

    /**
     * Extracts the values of 24-bit or 32-bit cells.
     *
     * @param cells the cells; may be overwritten and reused for the result
     * @return the stored values
     */
    public Samples extract(int[] cells) {
        if (hasUpper) addDropped(cells);
        if (bits <= Byte.SIZE) {
            byte[] narrow = new byte[cells.length];
            for (int i = 0; i < narrow.length; i++) narrow[i] = (byte) extract(cells[i]);
            return new Samples.Bytes(narrow, signed);
        }
        if (bits <= Short.SIZE) {
            short[] narrow = new short[cells.length];
            for (int i = 0; i < narrow.length; i++) narrow[i] = (short) extract(cells[i]);
            return new Samples.Shorts(narrow, signed);
        }
        if (bits < Integer.SIZE) for (int i = 0; i < cells.length; i++) cells[i] = extract(cells[i]);
        return new Samples.Ints(cells, signed);
    }

    private void addDropped(byte[] cells) {
        for (int from = 0; from < cells.length; from += step(cells.length)) {
            int to = Math.min(cells.length, from + row());
            for (int i = from; i < to; i++) dropped |= upper(cells[i] & 0xFF);
        }
    }

    private void addDropped(short[] cells) {
        for (int from = 0; from < cells.length; from += step(cells.length)) {
            int to = Math.min(cells.length, from + row());
            for (int i = from; i < to; i++) dropped |= upper(cells[i] & 0xFFFF);
        }
    }

    private void addDropped(int[] cells) {
        for (int from = 0; from < cells.length; from += step(cells.length)) {
            int to = Math.min(cells.length, from + row());
            for (int i = from; i < to; i++) dropped |= upper(cells[i]);
        }
    }

    private int upper(int cell) {
        return cell >>> shift & ~mask & ~extract(cell);
    }

    private int row() {
        return rowLength * Math.max(1, SHORT_ROW / rowLength);
    }

    private int step(int cells) {
        return cells <= SMALL_FRAME ? row() : ROWS * row();
    }
}
