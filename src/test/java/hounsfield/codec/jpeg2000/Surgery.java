package hounsfield.codec.jpeg2000;

import hounsfield.bytes.ByteSpan;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a codestream of one tile-part apart and assembles it in ways that the public encoders do not write. Packets are
 * separated at the SOP and EPH markers of the stream.
 */
final class Surgery {
    private static final int SOP_LENGTH = 6;

    /** From SOC to before SOT. */
    final byte[] mainHeader;
    /** The bytes between SOD and EOC. */
    final byte[] body;

    final List<Packet> packets = new ArrayList<>();

    /**
     * One packet.
     *
     * @param sop the SOP marker segment
     * @param header with its EPH
     * @param body the bytes of the code-blocks
     */
    record Packet(byte[] sop, byte[] header, byte[] body) {
        byte[] whole() {
            return join(sop, header, body);
        }

        byte[] withoutHeader() {
            return join(sop, body);
        }
    }

    Surgery(ByteSpan stream) {
        byte[] bytes = Arrays.copyOfRange(stream.array(), stream.offset(), stream.end());
        int sot = indexOf(bytes, Marker.SOT, 0);
        int sod = indexOf(bytes, Marker.SOD, sot);
        mainHeader = Arrays.copyOf(bytes, sot);
        body = Arrays.copyOfRange(bytes, sod + 2, bytes.length - 2);
        for (int at = indexOf(body, Marker.SOP, 0); at >= 0 && at < body.length; ) {
            int next = indexOf(body, Marker.SOP, at + 2);
            if (next < 0) next = body.length;
            int eph = indexOf(body, Marker.EPH, at) + 2;
            packets.add(new Packet(
                    Arrays.copyOfRange(body, at, at + SOP_LENGTH),
                    Arrays.copyOfRange(body, at + SOP_LENGTH, eph),
                    Arrays.copyOfRange(body, eph, next)));
            at = next;
        }
    }

    /** Returns a stream of the main header, further marker segments at its end, and tile-parts. */
    static ByteSpan stream(byte[] mainHeader, byte[]... tileParts) {
        return ByteSpan.of(join(mainHeader, join(tileParts), new byte[] {(byte) 0xFF, (byte) 0xD9}));
    }

    /**
     * Returns a tile-part of tile 0. If {@code length} is negative, Psot is correct; otherwise it is {@code length}.
     */
    static byte[] tilePart(int index, int count, long length, byte[] segments, byte[] packets) {
        long psot = length >= 0 ? length : 12 + segments.length + 2 + packets.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, Marker.SOT, 2);
        put(out, 10, 2);
        put(out, 0, 2);
        put(out, psot, 4);
        put(out, index, 1);
        put(out, count, 1);
        out.writeBytes(segments);
        put(out, Marker.SOD, 2);
        out.writeBytes(packets);
        return out.toByteArray();
    }

    static byte[] segment(int marker, byte[]... content) {
        byte[] joined = join(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, marker, 2);
        put(out, joined.length + 2, 2);
        out.writeBytes(joined);
        return out.toByteArray();
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }

    static byte[] number(long value, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, value, length);
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) out.writeBytes(part);
        return out.toByteArray();
    }

    static int indexOf(byte[] bytes, int marker, int from) {
        for (int i = from; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xFF) == marker >> 8 && (bytes[i + 1] & 0xFF) == (marker & 0xFF)) return i;
        }
        return -1;
    }

    private static void put(ByteArrayOutputStream out, long value, int length) {
        for (int i = length - 1; i >= 0; i--) out.write((int) (value >> 8 * i));
    }
}
