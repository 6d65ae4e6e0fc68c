package hounsfield.codec.jpeg2000;

import hounsfield.standard.error.MalformedDicomException;

/** The bits of packet headers, with a 0 bit stuffed after each byte FF (T.800 B.10.1). */
final class HeaderBits {
    private final byte[] bytes;
    private final int base;
    private int position;
    private int limit;
    private int current;
    private int left;

    /**
     * @param base index of the first byte of the frame, from which offsets in messages count
     * @param position index of the first byte
     * @param limit index after the last byte
     */
    HeaderBits(byte[] bytes, int base, int position, int limit) {
        this.bytes = bytes;
        this.base = base;
        this.position = position;
        this.limit = limit;
    }

    /** Returns the index of the next byte. Use only between headers. */
    int position() {
        return position;
    }

    /** Moves to another range. Use only between headers. */
    void move(int newPosition, int newLimit) {
        position = newPosition;
        limit = newLimit;
    }

    int limit() {
        return limit;
    }

    int remaining() {
        return limit - position;
    }

    /** Begins a packet header at a byte. */
    void begin() {
        left = 0;
        current = 0;
    }

    int bit() throws MalformedDicomException {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = next();
        }
        left--;
        return current >> left & 1;
    }

    int bits(int count) throws MalformedDicomException {
        int value = 0;
        for (int i = 0; i < count; i++) value = value << 1 | bit();
        return value;
    }

    /**
     * Ends a packet header. The remaining bits of its last byte are ignored; if that byte is FF, a stuffed byte follows
     * it.
     */
    void end() throws MalformedDicomException {
        if (current == 0xFF) next();
        left = 0;
        current = 0;
    }

    /** Returns whether there is a marker at the next byte. */
    boolean markerIs(int marker) {
        return remaining() >= 2
                && (bytes[position] & 0xFF) == marker >> 8
                && (bytes[position + 1] & 0xFF) == (marker & 0xFF);
    }

    void skip(int count) throws MalformedDicomException {
        if (count < 0 || count > remaining()) {
            throw malformed("a packet needs " + count + " bytes, but only " + remaining() + " are left");
        }
        position += count;
    }

    private int next() throws MalformedDicomException {
        if (position >= limit) throw malformed("the codestream ends in a packet header");
        return bytes[position++] & 0xFF;
    }

    MalformedDicomException malformed(String problem) {
        return SegmentReader.malformed(problem, position - base);
    }
}
