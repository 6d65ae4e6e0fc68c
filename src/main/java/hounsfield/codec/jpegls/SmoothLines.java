package hounsfield.codec.jpegls;

/**
 * Tells which lines to expect to be smooth: where contexts that code their likeliest error in one bit nearly always meet it.
 *
 * <p>A line that was not is followed by some that are not looked at, then one is tried again. Only the speed depends on the
 * answer.
 */
final class SmoothLines {
    /** How many lines go by before one is tried. */
    private static final int PATIENCE = 32;

    private int unasked;

    /** Whether to expect the next line to be smooth. */
    boolean expected() {
        return unasked == 0 || --unasked == 0;
    }

    /**
     * Takes note of a line that was expected to be.
     *
     * @param oneBit how many samples had a code of one bit
     * @param longer how many had a longer one in a context where one of one bit is the likeliest
     * @param others how many had a longer one in any context
     */
    void lineDone(int oneBit, int longer, int others) {
        if (oneBit < 3 * longer || 2 * oneBit < others) unasked = PATIENCE;
    }
}
