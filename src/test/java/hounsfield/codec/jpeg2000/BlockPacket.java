package hounsfield.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A packet of one code-block in its first layer, read and written for {@link HtSurgery}.
 *
 * @param zeroPlanes number of missing bit planes
 * @param passes number of coding passes
 * @param bytes the bytes of the block, in one segment
 */
record BlockPacket(int zeroPlanes, int passes, byte[] bytes) {

    /** Reads consecutive packets, each of one block and none of them empty. */
    static List<BlockPacket> readAll(byte[] body) {
        List<BlockPacket> packets = new ArrayList<>();
        for (int at = 0; at < body.length; ) {
            if ((body[at] & 0xFF) == 0xFF && (body[at + 1] & 0xFF) == (Marker.SOP & 0xFF)) at += 6;
            Reader in = new Reader(body, at);
            if (in.bits(2) != 0b11) throw new IllegalStateException("not one code-block");
            int zeros = 0;
            while (in.bit() == 0) zeros++;
            int passes = in.passes();
            int lengthBits = 3;
            while (in.bit() == 1) lengthBits++;
            int length = in.bits(lengthBits + 31 - Integer.numberOfLeadingZeros(passes));
            at = in.end();
            if ((body[at] & 0xFF) == 0xFF && (body[at + 1] & 0xFF) == (Marker.EPH & 0xFF)) at += 2;
            packets.add(new BlockPacket(zeros, passes, Arrays.copyOfRange(body, at, at + length)));
            at += length;
        }
        return packets;
    }

    /** @param lengthBits Lblock, the number of bits in the length of one pass */
    byte[] write(int lengthBits) {
        Writer out = new Writer();
        out.begin(zeroPlanes);
        out.passes(passes);
        out.lengthBits(lengthBits - 3);
        out.put(bytes.length, lengthBits + 31 - Integer.numberOfLeadingZeros(passes));
        return Surgery.join(out.toBytes(), bytes);
    }

    private static final class Reader {
        private final byte[] bytes;
        private int next;
        private int current;
        private int left;

        Reader(byte[] bytes, int at) {
            this.bytes = bytes;
            next = at;
        }

        int bit() {
            if (left == 0) {
                left = current == 0xFF ? 7 : 8;
                current = bytes[next++] & 0xFF;
            }
            return current >> --left & 1;
        }

        int bits(int count) {
            int value = 0;
            for (int i = 0; i < count; i++) value = value << 1 | bit();
            return value;
        }

        /** Table B.4. */
        int passes() {
            if (bit() == 0) return 1;
            if (bit() == 0) return 2;
            int more = bits(2);
            if (more < 3) return 3 + more;
            more = bits(5);
            return more < 31 ? 6 + more : 37 + bits(7);
        }

        int end() {
            return current == 0xFF ? next + 1 : next;
        }
    }

    /** Writes the bits of packet headers. */
    static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int current;
        private int room = 8;

        void put(int value, int count) {
            for (int i = count - 1; i >= 0; i--) {
                current = current << 1 | value >> i & 1;
                if (--room == 0) flush();
            }
        }

        /** Begins a packet that is not empty and includes its block for the first time. */
        void begin(int zeroPlanes) {
            put(0b11, 2);
            put(0, zeroPlanes);
            put(1, 1);
        }

        void passes(int count) {
            if (count == 1) put(0, 1);
            else if (count == 2) put(0b10, 2);
            else if (count < 6) put(0b1100 | count - 3, 4);
            else if (count < 37) put(0b1111 << 5 | count - 6, 9);
            else put(0b111111111 << 7 | count - 37, 16);
        }

        /** Increases Lblock. */
        void lengthBits(int more) {
            for (int i = 0; i < more; i++) put(1, 1);
            put(0, 1);
        }

        private void flush() {
            out.write(current);
            room = current == 0xFF ? 7 : 8;
            current = 0;
        }

        byte[] toBytes() {
            while (room != 8) put(0, 1);
            return out.toByteArray();
        }
    }
}
