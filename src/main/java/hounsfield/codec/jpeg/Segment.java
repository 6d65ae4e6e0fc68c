package hounsfield.codec.jpeg;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;

/** The parameters of one marker segment, read sequentially (T.81 B.1.1.4). */
final class Segment {
    private final ByteSpan bytes;
    private final int offset;
    private final String name;
    private int next;

    /**
     * Creates a segment.
     *
     * @param bytes those after the length
     * @param offset of the first of these bytes within the frame
     * @param name for messages
     */
    Segment(ByteSpan bytes, int offset, String name) {
        this.bytes = bytes;
        this.offset = offset;
        this.name = name;
    }

    int remaining() {
        return bytes.length() - next;
    }

    int u8() throws MalformedDicomException {
        if (remaining() < 1) throw fault("ends early");
        return bytes.at(next++);
    }

    int u16() throws MalformedDicomException {
        return u8() << 8 | u8();
    }

    /** Returns whether the segment begins with these characters, without reading them. */
    boolean startsWith(String ascii) {
        if (bytes.length() < ascii.length()) return false;
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes.at(i) != ascii.charAt(i)) return false;
        }
        return true;
    }

    void skip(int count) throws MalformedDicomException {
        if (remaining() < count) throw fault("ends early");
        next += count;
    }

    /** Creates an exception for a problem of this segment, located at the last byte read. */
    MalformedDicomException fault(String problem) {
        return new MalformedDicomException(
                "JPEG " + name + " " + problem, Location.ofOffset(offset + Math.max(0, next - 1L)));
    }
}
