package hounsfield.frame.pixeldata;

import static hounsfield.frame.ImageBytes.color;
import static hounsfield.frame.ImageBytes.gray;
import static hounsfield.frame.ImageBytes.image;
import static hounsfield.frame.ImageBytes.open;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.Samples;
import hounsfield.frame.ImageBytes;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.testing.DicomBytes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    private static final String LITTLE = DicomBytes.EXPLICIT_LITTLE_ENDIAN;
    private static final String BIG = DicomBytes.EXPLICIT_BIG_ENDIAN;

    @Test
    void signedInt8() throws IOException {
        assertStored(
                gray(LITTLE, 1, 4, 8, 8, 1, 1).bytes(Tag.PIXEL_DATA, "OB", new byte[] {-8, -1, 0, 7}), -8, -1, 0, 7);
    }

    @Test
    void signedInt32() throws IOException {
        assertStored(gray(LITTLE, 1, 3, 32, 32, 1, 1).ints(Tag.PIXEL_DATA, "OW", -500, -200, 1000), -500, -200, 1000);
    }

    @Test
    void twelveBitsWithDirtyHighBits() throws IOException {
        DicomBytes file =
                gray(LITTLE, 1, 3, 16, 12, 0, 1).shorts(Tag.PIXEL_DATA, "OW", 0x8000 | 524, 0xF000 | 2024, 0xFFFF);
        assertStoredWith(
                "pixels have bits set above the 12 of Bits Stored (0028,0101); they are masked off (PS3.5 8.1.1)",
                file,
                524,
                2024,
                4095);
    }

    @Test
    void packedSamplesOf12Bits() throws IOException {
        int[] words = {0x4321, 0x8765, 0xCBA9};
        for (String syntax : List.of(LITTLE, BIG)) {
            assertStoredWith(
                    "Bits Allocated (0028,0100) is 12; pixels are packed",
                    gray(syntax, 2, 2, 12).shorts(Tag.PIXEL_DATA, "OW", words),
                    0x321,
                    0x654,
                    0x987,
                    0xCBA);
        }
        assertStoredWith(
                "Bits Allocated (0028,0100) is 12; pixels are in words of 16 bits, according to the length of Pixel Data",
                gray(LITTLE, 1, 3, 12).shorts(Tag.PIXEL_DATA, "OW", 0x321, 0x654, 0xFFF),
                0x321,
                0x654,
                0xFFF);
        DicomBytes short12 = gray(LITTLE, 2, 2, 12).shorts(Tag.PIXEL_DATA, "OW", 1, 2);
        assertThrows(MalformedDicomException.class, () -> open(short12));
        DicomBytes rle = gray(ImageBytes.RLE, 1, 4, 12).encapsulated(Tag.PIXEL_DATA, ImageBytes.rle(1, 2, 3, 4));
        try (FrameReader frames = open(rle)) {
            assertThrows(UnsupportedDicomException.class, () -> frames.read(0));
        }
    }

    @Test
    void pixelRepresentationIsUnsignedUnlessItIsOne() throws IOException {
        String taken = ", taken as 0, unsigned";
        DicomBytes two = described(null, null, 16, 16, 15).us(Tag.PIXEL_REPRESENTATION, 2);
        assertStoredWith("Pixel Representation (0028,0103) is 2" + taken, two.shorts(Tag.PIXEL_DATA, "OW", -2), 65534);
        String absent = "Pixel Representation (0028,0103) is absent" + taken;
        DicomBytes empty = described(null, null, 16, 16, 15).us(Tag.PIXEL_REPRESENTATION);
        assertStoredWith(absent, empty.shorts(Tag.PIXEL_DATA, "OW", -2), 65534);
        assertStoredWith(absent, described(null, null, 16, 16, 15).shorts(Tag.PIXEL_DATA, "OW", -2), 65534);
        DicomBytes text = described(null, null, 16, 16, 15).text(Tag.PIXEL_REPRESENTATION, "CS", "SIGNED");
        assertStoredWith(absent, text.shorts(Tag.PIXEL_DATA, "OW", -2), 65534);
    }

    @Test
    void bitsStoredThatCannotBeAreBitsAllocated() throws IOException {
        for (int stored : new int[] {0, 17, -1}) {
            DicomBytes file = described(null, null, 16, stored, 15).us(Tag.PIXEL_REPRESENTATION, 1);
            String words = stored < 0 ? "absent" : String.valueOf(stored);
            assertStoredWith(
                    "Bits Stored (0028,0101) is " + words + ", taken as Bits Allocated, 16",
                    file.shorts(Tag.PIXEL_DATA, "OW", -30000),
                    -30000);
        }
    }

    @Test
    void samplesAndPhotometricInterpretationThatAreAbsentAreGray() throws IOException {
        DicomBytes file = DicomBytes.file(LITTLE)
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 1)
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 16)
                .us(Tag.HIGH_BIT, 15)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .shorts(Tag.PIXEL_DATA, "OW", 7);
        assertStoredWith("Photometric Interpretation (0028,0004) is absent, taken as MONOCHROME2", file, 7);
        try (FrameReader frames = open(file)) {
            assertEquals(PhotometricInterpretation.MONOCHROME2, frames.photometric());
        }
        DicomBytes two = described(2, null, 8, 8, 7).us(Tag.PIXEL_REPRESENTATION, 0);
        assertThrows(UnsupportedDicomException.class, () -> open(two.bytes(Tag.PIXEL_DATA, "OB", new byte[2])));
        DicomBytes term = described(null, "NOTHING", 8, 8, 7).us(Tag.PIXEL_REPRESENTATION, 0);
        assertThrows(UnsupportedDicomException.class, () -> open(term.bytes(Tag.PIXEL_DATA, "OB", new byte[2])));
    }

    @Test
    void descriptionThatCannotBeReadIsAsAbsent() throws IOException {
        DicomBytes gray = DicomBytes.file(LITTLE)
                .text(Tag.SAMPLES_PER_PIXEL, "CS", "ONE")
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 1)
                .us(Tag.BITS_ALLOCATED, 16)
                .text(Tag.BITS_STORED, "CS", "ALL")
                .text(Tag.HIGH_BIT, "CS", "LAST")
                .text(Tag.PIXEL_REPRESENTATION, "CS", "SIGNED")
                .shorts(Tag.PIXEL_DATA, "OW", 65534);
        for (String name : List.of(
                "Samples per Pixel (0028,0002)",
                "Bits Stored (0028,0101)",
                "High Bit (0028,0102)",
                "Pixel Representation (0028,0103)")) {
            assertStoredWith(name + " cannot be read as an integer and is ignored", gray, 65534);
        }
        DicomBytes color = DicomBytes.file(LITTLE)
                .us(Tag.SAMPLES_PER_PIXEL, 3)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "RGB")
                .text(Tag.PLANAR_CONFIGURATION, "CS", "PIXEL")
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 2)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .bytes(Tag.PIXEL_DATA, "OB", new byte[] {1, 2, 3, 4, 5, 6});
        assertStoredWith(
                "Planar Configuration (0028,0006) cannot be read as an integer and is ignored",
                color,
                1,
                2,
                3,
                4,
                5,
                6);
    }

    /** One pixel, as far as it is described; Bits Stored is left out if it is negative, others if they are null. */
    private static DicomBytes described(Integer samples, String term, int allocated, int stored, int highBit) {
        DicomBytes file = DicomBytes.file(LITTLE);
        if (samples != null) file.us(Tag.SAMPLES_PER_PIXEL, samples);
        if (term != null) file.text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", term);
        file.us(Tag.ROWS, 1).us(Tag.COLUMNS, 1).us(Tag.BITS_ALLOCATED, allocated);
        if (stored >= 0) file.us(Tag.BITS_STORED, stored);
        return file.us(Tag.HIGH_BIT, highBit);
    }

    @Test
    void bytesInBigEndianWords() throws IOException {
        assertStored(gray(BIG, 1, 4, 8).shorts(Tag.PIXEL_DATA, "OW", 0x0201, 0x0403), 1, 2, 3, 4);
        assertStored(gray(BIG, 1, 4, 8).bytes(Tag.PIXEL_DATA, "OB", new byte[] {1, 2, 3, 4}), 1, 2, 3, 4);
    }

    /** Pixel Data goes with the elements around it. */
    @Test
    void orderThatTheTransferSyntaxDenies() throws IOException {
        for (String written : List.of(LITTLE, BIG)) {
            byte[] right =
                    gray(written, 1, 2, 16).shorts(Tag.PIXEL_DATA, "OW", 1, 515).toBytes();
            byte[] dataSet = Arrays.copyOfRange(right, DicomBytes.file(written).size(), right.length);
            assertStored(DicomBytes.file(written.equals(BIG) ? LITTLE : BIG).raw(dataSet), 1, 515);
        }
    }

    @Test
    void oddFramesInBigEndianWords() throws IOException {
        DicomBytes file = gray(BIG, 1, 3, 8, 8, 0, 2).shorts(Tag.PIXEL_DATA, "OW", 0x0201, 0x0403, 0x0605);
        try (FrameReader frames = open(file)) {
            assertArrayEquals(new int[] {1, 2, 3}, frames.read(0).toInts());
            assertArrayEquals(new int[] {4, 5, 6}, frames.read(1).toInts());
        }
    }

    @Test
    void rgbOf16Bits() throws IOException {
        assertStored(
                color(LITTLE, "RGB", 1, 2, 16).shorts(Tag.PIXEL_DATA, "OW", 65535, 0, 1, 40000, 256, 7),
                65535,
                0,
                1,
                40000,
                256,
                7);
    }

    @Test
    void framesOfBitsNeedNotBeginOnAByte() throws IOException {
        DicomBytes file =
                gray(LITTLE, 1, 5, 1, 1, 0, 3).bytes(Tag.PIXEL_DATA, "OB", new byte[] {(byte) 0b11011001, 0b01010001});
        try (FrameReader frames = open(file)) {
            assertArrayEquals(new int[] {1, 0, 0, 1, 1}, frames.read(0).toInts());
            assertArrayEquals(new int[] {0, 1, 1, 1, 0}, frames.read(1).toInts());
            assertArrayEquals(new int[] {0, 0, 1, 0, 1}, frames.read(2).toInts());
        }
    }

    @Test
    void halvedChromaComesFullSize() throws IOException {
        DicomBytes halved = color(LITTLE, "YBR_FULL_422", 1, 2, 8).bytes(Tag.PIXEL_DATA, "OB", new byte[] {1, 2, 3, 4});
        try (FrameReader frames = open(halved)) {
            assertArrayEquals(new int[] {1, 3, 4, 2, 3, 4}, frames.read(0).toInts());
            assertEquals(PhotometricInterpretation.YBR_FULL_422, frames.photometric());
            assertEquals(PhotometricInterpretation.YBR_FULL, frames.decodedPhotometric());
        }
    }

    @Test
    void chromaThatIsWholeAgainstTheHeaderIsTakenSo() throws IOException {
        byte[] data = {1, 2, 3, 4, 5, 6};
        try (FrameReader frames = open(color(LITTLE, "YBR_FULL_422", 1, 2, 8).bytes(Tag.PIXEL_DATA, "OB", data))) {
            assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6}, frames.read(0).toInts());
            assertTrue(frames.diagnostics().sentences().get(0).contains("whole chroma"));
        }
    }

    @Test
    void floatsNeedNoBitsStored() throws IOException {
        DicomBytes file = image(LITTLE, 1, "MONOCHROME2", 1, 1, 2)
                .us(Tag.BITS_ALLOCATED, 32)
                .floats(Tag.FLOAT_PIXEL_DATA, "OF", 1.5f, -2);
        try (FrameReader frames = open(file)) {
            assertArrayEquals(new float[] {1.5f, -2}, ((Samples.Floats) frames.read(0)).values());
            assertEquals(List.of(), frames.diagnostics().sentences());
        }
    }

    @Test
    void floatsHaveOneSampleAPixel() {
        for (String photometric : new String[] {"RGB", "YBR_FULL_422"}) {
            DicomBytes file = image(LITTLE, 3, photometric, 1, 1, 2)
                    .us(Tag.BITS_ALLOCATED, 32)
                    .floats(Tag.FLOAT_PIXEL_DATA, "OF", 1, 2, 3, 4, 5, 6);
            MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> open(file));
            assertEquals(
                    "test.dcm, (0028,0002): Samples per Pixel is 3 where pixels are floating point (PS3.3 C.7.6.24)",
                    e.getMessage());
        }
    }

    @Test
    void noPixelDataIsReported() {
        DicomException e = assertThrows(DicomException.class, () -> open(gray(LITTLE, 1, 1, 8)));
        assertEquals(
                "test.dcm: has no Pixel Data (7FE0,0010), so it holds no image: its SOP Class is Secondary Capture Image Storage",
                e.getMessage());
    }

    @Test
    void syntaxWithoutDecoderIsNamed() {
        DicomBytes file = gray("1.2.840.10008.1.2.4.100", 1, 1, 8).encapsulated(Tag.PIXEL_DATA, new byte[8]);
        UnsupportedDicomException e = assertThrows(UnsupportedDicomException.class, () -> open(file));
        assertEquals(
                "test.dcm, (7FE0,0010): MPEG2 Main Profile / Main Level (1.2.840.10008.1.2.4.100) has no decoder",
                e.getMessage());
    }

    @Test
    void missingRowsIsReported() {
        DicomBytes file = DicomBytes.file(LITTLE).us(Tag.COLUMNS, 1).bytes(Tag.PIXEL_DATA, "OB", new byte[2]);
        MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> open(file));
        assertEquals("test.dcm, (0028,0010): Rows is absent or empty, so there is no image", e.getMessage());
    }

    @Test
    void shortPixelDataIsReportedWithItsOffset() throws IOException {
        byte[] file =
                gray(LITTLE, 2, 2, 16).shorts(Tag.PIXEL_DATA, "OW", 1, 2, 3, 4).toBytes();
        byte[] cut = Arrays.copyOf(file, file.length - 3);
        String message = "test.dcm, (7FE0,0010), frame 0, byte " + cut.length + ": declares 8 bytes, 5 are there";
        try (FrameReader frames = open(cut)) {
            assertEquals(
                    message,
                    assertThrows(MalformedDicomException.class, () -> frames.read(0))
                            .getMessage());
            int[] rows = frames.lendRows(0, (samples, count) -> Arrays.copyOf(samples.toInts(), 2 * count))
                    .orElseThrow();
            assertArrayEquals(new int[] {1, 2}, rows);
        }
        byte[] noRow = Arrays.copyOf(file, file.length - 5);
        assertEquals(
                message.replace("" + cut.length, "" + noRow.length).replace("5 are", "3 are"),
                assertThrows(MalformedDicomException.class, () -> open(noRow)).getMessage());
    }

    @Test
    void framesBeforeTheCutAreRead() throws IOException {
        byte[] file = gray(LITTLE, 1, 2, 16, 16, 0, 3)
                .shorts(Tag.PIXEL_DATA, "OW", 1, 2, 3, 4, 5, 6)
                .toBytes();
        try (FrameReader frames = open(Arrays.copyOf(file, file.length - 1))) {
            assertArrayEquals(new int[] {3, 4}, frames.read(1).toInts());
            MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> frames.read(2));
            assertTrue(e.getMessage().startsWith("test.dcm, (7FE0,0010), frame 2, byte "), e.getMessage());
            assertEquals(
                    List.of("Pixel Data contains 2 of 3 frames"),
                    frames.diagnostics().sentences());
        }
    }

    @Test
    void numberOfFramesThatIsNoNumberIsCounted() throws IOException {
        DicomBytes file = DicomBytes.file(LITTLE)
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .text(Tag.NUMBER_OF_FRAMES, "IS", "1A")
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 2)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .bytes(Tag.PIXEL_DATA, "OB", new byte[] {1, 2, 3, 4, 5, 6});
        try (FrameReader frames = open(file)) {
            assertEquals(3, frames.frameCount());
            assertArrayEquals(new int[] {5, 6}, frames.read(2).toInts());
            assertTrue(frames.diagnostics().sentences().get(0).contains("Number of Frames (0028,0008)"));
        }
    }

    @Test
    void hugeClaimsAreRefusedBeforeAllocation() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<DicomBytes> claims = List.of(
                gray(LITTLE, 65535, 32767, 8).bytes(Tag.PIXEL_DATA, "OB", new byte[1000]),
                gray(LITTLE, 65535, 65535, 16, 16, 0, Integer.MAX_VALUE).bytes(Tag.PIXEL_DATA, "OW", new byte[10]),
                gray(LITTLE, 65535, 10000, 32, 32, 0, Integer.MAX_VALUE).bytes(Tag.PIXEL_DATA, "OW", new byte[10]),
                gray(LITTLE, 40000, 40000, 8)
                        .header(Tag.PIXEL_DATA, "OW", 2_000_000_000L)
                        .raw(new byte[99]),
                gray(ImageBytes.RLE, 65535, 32767, 8).encapsulated(Tag.PIXEL_DATA, ImageBytes.rle(1, 2)),
                gray(ImageBytes.RLE, 1, 1, 8, 8, 0, Integer.MAX_VALUE).encapsulated(Tag.PIXEL_DATA, ImageBytes.rle(1)),
                gray(ImageBytes.RLE, 1, 1, 8)
                        .header(Tag.PIXEL_DATA, "OB", 0xFFFFFFFFL)
                        .delimiter(Tag.ITEM, 0)
                        .delimiter(Tag.ITEM, 2_000_000_000)
                        .raw(new byte[99]),
                gray(ImageBytes.RLE, 1, 1, 8)
                        .header(Tag.PIXEL_DATA, "OB", 0xFFFFFFFFL)
                        .delimiter(Tag.ITEM, 2_000_000_000)
                        .raw(new byte[99]));
        for (DicomBytes claim : claims) {
            byte[] bytes = claim.toBytes();
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                long before = threads.getCurrentThreadAllocatedBytes();
                assertThrows(DicomException.class, () -> {
                    try (FrameReader frames = open(bytes)) {
                        frames.read(0);
                    }
                });
                long allocated = threads.getCurrentThreadAllocatedBytes() - before;
                assertTrue(allocated < 16 << 20, allocated + " bytes");
            });
        }
    }

    @Test
    void impossibleHighBitIsReplacedWithWarning() throws IOException {
        DicomBytes file = image(LITTLE, 1, "MONOCHROME2", 1, 1, 2)
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 12)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .shorts(Tag.PIXEL_DATA, "OW", 4095, 1);
        try (FrameReader frames = open(file)) {
            assertArrayEquals(new int[] {4095, 1}, frames.read(0).toInts());
            assertTrue(frames.diagnostics().sentences().get(0).contains("High Bit"));
        }
    }

    @Test
    void deflatedDataSetIsReadLikeAnyOther() throws IOException {
        DicomBytes dataSet = DicomBytes.explicitLittleEndian()
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 2)
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 16)
                .us(Tag.HIGH_BIT, 15)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .shorts(Tag.PIXEL_DATA, "OW", 500, 600);
        try (FrameReader frames = open(DicomBytes.deflatedFile(dataSet))) {
            assertArrayEquals(new int[] {500, 600}, frames.read(0).toInts());
        }
    }

    @Test
    void everyPrefixOfAFileEndsInOrder() throws IOException {
        for (byte[] file : ImageBytes.variety()) {
            int[] whole = stored(file);
            for (int length = 0; length < file.length; length++) {
                try {
                    assertArrayEquals(whole, stored(Arrays.copyOf(file, length)));
                } catch (DicomException e) {
                    assertEquals("test.dcm", e.location().file(), e.getMessage());
                }
            }
        }
    }

    @Test
    void randomFlipsEndInOrder() throws IOException {
        Random random = new Random(3);
        for (byte[] file : ImageBytes.variety()) {
            for (int i = 0; i < 1500; i++) {
                byte[] damaged = file.clone();
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    int at = 132 + random.nextInt(damaged.length - 132);
                    damaged[at] ^= (byte) (1 << random.nextInt(8));
                }
                try {
                    stored(damaged);
                } catch (DicomException e) {
                    assertEquals("test.dcm", e.location().file(), e.getMessage());
                }
            }
        }
    }

    @Test
    void servesManyThreads() throws IOException {
        int[] values = IntStream.range(0, 64 * 4).toArray();
        DicomBytes file = gray(LITTLE, 2, 2, 16, 16, 0, 64).shorts(Tag.PIXEL_DATA, "OW", values);
        try (FrameReader frames = open(file)) {
            boolean wrong = IntStream.range(0, 6400).parallel().anyMatch(i -> {
                try {
                    int frame = i % 64;
                    return frames.read(frame).intAt(3) != 4 * frame + 3;
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertFalse(wrong);
        }
    }

    @Test
    void frameThatIsNotThereIsACallersMistake() throws IOException {
        try (FrameReader frames = open(gray(LITTLE, 1, 2, 8).bytes(Tag.PIXEL_DATA, "OB", new byte[2]))) {
            assertThrows(IllegalArgumentException.class, () -> frames.read(1));
            assertThrows(IllegalArgumentException.class, () -> frames.read(-1));
        }
    }

    /** Frame 0; floats by their bits. */
    private static int[] stored(byte[] file) throws IOException {
        try (FrameReader frames = open(file)) {
            Samples samples = frames.read(0);
            return samples.isFloat()
                    ? IntStream.range(0, samples.length())
                            .map(i -> Float.floatToRawIntBits((float) samples.valueAt(i)))
                            .toArray()
                    : samples.toInts();
        }
    }

    private static void assertStoredWith(String warning, DicomBytes file, int... expected) throws IOException {
        try (FrameReader frames = open(file)) {
            assertArrayEquals(expected, frames.read(0).toInts());
            List<String> diagnostics = frames.diagnostics().sentences();
            assertTrue(diagnostics.contains(warning), diagnostics::toString);
        }
    }

    private static void assertStored(DicomBytes file, int... expected) throws IOException {
        try (FrameReader frames = open(file)) {
            assertArrayEquals(expected, frames.read(0).toInts());
            assertEquals(List.of(), frames.diagnostics().sentences());
        }
    }
}
