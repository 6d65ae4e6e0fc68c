package hounsfield.codec;

/**
 * Takes stored values out of their cells of Bits Allocated bits: shifts by High Bit, masks to Bits Stored (what lies above
 * may be an old overlay or dirt, PS3.5 8.1.1) and extends the sign. The result is as narrow as Bits Stored allows.
 */
public final class StoredBits {
    private final int bits;
    private final boolean signed;
    /** Where the least significant stored bit lies. */
    private final int shift;

    private final int mask;
    /** The sign bit, 0 of unsigned values: flipping and subtracting it extends the sign. */
    private final int sign;

    private StoredBits(PixelLayout layout) {
        bits = layout.bitsStored();
        signed = layout.signed();
        shift = layout.highBit() + 1 - bits;
        mask = -1 >>> Integer.SIZE - bits;
        sign = signed ? 1 << bits - 1 : 0;
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

    /** Stored values of 8-bit cells; takes the array over. */
    public Samples extract(byte[] cells) {
        if (bits < Byte.SIZE) for (int i = 0; i < cells.length; i++) cells[i] = (byte) extract(cells[i]);
        return new Samples.Bytes(cells, signed);
    }

    /** Stored values of 16-bit cells; takes the array over. */
    public Samples extract(short[] cells) {
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
}
