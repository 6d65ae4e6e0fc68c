package hounsfield.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * Gives the one code-block of {@code ht-one-block.j2c} refinement passes and placeholders, which OpenJPH does not write. Any
 * bits are a valid refinement, so random ones do. {@link #main} writes the streams for a native decoder to read.
 */
final class HtSurgery {
    private static final int LENGTH_BITS = 14;
    private static final int SIZ_PRECISION = 42;

    private final byte[] mainHeader;
    private final byte[] cleanup;
    private final int zeroPlanes;

    HtSurgery() {
        Surgery base = new Surgery(Streams.of("ht-one-block.j2c").bytes());
        mainHeader = base.mainHeader;
        // The packet's header: not empty, included, zero planes, one pass, length bits, length.
        Bits in = new Bits(base.body);
        if (in.bit() != 1 || in.bit() != 1) throw new IllegalStateException("not one code-block");
        int zeros = 0;
        while (in.bit() == 0) zeros++;
        zeroPlanes = zeros;
        if (in.bit() != 0) throw new IllegalStateException("more than a cleanup pass");
        int lengthBits = 3;
        while (in.bit() == 1) lengthBits++;
        int length = 0;
        for (int i = 0; i < lengthBits; i++) length = length << 1 | in.bit();
        cleanup = Arrays.copyOfRange(base.body, base.body.length - length, base.body.length);
    }

    /**
     * A stream with another bit plane below, that refinement passes decode.
     *
     * @param passes 2 for SigProp, 3 for MagRef too
     */
    byte[] refined(int passes, boolean causal, int seed) {
        byte[] refinement = new byte[140];
        new Random(seed).nextBytes(refinement);
        for (int i = 0; i < refinement.length; i++) {
            if (i % 9 == 0) refinement[i] = (byte) 0xFF; // to be stuffed behind, from both sides
            if (i % 9 == 1) refinement[i] &= 0x7F;
        }
        refinement[refinement.length - 1] &= 0x7F;
        byte[] header = mainHeader.clone();
        header[SIZ_PRECISION]++;
        int qcd = Surgery.indexOf(header, Marker.QCD, 0);
        header[qcd + 5] += 1 << 3;
        if (causal) header[Surgery.indexOf(header, Marker.COD, 0) + 12] |= CodingStyle.CAUSAL;
        Writer bits = begin(zeroPlanes);
        bits.put(passes == 2 ? 0b10 : 0b1100, passes == 2 ? 2 : 4);
        bits.lengthBits();
        bits.put(cleanup.length, LENGTH_BITS);
        bits.put(refinement.length, LENGTH_BITS + passes - 2);
        return stream(header, bits, Surgery.join(cleanup, refinement));
    }

    /** The same image; one of the missing bit planes is told by three passes without bytes (T.814 B.3). */
    byte[] withPlaceholders() {
        Writer bits = begin(zeroPlanes - 1);
        bits.put(0b1101, 4); // four passes
        bits.lengthBits();
        bits.put(cleanup.length, LENGTH_BITS + 2);
        return stream(mainHeader, bits, cleanup);
    }

    private static Writer begin(int zeroPlanes) {
        Writer bits = new Writer();
        bits.put(0b11, 2);
        bits.put(1, zeroPlanes + 1);
        return bits;
    }

    private static byte[] stream(byte[] header, Writer bits, byte[] body) {
        byte[] packet = Surgery.join(bits.toBytes(), body);
        return Surgery.stream(header, Surgery.tilePart(0, 1, -1, new byte[0], packet))
                .array();
    }

    private static final class Bits {
        private final byte[] bytes;
        private int at;

        Bits(byte[] bytes) {
            this.bytes = bytes;
        }

        /** No byte of a header this short is FF, so none is stuffed. */
        int bit() {
            return bytes[at >> 3] >> 7 - (at++ & 7) & 1;
        }
    }

    private static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int current;
        private int room = 8;

        void put(int value, int count) {
            for (int i = count - 1; i >= 0; i--) {
                current = current << 1 | value >> i & 1;
                if (--room == 0) flush();
            }
        }

        void lengthBits() {
            for (int i = 3; i < LENGTH_BITS; i++) put(1, 1);
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

    /** @param args the folder to write to */
    public static void main(String[] args) throws IOException {
        HtSurgery surgery = new HtSurgery();
        for (int passes = 2; passes <= 3; passes++) {
            for (int causal = 0; causal < 2; causal++) {
                Path file = Path.of(args[0], "ht-refined-" + passes + "-" + causal + ".j2k");
                Files.write(file, surgery.refined(passes, causal == 1, passes));
            }
        }
        Files.write(Path.of(args[0], "ht-placeholders.j2k"), surgery.withPlaceholders());
    }
}
