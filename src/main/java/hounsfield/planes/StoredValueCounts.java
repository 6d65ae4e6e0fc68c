package hounsfield.planes;

/**
 * The number of occurrences of each stored value of up to 16 bits in a frame. One instance per thread is reused for each
 * frame, because its arrays are more expensive to allocate than to fill.
 */
public final class StoredValueCounts {
    private static final int BYTES = 1 << Byte.SIZE;
    private static final int SHORTS = 1 << Short.SIZE;

    /** All 0 between uses. */
    private final IndexCounts bytes = new IndexCounts(BYTES);

    /** All 0 between uses; created for the first frame of 16 bits. */
    private IndexCounts shorts;

    private double[] values = new double[BYTES];
    private long[] counts = new long[BYTES];
    private int length;

    /**
     * Counts the values of a frame, in place of those of the frame before.
     *
     * @param stored the bits of the values
     * @param signed whether they are signed
     */
    public void count(short[] stored, boolean signed) {
        if (shorts == null) {
            shorts = new IndexCounts(SHORTS);
            values = new double[SHORTS];
            counts = new long[SHORTS];
        }
        shorts.add(stored, 0, stored.length);
        gather(shorts, SHORTS, stored.length, signed);
    }

    /**
     * Counts the values of a frame, in place of those of the frame before.
     *
     * @param stored the bits of the values
     * @param signed whether they are signed
     */
    public void count(byte[] stored, boolean signed) {
        bytes.add(stored, 0, stored.length);
        gather(bytes, BYTES, stored.length, signed);
    }

    /** {@return an array whose first {@link #length} elements are the values that occur, in no order; the caller may overwrite it} */
    public double[] values() {
        return values;
    }

    /** {@return the count of each value, which the caller may overwrite} */
    public long[] counts() {
        return counts;
    }

    /** {@return the number of different values} */
    public int length() {
        return length;
    }

    private void gather(IndexCounts from, int size, int total, boolean signed) {
        length = 0;
        from.drainAroundZero(total, (number, count) -> {
            values[length] = signed && number >= size / 2 ? number - size : number;
            counts[length++] = count;
        });
    }
}
