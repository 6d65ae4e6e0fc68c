package hounsfield.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.SpecificCharacterSet;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.VR;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomWriterTest {
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.7";

    @TempDir
    Path folder;

    @Test
    void metaInformationCountsItself() throws IOException {
        byte[] file = written(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, minimal().build());
        assertEquals("DICM", new String(file, 128, 4, StandardCharsets.US_ASCII));
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int groupLength = bytes.getInt(140);
        int dataSet = 144 + groupLength;
        assertEquals(0x0008, bytes.getShort(dataSet), "the Data Set begins behind the group");
        assertEquals(0x0016, bytes.getShort(dataSet + 2));
    }

    @Test
    void textsAndUidsArePaddedToEvenLength() throws IOException {
        byte[] file = written(
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                minimal().text("PatientID", "odd").build());
        String content = new String(file, StandardCharsets.ISO_8859_1);
        assertTrue(content.contains("LO\4\0odd "), "a text ends with a space");
        assertTrue(content.contains("UI\32\0" + SOP_CLASS + "\0"), "a UID ends with NUL");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        DataSet dataSet = minimal()
                .number("Rows", 2)
                .number("PixelSpacing", 0.1, 1.0 / 3)
                .number("ImagePositionPatient", -191.625, 1e-7, 0)
                .sequence(
                        "SharedFunctionalGroupsSequence",
                        new Elements().sequence("PixelMeasuresSequence", new Elements().number("SliceThickness", 5)))
                .sequence("AcquisitionContextSequence")
                .element(Element.of(Tag.PIXEL_DATA, VR.OW, new byte[] {1, 2, 3, 4}, true))
                .build();
        DicomFile file = roundTrip(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, dataSet);
        assertEquals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, file.transferSyntax());
        assertEquals(2, file.dataSet().requireInt(Tag.ROWS));
        assertArrayEquals(new double[] {0.1, 1.0 / 3}, file.dataSet().doubles(Tag.PIXEL_SPACING), 1e-10);
        assertArrayEquals(new double[] {-191.625, 1e-7, 0}, file.dataSet().doubles(Tag.IMAGE_POSITION_PATIENT), 1e-16);
        DataSet measures =
                file.dataSet().item(0x52009229).orElseThrow().item(0x00289110).orElseThrow();
        assertEquals(5, measures.requireDouble(Tag.SLICE_THICKNESS));
        assertTrue(file.dataSet().contains(0x00400555), "an empty sequence stays");
        assertArrayEquals(
                new byte[] {1, 2, 3, 4}, file.pixelData().orElseThrow().bytes());
    }

    @Test
    void aFileReadIsWrittenAgainToTheSameBytes() throws IOException {
        Element frames = EncapsulatedPixelData.of(List.of(new byte[] {1, 2, 3}, new byte[] {4, 5}));
        byte[] first =
                written(TransferSyntax.RLE_LOSSLESS, minimal().element(frames).build());
        Path file = Files.write(folder.resolve("first.dcm"), first);
        byte[] second =
                written(TransferSyntax.RLE_LOSSLESS, DicomFile.read(file).dataSet());
        assertArrayEquals(first, second);
    }

    @Test
    void offsetTablePointsAtEachFrame() throws IOException {
        byte[] items = sourceBytes(EncapsulatedPixelData.of(List.of(new byte[] {1, 2, 3}, new byte[] {4, 5})));
        ByteBuffer bytes = ByteBuffer.wrap(items).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(8, bytes.getInt(4));
        int firstFragment = 16;
        assertEquals(0, bytes.getInt(8));
        assertEquals(12, bytes.getInt(12));
        assertEquals(4, bytes.getInt(firstFragment + 4), "the odd frame is padded");
        assertEquals(4, items[firstFragment + 12 + 8]);
    }

    @Test
    void bigEndianValuesAreTurned() throws IOException {
        DataSet dataSet = minimal()
                .element(Element.of(Tag.ROWS, VR.US, new byte[] {1, 2}, false))
                .element(Element.of(Tag.PIXEL_DATA, VR.OW, new byte[] {0, 1, 0, 2}, false))
                .build();
        DicomFile file = roundTrip(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, dataSet);
        assertEquals(0x0102, file.dataSet().requireInt(Tag.ROWS));
        assertArrayEquals(
                new byte[] {1, 0, 2, 0}, file.pixelData().orElseThrow().bytes());
    }

    @Test
    void aValueTooLongForItsHeaderBecomesUnknown() throws IOException {
        byte[] text = new byte[70_000];
        Arrays.fill(text, (byte) '1');
        byte[] file = written(
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                minimal()
                        .element(Element.of(Tag.WINDOW_CENTER, VR.DS, text, true))
                        .build());
        assertTrue(new String(file, StandardCharsets.ISO_8859_1).contains("\50\0\120\20UN\0\0"));
    }

    @Test
    void sequencesNestDeeperThanTheStack() throws IOException {
        DataSet nested = DataSet.EMPTY;
        for (int i = 0; i < 50_000; i++) {
            nested = new DataSet.Builder(SpecificCharacterSet.DEFAULT)
                    .add(Element.sequence(0x0040A730, List.of(nested)))
                    .build();
        }
        byte[] file = written(
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                minimal().element(Element.sequence(0x0040A730, List.of(nested))).build());
        assertTrue(file.length > 50_000 * 36);
    }

    @Test
    void groupLengthsAndOldMetaInformationAreLeftOut() throws IOException {
        DataSet dataSet = minimal()
                .element(Element.of(0x00080000, VR.UL, new byte[4], true))
                .element(Element.of(Tag.TRANSFER_SYNTAX_UID, VR.UI, new byte[2], true))
                .build();
        DicomFile file = roundTrip(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, dataSet);
        assertFalse(file.dataSet().contains(0x00080000));
        assertEquals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, file.transferSyntax());
    }

    @Test
    void pixelDataMustBeInTheSyntaxThatIsClaimed() {
        DataSet dataSet = minimal()
                .element(Element.of(Tag.PIXEL_DATA, VR.OW, new byte[2], true))
                .build();
        assertThrows(IllegalArgumentException.class, () -> written(TransferSyntax.RLE_LOSSLESS, dataSet));
        assertThrows(IllegalArgumentException.class, () -> written(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, dataSet));
    }

    @Test
    void elementsRefuseWhatTheirAttributeCannotHold() {
        Elements elements = new Elements();
        assertThrows(IllegalArgumentException.class, () -> elements.text("PatinetName", "x"));
        assertThrows(IllegalArgumentException.class, () -> elements.text("Rows", "x"));
        assertThrows(IllegalArgumentException.class, () -> elements.number("Rows", 1.5));
        assertThrows(IllegalArgumentException.class, () -> elements.text("PatientName", "M\u00fcller"));
    }

    private static Elements minimal() {
        return new Elements().text("SOPClassUID", SOP_CLASS).text("SOPInstanceUID", "2.25.1");
    }

    private static byte[] written(TransferSyntax syntax, DataSet dataSet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(out, syntax, dataSet);
        return out.toByteArray();
    }

    private DicomFile roundTrip(TransferSyntax syntax, DataSet dataSet) throws IOException {
        Path file = folder.resolve("round-trip.dcm");
        DicomWriter.write(file, syntax, dataSet);
        return DicomFile.read(file);
    }

    private static byte[] sourceBytes(Element element) throws IOException {
        var source = element.bulk().orElseThrow().source();
        byte[] bytes = new byte[(int) source.size()];
        source.read(0, bytes, 0, bytes.length);
        return bytes;
    }
}
