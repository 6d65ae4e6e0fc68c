package hounsfield.codec;

/**
 * Takes stored values out of their cells of Bits Allocated bits: shifts by High Bit, masks to Bits Stored (what lies above
 * may be an old overlay or dirt, PS3.5 8.1.1) and extends the sign. The result is as narrow as Bits Stored allows.
 *
 * <p>Serves one frame: it remembers whether bits above a value were set.
 */
public final class StoredBits {
    /** Dropped bits are looked for in all rows of frames up to this size, and in every eighth row of larger ones. */
    private static final int SMALL_FRAME = 1 << 16;

    private static final int ROWS = 8;
    private static final int SHORT_ROW = 256;

    private final int bits;
    private final boolean signed;
    /** Where the least significant stored bit lies. */
    private final int shift;

    private final int mask;
    /** The sign bit, 0 of unsigned values: flipping and subtracting it extends the sign. */
    private final int sign;
    /** Whether cells have bits above High Bit. */
    private final boolean hasUpper;

    private final int rowLength;
    /** Bits above values that were set and are no extended sign. */
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

    /** @param layout of at most 32 Bits Allocated */
    public static StoredBits of(PixelLayout layout) {
        if (layout.bitsAllocated() > Integer.SIZE) throw new IllegalArgumentException("more than 32 bits");
        return new StoredBits(layout);
    }

    /** One stored value of the cell's bits. */
    public int extract(int cell) {
        return (cell >>> shift & mask ^ sign) - sign;
    }

    /**
     * Whether bits above a value were set that do not extend its sign: an overlay, dirt, or a value that is too large for
     * Bits Stored. They are not looked for in all rows of large frames, nor above negative values.
     */
    public boolean dropped() {
        return hasUpper && dropped != 0;
    }

    /** Stored values of 8-bit cells; takes the array over. */
    public Samples extract(byte[] cells) {
        if (hasUpper) look(cells);
        if (bits < Byte.SIZE) for (int i = 0; i < cells.length; i++) cells[i] = (byte) extract(cells[i]);
        return new Samples.Bytes(cells, signed);
    }

    /** Stored values of 16-bit cells; takes the array over. */
    public Samples extract(short[] cells) {
        if (hasUpper) look(cells);
        if (bits <= Byte.SIZE) {
            byte[] narrow = new byte[cells.length];
            for (int i = 0; i < narrow.length; i++) narrow[i] = (byte) extract(cells[i]);
            return new Samples.Bytes(narrow, signed);
        }
        if (shift != 0) for (int i = 0; i < cells.length; i++) cells[i] = (short) (cells[i] >> shift);
        if (bits < Short.SIZE) maskInPlace(cells, mask, sign);
        return new Samples.Shorts(cells, signed);
    }

    /** Nothing here needs more than 16 bits, so the compiler may use 16-bit lanes. */
    private static void maskInPlace(short[] cells, int mask, int sign) {
        for (int i = 0; i < cells.length; i++) cells[i] = (short) ((cells[i] & mask ^ sign) - sign);
    }

    /** Stored values of 24-bit or 32-bit cells; takes the array over. */
    public Samples extract(int[] cells) {
        if (hasUpper) look(cells);
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

    private void look(byte[] cells) {
        for (int from = 0; from < cells.length; from += step(cells.length)) {
            int to = Math.min(cells.length, from + row());
            for (int i = from; i < to; i++) dropped |= upper(cells[i] & 0xFF);
        }
    }

    /** In a copy of the row and with a row of results, for which the compiler uses lanes; for a sum of bits it would not. */
    private void look(short[] cells) {
        short[] row = new short[row()];
        short[] gathered = new short[row.length];
        for (int from = 0; from < cells.length; from += step(cells.length)) {
            int count = Math.min(row.length, cells.length - from);
            System.arraycopy(cells, from, row, 0, count);
            gather(row, gathered, count, shift, mask, sign);
        }
        for (short each : gathered) dropped |= each;
    }

    /** A sign that comes down with the shift is a copy of a bit above values. */
    private static void gather(short[] cells, short[] gathered, int count, int shift, int mask, int sign) {
        for (int i = 0; i < count; i++) {
            int cell = cells[i] >> shift;
            int value = (cell & mask ^ sign) - sign;
            gathered[i] = (short) (gathered[i] | cell & ~mask & ~value);
        }
    }

    private void look(int[] cells) {
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
