package hounsfield.codec.jpeg2000;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Adds refinement passes, placeholders, layers and further sets of passes to the single code-block of
 * {@code ht-one-block.j2c}, and mixes code-blocks of both kinds, which OpenJPH does not write. Any bits are a valid
 * refinement, so random ones are used. {@link #main} writes the streams that a native decoder can read.
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
        BlockPacket packet = BlockPacket.readAll(base.body).get(0);
        zeroPlanes = packet.zeroPlanes();
        cleanup = packet.bytes();
    }

    /**
     * Returns a stream with another lower bit plane, which refinement passes decode.
     *
     * @param passes 2 for SigProp, 3 for SigProp and MagRef
     */
    byte[] refined(int passes, boolean causal, int seed) {
        byte[] refinement = refinement(seed);
        BlockPacket.Writer bits = begin(zeroPlanes);
        bits.passes(passes);
        bits.lengthBits(LENGTH_BITS - 3);
        bits.put(cleanup.length, LENGTH_BITS);
        bits.put(refinement.length, LENGTH_BITS + passes - 2);
        return stream(header(1, 1, causal), Surgery.join(bits.toBytes(), cleanup, refinement));
    }

    /**
     * Returns the content of {@code refined(3, causal, seed)} in four layers: two placeholders; one and cleanup;
     * SigProp; MagRef.
     */
    byte[] refinedInLayers(boolean causal, int seed) {
        byte[] refinement = refinement(seed);
        int half = refinement.length / 2;
        BlockPacket.Writer first = begin(zeroPlanes - 1);
        first.passes(2);
        first.lengthBits(LENGTH_BITS - 3);
        first.put(0, LENGTH_BITS + 1); // as in a block of T.800
        return stream(
                header(4, 1, causal),
                Surgery.join(
                        first.toBytes(),
                        further(2, 1, cleanup),
                        further(1, 0, Arrays.copyOf(refinement, half)),
                        further(1, 0, Arrays.copyOfRange(refinement, half, refinement.length))));
    }

    /** Returns the same image, with three passes without bytes for one of the missing bit planes (T.814 B.3). */
    byte[] withPlaceholders() {
        BlockPacket.Writer bits = begin(zeroPlanes - 1);
        bits.passes(4);
        bits.lengthBits(LENGTH_BITS - 3);
        bits.put(cleanup.length, LENGTH_BITS + 2);
        return stream(mainHeader, Surgery.join(bits.toBytes(), cleanup));
    }

    /** Returns the same image after another set of passes for a higher plane, which no longer counts (T.814 B.2). */
    byte[] inTheSecondSet() {
        byte[] refinement = refinement(5);
        BlockPacket.Writer bits = begin(zeroPlanes - 1);
        bits.passes(3);
        bits.lengthBits(LENGTH_BITS - 3);
        bits.put(cleanup.length, LENGTH_BITS);
        bits.put(refinement.length, LENGTH_BITS + 1);
        return stream(header(2, 0, false), Surgery.join(bits.toBytes(), cleanup, refinement, further(1, 0, cleanup)));
    }

    /**
     * Returns a stream that alternates the blocks of two streams of the same image, one by OpenJPEG and one by OpenJPH.
     * The kind of a block follows from its length: in T.800 it begins with a 1 bit or has three bits, in an HT block it
     * begins with a 0 bit.
     */
    static byte[] mixed() {
        Surgery arithmetic = new Surgery(Streams.of("blocks-apart.j2k").bytes());
        Surgery highThroughput = new Surgery(Streams.of("ht-blocks-apart.j2c").bytes());
        List<BlockPacket> ours = BlockPacket.readAll(arithmetic.body);
        List<BlockPacket> theirs = BlockPacket.readAll(highThroughput.body);
        if (ours.size() != theirs.size()) throw new IllegalStateException(ours.size() + " blocks, " + theirs.size());
        byte[] header = highThroughput.mainHeader.clone();
        header[Surgery.indexOf(header, Marker.COD, 0) + 12] |= (byte) CodingStyle.HT_MIXED;
        int morePlanes = planes(header) - planes(arithmetic.mainHeader);
        byte[][] packets = new byte[ours.size()][];
        for (int i = 0; i < packets.length; i++) {
            if (i % 2 == 1) {
                int length = theirs.get(i).bytes().length;
                packets[i] = theirs.get(i).write(Math.max(4, 33 - Integer.numberOfLeadingZeros(length)));
            } else {
                BlockPacket packet = ours.get(i);
                int bits = 32 - Integer.numberOfLeadingZeros(packet.bytes().length);
                int forPasses = 31 - Integer.numberOfLeadingZeros(packet.passes());
                packets[i] = new BlockPacket(packet.zeroPlanes() + morePlanes, packet.passes(), packet.bytes())
                        .write(Math.max(3, bits - forPasses));
            }
        }
        return stream(header, Surgery.join(packets));
    }

    /** Returns the magnitude bits of the only subband: guard bits plus exponent minus one. */
    private static int planes(byte[] header) {
        int qcd = Surgery.indexOf(header, Marker.QCD, 0);
        return ((header[qcd + 4] & 0xFF) >> 5) + ((header[qcd + 5] & 0xFF) >> 3) - 1;
    }

    private static byte[] refinement(int seed) {
        byte[] refinement = new byte[140];
        new Random(seed).nextBytes(refinement);
        for (int i = 0; i < refinement.length; i++) {
            if (i % 9 == 0) refinement[i] = (byte) 0xFF; // causes stuffing after it, in both directions
            if (i % 9 == 1) refinement[i] &= 0x7F;
        }
        refinement[refinement.length - 1] &= 0x7F;
        return refinement;
    }

    /** @param morePlanes number of bit planes to add below those of the stream */
    private byte[] header(int layers, int morePlanes, boolean causal) {
        byte[] header = mainHeader.clone();
        header[SIZ_PRECISION] += (byte) morePlanes;
        int qcd = Surgery.indexOf(header, Marker.QCD, 0);
        header[qcd + 5] += (byte) (morePlanes << 3);
        int cod = Surgery.indexOf(header, Marker.COD, 0);
        header[cod + 7] = (byte) layers;
        if (causal) header[cod + 12] |= CodingStyle.CAUSAL;
        return header;
    }

    private static BlockPacket.Writer begin(int zeroPlanes) {
        BlockPacket.Writer bits = new BlockPacket.Writer();
        bits.begin(zeroPlanes);
        return bits;
    }

    /** Returns a packet of a later layer. */
    private static byte[] further(int passes, int extraBits, byte[] segment) {
        BlockPacket.Writer bits = new BlockPacket.Writer();
        bits.put(0b11, 2);
        bits.passes(passes);
        bits.lengthBits(0);
        bits.put(segment.length, LENGTH_BITS + extraBits);
        return Surgery.join(bits.toBytes(), segment);
    }

    private static byte[] stream(byte[] header, byte[] packets) {
        return Surgery.stream(header, Surgery.tilePart(0, 1, -1, new byte[0], packets))
                .array();
    }

    /** @param args the output folder */
    public static void main(String[] args) throws IOException {
        HtSurgery surgery = new HtSurgery();
        for (int passes = 2; passes <= 3; passes++) {
            for (int causal = 0; causal < 2; causal++) {
                Path file = Path.of(args[0], "ht-refined-" + passes + "-" + causal + ".j2k");
                Files.write(file, surgery.refined(passes, causal == 1, passes));
            }
        }
        Files.write(Path.of(args[0], "ht-placeholders.j2k"), surgery.withPlaceholders());
        Files.write(Path.of(args[0], "ht-layers.j2k"), surgery.refinedInLayers(false, 3));
        Files.write(Path.of(args[0], "ht-second-set.j2k"), surgery.inTheSecondSet());
        Files.write(Path.of(args[0], "ht-mixed.j2k"), mixed());
    }
}
