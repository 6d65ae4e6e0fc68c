package hounsfield.equalize;

/** The selected values as if sorted, without sorting them. */
interface RankedValues {
    /** How many values. */
    long size();

    /**
     * The values at some places of the sorted order.
     *
     * @param ranks ascending, each 0 to {@code size() - 1}
     * @return ascending values, one a rank
     */
    float[] at(long[] ranks);
}
