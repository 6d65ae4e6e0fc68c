package hounsfield.parse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.NativeSyntaxes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Elements, sequences, and the many errors of files in them. */
class DataSetParserTest {

    private static DicomBytes explicit() {
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN);
    }

    private static DicomBytes implicit() {
        return DicomBytes.file(DicomBytes.IMPLICIT_LITTLE_ENDIAN);
    }

    @NativeSyntaxes
    void sequencesOfDefinedAndUndefinedLengthNest(String syntax) throws DicomException {
        DicomBytes inner = DicomBytes.bare(syntax).text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.1");
        DicomBytes outer = inner.same()
                .undefinedSequence(Tag.REFERENCED_IMAGE_SEQUENCE, inner, inner.same())
                .sequence(Tag.REFERENCED_SOP_SEQUENCE, inner);
        DataSet dataSet = read(DicomBytes.file(syntax)
                .sequence(Tag.SOURCE_IMAGE_SEQUENCE, outer, outer)
                .undefinedSequence(Tag.DERIVATION_CODE_SEQUENCE, outer)
                .us(Tag.ROWS, 5));
        assertEquals(5, dataSet.requireInt(Tag.ROWS));
        for (int tag : new int[] {Tag.SOURCE_IMAGE_SEQUENCE, Tag.DERIVATION_CODE_SEQUENCE}) {
            List<DataSet> items = dataSet.items(tag);
            assertEquals(tag == Tag.SOURCE_IMAGE_SEQUENCE ? 2 : 1, items.size());
            DataSet last = items.get(items.size() - 1);
            assertEquals(2, last.items(Tag.REFERENCED_IMAGE_SEQUENCE).size());
            assertEquals(
                    "1.1",
                    last.item(Tag.REFERENCED_IMAGE_SEQUENCE)
                            .orElseThrow()
                            .requireString(Tag.REFERENCED_SOP_INSTANCE_UID));
            assertEquals(0, last.items(Tag.REFERENCED_IMAGE_SEQUENCE).get(1).size());
            assertEquals(
                    "1.1",
                    last.item(Tag.REFERENCED_SOP_SEQUENCE)
                            .orElseThrow()
                            .requireString(Tag.REFERENCED_SOP_INSTANCE_UID));
        }
    }

    @Test
    void emptySequencesAreSequences() throws DicomException {
        DataSet dataSet = read(explicit()
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE)
                .undefinedSequence(Tag.SOURCE_IMAGE_SEQUENCE)
                .us(Tag.ROWS, 5));
        assertTrue(dataSet.require(Tag.REFERENCED_IMAGE_SEQUENCE).isSequence());
        assertTrue(dataSet.require(Tag.SOURCE_IMAGE_SEQUENCE).isSequence());
        assertTrue(dataSet.items(Tag.SOURCE_IMAGE_SEQUENCE).isEmpty());
        assertEquals(5, dataSet.requireInt(Tag.ROWS));
    }

    @Test
    void privateSequenceOfUnknownVrIsImplicitInside() throws DicomException {
        byte[] items = DicomBytes.implicitLittleEndian()
                .beginItem()
                .us(Tag.ROWS, 7)
                .undefinedSequence(
                        Tag.REFERENCED_IMAGE_SEQUENCE,
                        DicomBytes.implicitLittleEndian().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2"))
                .endItem()
                .endSequence()
                .toBytes();
        for (DicomBytes file : new DicomBytes[] {explicit(), DicomBytes.file(DicomBytes.EXPLICIT_BIG_ENDIAN)}) {
            DataSet dataSet =
                    read(file.header(0x00091010, "UN", 0xFFFFFFFFL).raw(items).us(Tag.ROWS, 5));
            DataSet item = dataSet.item(0x00091010).orElseThrow();
            assertEquals(7, item.requireInt(Tag.ROWS));
            assertEquals(
                    "1.2",
                    item.item(Tag.REFERENCED_IMAGE_SEQUENCE)
                            .orElseThrow()
                            .requireString(Tag.REFERENCED_SOP_INSTANCE_UID));
            assertEquals(5, dataSet.requireInt(Tag.ROWS));
        }
    }

    @Test
    void knownSequenceOfUnknownVrAndDefinedLengthIsASequence() throws DicomException {
        byte[] items = DicomBytes.implicitLittleEndian()
                .item(DicomBytes.implicitLittleEndian().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2"))
                .toBytes();
        DataSet dataSet = read(explicit().bytes(Tag.REFERENCED_IMAGE_SEQUENCE, "UN", items));
        assertEquals(
                "1.2",
                dataSet.item(Tag.REFERENCED_IMAGE_SEQUENCE)
                        .orElseThrow()
                        .requireString(Tag.REFERENCED_SOP_INSTANCE_UID));
    }

    @Test
    void privateValueOfDefinedLengthStaysBytesThoughItLooksLikeItems() throws DicomException {
        byte[] items = DicomBytes.implicitLittleEndian()
                .item(DicomBytes.implicitLittleEndian().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2"))
                .toBytes();
        Element element = read(implicit().bytes(0x00091010, "", items)).require(0x00091010);
        assertEquals(VR.UN, element.vr());
        assertArrayEquals(items, element.bytes());
    }

    @Test
    void privateSequenceOfUndefinedLengthUnderImplicitVr() throws DicomException {
        DataSet dataSet = read(implicit()
                .undefinedSequence(0x00091010, DicomBytes.implicitLittleEndian().us(Tag.ROWS, 3)));
        assertEquals(3, dataSet.item(0x00091010).orElseThrow().requireInt(Tag.ROWS));
    }

    @Test
    void unknownVrOfAKnownElementIsTheDictionarysInLittleEndian() throws DicomException {
        DicomBytes file = DicomBytes.file(DicomBytes.EXPLICIT_BIG_ENDIAN)
                .text(Tag.MODALITY, "CS", "CT")
                .bytes(Tag.ROWS, "UN", new byte[] {2, 1});
        assertEquals(258, read(file).requireInt(Tag.ROWS));
        assertEquals(VR.US, read(file).require(Tag.ROWS).vr());
    }

    @Test
    void implicitItemsUnderAnExplicitSyntax() throws DicomException {
        byte[] items = DicomBytes.implicitLittleEndian()
                .item(DicomBytes.implicitLittleEndian()
                        .text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2")
                        .us(Tag.ROWS, 4))
                .toBytes();
        DataSet dataSet = read(
                explicit().bytes(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", items).us(Tag.ROWS, 5));
        assertEquals(
                4, dataSet.item(Tag.REFERENCED_IMAGE_SEQUENCE).orElseThrow().requireInt(Tag.ROWS));
        assertEquals(5, dataSet.requireInt(Tag.ROWS));
    }

    @Test
    void explicitItemsUnderAnImplicitSyntax() throws DicomException {
        byte[] items = DicomBytes.explicitLittleEndian()
                .item(DicomBytes.explicitLittleEndian()
                        .text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2")
                        .us(Tag.ROWS, 4))
                .toBytes();
        DataSet dataSet = read(
                implicit().bytes(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", items).us(Tag.ROWS, 5));
        assertEquals(
                4, dataSet.item(Tag.REFERENCED_IMAGE_SEQUENCE).orElseThrow().requireInt(Tag.ROWS));
        assertEquals(5, dataSet.requireInt(Tag.ROWS));
    }

    @Test
    void singleElementsWithoutVrUnderAnExplicitSyntax() throws DicomException {
        byte[] lost = DicomBytes.implicitLittleEndian().us(Tag.ROWS, 4).toBytes();
        DicomFile file =
                file(explicit().text(Tag.MODALITY, "CS", "CT").raw(lost).us(Tag.COLUMNS, 5));
        assertEquals(4, file.dataSet().requireInt(Tag.ROWS));
        assertEquals(5, file.dataSet().requireInt(Tag.COLUMNS));
        assertFalse(file.diagnostics().isEmpty());
    }

    @Test
    void singleElementsWithVrUnderAnImplicitSyntax() throws DicomException {
        byte[] odd = DicomBytes.explicitLittleEndian().us(Tag.ROWS, 4).toBytes();
        DicomFile file = file(implicit().text(Tag.MODALITY, "CS", "CT").raw(odd).us(Tag.COLUMNS, 5));
        assertEquals(4, file.dataSet().requireInt(Tag.ROWS));
        assertEquals(5, file.dataSet().requireInt(Tag.COLUMNS));
    }

    @Test
    void unknownVrCodes() throws DicomException {
        DicomFile file = file(explicit()
                .header(0x00091001, "ZZ", 4)
                .raw((byte) 1, (byte) 2, (byte) 3, (byte) 4)
                .header(0x00091002, "QQ", 0)
                .raw((byte) 2, (byte) 0, (byte) 0, (byte) 0, (byte) 8, (byte) 9)
                .us(Tag.ROWS, 5));
        assertArrayEquals(
                new byte[] {1, 2, 3, 4}, file.dataSet().require(0x00091001).bytes());
        assertArrayEquals(new byte[] {8, 9}, file.dataSet().require(0x00091002).bytes());
        assertEquals(5, file.dataSet().requireInt(Tag.ROWS));
        assertEquals(2, file.diagnostics().sentences().size());
    }

    @Test
    void missingFinalDelimitersAreWarnedOf() throws DicomException {
        DicomFile file = file(explicit()
                .beginSequence(Tag.REFERENCED_IMAGE_SEQUENCE)
                .beginItem()
                .beginSequence(Tag.REFERENCED_SOP_SEQUENCE)
                .beginItem()
                .text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2"));
        DataSet inner = file.dataSet()
                .item(Tag.REFERENCED_IMAGE_SEQUENCE)
                .orElseThrow()
                .item(Tag.REFERENCED_SOP_SEQUENCE)
                .orElseThrow();
        assertEquals("1.2", inner.requireString(Tag.REFERENCED_SOP_INSTANCE_UID));
        assertEquals(
                4,
                file.diagnostics().sentences().size(),
                file.diagnostics().sentences().toString());
    }

    @Test
    void missingDelimitersOnTheWayAreWarnedOf() throws DicomException {
        DicomBytes item = DicomBytes.explicitLittleEndian().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2");
        DicomFile withoutItemEnd = file(explicit()
                .beginSequence(Tag.REFERENCED_IMAGE_SEQUENCE)
                .beginItem()
                .raw(item.toBytes())
                .beginItem()
                .raw(item.toBytes())
                .endSequence()
                .us(Tag.ROWS, 5));
        assertEquals(
                2, withoutItemEnd.dataSet().items(Tag.REFERENCED_IMAGE_SEQUENCE).size());
        assertEquals(5, withoutItemEnd.dataSet().requireInt(Tag.ROWS));
        assertFalse(withoutItemEnd.diagnostics().isEmpty());
        DicomFile withoutSequenceEnd = file(explicit()
                .beginSequence(Tag.REFERENCED_IMAGE_SEQUENCE)
                .item(item)
                .us(Tag.ROWS, 5));
        assertEquals(
                1,
                withoutSequenceEnd
                        .dataSet()
                        .items(Tag.REFERENCED_IMAGE_SEQUENCE)
                        .size());
        assertEquals(5, withoutSequenceEnd.dataSet().requireInt(Tag.ROWS));
        assertFalse(withoutSequenceEnd.diagnostics().isEmpty());
    }

    @Test
    void delimitersWhereLengthsAreDefinedDoNoHarm() throws DicomException {
        DicomBytes item = DicomBytes.explicitLittleEndian().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2");
        byte[] content = DicomBytes.explicitLittleEndian()
                .item(DicomBytes.explicitLittleEndian().raw(item.toBytes()).endItem())
                .endSequence()
                .toBytes();
        DataSet dataSet = read(
                explicit().bytes(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", content).us(Tag.ROWS, 5));
        assertEquals(
                "1.2",
                dataSet.item(Tag.REFERENCED_IMAGE_SEQUENCE)
                        .orElseThrow()
                        .requireString(Tag.REFERENCED_SOP_INSTANCE_UID));
        assertEquals(5, dataSet.requireInt(Tag.ROWS));
    }

    @Test
    void zerosBehindTheDataSetArePadding() throws DicomException {
        for (int count : new int[] {1, 7, 8, 500}) {
            DataSet dataSet = read(explicit()
                    .text(Tag.SOP_CLASS_UID, "UI", "1.2")
                    .us(Tag.ROWS, 5)
                    .raw(new byte[count]));
            assertEquals(5, dataSet.requireInt(Tag.ROWS));
            assertEquals(2, dataSet.size());
        }
        DataSet padded = read(explicit().us(Tag.ROWS, 5).bytes(Tag.DATA_SET_TRAILING_PADDING, "OB", new byte[100]));
        assertEquals(100, padded.require(Tag.DATA_SET_TRAILING_PADDING).length());
    }

    @Test
    void oddLengthsAndGroupLengths() throws DicomException {
        DataSet dataSet = read(explicit()
                .ul(0x00080000, 999)
                .bytes(Tag.MODALITY, "CS", new byte[] {'C', 'T', ' '})
                .ul(0x00280000, 0)
                .us(Tag.ROWS, 5));
        assertEquals("CT", dataSet.requireString(Tag.MODALITY));
        assertEquals(5, dataSet.requireInt(Tag.ROWS));
    }

    @Test
    void disorderIsSortedAndWarnedOf() throws DicomException {
        DicomFile file = file(explicit().us(Tag.COLUMNS, 6).us(Tag.ROWS, 5).us(Tag.COLUMNS, 7));
        assertEquals(5, file.dataSet().requireInt(Tag.ROWS));
        assertEquals(7, file.dataSet().requireInt(Tag.COLUMNS));
        assertEquals(
                List.of("the elements are not in ascending order"),
                file.diagnostics().sentences());
    }

    @Test
    void longValuesStayInTheFile() throws DicomException {
        byte[] value = new byte[70_000];
        value[69_999] = 3;
        Element element = read(explicit()
                        .bytes(Tag.ENCAPSULATED_DOCUMENT, "OB", value)
                        .us(Tag.ENCAPSULATED_DOCUMENT_LENGTH, 1))
                .require(Tag.ENCAPSULATED_DOCUMENT);
        assertTrue(element.bulk().isPresent());
        assertArrayEquals(value, element.bytes());
    }

    @Test
    void iconsPixelsStayInTheFile() throws DicomException {
        DicomBytes icon =
                DicomBytes.explicitLittleEndian().us(Tag.ROWS, 2).bytes(Tag.PIXEL_DATA, "OW", new byte[] {1, 2});
        DicomBytes encapsulated = DicomBytes.explicitLittleEndian()
                .us(Tag.ROWS, 3)
                // The bytes that look like a delimiter are within a fragment.
                .encapsulated(Tag.PIXEL_DATA, new byte[] {-2, -1, -35, -32, 0, 0, 0, 0});
        DataSet dataSet = read(explicit()
                .undefinedSequence(Tag.ICON_IMAGE_SEQUENCE, icon, encapsulated)
                .bytes(Tag.PIXEL_DATA, "OW", new byte[4]));
        List<DataSet> icons = dataSet.items(Tag.ICON_IMAGE_SEQUENCE);
        assertArrayEquals(
                new byte[] {1, 2}, icons.get(0).require(Tag.PIXEL_DATA).bytes());
        assertTrue(icons.get(0).require(Tag.PIXEL_DATA).bulk().isPresent());
        assertTrue(icons.get(1).require(Tag.PIXEL_DATA).bulk().orElseThrow().isEncapsulated());
        assertEquals(4, dataSet.require(Tag.PIXEL_DATA).length());
    }

    @Test
    void pixelRepresentationDecidesUsOrSsUnderImplicitVr() throws DicomException {
        for (int representation : new int[] {0, 1}) {
            DicomBytes lut = DicomBytes.implicitLittleEndian().us(Tag.LUT_DESCRIPTOR, 61440, 0xFC00, 16);
            DataSet dataSet = read(implicit()
                    .us(Tag.PIXEL_REPRESENTATION, representation)
                    .us(Tag.PIXEL_PADDING_VALUE, 0xF830)
                    .sequence(Tag.MODALITY_LUT_SEQUENCE, lut)
                    .shorts(Tag.LUT_DATA, "OW", 1, 0xFFFF));
            boolean signed = representation == 1;
            assertEquals(signed ? -2000 : 63536, dataSet.requireInt(Tag.PIXEL_PADDING_VALUE));
            DataSet item = dataSet.item(Tag.MODALITY_LUT_SEQUENCE).orElseThrow();
            assertArrayEquals(new int[] {61440, signed ? -1024 : 64512, 16}, item.ints(Tag.LUT_DESCRIPTOR));
            assertArrayEquals(new int[] {1, 65535}, dataSet.ints(Tag.LUT_DATA));
        }
    }

    @Test
    void characterSetOfAnItemIsItsOwnOrTheEnclosingOne() throws DicomException {
        DicomBytes own = DicomBytes.explicitLittleEndian()
                .text(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 144")
                .bytes(Tag.INSTITUTION_NAME, "LO", new byte[] {(byte) 0xE9, ' '});
        DicomBytes inherited =
                DicomBytes.explicitLittleEndian().bytes(Tag.INSTITUTION_NAME, "LO", new byte[] {(byte) 0xE9, ' '});
        DataSet dataSet = read(explicit()
                .text(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 126")
                .undefinedSequence(Tag.REFERENCED_IMAGE_SEQUENCE, own, inherited));
        assertEquals("щ", dataSet.items(Tag.REFERENCED_IMAGE_SEQUENCE).get(0).requireString(Tag.INSTITUTION_NAME));
        assertEquals("ι", dataSet.items(Tag.REFERENCED_IMAGE_SEQUENCE).get(1).requireString(Tag.INSTITUTION_NAME));
    }

    @Test
    void overlongValuesSayTagAndPlace() {
        DicomBytes bytes = explicit().text(Tag.MODALITY, "CS", "CT");
        int header = bytes.size();
        bytes.header(Tag.ENCAPSULATED_DOCUMENT, "OB", 0x7FFFFFF0L).raw(new byte[10]);
        MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> read(bytes));
        assertEquals(
                "test.dcm, (0042,0011), byte " + (header + 12) + ": declares 2147483632 bytes, 10 are there",
                e.getMessage());
    }

    @Test
    void valuesMayNotReachBeyondTheirItem() throws DicomException {
        byte[] item = DicomBytes.explicitLittleEndian()
                .us(Tag.ROWS, 7)
                .header(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", 60)
                .raw(new byte[4])
                .toBytes();
        DicomBytes good = DicomBytes.explicitLittleEndian().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2");
        for (boolean undefined : new boolean[] {false, true}) {
            DicomBytes content = DicomBytes.explicitLittleEndian()
                    .item(DicomBytes.explicitLittleEndian().raw(item))
                    .item(good);
            if (undefined) content.endSequence();
            DicomFile file = file(explicit()
                    .header(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", undefined ? 0xFFFFFFFFL : content.size())
                    .raw(content.toBytes())
                    .us(Tag.COLUMNS, 5));
            assertEquals(5, file.dataSet().requireInt(Tag.COLUMNS));
            List<DataSet> items = file.dataSet().items(Tag.REFERENCED_IMAGE_SEQUENCE);
            assertEquals(2, items.size());
            assertEquals(7, items.get(0).requireInt(Tag.ROWS));
            assertFalse(items.get(0).contains(Tag.REFERENCED_SOP_INSTANCE_UID));
            assertEquals("1.2", items.get(1).requireString(Tag.REFERENCED_SOP_INSTANCE_UID));
            String said = file.diagnostics().sentences().get(0);
            assertTrue(
                    said.startsWith("the rest of an Item or sequence is damaged and left out: (0008,1155), byte "),
                    said);
            assertTrue(said.endsWith("declares 60 bytes, 4 are there"), said);
        }
    }

    @Test
    void nestingHasALimit() throws DicomException {
        DicomBytes deep = explicit();
        for (int i = 0; i < ElementParser.MAX_DEPTH; i++)
            deep.beginSequence(Tag.REFERENCED_IMAGE_SEQUENCE).beginItem();
        DataSet dataSet = read(deep);
        int depth = 0;
        for (DataSet item = dataSet;
                item != null;
                item = item.item(Tag.REFERENCED_IMAGE_SEQUENCE).orElse(null)) depth++;
        assertEquals(ElementParser.MAX_DEPTH + 1, depth);

        DicomBytes tooDeep = explicit();
        for (int i = 0; i < 100_000; i++)
            tooDeep.beginSequence(Tag.REFERENCED_IMAGE_SEQUENCE).beginItem();
        MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> read(tooDeep));
        assertEquals("sequences are nested more than 1000 deep", e.problem());
        assertEquals(Tag.REFERENCED_IMAGE_SEQUENCE, e.location().tag());
    }

    @Test
    void directoriesAreDataSets() throws DicomException {
        DataSet dataSet = read(explicit()
                .text(Tag.FILE_SET_ID, "CS", "DISK")
                .ul(Tag.OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY, 400)
                .sequence(
                        Tag.DIRECTORY_RECORD_SEQUENCE,
                        DicomBytes.explicitLittleEndian().text(Tag.DIRECTORY_RECORD_TYPE, "CS", "PATIENT")));
        assertEquals(
                "PATIENT",
                dataSet.item(Tag.DIRECTORY_RECORD_SEQUENCE).orElseThrow().requireString(Tag.DIRECTORY_RECORD_TYPE));
    }

    @Test
    void breakingOffWithinAHeaderIsAnError() {
        byte[] whole = explicit().text(Tag.MODALITY, "CS", "CT").us(Tag.ROWS, 5).toBytes();
        for (int missing = 1; missing < 10; missing++) {
            byte[] part = Arrays.copyOf(whole, whole.length - missing);
            MalformedDicomException e = assertThrows(
                    MalformedDicomException.class, () -> DicomFile.read(new ArrayByteSource("test.dcm", part)));
            assertEquals("test.dcm", e.location().file());
            assertTrue(e.location().offset() >= whole.length - 10, e.getMessage());
        }
    }

    private static DataSet read(DicomBytes bytes) throws DicomException {
        return file(bytes).dataSet();
    }

    private static DicomFile file(DicomBytes bytes) throws DicomException {
        return DicomFile.read(new ArrayByteSource("test.dcm", bytes.toBytes()));
    }
}
