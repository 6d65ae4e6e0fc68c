package hounsfield.codec.jpeg2000;

/** The bits of raw coding passes (T.800 D.6): most significant bit first, with a 0 bit stuffed after each byte FF. */
final class RawBits {
    private byte[] bytes;
    private int position;
    private int end;
    private int current;
    private int left;

    void begin(byte[] source, int from, int to) {
        bytes = source;
        position = from;
        end = to;
        current = 0;
        left = 0;
    }

    /** Returns the next bit; 1 after the end. */
    int bit() {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = position < end ? bytes[position++] & 0xFF : 0xFF;
        }
        left--;
        return current >> left & 1;
    }
}
