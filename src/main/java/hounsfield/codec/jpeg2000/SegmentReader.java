package hounsfield.codec.jpeg2000;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;

/**
 * Reads big-endian numbers from a part of a frame, never beyond its limit. Positions count from the first byte of the
 * frame.
 */
final class SegmentReader {
    private final ByteSpan frame;
    private final int limit;
    private int position;

    /** @param limit end of the part, at most the length of the frame */
    SegmentReader(ByteSpan frame, int position, int limit) {
        this.frame = frame;
        this.position = position;
        this.limit = limit;
    }

    ByteSpan frame() {
        return frame;
    }

    int position() {
        return position;
    }

    void position(int newPosition) {
        position = newPosition;
    }

    int limit() {
        return limit;
    }

    int remaining() {
        return limit - position;
    }

    int u8() throws MalformedDicomException {
        require(1);
        return frame.at(position++);
    }

    int u16() throws MalformedDicomException {
        require(2);
        int value = frame.at(position) << 8 | frame.at(position + 1);
        position += 2;
        return value;
    }

    long u32() throws MalformedDicomException {
        long high = u16();
        return high << 16 | u16();
    }

    /** Reads a component index: one byte if there are fewer than 257 components (T.800 A.6.2), otherwise two. */
    int component(int components) throws MalformedDicomException {
        return components < 257 ? u8() : u16();
    }

    /** Returns a reader of the next {@code length} bytes and moves after them. */
    SegmentReader segment(int length) throws MalformedDicomException {
        require(length);
        SegmentReader segment = new SegmentReader(frame, position, position + length);
        position += length;
        return segment;
    }

    /** Returns a copy of the remaining bytes and moves after them. */
    byte[] rest() {
        byte[] bytes = new byte[remaining()];
        System.arraycopy(frame.array(), frame.offset() + position, bytes, 0, bytes.length);
        position = limit;
        return bytes;
    }

    void require(int count) throws MalformedDicomException {
        if (count < 0 || count > remaining()) {
            throw malformed(
                    "the codestream ends here: " + count + " bytes are needed, only " + remaining() + " are left");
        }
    }

    MalformedDicomException malformed(String problem) {
        return malformed(problem, position);
    }

    static MalformedDicomException malformed(String problem, int position) {
        return new MalformedDicomException("JPEG 2000: " + problem, Location.ofOffset(position));
    }

    static UnsupportedDicomException unsupported(String problem, int position) {
        return new UnsupportedDicomException("JPEG 2000: " + problem, Location.ofOffset(position));
    }
}
