package hounsfield.parse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import hounsfield.data.DataSet;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.NativeSyntaxes;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pixel Data may not be the last element: elements after it are read, wherever Pixel Data ends, and finding them costs little. */
class ElementsBehindPixelDataTest {
    private static final String JPEG = "1.2.840.10008.1.2.4.50";

    private static DicomBytes before(DicomBytes start) {
        return start.text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.7")
                .text(Tag.MODALITY, "CS", "CT")
                .us(Tag.ROWS, 2)
                .us(Tag.COLUMNS, 2);
    }

    /** A rescale out of its place, a sequence, and padding. */
    private static DicomBytes behind(DicomBytes bytes) {
        DicomBytes item = bytes.same().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3");
        return bytes.text(Tag.RESCALE_INTERCEPT, "DS", "-1024")
                .text(Tag.RESCALE_SLOPE, "DS", "1")
                .undefinedSequence(Tag.DIGITAL_SIGNATURES_SEQUENCE, item)
                .bytes(Tag.DATA_SET_TRAILING_PADDING, "OB", new byte[100]);
    }

    private static void assertBehind(DicomFile file) throws DicomException {
        DataSet dataSet = file.dataSet();
        assertEquals(-1024, dataSet.requireDouble(Tag.RESCALE_INTERCEPT));
        assertEquals(
                "1.2.3",
                dataSet.item(Tag.DIGITAL_SIGNATURES_SEQUENCE)
                        .orElseThrow()
                        .requireString(Tag.REFERENCED_SOP_INSTANCE_UID));
        assertEquals(100, dataSet.require(Tag.DATA_SET_TRAILING_PADDING).length());
        assertEquals(2, dataSet.requireInt(Tag.ROWS));
        assertTrue(file.pixelData().isPresent());
        assertEquals(
                List.of("the elements are not in ascending order"),
                file.diagnostics().sentences());
    }

    @NativeSyntaxes
    void nativePixels(String syntax) throws DicomException {
        for (int length : new int[] {8, 100_000}) {
            byte[] pixels = new byte[length];
            Arrays.fill(pixels, (byte) 7);
            DicomBytes bytes = before(DicomBytes.file(syntax)).bytes(Tag.PIXEL_DATA, "OW", pixels);
            DicomFile file = read(behind(bytes));
            assertBehind(file);
            assertArrayEquals(pixels, file.pixelData().orElseThrow().bytes());
        }
    }

    /** The largest is larger than a deflated header may be. */
    @Test
    void deflatedPixels() throws DicomException {
        for (int length : new int[] {8, 300_000, 65 << 20}) {
            DicomBytes bytes = before(DicomBytes.explicitLittleEndian()).bytes(Tag.PIXEL_DATA, "OW", new byte[length]);
            DicomFile file = read(DicomBytes.deflatedFile(behind(bytes)));
            assertBehind(file);
            assertEquals(length, file.pixelData().orElseThrow().bytes().length);
        }
    }

    @Test
    void floatPixels() throws DicomException {
        assertBehind(read(behind(
                before(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)).floats(Tag.FLOAT_PIXEL_DATA, "OF", 1, 2))));
    }

    @Test
    void encapsulatedPixels() throws DicomException {
        for (int fragments : new int[] {1, 2, 3, 50}) {
            byte[][] all = new byte[fragments][40_000];
            DicomBytes bytes = before(DicomBytes.file(JPEG)).encapsulated(Tag.PIXEL_DATA, all);
            assertBehind(read(behind(bytes)));
        }
    }

    /** Not even the Basic Offset Table is there. */
    @Test
    void encapsulatedPixelsWithoutItems() throws DicomException {
        DicomBytes bytes = before(DicomBytes.file(JPEG))
                .header(Tag.PIXEL_DATA, "OB", 0xFFFFFFFFL)
                .endSequence();
        assertBehind(read(behind(bytes)));
    }

    /** The file ends as Pixel Data does, and only its Fragments say that this is another sequence's end. */
    @Test
    void encapsulatedPixelsBeforeASequenceThatEndsAlike() throws DicomException {
        for (int fragments : new int[] {1, 2, 50}) {
            byte[][] all = new byte[fragments][40_000];
            long[] offsets = new long[fragments];
            for (int i = 0; i < fragments; i++) offsets[i] = 40_008L * i;
            DicomBytes item = DicomBytes.explicitLittleEndian().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3");
            DicomBytes bytes = before(DicomBytes.file(JPEG))
                    .encapsulatedWithOffsets(Tag.PIXEL_DATA, offsets, all)
                    .text(Tag.RESCALE_INTERCEPT, "DS", "-1024")
                    .beginSequence(Tag.DIGITAL_SIGNATURES_SEQUENCE)
                    .item(item)
                    .endSequence();
            DataSet dataSet = read(bytes).dataSet();
            assertEquals(-1024, dataSet.requireDouble(Tag.RESCALE_INTERCEPT), fragments + " fragments");
            assertEquals(
                    "1.2.3",
                    dataSet.item(Tag.DIGITAL_SIGNATURES_SEQUENCE)
                            .orElseThrow()
                            .requireString(Tag.REFERENCED_SOP_INSTANCE_UID));
        }
    }

    @Test
    void encapsulatedPixelsWithAnExtendedOffsetTable() throws DicomException {
        byte[][] all = new byte[9_000][10];
        long[] offsets = new long[all.length];
        for (int i = 0; i < offsets.length; i++) offsets[i] = 18L * i;
        DicomBytes bytes = before(DicomBytes.file(JPEG))
                .longs(Tag.EXTENDED_OFFSET_TABLE, "OV", offsets)
                .encapsulated(Tag.PIXEL_DATA, all)
                .text(Tag.RESCALE_INTERCEPT, "DS", "-1024")
                .beginSequence(Tag.DIGITAL_SIGNATURES_SEQUENCE)
                .endSequence();
        CountingSource source = new CountingSource(bytes.toBytes());
        assertEquals(-1024, DicomFile.read(source).dataSet().requireDouble(Tag.RESCALE_INTERCEPT));
        assertTrue(source.reads < 20, source.reads + " reads");
    }

    @Test
    void pixelsThatComeFirst() throws DicomException {
        DicomFile file = read(before(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 100")
                .bytes(Tag.PIXEL_DATA, "OW", new byte[8])));
        assertEquals(2, file.dataSet().requireInt(Tag.ROWS));
    }

    @Test
    void damageAfterPixelDataDoesNotAffectOtherElements() throws DicomException {
        DicomBytes good = before(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN))
                .bytes(Tag.PIXEL_DATA, "OW", new byte[8])
                .text(Tag.RESCALE_INTERCEPT, "DS", "-1024");
        byte[] whole = good.toBytes();
        byte[][] damages = {
            DicomBytes.explicitLittleEndian()
                    .header(Tag.ENCAPSULATED_DOCUMENT, "OB", 5000)
                    .raw(new byte[10])
                    .toBytes(),
            DicomBytes.explicitLittleEndian()
                    .beginSequence(Tag.DIGITAL_SIGNATURES_SEQUENCE)
                    .beginItem()
                    .header(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", 60)
                    .toBytes(),
            DicomBytes.explicitLittleEndian()
                    .header(Tag.DIGITAL_SIGNATURES_SEQUENCE, "UT", 0xFFFFFFFFL)
                    .raw(new byte[9])
                    .toBytes(),
            "no element".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
            {1, 2, 3}
        };
        for (byte[] damage : damages) {
            byte[] bytes = Arrays.copyOf(whole, whole.length + damage.length);
            System.arraycopy(damage, 0, bytes, whole.length, damage.length);
            DicomFile file = read(bytes);
            assertEquals(-1024, file.dataSet().requireDouble(Tag.RESCALE_INTERCEPT));
            assertEquals(6, file.dataSet().size());
            String said = file.diagnostics().sentences().toString();
            assertTrue(said.contains("the elements after Pixel Data at byte "), said);
            assertTrue(said.contains("are damaged"), said);
        }
    }

    /** Pixels whose length is written too short, which implicit VR would take for private elements. */
    @Test
    void pixelsAreNoElements() throws DicomException {
        DicomFile file = read(before(DicomBytes.file(DicomBytes.IMPLICIT_LITTLE_ENDIAN))
                .bytes(Tag.PIXEL_DATA, "OW", new byte[8])
                .shorts(0x01010101, "OW", 257, 257)
                .shorts(0x03030303, "OW", 257, 257));
        assertEquals(5, file.dataSet().size());
        assertTrue(file.diagnostics().sentences().get(0).endsWith("no Data Element begins here"));
        DicomFile reserved = read(before(DicomBytes.file(DicomBytes.IMPLICIT_LITTLE_ENDIAN))
                .bytes(Tag.PIXEL_DATA, "OW", new byte[8])
                .text(0x7FE10010, "LO", "MAKER")
                .text(0x7FE11001, "LO", "x"));
        assertTrue(reserved.dataSet().contains(0x7FE11001));
    }

    @Test
    void elementsBeforePixelDataHavePrecedence() throws DicomException {
        DicomFile file = read(before(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                        .text(Tag.RESCALE_INTERCEPT, "DS", "")
                        .text(Tag.RESCALE_SLOPE, "DS", "2"))
                .bytes(Tag.PIXEL_DATA, "OW", new byte[] {1, 2})
                .text(Tag.RESCALE_INTERCEPT, "DS", "-1024")
                .text(Tag.RESCALE_SLOPE, "DS", "3")
                .bytes(Tag.PIXEL_DATA, "OW", new byte[] {3, 4}));
        assertEquals(-1024, file.dataSet().requireDouble(Tag.RESCALE_INTERCEPT), "empty before");
        assertEquals(2, file.dataSet().requireDouble(Tag.RESCALE_SLOPE));
        assertArrayEquals(new byte[] {1, 2}, file.pixelData().orElseThrow().bytes());
        assertTrue(file.diagnostics().sentences().contains("(0028,1053) occurs twice; the first is used"));
        assertTrue(file.diagnostics().sentences().contains("(7FE0,0010) occurs twice; the first is used"));
    }

    @Test
    void paddingOfZerosIsNoElement() throws DicomException {
        DicomFile file = read(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .us(Tag.ROWS, 2)
                .bytes(Tag.PIXEL_DATA, "OW", new byte[8])
                .raw(new byte[511]));
        assertEquals(2, file.dataSet().size());
        assertTrue(file.diagnostics().isEmpty());
    }

    @Test
    void truncatedPixelDataHasNoElementsAfterIt() throws DicomException {
        DicomFile cut = read(before(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN))
                .header(Tag.PIXEL_DATA, "OW", 5000)
                .raw(new byte[4000]));
        assertTrue(cut.pixelData().isPresent());
        assertTrue(cut.diagnostics().isEmpty());
        byte[] encapsulated = before(DicomBytes.file(JPEG))
                .encapsulated(Tag.PIXEL_DATA, new byte[4000], new byte[4000])
                .toBytes();
        for (int length = encapsulated.length - 1; length > encapsulated.length - 8000; length -= 7) {
            DicomFile file = read(Arrays.copyOf(encapsulated, length));
            assertTrue(file.pixelData().isPresent());
            assertEquals(5, file.dataSet().size());
        }
    }

    /** What a header costs in a file that ends with its pixels: one read of 8 KB; two more where many fragments follow. */
    @Test
    void headersOfFilesThatEndWithTheirPixelsCostFewReads() throws IOException {
        CountingSource plain = new CountingSource(before(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN))
                .bytes(Tag.PIXEL_DATA, "OW", new byte[1 << 20])
                .toBytes());
        DicomFile.read(plain);
        assertEquals(1, plain.reads);
        CountingSource single = new CountingSource(before(DicomBytes.file(JPEG))
                .encapsulated(Tag.PIXEL_DATA, new byte[1 << 20])
                .toBytes());
        DicomFile.read(single);
        assertEquals(1, single.reads);
        CountingSource many = new CountingSource(before(DicomBytes.file(JPEG))
                .encapsulated(Tag.PIXEL_DATA, new byte[1000][9000])
                .toBytes());
        assertFalse(DicomFile.read(many).pixelData().isEmpty());
        assertEquals(3, many.reads, "the last bytes and one Item more are looked at");
    }

    private static DicomFile read(DicomBytes bytes) throws DicomException {
        return read(bytes.toBytes());
    }

    private static DicomFile read(byte[] bytes) throws DicomException {
        return DicomFile.read(new ArrayByteSource("test.dcm", bytes));
    }

    private static final class CountingSource implements ByteSource {
        private final ArrayByteSource array;
        private int reads;

        CountingSource(byte[] bytes) {
            array = new ArrayByteSource("counting", bytes);
        }

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public long size() throws IOException {
            return array.size();
        }

        @Override
        public void read(long position, byte[] target, int offset, int length) throws IOException {
            reads++;
            array.read(position, target, offset, length);
        }

        @Override
        public ByteSource open() {
            return this;
        }

        @Override
        public int readUpTo(long position, byte[] target, int offset, int length) throws IOException {
            reads++;
            return array.readUpTo(position, target, offset, length);
        }
    }
}
