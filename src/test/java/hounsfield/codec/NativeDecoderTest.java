package hounsfield.codec;

import static hounsfield.codec.DecoderSuite.color;
import static hounsfield.codec.DecoderSuite.gray;
import static hounsfield.codec.DecoderSuite.signedGray;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.NativeDecoder.SampleType;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Diagnostics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NativeDecoderTest {
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;

    @Test
    void signedInt8() throws DicomException {
        assertStored(signedGray(1, 4, 8, 8), LITTLE, false, bytes(0, 127, 128, 255), 0, 127, -128, -1);
    }

    @Test
    void signedInt32() throws DicomException {
        byte[] data = ints(LITTLE, -500, 1000, Integer.MIN_VALUE, Integer.MAX_VALUE);
        assertStored(signedGray(2, 2, 32, 32), LITTLE, true, data, -500, 1000, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Test
    void unsigned32BitsKeepTheirMeaning() throws DicomException {
        Samples samples = decode(gray(1, 1, 32, 32), LITTLE, true, ints(LITTLE, -1), 0);
        assertEquals(4294967295.0, samples.valueAt(0));
    }

    @Test
    void dirtyHighBitsAreMasked() throws DicomException {
        byte[] data = shorts(LITTLE, 0xF20C, 0x8000, 0x0FFF, 0xFFFF);
        assertStored(gray(2, 2, 16, 12), LITTLE, true, data, 0x20C, 0, 0xFFF, 0xFFF);
        assertStored(signedGray(2, 2, 16, 12), LITTLE, true, data, 0x20C, 0, -1, -1);
        assertStored(signedGray(1, 2, 16, 12), LITTLE, true, shorts(LITTLE, 0x0800, 0xF7FF), -2048, 2047);
    }

    /** Bits above a value are reported, unless they extend its sign. There are none beyond Bits Allocated. */
    @Test
    void droppedBitsAreReported() throws DicomException {
        PixelLayout shifted = new PixelLayout(1, 4, 1, 16, 10, 12, false, false, false);
        PixelLayout top = new PixelLayout(1, 4, 1, 16, 12, 15, false, false, false);
        assertDropped(false, gray(1, 4, 16, 12), shorts(LITTLE, 0, 4095, 1, 2));
        assertDropped(true, gray(1, 4, 16, 12), shorts(LITTLE, 0, 4095, 4096, 2));
        assertDropped(true, gray(1, 4, 16, 12), shorts(LITTLE, 0, 4095, 0x8000, 2));
        assertDropped(false, signedGray(1, 4, 16, 12), shorts(LITTLE, -1, -2048, 2047, 0x0FFF));
        assertDropped(true, signedGray(1, 4, 16, 12), shorts(LITTLE, -1, -2048, 4096, 0));
        assertDropped(true, signedGray(1, 4, 16, 12), shorts(LITTLE, -1, -3000, 0, 0));
        assertDropped(false, shifted, shorts(LITTLE, 0x1FFF, 7, 0, 0));
        assertDropped(true, shifted, shorts(LITTLE, 0x1FFF, 7, 0x2000, 0));
        assertDropped(true, shifted, shorts(LITTLE, 0x1FFF, 7, 0x8000, 0));
        assertDropped(false, top, shorts(LITTLE, 0xFFFF, 0x8000, 7, 0));
        assertDropped(true, gray(1, 4, 16, 8), shorts(LITTLE, 0, 255, 256, 2));
        assertDropped(false, gray(1, 4, 16, 8), shorts(LITTLE, 0, 255, 1, 2));
        assertDropped(true, gray(1, 4, 8, 7), bytes(0, 127, 128, 2));
        assertDropped(false, gray(1, 4, 8, 7), bytes(0, 127, 1, 2));
        assertDropped(true, signedGray(1, 4, 8, 6), bytes(0, 31, 0x40, 2));
        assertDropped(false, signedGray(1, 4, 8, 6), bytes(0, 31, 0xFF, 0x3F));
        assertDropped(true, gray(1, 4, 32, 20), ints(LITTLE, 0, 1 << 20, 0, 0));
        assertDropped(false, signedGray(1, 4, 32, 20), ints(LITTLE, 0, -1, -(1 << 19), 5));
        assertDropped(true, gray(1, 4, 32, 12), ints(LITTLE, 0, 1 << 12, 0, 0));
        assertDropped(true, gray(1, 4, 32, 8), ints(LITTLE, 0, 0, 0, 256));
    }

    /** One pixel of many, wherever it is. */
    @Test
    void aSingleDroppedBitIsFound() throws DicomException {
        for (int at = 0; at < 5000; at += 7) {
            int[] values = new int[5000];
            values[at] = 1 << 12 + at % 4;
            assertDropped(true, gray(1, 5000, 16, 12), shorts(LITTLE, values));
        }
    }

    /** In large frames only every eighth row is checked: a spot of that many rows is found wherever it is. */
    @Test
    void droppedBitsOfALargeFrameAreFoundInASpotOfEightRows() throws DicomException {
        for (int bits : new int[] {8, 16, 32}) {
            int stored = bits == 8 ? 7 : 12;
            for (int top : new int[] {0, 1, 5, 137, 292}) {
                int[] values = new int[300 * 300];
                for (int row = top; row < top + 8; row++) values[row * 300 + 299] = 1 << stored;
                assertDropped(true, gray(300, 300, bits, stored), cells(LITTLE, bits, values));
            }
            assertDropped(false, gray(300, 300, bits, stored), cells(LITTLE, bits, new int[300 * 300]));
        }
    }

    @Test
    void samplesOf12BitsArePacked() throws DicomException {
        // 0x321, 0x654, 0x987: from the least significant bits on, in the words 0x4321, 0x8765 and 0x0009.
        byte[] little = bytes(0x21, 0x43, 0x65, 0x87, 0x09, 0x00);
        byte[] big = bytes(0x43, 0x21, 0x87, 0x65, 0x00, 0x09);
        assertStored(gray(1, 3, 12, 12), LITTLE, true, little, 0x321, 0x654, 0x987);
        assertStored(gray(1, 3, 12, 12), LITTLE, false, little, 0x321, 0x654, 0x987);
        assertStored(gray(1, 3, 12, 12), BIG, true, big, 0x321, 0x654, 0x987);
        assertStored(signedGray(1, 3, 12, 12), LITTLE, true, little, 0x321, 0x654, 0x987 - 4096);
        assertStored(gray(1, 3, 12, 10), LITTLE, true, little, 0x321, 0x254, 0x187);
    }

    @Test
    void framesOfPackedSamplesNeedNotBeginOnAByte() throws DicomException {
        byte[] little = bytes(0x21, 0x43, 0x65, 0x87, 0xA9, 0xCB);
        byte[] big = bytes(0x43, 0x21, 0x87, 0x65, 0xCB, 0xA9);
        for (int frame = 0; frame < 4; frame++) {
            int expected = new int[] {0x321, 0x654, 0x987, 0xCBA}[frame];
            assertArrayEquals(
                    new int[] {expected},
                    decode(gray(1, 1, 12, 12), LITTLE, true, little, frame).toInts());
            assertArrayEquals(
                    new int[] {expected},
                    decode(gray(1, 1, 12, 12), BIG, true, big, frame).toInts());
        }
    }

    private static void assertDropped(boolean expected, PixelLayout layout, byte[] data) throws DicomException {
        Diagnostics diagnostics = new Diagnostics();
        NativeDecoder decoder = new NativeDecoder(layout, SampleType.INTEGER, LITTLE, true, diagnostics);
        decoder.decode(ByteSpan.of(data), 0);
        assertEquals(expected, !diagnostics.isEmpty(), layout + " " + Arrays.toString(data));
    }

    @Test
    void highBitShifts() throws DicomException {
        PixelLayout upper = new PixelLayout(1, 3, 1, 16, 12, 15, false, false, false);
        assertStored(upper, LITTLE, true, shorts(LITTLE, 0x1230, 0xFFFF, 0x000F), 0x123, 0xFFF, 0);
        PixelLayout signed = new PixelLayout(1, 2, 1, 16, 10, 12, true, false, false);
        assertStored(signed, LITTLE, true, shorts(LITTLE, 0xFFF8, 0x0FF8), -1, 511);
    }

    @Test
    void anyBitsStoredAndHighBitAsByArithmetic() throws DicomException {
        int[] cells = {0x00000000, 0xFFFFFFFF, 0x80000001, 0x12345678, 0xFEDCBA98, 0x00FF00FF};
        for (int allocated : new int[] {8, 16, 24, 32}) {
            for (int stored = 1; stored <= allocated; stored++) {
                for (int high = stored - 1; high < allocated; high++) {
                    for (boolean signed : new boolean[] {false, true}) {
                        PixelLayout layout = new PixelLayout(2, 3, 1, allocated, stored, high, signed, false, false);
                        int[] expected = new int[cells.length];
                        for (int i = 0; i < cells.length; i++) expected[i] = stored(cells[i], stored, high, signed);
                        assertStored(layout, LITTLE, false, cells(LITTLE, allocated, cells), expected);
                        assertStored(layout, BIG, false, cells(BIG, allocated, cells), expected);
                    }
                }
            }
        }
    }

    @Test
    void storageIsAsNarrowAsBitsStored() throws DicomException {
        assertInstanceOf(Samples.Bytes.class, decode(gray(1, 1, 16, 8), LITTLE, true, new byte[2], 0));
        assertInstanceOf(Samples.Shorts.class, decode(gray(1, 1, 16, 9), LITTLE, true, new byte[2], 0));
        assertInstanceOf(Samples.Shorts.class, decode(gray(1, 1, 32, 16), LITTLE, true, new byte[4], 0));
        assertInstanceOf(Samples.Ints.class, decode(gray(1, 1, 32, 17), LITTLE, true, new byte[4], 0));
    }

    @Test
    void bytesOfWordsAreSwappedInBigEndian() throws DicomException {
        assertStored(gray(1, 4, 8, 8), BIG, true, bytes(2, 1, 4, 3), 1, 2, 3, 4);
        assertStored(gray(1, 4, 8, 8), BIG, false, bytes(1, 2, 3, 4), 1, 2, 3, 4);
    }

    @Test
    void oddFramesOfSwappedWordsBeginWithinAWord() throws DicomException {
        byte[] data = bytes(2, 1, 4, 3, 6, 5);
        NativeDecoder decoder = new NativeDecoder(gray(1, 3, 8, 8), SampleType.INTEGER, BIG, true, new Diagnostics());
        assertEquals(2, decoder.offset(1));
        assertArrayEquals(new int[] {1, 2, 3}, frame(decoder, data, 0).toInts());
        assertArrayEquals(new int[] {4, 5, 6}, frame(decoder, data, 1).toInts());
    }

    @Test
    void wordsOf32BitsAreWholeBigEndianNumbers() throws DicomException {
        assertStored(gray(1, 1, 32, 32), BIG, true, bytes(0x00, 0x13, 0x0E, 0xE8), 0x00130EE8);
    }

    @Test
    void framesOfBitsNeedNotBeginOnAByte() throws DicomException {
        // Three frames of five pixels, the first pixel in the least significant bit: 10011, 01110, 00101.
        byte[] data = bytes(0b11011001, 0b01010001);
        NativeDecoder decoder =
                new NativeDecoder(gray(1, 5, 1, 1), SampleType.INTEGER, LITTLE, true, new Diagnostics());
        assertArrayEquals(new int[] {1, 0, 0, 1, 1}, frame(decoder, data, 0).toInts());
        assertArrayEquals(new int[] {0, 1, 1, 1, 0}, frame(decoder, data, 1).toInts());
        assertEquals(1, decoder.offset(2));
        assertArrayEquals(new int[] {0, 0, 1, 0, 1}, frame(decoder, data, 2).toInts());
    }

    @Test
    void rgbOf16Bits() throws DicomException {
        byte[] data = shorts(LITTLE, 65535, 0, 1, 2, 256, 40000);
        assertStored(color(1, 2, 16, false), LITTLE, true, data, 65535, 0, 1, 2, 256, 40000);
        assertStored(color(1, 2, 16, true), LITTLE, true, data, 65535, 1, 256, 0, 2, 40000);
    }

    @Test
    void planesAreInterleaved() throws DicomException {
        assertStored(color(1, 2, 8, true), LITTLE, false, bytes(1, 2, 3, 4, 5, 6), 1, 3, 5, 2, 4, 6);
        assertStored(color(1, 2, 32, true), BIG, true, ints(BIG, 1, 2, 3, 4, 5, 6), 1, 3, 5, 2, 4, 6);
    }

    @Test
    void halvedChromaIsReplicated() throws DicomException {
        PixelLayout halved = new PixelLayout(2, 2, 3, 8, 8, 7, false, false, true);
        byte[] data = bytes(10, 20, 1, 2, 30, 40, 3, 4);
        assertStored(halved, LITTLE, false, data, 10, 1, 2, 20, 1, 2, 30, 3, 4, 40, 3, 4);
        PixelLayout odd = new PixelLayout(2, 3, 3, 8, 8, 7, false, false, true);
        assertThrows(
                MalformedDicomException.class,
                () -> new NativeDecoder(odd, SampleType.INTEGER, LITTLE, false, new Diagnostics()));
    }

    @Test
    void floatsAndDoubles() throws DicomException {
        byte[] floats = ByteBuffer.allocate(8)
                .order(LITTLE)
                .putFloat(-1.5f)
                .putFloat(Float.NaN)
                .array();
        NativeDecoder decoder =
                new NativeDecoder(gray(1, 2, 32, 32), SampleType.FLOAT, LITTLE, false, new Diagnostics());
        Samples samples = frame(decoder, floats, 0);
        assertArrayEquals(new float[] {-1.5f, Float.NaN}, ((Samples.Floats) samples).values());

        byte[] doubles = ByteBuffer.allocate(16)
                .order(BIG)
                .putDouble(Math.PI)
                .putDouble(-0.0)
                .array();
        decoder = new NativeDecoder(gray(1, 2, 64, 64), SampleType.DOUBLE, BIG, false, new Diagnostics());
        assertArrayEquals(new double[] {Math.PI, -0.0}, ((Samples.Doubles) frame(decoder, doubles, 0)).values());
    }

    @Test
    void integersOf64BitsAreNotSupported() {
        assertThrows(
                UnsupportedDicomException.class,
                () -> new NativeDecoder(gray(1, 1, 64, 64), SampleType.INTEGER, LITTLE, false, new Diagnostics()));
    }

    @Test
    void framesLiePastTwoGigabytes() throws DicomException {
        NativeDecoder decoder =
                new NativeDecoder(gray(512, 512, 16, 16), SampleType.INTEGER, LITTLE, true, new Diagnostics());
        assertEquals(524288L * 100_000, decoder.offset(100_000));
        assertEquals(524288, decoder.length(100_000));
    }

    @Test
    void shortFrameIsRefused() throws DicomException {
        NativeDecoder decoder = NativeDecoder.ofBytes(gray(2, 2, 16, 16), new Diagnostics());
        MalformedDicomException e =
                assertThrows(MalformedDicomException.class, () -> decoder.decode(ByteSpan.of(new byte[7]), 0));
        assertEquals("byte 7: the frame has 7 bytes of 8", e.getMessage());
    }

    private static void assertStored(PixelLayout layout, ByteOrder order, boolean words, byte[] data, int... expected)
            throws DicomException {
        assertArrayEquals(expected, decode(layout, order, words, data, 0).toInts(), () -> layout + " " + order);
    }

    private static Samples decode(PixelLayout layout, ByteOrder order, boolean words, byte[] data, int frame)
            throws DicomException {
        return frame(new NativeDecoder(layout, SampleType.INTEGER, order, words, new Diagnostics()), data, frame);
    }

    /** Passes the bytes that the decoder needs with others around them, as the reader of frames does. */
    private static Samples frame(NativeDecoder decoder, byte[] data, int frame) throws DicomException {
        int length = decoder.length(frame);
        byte[] array = new byte[length + 11];
        Arrays.fill(array, (byte) 0xA5);
        System.arraycopy(data, (int) decoder.offset(frame), array, 5, length);
        return decoder.decode(new ByteSpan(array, 5, length), frame);
    }

    /** The reference: long arithmetic, one bit at a time. */
    private static int stored(int cell, int bits, int high, boolean signed) {
        long value = 0;
        for (int i = high; i > high - bits; i--) value = value << 1 | (cell >>> i & 1);
        return (int) (signed && value >> bits - 1 != 0 ? value - (1L << bits) : value);
    }

    private static byte[] cells(ByteOrder order, int allocated, int... cells) {
        int width = allocated / 8;
        byte[] bytes = new byte[cells.length * width];
        for (int i = 0; i < cells.length; i++) {
            for (int b = 0; b < width; b++) {
                bytes[i * width + (order == LITTLE ? b : width - 1 - b)] = (byte) (cells[i] >>> 8 * b);
            }
        }
        return bytes;
    }

    private static byte[] bytes(int... values) {
        return cells(LITTLE, 8, values);
    }

    private static byte[] shorts(ByteOrder order, int... values) {
        return cells(order, 16, values);
    }

    private static byte[] ints(ByteOrder order, int... values) {
        return cells(order, 32, values);
    }
}
