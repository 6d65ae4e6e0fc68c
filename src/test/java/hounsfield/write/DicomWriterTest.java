package hounsfield.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.SpecificCharacterSet;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.VR;
import hounsfield.testing.DicomBytes;
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
        DataSet measures = file.dataSet()
                .item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
                .orElseThrow()
                .item(Tag.PIXEL_MEASURES_SEQUENCE)
                .orElseThrow();
        assertEquals(5, measures.requireDouble(Tag.SLICE_THICKNESS));
        assertTrue(file.dataSet().contains(Tag.ACQUISITION_CONTEXT_SEQUENCE), "an empty sequence stays");
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

    /** Each VR as {@link DicomBytes} writes it in either order; the writer's little endian must be the same bytes. */
    @Test
    void everyValueOfABigEndianFileIsTurned() throws IOException {
        DataSet big = DicomFile.read(new ArrayByteSource(
                        "big.dcm",
                        everyVr(DicomBytes.file(DicomBytes.EXPLICIT_BIG_ENDIAN)).toBytes()))
                .dataSet();
        DataSet little = DicomFile.read(new ArrayByteSource(
                        "little.dcm",
                        everyVr(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN))
                                .toBytes()))
                .dataSet();
        DataSet turned = roundTrip(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, big).dataSet();
        assertArrayEquals(
                new byte[] {0x18, 0, 0x63, 0x10, 0x18, 0, 0x65, 0x10},
                turned.require(Tag.FRAME_INCREMENT_POINTER).bytes());
        assertEquals(List.of("(0018,1063)", "(0018,1065)"), turned.strings(Tag.FRAME_INCREMENT_POINTER));
        int compared = 0;
        for (Element element : little) {
            assertArrayEquals(element.bytes(), turned.require(element.tag()).bytes(), element.toString());
            compared++;
        }
        assertEquals(19, compared);
        DataSet item = turned.item(Tag.REFERENCED_IMAGE_SEQUENCE).orElseThrow();
        assertArrayEquals(
                new byte[] {0x28, 0, 0x10, 0},
                item.require(Tag.FRAME_INCREMENT_POINTER).bytes());
    }

    private static DicomBytes everyVr(DicomBytes bytes) {
        return bytes.text(Tag.SOP_CLASS_UID, "UI", SOP_CLASS)
                .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3")
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, bytes.same().at(Tag.FRAME_INCREMENT_POINTER, Tag.ROWS))
                .floats(Tag.CALCIUM_SCORING_MASS_FACTOR_DEVICE, "FL", 1.5f, -2)
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .at(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME, Tag.FRAME_TIME_VECTOR)
                .us(Tag.BITS_ALLOCATED, 16)
                .ss(Tag.PIXEL_PADDING_VALUE, -2)
                .shorts(Tag.LUT_DATA, "OW", 1, 2, 3)
                .doubles(Tag.REAL_WORLD_VALUE_SLOPE, "FD", 0.1)
                .longs(Tag.PROTOCOL_CONTEXT_SEQUENCE, "SV", -3)
                .longs(Tag.CONTENT_ITEM_MODIFIER_SEQUENCE, "UV", 4)
                .bytes(Tag.ENCAPSULATED_DOCUMENT, "OB", new byte[] {1, 2, 3, 4})
                .ints(Tag.LONG_PRIMITIVE_POINT_INDEX_LIST, "OL", 1, 2, 70_000)
                .floats(Tag.POINT_COORDINATES_DATA, "OF", 3.25f)
                .doubles(Tag.DOUBLE_POINT_COORDINATES_DATA, "OD", 1e100)
                .longs(Tag.EXTENDED_OFFSET_TABLE, "OV", 0, 1L << 40)
                .sl(Tag.REFERENCE_PIXEL_X0, -70_000)
                .ul(Tag.REGION_LOCATION_MIN_X0, 70_000);
    }

    /** 24 bits too, in pieces that are copied from a file. */
    @Test
    void wholeSamplesOfBigEndianPixelDataAreTurned() throws IOException {
        for (int bits : new int[] {8, 16, 24, 32}) {
            int width = bits / 8;
            byte[] little = new byte[70_000 / width * width * 2];
            byte[] big = new byte[little.length];
            for (int i = 0; i < little.length; i++) little[i] = (byte) (i * 31 + i / 256);
            // Bytes are in words of 16 bits.
            int turned = Math.max(2, width);
            for (int i = 0; i < big.length; i++) big[i] = little[i / turned * turned + turned - 1 - i % turned];
            Path file = Files.write(
                    folder.resolve("big" + bits + ".dcm"),
                    DicomBytes.file(DicomBytes.EXPLICIT_BIG_ENDIAN)
                            .text(Tag.SOP_CLASS_UID, "UI", SOP_CLASS)
                            .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3")
                            .us(Tag.BITS_ALLOCATED, bits)
                            .bytes(Tag.PIXEL_DATA, "OW", big)
                            .toBytes());
            DicomFile copy = roundTrip(
                    TransferSyntax.EXPLICIT_LITTLE_ENDIAN, DicomFile.read(file).dataSet());
            assertArrayEquals(little, copy.pixelData().orElseThrow().bytes(), bits + " bits");
        }
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
                    .add(Element.sequence(Tag.CONTENT_SEQUENCE, List.of(nested)))
                    .build();
        }
        byte[] file = written(
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                minimal()
                        .element(Element.sequence(Tag.CONTENT_SEQUENCE, List.of(nested)))
                        .build());
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
    void elementsOfAGroupThatIsNotValidAreLeftOut() throws IOException {
        DataSet dataSet = minimal()
                .element(Element.of(0xFFFFFFFF, VR.UI, new byte[22], true))
                .element(Element.of(0xFFFF0010, VR.LO, new byte[2], true))
                .build();
        DicomFile file = roundTrip(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, dataSet);
        assertEquals(2, file.dataSet().size());
        assertEquals(List.of(), file.diagnostics().sentences());
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
