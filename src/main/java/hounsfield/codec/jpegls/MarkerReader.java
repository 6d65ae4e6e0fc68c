package hounsfield.codec.jpegls;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.UnsupportedDicomException;

/**
 * Reads markers and marker segments (T.87 annex C, T.81 annex B). Every read is checked against the segment, every segment
 * against the frame.
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

    /** What {@link #nextMarker} gives behind the last byte. */
    static final int NONE = -1;

    private final ByteSpan frame;
    private int position;
    private int segmentEnd;

    MarkerReader(ByteSpan frame) {
        this.frame = frame;
    }

    /** The next byte to read, counted from the frame's first. */
    int position() {
        return position;
    }

    /** Goes to where an entropy-coded segment ended. */
    void skipTo(int newPosition) {
        position = newPosition;
    }

    /**
     * Reads a marker: any number of bytes FF (B.1.1.2 of T.81 allows fill bytes), then its code.
     *
     * @return the code, or {@link #NONE} where the frame ends
     */
    int nextMarker() throws MalformedDicomException {
        if (position >= frame.length()) return NONE;
        int start = position;
        if (frame.at(position) != 0xFF) throw malformed("no marker where one is due", start);
        while (position < frame.length() && frame.at(position) == 0xFF) position++;
        if (position == frame.length()) return NONE;
        return frame.at(position++);
    }

    /** Reads a segment's length; what follows reads its parameters. */
    void beginSegment() throws MalformedDicomException {
        int start = position;
        segmentEnd = frame.length();
        int length = uint16();
        if (length < 2 || length > frame.length() - start) {
            throw malformed(
                    "a marker segment of " + length + " bytes where " + (frame.length() - start) + " are left", start);
        }
        segmentEnd = start + length;
    }

    /** Goes behind the segment, whatever of it was not read. */
    void endSegment() {
        position = segmentEnd;
    }

    /** Bytes of the segment that are still to read. */
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

    /** A number of {@code bytes} bytes, 1 to 4. */
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
