package hounsfield.codec.jpegls;

/**
 * Predicts which lines are smooth: those whose contexts that code their most likely error in one bit nearly always have
 * that error.
 *
 * <p>After a line that was not smooth, some lines are not tested; then one is tried again. Only the speed depends on
 * the result.
 */
final class SmoothLines {
    /** Number of lines before the next one is tried. */
    private static final int PATIENCE = 32;

    private int unasked;

    /** Returns whether to expect that the next line is smooth. */
    boolean expected() {
        return unasked == 0 || --unasked == 0;
    }

    /**
     * Reports the result of a line that was expected to be smooth.
     *
     * @param oneBit number of samples with a code of one bit
     * @param longer number of samples with a longer code in a context whose most likely code has one bit
     * @param others number of samples with a longer code in any context
     */
    void lineDone(int oneBit, int longer, int others) {
        if (oneBit < 3 * longer || 2 * oneBit < others) unasked = PATIENCE;
    }
}
