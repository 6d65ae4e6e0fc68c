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
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.NativeSyntaxes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Elements that are wrongly sequences, Items without a sequence, contradicting lengths and delimiters: they are read if their ends are
 * known.
 */
class MisplacedItemsTest {

    @NativeSyntaxes
    void aSequenceThatHoldsSomethingElseIsKeptAsBytes(String syntax) throws DicomException {
        for (int length : new int[] {2, 6, 12, 100}) {
            byte[] value = new byte[length];
            for (int i = 0; i < length; i++) value[i] = (byte) (i + 1);
            DicomFile file = file(DicomBytes.file(syntax)
                    .text(Tag.MODALITY, "CS", "CT")
                    .bytes(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", value)
                    .undefinedSequence(
                            Tag.SOURCE_IMAGE_SEQUENCE,
                            DicomBytes.bare(syntax).bytes(Tag.REFERENCED_SOP_SEQUENCE, "SQ", value))
                    .us(Tag.ROWS, 5));
            for (Element element : List.of(
                    file.dataSet().require(Tag.REFERENCED_IMAGE_SEQUENCE),
                    file.dataSet()
                            .item(Tag.SOURCE_IMAGE_SEQUENCE)
                            .orElseThrow()
                            .require(Tag.REFERENCED_SOP_SEQUENCE))) {
                assertEquals(VR.UN, element.vr());
                assertArrayEquals(value, element.bytes());
                assertFalse(element.isSequence());
            }
            assertEquals(5, file.dataSet().requireInt(Tag.ROWS));
            assertTrue(file.diagnostics()
                    .sentences()
                    .contains("(0008,1140) has the VR of a sequence, but holds no Items; it is kept as bytes"));
        }
    }

    @Test
    void aLongValueStaysInTheFile() throws DicomException {
        byte[] value = new byte[100_000];
        java.util.Arrays.fill(value, (byte) 'x');
        Element element = file(DicomBytes.file(DicomBytes.IMPLICIT_LITTLE_ENDIAN)
                        .text(Tag.MODALITY, "CS", "CT")
                        .bytes(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", value))
                .dataSet()
                .require(Tag.REFERENCED_IMAGE_SEQUENCE);
        assertTrue(element.bulk().isPresent());
        assertArrayEquals(value, element.bytes());
    }

    @Test
    void whatFollowsItemsOfASequenceIsLeftOut() throws DicomException {
        byte[] content = DicomBytes.explicitLittleEndian()
                .item(DicomBytes.explicitLittleEndian().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2"))
                .raw(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
                .toBytes();
        DicomFile file = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .bytes(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", content)
                .us(Tag.ROWS, 5));
        assertEquals(
                "1.2",
                file.dataSet()
                        .item(Tag.REFERENCED_IMAGE_SEQUENCE)
                        .orElseThrow()
                        .requireString(Tag.REFERENCED_SOP_INSTANCE_UID));
        assertEquals(5, file.dataSet().requireInt(Tag.ROWS));
        assertEquals(
                List.of("(0008,1140) has stray bytes at its end"),
                file.diagnostics().sentences());
    }

    /** The elements behind a sequence whose length is too long are its neighbors, not its content. */
    @Test
    void aSequenceThatDeclaresTooManyBytesEndsWithItsItems() throws DicomException {
        byte[] item = DicomBytes.explicitLittleEndian()
                .item(DicomBytes.explicitLittleEndian().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2"))
                .toBytes();
        DicomFile file = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .header(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", item.length + 10)
                .raw(item)
                .us(Tag.ROWS, 5)
                .us(Tag.COLUMNS, 6));
        assertEquals(1, file.dataSet().items(Tag.REFERENCED_IMAGE_SEQUENCE).size());
        assertEquals(5, file.dataSet().requireInt(Tag.ROWS));
        assertEquals(6, file.dataSet().requireInt(Tag.COLUMNS));
        assertFalse(file.diagnostics().isEmpty());
    }

    /** Tags of groups FFFE and FFFF begin no element, so they do not show that the length of a sequence is too long. */
    @Test
    void tagsThatNoElementHasAreStrayBytesOfTheSequence() throws DicomException {
        for (int stray : new int[] {0xFFFEFF00, 0xFFFF21FD}) {
            byte[] content = DicomBytes.explicitLittleEndian()
                    .item(DicomBytes.explicitLittleEndian().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2"))
                    .us(stray, 1)
                    .us(Tag.COLUMNS, 6)
                    .toBytes();
            DicomFile file = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                    .bytes(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", content)
                    .us(Tag.ROWS, 5));
            assertEquals(1, file.dataSet().items(Tag.REFERENCED_IMAGE_SEQUENCE).size());
            assertEquals(5, file.dataSet().requireInt(Tag.ROWS));
            assertFalse(file.dataSet().find(Tag.COLUMNS).isPresent());
            assertEquals(
                    List.of("(0008,1140) has stray bytes at its end"),
                    file.diagnostics().sentences());
        }
    }

    @Test
    void aSequenceThatDeclaresMoreThanTheFileHasIsNoBytes() {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .header(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", 5000)
                .us(Tag.ROWS, 5);
        assertThrows(MalformedDicomException.class, () -> file(bytes));
    }

    @NativeSyntaxes
    void itemsBehindASequenceOfLengthZeroAreItsOwn(String syntax) throws DicomException {
        DicomBytes item = DicomBytes.bare(syntax).text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2");
        for (boolean delimited : new boolean[] {false, true}) {
            for (boolean nested : new boolean[] {false, true}) {
                DicomBytes bytes = DicomBytes.bare(syntax)
                        .header(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", 0)
                        .item(item)
                        .item(item);
                if (delimited) bytes.endSequence();
                DicomBytes file = DicomBytes.file(syntax).text(Tag.MODALITY, "CS", "CT");
                if (nested) file.sequence(Tag.SOURCE_IMAGE_SEQUENCE, bytes.us(Tag.COLUMNS, 6));
                else file.raw(bytes.toBytes());
                DicomFile read = file(file.us(Tag.ROWS, 5));
                DataSet holder =
                        nested ? read.dataSet().item(Tag.SOURCE_IMAGE_SEQUENCE).orElseThrow() : read.dataSet();
                assertEquals(2, holder.items(Tag.REFERENCED_IMAGE_SEQUENCE).size());
                assertEquals(
                        "1.2",
                        holder.items(Tag.REFERENCED_IMAGE_SEQUENCE)
                                .get(1)
                                .requireString(Tag.REFERENCED_SOP_INSTANCE_UID));
                assertEquals(5, read.dataSet().requireInt(Tag.ROWS));
                if (nested) assertEquals(6, holder.requireInt(Tag.COLUMNS));
                assertTrue(read.diagnostics()
                        .sentences()
                        .get(0)
                        .startsWith("(0008,1140) has the length 0, but Items follow"));
            }
        }
    }

    /** If an Item ends with an empty sequence, the next Item belongs to the outer sequence. */
    @Test
    void anEmptySequenceAtTheEndOfAnItemStaysEmpty() throws DicomException {
        DicomBytes item = DicomBytes.explicitLittleEndian().sequence(Tag.REFERENCED_SOP_SEQUENCE);
        DataSet dataSet = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                        .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, item, item)
                        .undefinedSequence(Tag.SOURCE_IMAGE_SEQUENCE, item, item))
                .dataSet();
        for (int tag : new int[] {Tag.REFERENCED_IMAGE_SEQUENCE, Tag.SOURCE_IMAGE_SEQUENCE}) {
            assertEquals(2, dataSet.items(tag).size());
            assertTrue(
                    dataSet.items(tag).get(0).items(Tag.REFERENCED_SOP_SEQUENCE).isEmpty());
        }
    }

    @NativeSyntaxes
    void itemsWithoutTheirSequenceAreLeftOut(String syntax) throws DicomException {
        DicomBytes item = DicomBytes.bare(syntax).us(Tag.ROWS, 99).text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2");
        DicomBytes stray = DicomBytes.bare(syntax)
                .item(item)
                .beginItem()
                .raw(item.toBytes())
                .endItem()
                .endSequence();
        DicomFile file = file(DicomBytes.file(syntax)
                .text(Tag.MODALITY, "CS", "CT")
                .raw(stray.toBytes())
                .sequence(
                        Tag.REFERENCED_IMAGE_SEQUENCE,
                        DicomBytes.bare(syntax)
                                .text(Tag.ACCESSION_NUMBER, "SH", "1")
                                .raw(stray.toBytes())
                                .us(Tag.COLUMNS, 6))
                .us(Tag.ROWS, 5));
        assertEquals(5, file.dataSet().requireInt(Tag.ROWS));
        assertEquals(3, file.dataSet().size());
        DataSet nested = file.dataSet().item(Tag.REFERENCED_IMAGE_SEQUENCE).orElseThrow();
        assertEquals(6, nested.requireInt(Tag.COLUMNS));
        assertEquals(2, nested.size());
        assertEquals(
                List.of("Items are in no sequence; they are left out"),
                file.diagnostics().sentences());
    }

    @Test
    void delimiterInItemOfKnownLengthIsIgnored() throws DicomException {
        DicomBytes item = DicomBytes.explicitLittleEndian()
                .sequence(Tag.REFERENCED_SOP_SEQUENCE)
                .endSequence()
                .us(Tag.COLUMNS, 6);
        DicomFile file = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, item, item)
                .us(Tag.ROWS, 5));
        assertEquals(2, file.dataSet().items(Tag.REFERENCED_IMAGE_SEQUENCE).size());
        for (DataSet each : file.dataSet().items(Tag.REFERENCED_IMAGE_SEQUENCE))
            assertEquals(6, each.requireInt(Tag.COLUMNS));
        assertEquals(5, file.dataSet().requireInt(Tag.ROWS));
    }

    @Test
    void otherElementsOfTheDelimitersGroupArePassedOver() throws DicomException {
        DicomBytes item = DicomBytes.explicitLittleEndian()
                .delimiter(0xFFFE0000, 4)
                .raw(new byte[4])
                .us(Tag.COLUMNS, 6);
        DicomFile file = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.MODALITY, "CS", "CT")
                .delimiter(0xFFFE0000, 4)
                .raw(new byte[4])
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, item)
                .us(Tag.ROWS, 5));
        assertEquals(
                6,
                file.dataSet().item(Tag.REFERENCED_IMAGE_SEQUENCE).orElseThrow().requireInt(Tag.COLUMNS));
        assertEquals(5, file.dataSet().requireInt(Tag.ROWS));
    }

    /** Wrong fragments and text of undefined length, in an Item whose end is known. */
    @Test
    void damageIsLimitedToItsItem() throws DicomException {
        DicomBytes[] damages = {
            DicomBytes.explicitLittleEndian()
                    .header(Tag.PIXEL_DATA, "OB", 0xFFFFFFFFL)
                    .fragment(new byte[0])
                    .raw(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}),
            DicomBytes.explicitLittleEndian()
                    .header(Tag.LONG_CODE_VALUE, "UC", 0xFFFFFFFFL)
                    .raw(new byte[] {'a', 'b'}),
            DicomBytes.explicitLittleEndian()
                    .beginSequence(Tag.REFERENCED_SOP_SEQUENCE)
                    .beginItem()
                    .header(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", 900)
        };
        for (DicomBytes damage : damages) {
            DicomBytes item =
                    DicomBytes.explicitLittleEndian().us(Tag.COLUMNS, 6).raw(damage.toBytes());
            DicomFile file = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                    .sequence(
                            Tag.SOURCE_IMAGE_SEQUENCE,
                            DicomBytes.explicitLittleEndian().sequence(Tag.REFERENCED_IMAGE_SEQUENCE, item, item))
                    .us(Tag.ROWS, 5));
            assertEquals(5, file.dataSet().requireInt(Tag.ROWS));
            List<DataSet> items =
                    file.dataSet().item(Tag.SOURCE_IMAGE_SEQUENCE).orElseThrow().items(Tag.REFERENCED_IMAGE_SEQUENCE);
            assertEquals(2, items.size());
            for (DataSet each : items) assertEquals(6, each.requireInt(Tag.COLUMNS));
            assertTrue(file.diagnostics().sentences().get(0).contains("is damaged and left out: ("));
        }
    }

    @Test
    void anItemThatDeclaresTooManyBytesEndsWhereTheNextBegins() throws DicomException {
        byte[] one = DicomBytes.explicitLittleEndian()
                .text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2")
                .toBytes();
        byte[] content = DicomBytes.explicitLittleEndian()
                .delimiter(Tag.ITEM, one.length + 8)
                .raw(one)
                .delimiter(Tag.ITEM, one.length)
                .raw(one)
                .toBytes();
        DicomFile file = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .bytes(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", content)
                .us(Tag.ROWS, 5));
        assertEquals(2, file.dataSet().items(Tag.REFERENCED_IMAGE_SEQUENCE).size());
        assertEquals(
                "1.2",
                file.dataSet()
                        .items(Tag.REFERENCED_IMAGE_SEQUENCE)
                        .get(1)
                        .requireString(Tag.REFERENCED_SOP_INSTANCE_UID));
        assertEquals(5, file.dataSet().requireInt(Tag.ROWS));
    }

    @Test
    void aValueWithoutLengthEndsAtItsDelimiter() throws DicomException {
        for (String vr : new String[] {"OB", "UT"}) {
            DicomFile file = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                    .text(0x00090010, "LO", "X")
                    .header(0x00091001, vr, 0xFFFFFFFFL)
                    .raw("abcdefghi".getBytes(StandardCharsets.US_ASCII))
                    .endSequence()
                    .us(Tag.ROWS, 5));
            Element element = file.dataSet().require(0x00091001);
            assertEquals("abcdefghi", new String(element.bytes(), StandardCharsets.US_ASCII));
            assertEquals(5, file.dataSet().requireInt(Tag.ROWS));
            DicomBytes without = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                    .header(0x00091001, vr, 0xFFFFFFFFL)
                    .raw(new byte[] {'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'})
                    .us(Tag.ROWS, 5);
            MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> file(without));
            assertEquals("has undefined length, but is not a sequence", e.problem());
        }
    }

    /** At the Data Set's beginning, where it looks like more File Meta Information, and within. */
    @Test
    void metaInformationInTheDataSetOverridesNothing() throws DicomException {
        for (String syntax : new String[] {DicomBytes.EXPLICIT_LITTLE_ENDIAN, DicomBytes.IMPLICIT_LITTLE_ENDIAN}) {
            for (boolean first : new boolean[] {true, false}) {
                DicomBytes bytes = DicomBytes.file(syntax);
                if (first) bytes.text(Tag.TRANSFER_SYNTAX_UID, "UI", DicomBytes.EXPLICIT_BIG_ENDIAN);
                bytes.text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.7").text(Tag.MODALITY, "CS", "CT");
                if (!first) bytes.text(Tag.TRANSFER_SYNTAX_UID, "UI", DicomBytes.EXPLICIT_BIG_ENDIAN);
                DicomFile file = file(bytes.us(Tag.ROWS, 5).bytes(Tag.PIXEL_DATA, "OW", new byte[2]));
                assertEquals(TransferSyntax.of(syntax), file.transferSyntax());
                assertEquals(syntax, file.metaInformation().requireString(Tag.TRANSFER_SYNTAX_UID));
                assertEquals(5, file.dataSet().requireInt(Tag.ROWS));
                assertFalse(file.diagnostics().isEmpty());
            }
        }
    }

    @Test
    void strayItemsNestNoDeeperThanOthers() {
        DicomBytes deep = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).text(Tag.MODALITY, "CS", "CT");
        DicomBytes items = DicomBytes.explicitLittleEndian();
        int levels = 50_000;
        for (int i = levels; i > 0; i--) items.delimiter(Tag.ITEM, 8 * (i - 1));
        MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> file(deep.raw(items.toBytes())));
        assertEquals("sequences are nested more than 1000 deep", e.problem());
    }

    private static DicomFile file(DicomBytes bytes) throws DicomException {
        return DicomFile.read(new ArrayByteSource("test.dcm", bytes.toBytes()));
    }
}
