package hounsfield.frame;

import static hounsfield.frame.ImageBytes.RLE;
import static hounsfield.frame.ImageBytes.gray;
import static hounsfield.frame.ImageBytes.open;
import static hounsfield.frame.ImageBytes.rle;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.codec.jpeg.JpegStreams;
import hounsfield.codec.jpegls.JpegLsStreams;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.testing.DicomBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pixel Data whose form is not the one of its transfer syntax, and transfer syntaxes that are private or unknown. */
class PixelDataFormTest {
    private static final String EXPLICIT = DicomBytes.EXPLICIT_LITTLE_ENDIAN;
    private static final String BIG = DicomBytes.EXPLICIT_BIG_ENDIAN;
    private static final String BASELINE = "1.2.840.10008.1.2.4.50";
    private static final String LOSSLESS = "1.2.840.10008.1.2.4.70";
    private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";
    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";
    private static final String VIDEO = "1.2.840.10008.1.2.4.100";
    private static final String PHILIPS = "1.3.46.670589.33.1.4.1";
    private static final int[] VALUES = {3, 1, 200, 255, 0, 7};

    @ParameterizedTest
    @ValueSource(strings = {BASELINE, LOSSLESS})
    void jpegStreamOfDefinedLengthIsDecoded(String syntax) throws IOException {
        byte[] stream = even(JpegStreams.lossless(8, VALUES));
        assertStored(image(syntax).bytes(Tag.PIXEL_DATA, "OB", stream), "one encoded stream", VALUES);
    }

    @Test
    void jpeg2000StreamOfDefinedLengthIsDecoded() throws IOException {
        byte[] stream = jpeg2000();
        int[] right = stored(gray(JPEG_2000, 61, 97, 8).encapsulated(Tag.PIXEL_DATA, stream));
        assertTrue(Arrays.stream(right).distinct().count() > 50);
        DicomBytes file = gray(JPEG_2000, 61, 97, 8).bytes(Tag.PIXEL_DATA, "OW", stream);
        assertStored(file, "one encoded stream", right);
    }

    @Test
    void rleFrameOfDefinedLengthIsDecoded() throws IOException {
        assertStored(image(RLE).bytes(Tag.PIXEL_DATA, "OB", rle(VALUES)), "one encoded stream", VALUES);
    }

    /** Pixels may have the same numbers as the start of an RLE frame. */
    @Test
    void rleHeaderUnderAnotherSyntaxMayBePixels() throws IOException {
        byte[] frame = rle(VALUES);
        int[] pixels = new int[frame.length];
        for (int i = 0; i < pixels.length; i++) pixels[i] = frame[i] & 0xFF;
        DicomBytes file = gray(BASELINE, 1, frame.length, 8).bytes(Tag.PIXEL_DATA, "OB", frame);
        assertStored(file, "as long as native frames", pixels);
    }

    @Test
    void fragmentsOfDefinedLengthAreDecoded() throws IOException {
        byte[] stream = JpegStreams.lossless(8, VALUES);
        byte[] first = Arrays.copyOf(stream, 20);
        byte[] second = Arrays.copyOfRange(stream, 20, stream.length);
        for (boolean delimited : new boolean[] {true, false}) {
            DicomBytes items = DicomBytes.explicitLittleEndian()
                    .fragment(new byte[0])
                    .fragment(first)
                    .fragment(second);
            if (delimited) items.endSequence();
            DicomBytes file = image(LOSSLESS).bytes(Tag.PIXEL_DATA, "OB", items.toBytes());
            assertStored(file, "Fragments although its length is defined", VALUES);
        }
    }

    @Test
    void framesInFragmentsOfDefinedLength() throws IOException {
        DicomBytes items = DicomBytes.explicitLittleEndian()
                .fragment(new byte[0])
                .fragment(rle(1, 2))
                .fragment(rle(9, 8));
        DicomBytes file = gray(RLE, 1, 2, 8, 8, 0, 2).bytes(Tag.PIXEL_DATA, "OB", items.toBytes());
        try (FrameReader frames = open(file)) {
            assertArrayEquals(new int[] {9, 8}, frames.read(1).toInts());
            assertEquals(1, frames.diagnostics().sentences().size());
        }
        byte[] bytes = file.toBytes();
        try (FrameReader frames = open(Arrays.copyOf(bytes, bytes.length - 4))) {
            assertArrayEquals(new int[] {1, 2}, frames.read(0).toInts());
            MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> frames.read(1));
            assertTrue(e.problem().startsWith("a Fragment declares "), e.problem());
        }
    }

    /** Bytes after Pixel Data of defined length do not belong to it. */
    @Test
    void fragmentsEndWhereTheLengthSays() throws IOException {
        DicomBytes items =
                DicomBytes.explicitLittleEndian().fragment(new byte[0]).fragment(rle(VALUES));
        DicomBytes file = image(RLE)
                .bytes(Tag.PIXEL_DATA, "OB", items.toBytes())
                .bytes(Tag.DATA_SET_TRAILING_PADDING, "OB", new byte[10]);
        assertStored(file, "Fragments although its length is defined", VALUES);
    }

    @Test
    void nativeFramesUnderACompressedSyntaxMustHaveTheirLength() throws IOException {
        byte[] pixels = {3, 1, (byte) 200, (byte) 255, 0, 7};
        assertStored(image(BASELINE).bytes(Tag.PIXEL_DATA, "OB", pixels), "as long as native frames", VALUES);
        for (int length : new int[] {0, 2, 4, 8, 12}) {
            DicomBytes file = image(BASELINE).bytes(Tag.PIXEL_DATA, "OB", Arrays.copyOf(pixels, length));
            MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> open(file));
            assertTrue(e.problem().startsWith("has " + length + " bytes, neither Fragments nor a stream"), e.problem());
            assertEquals(Tag.PIXEL_DATA, e.location().tag());
        }
    }

    @Test
    void paddingByteOfAnOddNumberOfNativePixels() throws IOException {
        DicomBytes file = gray(BASELINE, 1, 5, 8).bytes(Tag.PIXEL_DATA, "OB", new byte[] {1, 2, 3, 4, 5, 0});
        assertStored(file, "as long as native frames", 1, 2, 3, 4, 5);
    }

    @Test
    void streamThatIsCutOffIsRefused() {
        byte[] file = image(LOSSLESS)
                .bytes(Tag.PIXEL_DATA, "OB", even(JpegStreams.lossless(8, VALUES)))
                .toBytes();
        DicomException e = assertThrows(DicomException.class, () -> stored(Arrays.copyOf(file, file.length - 6)));
        assertTrue(e.getMessage().contains("a Fragment declares"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {EXPLICIT, BIG, DicomBytes.IMPLICIT_LITTLE_ENDIAN})
    void fragmentsUnderANativeSyntaxAreDecodedByTheirContent(String syntax) throws IOException {
        for (byte[] stream : List.of(rle(VALUES), JpegStreams.lossless(8, VALUES), JpegLsStreams.lossless(8, VALUES))) {
            DicomBytes fragments = DicomBytes.explicitLittleEndian()
                    .fragment(new byte[0])
                    .fragment(stream)
                    .endSequence();
            DicomBytes file =
                    image(syntax).header(Tag.PIXEL_DATA, "OB", 0xFFFFFFFFL).raw(fragments.toBytes());
            assertStored(file, "Pixel Data has Fragments, against the transfer syntax", VALUES);
        }
    }

    @Test
    void fragmentsOfNoKnownStreamUnderANativeSyntaxAreRefused() {
        DicomBytes file = image(EXPLICIT).encapsulated(Tag.PIXEL_DATA, new byte[] {3, 1, 2, 2, 0, 7});
        DicomException e = assertThrows(UnsupportedDicomException.class, () -> stored(file));
        assertTrue(e.getMessage().contains("Explicit VR Little Endian (1.2.840.10008.1.2.1)"), e.getMessage());
    }

    @Test
    void streamOfAnotherMethodThanTheSyntaxHasIsDecodedByItsContent() throws IOException {
        byte[] jpegLs = JpegLsStreams.lossless(8, VALUES);
        byte[] jpeg = JpegStreams.lossless(8, VALUES);
        for (String syntax : List.of(LOSSLESS, JPEG_2000, RLE)) {
            assertStored(image(syntax).encapsulated(Tag.PIXEL_DATA, jpegLs), "a frame is JPEG-LS", VALUES);
        }
        for (String syntax : List.of(JPEG_LS, JPEG_2000, RLE)) {
            assertStored(image(syntax).encapsulated(Tag.PIXEL_DATA, jpeg), "a frame is JPEG Lossless", VALUES);
        }
        int[] right = stored(gray(JPEG_2000, 61, 97, 8).encapsulated(Tag.PIXEL_DATA, jpeg2000()));
        DicomBytes file = gray(LOSSLESS, 61, 97, 8).encapsulated(Tag.PIXEL_DATA, jpeg2000());
        assertStored(file, "a frame is JPEG 2000", right);
    }

    @Test
    void uncompressedFramesInFragments() throws IOException {
        for (String syntax : List.of("1.2.840.10008.1.2.1.98", "1.3.6.1.4.1.5962.300.2")) {
            DicomBytes file = gray(syntax, 1, 2, 16, 16, 1, 2)
                    .encapsulated(Tag.PIXEL_DATA, new byte[] {1, 2, -1, -1}, new byte[] {0, -128, 4, 0});
            try (FrameReader frames = open(file)) {
                assertArrayEquals(new int[] {0x0201, -1}, frames.read(0).toInts());
                assertArrayEquals(new int[] {-32768, 4}, frames.read(1).toInts());
                assertEquals(List.of(), frames.diagnostics().sentences());
            }
        }
    }

    @Test
    void unknownTransferSyntaxIsRefusedByItsUid() throws IOException {
        DicomBytes explicit = gray("1.2.3.99", 1, 2, 16).shorts(Tag.PIXEL_DATA, "OW", 5, 6);
        DicomBytes fragments = gray("1.2.3.99", 1, 2, 16).encapsulated(Tag.PIXEL_DATA, new byte[4]);
        for (DicomBytes file : List.of(explicit, fragments)) {
            UnsupportedDicomException e = assertThrows(UnsupportedDicomException.class, () -> open(file));
            assertEquals(
                    "test.dcm, (7FE0,0010): the transfer syntax 1.2.3.99 is unknown and has no decoder",
                    e.getMessage());
            assertEquals(2, ImageBytes.file(file.toBytes()).dataSet().requireInt(Tag.COLUMNS));
        }
    }

    @Test
    void gePrivateSyntaxHasBigEndianPixels() throws IOException {
        DicomBytes header = ge(16);
        byte[] pixels = {0x03, (byte) 0xE8, (byte) 0xFF, (byte) 0xFE};
        DicomBytes file = header.bytes(Tag.PIXEL_DATA, "OW", pixels);
        try (FrameReader frames = open(file)) {
            assertArrayEquals(new int[] {1000, -2}, frames.read(0).toInts());
            assertEquals(List.of(), frames.diagnostics().sentences());
        }
    }

    @Test
    void gePrivateSyntaxOfBytesHasNoKnownOrder() {
        DicomBytes file = ge(8).bytes(Tag.PIXEL_DATA, "OW", new byte[2]);
        DicomException e = assertThrows(UnsupportedDicomException.class, () -> open(file));
        assertTrue(e.getMessage().contains("1.2.840.113619.5.2"), e.getMessage());
    }

    @Test
    void philipsPrivateSyntaxIsReadWhereItIsNative() throws IOException {
        byte[] pixels = {3, 1, (byte) 200, (byte) 255, 0, 7};
        assertStored(image(PHILIPS).bytes(Tag.PIXEL_DATA, "OW", pixels), "as long as native frames", VALUES);
        assertThrows(DicomException.class, () -> open(image(PHILIPS).bytes(Tag.PIXEL_DATA, "OW", new byte[4])));
        assertThrows(
                UnsupportedDicomException.class, () -> open(image(PHILIPS).encapsulated(Tag.PIXEL_DATA, new byte[8])));
    }

    @Test
    void videoOfDefinedLengthIsRefused() {
        DicomBytes items =
                DicomBytes.explicitLittleEndian().fragment(new byte[0]).fragment(new byte[16]);
        DicomBytes file = image(VIDEO).bytes(Tag.PIXEL_DATA, "OB", items.toBytes());
        DicomException e = assertThrows(UnsupportedDicomException.class, () -> open(file));
        assertTrue(e.getMessage().contains("MPEG2 Main Profile / Main Level"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"52", "54", "56", "58", "59", "60", "61", "62", "63", "64", "65", "66"})
    void retiredProcessesAreRefusedByName(String suffix) {
        String uid = "1.2.840.10008.1.2.4." + suffix;
        DicomBytes file = image(uid).encapsulated(Tag.PIXEL_DATA, new byte[8]);
        DicomException e = assertThrows(UnsupportedDicomException.class, () -> open(file));
        assertTrue(e.getMessage().contains("JPEG") && e.getMessage().contains("Process"), e.getMessage());
        assertTrue(TransferSyntax.of(uid).isKnown());
    }

    @Test
    void framesBeyondTheirNumberAreReported() throws IOException {
        DicomBytes two = gray(EXPLICIT, 1, 2, 16).shorts(Tag.PIXEL_DATA, "OW", 1, 2, 3, 4);
        String words = "Pixel Data has room for 2 frames, Number of Frames (0028,0008) is 1; the rest is not used";
        try (FrameReader frames = open(two)) {
            assertArrayEquals(new int[] {1, 2}, frames.read(0).toInts());
            assertEquals(List.of(words), frames.diagnostics().sentences());
        }
        for (byte[][] fragments : List.of(
                new byte[][] {rle(1, 2), rle(3, 4)},
                new byte[][] {JpegStreams.lossless(8, 1, 2), JpegStreams.lossless(8, 3, 4)})) {
            String syntax = fragments[0][0] == 1 ? RLE : LOSSLESS;
            try (FrameReader frames = open(gray(syntax, 1, 2, 8).encapsulated(Tag.PIXEL_DATA, fragments))) {
                assertArrayEquals(new int[] {1, 2}, frames.read(0).toInts());
                assertTrue(frames.diagnostics().sentences().get(0).contains("more than the one frame"));
            }
        }
    }

    @Test
    void emptyNumberOfFramesIsCountedWhereThereIsRoomForTwo() throws IOException {
        for (int frames = 1; frames <= 3; frames++) {
            DicomBytes file = DicomBytes.file(EXPLICIT)
                    .us(Tag.SAMPLES_PER_PIXEL, 1)
                    .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                    .text(Tag.NUMBER_OF_FRAMES, "IS", "")
                    .us(Tag.ROWS, 1)
                    .us(Tag.COLUMNS, 2)
                    .us(Tag.BITS_ALLOCATED, 8)
                    .us(Tag.BITS_STORED, 8)
                    .us(Tag.HIGH_BIT, 7)
                    .us(Tag.PIXEL_REPRESENTATION, 0)
                    .bytes(Tag.PIXEL_DATA, "OB", new byte[2 * frames]);
            try (FrameReader reader = open(file)) {
                assertEquals(frames, reader.frameCount());
                assertEquals(frames > 1, FrameRef.hasManyFrames(ImageBytes.file(file.toBytes())));
                assertEquals(
                        frames > 1 ? 1 : 0, reader.diagnostics().sentences().size());
            }
        }
    }

    private static DicomBytes image(String syntax) {
        return gray(syntax, 1, VALUES.length, 8);
    }

    /** An image of 1 x 2 signed pixels under GE's private syntax, up to Pixel Data. */
    private static DicomBytes ge(int bits) {
        DicomBytes dataSet =
                DicomBytes.implicitLittleEndian().raw(DicomBytes.preamble()).raw(DicomBytes.meta("1.2.840.113619.5.2"));
        return dataSet.text(Tag.MODALITY, "CS", "CT")
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 2)
                .us(Tag.BITS_ALLOCATED, bits)
                .us(Tag.BITS_STORED, bits)
                .us(Tag.HIGH_BIT, bits - 1)
                .us(Tag.PIXEL_REPRESENTATION, 1);
    }

    private static void assertStored(DicomBytes file, String warning, int... expected) throws IOException {
        try (FrameReader frames = open(file)) {
            assertArrayEquals(expected, frames.read(0).toInts());
            List<String> diagnostics = frames.diagnostics().sentences();
            assertEquals(1, diagnostics.size(), diagnostics::toString);
            assertTrue(diagnostics.get(0).contains(warning), diagnostics::toString);
        }
    }

    private static int[] stored(DicomBytes file) throws IOException {
        return stored(file.toBytes());
    }

    private static int[] stored(byte[] file) throws IOException {
        try (FrameReader frames = open(file)) {
            return frames.read(0).toInts();
        }
    }

    /** 97 x 61 pixels of 8 bits. */
    private static byte[] jpeg2000() throws IOException {
        try (InputStream in = PixelDataFormTest.class.getResourceAsStream("/hounsfield/codec/jpeg2000/plain-g8.j2k")) {
            return even(in.readAllBytes());
        }
    }

    private static byte[] even(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
    }
}
