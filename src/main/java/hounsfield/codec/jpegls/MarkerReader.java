package hounsfield.codec.jpegls;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;

/**
 * Reads markers and marker segments (T.87 annex C, T.81 annex B). Every read is checked against the end of the segment,
 * every segment against the end of the frame.
 */
final class MarkerReader {
    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;
    static final int DNL = 0xDC;
    static final int DRI = 0xDD;
    static final int RST0 = 0xD0;
    static final int COM = 0xFE;
    static final int APP0 = 0xE0;
    static final int APP8 = 0xE8;

    /** SOF55, the frame header of JPEG-LS. */
    static final int SOF_LS = 0xF7;

    /** LSE, the preset parameters of JPEG-LS. */
    static final int LSE = 0xF8;

    /** Result of {@link #nextMarker} at the end of the frame. */
    static final int NONE = -1;

    private final ByteSpan frame;
    private int position;
    private int segmentEnd;

    MarkerReader(ByteSpan frame) {
        this.frame = frame;
    }

    /** Returns the position of the next byte to read, counted from the first byte of the frame. */
    int position() {
        return position;
    }

    /** Moves to the end of an entropy-coded segment. */
    void skipTo(int newPosition) {
        position = newPosition;
    }

    /**
     * Reads a marker: any number of bytes FF (fill bytes, T.81 B.1.1.2), then its code.
     *
     * @return the code, or {@link #NONE} at the end of the frame
     */
    int nextMarker() throws MalformedDicomException {
        if (position >= frame.length()) return NONE;
        int start = position;
        if (frame.at(position) != 0xFF) throw malformed("a marker is missing here", start);
        while (position < frame.length() && frame.at(position) == 0xFF) position++;
        if (position == frame.length()) return NONE;
        return frame.at(position++);
    }

    /** Reads the length of a segment. The read methods then read its parameters. */
    void beginSegment() throws MalformedDicomException {
        int start = position;
        segmentEnd = frame.length();
        int length = uint16();
        if (length < 2 || length > frame.length() - start) {
            throw malformed(
                    "a marker segment has " + length + " bytes, but only " + (frame.length() - start) + " are left",
                    start);
        }
        segmentEnd = start + length;
    }

    /** Moves to the end of the segment, whether or not all of it was read. */
    void endSegment() {
        position = segmentEnd;
    }

    /** Returns the number of bytes in the segment that have not been read. */
    int remaining() {
        return segmentEnd - position;
    }

    int uint8() throws MalformedDicomException {
        if (position >= segmentEnd) throw malformed("a marker segment ends early", position);
        return frame.at(position++);
    }

    int uint16() throws MalformedDicomException {
        return uint8() << 8 | uint8();
    }

    /** Reads a number of {@code bytes} bytes, 1 to 4. */
    long number(int bytes) throws MalformedDicomException {
        long value = 0;
        for (int i = 0; i < bytes; i++) value = value << 8 | uint8();
        return value;
    }

    MalformedDicomException malformed(String problem) {
        return malformed(problem, position);
    }

    private static MalformedDicomException malformed(String problem, int offset) {
        return new MalformedDicomException("JPEG-LS: " + problem, Location.ofOffset(offset));
    }

    UnsupportedDicomException unsupported(String problem) {
        return new UnsupportedDicomException("JPEG-LS: " + problem, Location.ofOffset(position));
    }
}
