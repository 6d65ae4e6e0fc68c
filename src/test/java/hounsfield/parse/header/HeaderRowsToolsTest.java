package hounsfield.parse.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.parse.DicomFile;
import hounsfield.parse.HeaderRow;
import hounsfield.parse.HeaderRows;
import hounsfield.standard.Tag;
import hounsfield.standard.TagName;
import hounsfield.testing.DicomBytes;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filter, ways, comparison and private names of rows of a header. */
class HeaderRowsToolsTest {
    private static List<HeaderRow> rows(DicomBytes bytes) throws IOException {
        return HeaderRows.of(
                DicomFile.read(new ArrayByteSource("a.dcm", bytes.toBytes())).dataSet());
    }

    private static DicomBytes file() {
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN);
    }

    private static List<HeaderRow> header(String spacing) throws IOException {
        return rows(file().text(Tag.MODALITY, "CS", "CT")
                .sequence(
                        Tag.REFERENCED_IMAGE_SEQUENCE,
                        file().same().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3"),
                        file().same().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.4"))
                .text(Tag.PIXEL_SPACING, "DS", spacing));
    }

    private static List<String> names(List<HeaderRow> rows) {
        return rows.stream().map(HeaderRow::name).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PixelSpacing",
                "pixelsp",
                "Pixel Spacing",
                "pixel sp",
                "0028 0030",
                "0028,0030",
                "00280030",
                "(0028,0030)",
                " 0028 ",
                "0.75\\0.5"
            })
    void filterFindsKeywordTagNameAndValue(String text) throws IOException {
        assertEquals(List.of("Pixel Spacing"), names(new HeaderFilter(text).of(header("0.75\\0.5"))));
    }

    @Test
    void filterKeepsWhatEnclosesAMatch() throws IOException {
        assertEquals(
                List.of("Referenced Image Sequence", "Item", "Referenced SOP Instance UID"),
                names(new HeaderFilter("1.2.4").of(header("1\\1"))));
        assertEquals(List.of(), new HeaderFilter("no such thing").of(header("1\\1")));
        assertEquals(header("1\\1"), new HeaderFilter("  ").of(header("1\\1")));
    }

    @Test
    void waysLeadToTheirElements() throws IOException {
        List<String> paths = RowPaths.of(header("1\\1"));
        assertEquals(
                List.of(
                        "Modality",
                        "ReferencedImageSequence",
                        "ReferencedImageSequence[0]",
                        "ReferencedImageSequence[0].ReferencedSOPInstanceUID",
                        "ReferencedImageSequence[1]",
                        "ReferencedImageSequence[1].ReferencedSOPInstanceUID",
                        "PixelSpacing"),
                paths);
        assertEquals(
                new TagName(Tag.REFERENCED_IMAGE_SEQUENCE, 1),
                TagName.path(paths.get(5)).get(0));
    }

    @Test
    void comparisonMarksWhatDiffersAndWhatIsAbsent() throws IOException {
        List<HeaderRow> one = header("1\\1");
        List<HeaderRow> other = rows(file().text(Tag.MODALITY, "CS", "CT")
                .sequence(
                        Tag.REFERENCED_IMAGE_SEQUENCE,
                        file().same().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.9"))
                .us(Tag.ROWS, 4)
                .text(Tag.PIXEL_SPACING, "DS", "1\\1"));
        List<HeaderComparison.Pair> pairs = HeaderComparison.of(one, other);
        assertEquals(
                List.of(
                        "Modality false CT CT",
                        "Referenced Image Sequence true 2 items 1 item",
                        "Item false 1 of 2 1 of 1",
                        "Referenced SOP Instance UID true 1.2.3 1.2.9",
                        "Item true 2 of 2 ",
                        "Referenced SOP Instance UID true 1.2.4 ",
                        "Rows true  4",
                        "Pixel Spacing false 1\\1 1\\1"),
                pairs.stream().map(HeaderRowsToolsTest::text).toList());
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6),
                HeaderComparison.differing(pairs).stream().map(pairs::indexOf).toList());
        assertTrue(HeaderComparison.differing(HeaderComparison.of(one, one)).isEmpty());
        assertEquals(pairs.size(), HeaderComparison.of(other, one).size());
    }

    private static String text(HeaderComparison.Pair pair) {
        return pair.row().name() + " " + pair.differs() + " " + pair.value() + " " + pair.otherValue();
    }

    @Test
    void privateElementsHaveTheNamesOfTheirCreator() throws IOException {
        List<HeaderRow> rows = rows(file().text(0x00190010, "LO", "SIEMENS MR HEADER ")
                .text(0x00190011, "LO", "GEMS_ACQU_01")
                .text(0x0019100C, "IS", "1000")
                .text(0x0019110C, "IS", "1")
                .text(0x00191123, "DS", "5")
                .text(0x00191223, "DS", "6"));
        assertEquals(
                List.of("Private Creator", "Private Creator", "B Value", "Private Tag", "Table Speed", "Private Tag"),
                names(rows));
    }
}
