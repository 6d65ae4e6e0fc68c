package hounsfield.codec.rle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecoderSuite;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.PixelLayout;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RleDecoderTest extends DecoderSuite {
    private static final TransferSyntax RLE = TransferSyntax.RLE_LOSSLESS;

    @Override
    protected FrameDecoder decoder() {
        return new RleDecoder();
    }

    @Override
    protected List<Known> known() {
        return List.of(
                Known.lossless("8 bits, written by hand", RLE, gray(2, 4, 8, 8), byHand(), 7, 7, 7, 7, 7, 1, 2, 3),
                ofValues("8 bits", gray(9, 31, 8, 8)),
                ofValues("12 bits of 16", gray(20, 33, 16, 12)),
                ofValues("signed 16 bits", signedGray(16, 16, 16, 16)),
                ofValues("32 bits", gray(5, 40, 32, 32)),
                ofValues("RGB of 8 bits", color(12, 10, 8, false)),
                ofValues("RGB of 8 bits, planar by the header", color(12, 10, 8, true)),
                ofValues("RGB of 16 bits", color(12, 10, 16, false)),
                ofValues("RGB of 32 bits", color(6, 10, 32, false)),
                singleBits());
    }

    @Test
    void truncatedSegmentReportsItsOffset() {
        byte[] frame = RleBytes.frame(new byte[] {-3, 5}, new byte[] {3, 1, 2});
        MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> decoder()
                .decode(ByteSpan.of(frame), gray(1, 4, 16, 16), new DecodingContext()));
        assertEquals("byte 69: RLE segment 2 ends 2 bytes early (PS3.5 G.3)", e.getMessage());
    }

    @Test
    void segmentsAreCounted() {
        byte[] frame = RleBytes.frame(new byte[] {-3, 5}, new byte[] {-3, 5});
        MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> decoder()
                .decode(ByteSpan.of(frame), gray(1, 4, 8, 8), new DecodingContext()));
        assertEquals("byte 0: the RLE header has 2 segments, but this frame needs 1 (PS3.5 G.2)", e.getMessage());
    }

    @Test
    void codeMinus128IsSkipped() throws DicomException {
        byte[] frame = RleBytes.frame(new byte[] {-128, -1, 9, -128, -128, 1, 3, 4});
        assertArrayEquals(
                new int[] {9, 9, 3, 4},
                decoder()
                        .decode(ByteSpan.of(frame), gray(1, 4, 8, 8), new DecodingContext())
                        .toInts());
    }

    @Test
    void runBehindTheLastPixelIsCutWithWarning() throws DicomException {
        byte[] frame = RleBytes.frame(new byte[] {-9, 6});
        Diagnostics diagnostics = new Diagnostics();
        assertArrayEquals(
                new int[] {6, 6, 6, 6},
                decoder()
                        .decode(ByteSpan.of(frame), gray(1, 4, 8, 8), new DecodingContext(diagnostics))
                        .toInts());
        assertTrue(diagnostics.sentences().get(0).contains("RLE segment 1"));
    }

    private static byte[] byHand() {
        byte[] frame = new byte[72];
        frame[0] = 1;
        frame[4] = 64;
        byte[] segment = {-4, 7, 2, 1, 2, 3, 0, 0};
        System.arraycopy(segment, 0, frame, 64, segment.length);
        return frame;
    }

    private static Known ofValues(String name, PixelLayout layout) {
        int[] stored = values(layout);
        return Known.lossless(name, RLE, layout, RleBytes.encode(stored, layout), stored);
    }

    private static Known singleBits() {
        PixelLayout layout = gray(9, 13, 1, 1);
        int[] stored = values(layout);
        byte[] packed = new byte[(stored.length + 7) / 8];
        for (int i = 0; i < stored.length; i++) packed[i / 8] |= (byte) (stored[i] << i % 8);
        return Known.lossless("single bits", RLE, layout, RleBytes.frame(RleBytes.packBits(packed)), stored);
    }

    /** Runs and noise, over the whole range of values. */
    private static int[] values(PixelLayout layout) {
        Random random = new Random(4711);
        int[] values = new int[layout.samples()];
        int shift = 32 - layout.bitsStored();
        for (int i = 0; i < values.length; ) {
            int run = random.nextBoolean() ? 1 : 1 + random.nextInt(200);
            int value = random.nextInt();
            int end = Math.min(values.length, i + run);
            Arrays.fill(values, i, end, layout.signed() ? value >> shift : value >>> shift);
            i = end;
        }
        return values;
    }
}
