package hounsfield.codec.jpegls;

/**
 * Tells the line decoders whether to expect errors of 0 in contexts that code them in one bit.
 *
 * <p>In smooth images nearly all samples of such contexts are predicted exactly. Asking first, with a branch, then lets the
 * processor go on with the next sample before it knows this one's code. In noisy images that branch would be mispredicted at
 * every other sample and cost more than it saves. So it is asked in lines where it pays, and in a line now and then to see
 * whether it does. Only the speed depends on the answer.
 */
final class ZeroErrors {
    /** How many lines go by unasked before one is tried. */
    private static final int PATIENCE = 32;

    private int unasked;

    /** Whether to ask in the next line. */
    boolean expected() {
        return unasked == 0;
    }

    /**
     * Takes note of a line.
     *
     * @param asked how many samples met a context that codes an error of 0 in one bit; 0 where it was not asked
     * @param exact how many of those had this code
     */
    void lineDone(int asked, int exact) {
        if (unasked > 0) unasked--;
        else if (4 * exact < 3 * asked) unasked = PATIENCE;
    }
}
