package hounsfield.codec.jpeg2000;

/** The adaptive run-length decoder of the HT cleanup pass (T.814 7.3.3). */
final class MelDecoder {
    /** The exponents of the run lengths, indexed by state (table 2). */
    private static final int[] EXPONENT = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

    private byte[] bytes;
    private int position;
    private int end;
    private int current;
    private int left;
    private int state;
    /** Number of 0 events before the next one is read. */
    private int run;

    private boolean eventFollows;

    /** @param end index after the cleanup segment; its last byte is replaced by FF */
    void begin(byte[] source, int from, int end) {
        bytes = source;
        position = from;
        this.end = end;
        current = 0;
        left = 0;
        state = 0;
        run = 0;
        eventFollows = false;
    }

    /** Returns the next event, 0 or 1. */
    int next() {
        if (run == 0 && !eventFollows) nextRun();
        if (run > 0) {
            run--;
            return 0;
        }
        eventFollows = false;
        return 1;
    }

    private void nextRun() {
        int exponent = EXPONENT[state];
        if (bit() == 1) {
            run = 1 << exponent;
            state = Math.min(12, state + 1);
        } else {
            int length = 0;
            for (int i = 0; i < exponent; i++) length = length << 1 | bit();
            run = length;
            state = Math.max(0, state - 1);
            eventFollows = true;
        }
    }

    private int bit() {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = 0xFF;
            if (position < end) {
                current = bytes[position] & 0xFF;
                if (position == end - 1) current = 0xFF;
                else if (position == end - 2) current |= 0x0F;
                position++;
            }
        }
        left--;
        return current >> left & 1;
    }
}
