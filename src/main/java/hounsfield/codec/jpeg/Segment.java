package hounsfield.codec.jpeg;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;

/** The parameters of one marker segment, read from front to back (T.81 B.1.1.4). */
final class Segment {
    private final ByteSpan bytes;
    private final int offset;
    private final String name;
    private int next;

    /**
     * @param bytes what follows the segment's length
     * @param offset of the first of these bytes, counted from the frame's first byte
     * @param name what the segment is called in messages
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

    /** Whether the segment begins with these characters; reads nothing. */
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

    /** An exception that tells what is wrong with this segment, at the byte read last. */
    MalformedDicomException fault(String problem) {
        return new MalformedDicomException(
                "JPEG " + name + " " + problem, Location.ofOffset(offset + Math.max(0, next - 1L)));
    }
}
