package hounsfield.parse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.NoImageException;
import hounsfield.standard.error.NotDicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.NativeSyntaxes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Preamble, File Meta Information, transfer syntaxes and pixel data; {@link DataSetParserTest} has the elements. */
class DicomFileTest {
    private static final byte[] PIXELS = {1, 2, 3, 4, 5, 6, 7, 8};

    @TempDir
    Path folder;

    /** A small image in the encoding of {@code start}. */
    private static DicomBytes image(DicomBytes start) {
        return start.text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.7")
                .text(Tag.MODALITY, "CS", "CT")
                .undefinedSequence(
                        Tag.REFERENCED_IMAGE_SEQUENCE,
                        start.same().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3"))
                .us(Tag.ROWS, 2)
                .us(Tag.COLUMNS, 2)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .bytes(Tag.PIXEL_DATA, "OW", PIXELS);
    }

    private static void assertImage(DicomFile file) throws DicomException {
        assertEquals("CT", file.dataSet().requireString(Tag.MODALITY));
        assertEquals(2, file.dataSet().requireInt(Tag.ROWS));
        assertEquals(
                "1.2.3",
                file.dataSet()
                        .item(Tag.REFERENCED_IMAGE_SEQUENCE)
                        .orElseThrow()
                        .requireString(Tag.REFERENCED_SOP_INSTANCE_UID));
        assertArrayEquals(PIXELS, file.pixelData().orElseThrow().bytes());
    }

    @NativeSyntaxes
    void readsEveryNativeSyntaxWithAndWithoutMeta(String syntax) throws DicomException {
        DicomFile file = read(image(DicomBytes.file(syntax)).toBytes());
        assertImage(file);
        assertEquals(syntax, file.transferSyntax().uid());
        assertEquals(syntax, file.metaInformation().requireString(Tag.TRANSFER_SYNTAX_UID));
        assertTrue(file.diagnostics().isEmpty(), file.diagnostics().sentences().toString());
        assertNotEquals(
                syntax.equals(DicomBytes.EXPLICIT_BIG_ENDIAN),
                file.pixelData().orElseThrow().littleEndian());

        DicomFile bare = read(image(DicomBytes.bare(syntax)).toBytes());
        assertImage(bare);
        assertEquals(syntax, bare.transferSyntax().uid());
        assertEquals(0, bare.metaInformation().size());
    }

    @Test
    void readsDeflatedDataSets() throws IOException {
        byte[] bytes = DicomBytes.deflatedFile(image(DicomBytes.explicitLittleEndian()));
        DicomFile file = read(bytes);
        assertImage(file);
        assertSame(TransferSyntax.DEFLATED_EXPLICIT_LITTLE_ENDIAN, file.transferSyntax());
        BulkData bulk = file.pixelData().orElseThrow().bulk().orElseThrow();
        byte[] pixels = new byte[8];
        try (ByteSource opened = file.open()) {
            opened.read(bulk.offset(), pixels, 0, 8);
        }
        assertArrayEquals(PIXELS, pixels);
    }

    @Test
    void preambleMayBeMissing() throws DicomException {
        byte[] whole = image(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)).toBytes();
        assertImage(read(Arrays.copyOfRange(whole, 128, whole.length)));
        DicomFile fromMeta = read(Arrays.copyOfRange(whole, 132, whole.length));
        assertImage(fromMeta);
        assertEquals(
                DicomBytes.EXPLICIT_LITTLE_ENDIAN, fromMeta.metaInformation().requireString(Tag.TRANSFER_SYNTAX_UID));
    }

    @Test
    void metaMayLackItsGroupLengthOrTellAWrongOne() throws DicomException {
        byte[] meta = DicomBytes.meta(DicomBytes.IMPLICIT_LITTLE_ENDIAN);
        byte[] withoutLength = Arrays.copyOfRange(meta, 12, meta.length);
        assertImage(read(image(DicomBytes.implicitLittleEndian()
                        .raw(DicomBytes.preamble())
                        .raw(withoutLength))
                .toBytes()));
        byte[] wrong = meta.clone();
        wrong[8] = 4;
        assertImage(read(image(DicomBytes.implicitLittleEndian()
                        .raw(DicomBytes.preamble())
                        .raw(wrong))
                .toBytes()));
    }

    @Test
    void metaMayBeImplicit() throws DicomException {
        DicomBytes meta = DicomBytes.implicitLittleEndian()
                .raw(DicomBytes.preamble())
                .text(Tag.MEDIA_STORAGE_SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.7")
                .text(Tag.TRANSFER_SYNTAX_UID, "UI", DicomBytes.IMPLICIT_LITTLE_ENDIAN);
        assertImage(read(image(meta).toBytes()));
    }

    @NativeSyntaxes
    void missingTransferSyntaxIsFoundFromTheBytes(String syntax) throws DicomException {
        byte[] meta = DicomBytes.explicitLittleEndian()
                .raw(DicomBytes.preamble())
                .text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, "UI", "1.2.3")
                .toBytes();
        DicomFile file = read(image(DicomBytes.bare(syntax).raw(meta)).toBytes());
        assertImage(file);
        assertEquals(syntax, file.transferSyntax().uid());
        assertFalse(file.diagnostics().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.1.2.4.50, 1.2.840.10008.1.2",
        "1.2.840.10008.1.2, 1.2.840.10008.1.2.1",
        "1.2.840.10008.1.2.1, 1.2.840.10008.1.2.2",
        "1.2.840.10008.1.2.2, 1.2.840.10008.1.2.1"
    })
    void dataSetMayBelieItsTransferSyntax(String declared, String real) throws DicomException {
        DicomBytes bytes = DicomBytes.bare(real).raw(DicomBytes.preamble()).raw(DicomBytes.meta(declared));
        DicomFile file = read(image(bytes).toBytes());
        assertImage(file);
        assertEquals(declared, file.transferSyntax().uid());
        assertEquals(
                1,
                file.diagnostics().sentences().size(),
                file.diagnostics().sentences().toString());
    }

    @Test
    void acrNemaFilesBeginWithGroup0008() throws DicomException {
        byte[] body = DicomBytes.implicitLittleEndian()
                .text(Tag.RECOGNITION_CODE, "SH", "ACR-NEMA 2.0")
                .us(Tag.ROWS, 2)
                .us(Tag.COLUMNS, 2)
                .bytes(Tag.PIXEL_DATA, "OW", PIXELS)
                .toBytes();
        byte[] file = DicomBytes.implicitLittleEndian()
                .ul(0x00080000, 20)
                .ul(Tag.LENGTH_TO_END, body.length)
                .raw(body)
                .toBytes();
        DicomFile read = read(file);
        assertEquals("ACR-NEMA 2.0", read.dataSet().requireString(Tag.RECOGNITION_CODE));
        assertEquals(body.length, read.dataSet().requireInt(Tag.LENGTH_TO_END));
        assertArrayEquals(PIXELS, read.pixelData().orElseThrow().bytes());
    }

    @Test
    void encapsulatedPixelDataIsARangeFromTheFirstItem() throws DicomException {
        DicomBytes bytes = DicomBytes.file("1.2.840.10008.1.2.5").us(Tag.ROWS, 2);
        int offset = bytes.size() + 12;
        bytes.encapsulated(Tag.PIXEL_DATA, new byte[] {9, 9, 9});
        Element pixels = read(bytes.toBytes()).pixelData().orElseThrow();
        assertEquals(VR.OB, pixels.vr());
        assertEquals(offset, pixels.bulk().orElseThrow().offset());
        assertTrue(pixels.bulk().orElseThrow().isEncapsulated());
        assertThrows(MalformedDicomException.class, pixels::bytes);
    }

    @Test
    void truncatedPixelDataKeepsItsDeclaredLength() throws DicomException {
        byte[] bytes = image(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)).toBytes();
        DicomFile file = read(Arrays.copyOf(bytes, bytes.length - 3));
        assertEquals(8, file.pixelData().orElseThrow().length());
        MalformedDicomException e = assertThrows(
                MalformedDicomException.class,
                () -> file.pixelData().orElseThrow().bytes());
        assertEquals("the value declares 8 bytes, 5 are there", e.problem());
    }

    @ParameterizedTest
    @ValueSource(ints = {Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA})
    void floatPixelDataStayInTheFile(int tag) throws DicomException {
        String vr = tag == Tag.FLOAT_PIXEL_DATA ? "OF" : "OD";
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).bytes(tag, vr, PIXELS);
        Element pixels = read(bytes.toBytes()).pixelData().orElseThrow();
        assertEquals(tag, pixels.tag());
        assertTrue(pixels.bulk().isPresent());
    }

    @Test
    void extendedOffsetTablePrecedesThePixels() throws DicomException {
        long[] offsets = new long[20_000];
        Arrays.setAll(offsets, i -> i * 100L);
        DicomBytes bytes = DicomBytes.file("1.2.840.10008.1.2.5")
                .longs(Tag.EXTENDED_OFFSET_TABLE, "OV", offsets)
                .longs(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, "OV", 8, 8)
                .encapsulated(Tag.PIXEL_DATA, PIXELS);
        DicomFile file = read(bytes.toBytes());
        Element table = file.dataSet().require(Tag.EXTENDED_OFFSET_TABLE);
        assertTrue(table.bulk().isPresent(), "160 KB stay in the file");
        assertEquals(19_999 * 100, file.dataSet().ints(Tag.EXTENDED_OFFSET_TABLE)[19_999]);
        assertArrayEquals(new int[] {8, 8}, file.dataSet().ints(Tag.EXTENDED_OFFSET_TABLE_LENGTHS));
        assertTrue(file.pixelData().isPresent());
    }

    @Test
    void garbageBehindThePixelDataIsIgnored() throws DicomException {
        for (String garbage : new String[] {"garbage", "more garbage that begins no element", "DICM"}) {
            for (String syntax : new String[] {
                DicomBytes.IMPLICIT_LITTLE_ENDIAN, DicomBytes.EXPLICIT_LITTLE_ENDIAN, DicomBytes.EXPLICIT_BIG_ENDIAN
            }) {
                byte[] bytes = image(DicomBytes.file(syntax))
                        .raw(garbage.getBytes(StandardCharsets.US_ASCII))
                        .toBytes();
                DicomFile file = read(bytes);
                assertImage(file);
                assertEquals(
                        read(image(DicomBytes.file(syntax)).toBytes()).dataSet().size(),
                        file.dataSet().size());
                assertEquals(1, file.diagnostics().sentences().size());
                assertTrue(file.diagnostics().sentences().get(0).startsWith("the elements after Pixel Data at byte "));
            }
        }
    }

    @Test
    void headerOfALargeFileNeedsOneSmallRead() throws IOException {
        byte[] bytes = image(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN))
                .raw(new byte[1 << 20])
                .toBytes();
        long[] read = new long[1];
        ArrayByteSource array = new ArrayByteSource("test", bytes);
        DicomFile.read(new ByteSource() {
            @Override
            public String name() {
                return "counting";
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void read(long position, byte[] target, int offset, int length) throws IOException {
                read[0] += length;
                array.read(position, target, offset, length);
            }
        });
        assertEquals(8192, read[0]);
    }

    @Test
    void filesOfMoreThanTwoGigabytesWork() throws IOException {
        long length = 3L << 30;
        byte[] header = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.MODALITY, "CS", "CT")
                .header(Tag.PIXEL_DATA, "OW", length)
                .toBytes();
        Path path = folder.resolve("large.dcm");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(header);
            file.setLength(header.length + length);
            file.seek(header.length + length - 2);
            file.write(new byte[] {7, 8});
        }
        DicomFile file = DicomFile.read(path);
        BulkData pixels = file.pixelData().orElseThrow().bulk().orElseThrow();
        assertEquals(length, pixels.length());
        byte[] last = new byte[2];
        try (ByteSource opened = file.open()) {
            opened.read(pixels.offset() + pixels.length() - 2, last, 0, 2);
        }
        assertArrayEquals(new byte[] {7, 8}, last);
        assertThrows(MalformedDicomException.class, pixels::read);
    }

    @Test
    void aFileMayBeReplacedBetweenReadingHeaderAndPixels() throws IOException {
        Path path = Files.write(
                folder.resolve("a.dcm"),
                image(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)).toBytes());
        DicomFile file = DicomFile.read(path);
        Files.delete(path);
        DicomException e = assertThrows(
                DicomException.class, () -> file.pixelData().orElseThrow().bytes());
        assertEquals("a.dcm", e.location().file());
    }

    @Test
    void missingFilesAndFoldersAreDicomExceptions() {
        DicomException missing = assertThrows(DicomException.class, () -> DicomFile.read(folder.resolve("none.dcm")));
        assertEquals("none.dcm: there is no such file", missing.getMessage());
        NotDicomException refused = assertThrows(NotDicomException.class, () -> DicomFile.read(folder));
        assertTrue(refused.isFolder());
        assertEquals("a folder, not a DICOM file", refused.problem());
        assertFalse(refused.isPacked());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2.840.10008.5.1.4.1.1.88.22 | : it is a structured report (Enhanced SR Storage)",
                "1.2.840.10008.5.1.4.1.1.481.3 | : it is an RT structure set, contours without an image (RT Structure Set Storage)",
                "1.2.840.10008.5.1.4.1.1.104.1 | : it is a PDF document (Encapsulated PDF Storage)",
                "1.2.840.10008.5.1.4.1.1.9.1.1 | : it is a waveform (12-lead ECG Waveform Storage)",
                "1.2.840.10008.5.1.4.1.1.2 | : its SOP Class is CT Image Storage",
                "1.2.3.4 | : its SOP Class is not known here (1.2.3.4)",
                "Secret^Name | ''"
            })
    void fileWithoutPixelsIsReportedWithItsKind(String sopClass, String content) throws DicomException {
        DicomFile file = read(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", sopClass)
                .text(Tag.PATIENT_NAME, "PN", "Secret^Name")
                .toBytes());
        NoImageException e = file.noImage();
        assertEquals("test.dcm: has no Pixel Data (7FE0,0010), so it holds no image" + content, e.getMessage());
        assertFalse(e.isDirectory());
        DicomException elsewhere = e.at(Location.ofFrame(3)).with("Look elsewhere.");
        assertEquals(e.problem() + ". Look elsewhere.", elsewhere.problem());
        assertEquals(NoImageException.class, elsewhere.getClass());
        assertEquals(3, elsewhere.location().frame());
    }

    /** A DICOMDIR has its class in File Meta Information alone. */
    @Test
    void directoryIsReportedAsOne() throws DicomException {
        byte[] meta = DicomBytes.explicitLittleEndian()
                .text(Tag.MEDIA_STORAGE_SOP_CLASS_UID, "UI", "1.2.840.10008.1.3.10")
                .text(Tag.TRANSFER_SYNTAX_UID, "UI", DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .toBytes();
        DicomFile file = read(DicomBytes.explicitLittleEndian()
                .raw(DicomBytes.preamble())
                .raw(meta)
                .text(Tag.FILE_SET_ID, "CS", "DISK")
                .sequence(Tag.DIRECTORY_RECORD_SEQUENCE)
                .toBytes());
        assertTrue(file.isMediaStorageDirectory());
        NoImageException e = file.noImage();
        assertTrue(e.isDirectory());
        assertTrue(e.problem().contains("a DICOMDIR, which lists other files"), e.problem());
    }

    @Test
    void otherFilesAreNamed() {
        assertRefused("an empty file", new byte[0]);
        assertRefused("text", "Hello, this is no image.\n".repeat(20).getBytes(StandardCharsets.UTF_8));
        assertRefused("HTML or XML", "<?xml version='1.0'?><a/>".getBytes(StandardCharsets.UTF_8));
        assertRefused("a PNG image", Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUg=="));
        assertRefused("a TIFF image", new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 2, 3});
        assertRefused("a ZIP archive", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0});
        assertRefused("a JPEG image", new byte[] {-1, -40, -1, -32, 0, 16, 'J', 'F'});
        assertRefused("a gzip file", new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0});
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        assertRefused("a tar archive", tar);
        assertRefused("no preamble with DICM, and no Data Element at its start", new byte[1000]);
    }

    private static void assertRefused(String what, byte[] bytes) {
        NotDicomException e = assertThrows(NotDicomException.class, () -> read(bytes));
        assertEquals("test.dcm: not a DICOM file: " + what, e.getMessage());
    }

    private static DicomFile read(byte[] bytes) throws DicomException {
        return DicomFile.read(new ArrayByteSource("test.dcm", bytes));
    }
}
