package hounsfield.imagej.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.parse.DicomFile;
import hounsfield.parse.HeaderRow;
import hounsfield.parse.HeaderRows;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.util.DicomTools;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTextTest {
    private static DicomFile file(DicomBytes bytes) throws IOException {
        return DicomFile.read(new ArrayByteSource("test.dcm", bytes.toBytes()));
    }

    private static ImagePlus withInfo(String info) {
        ImagePlus image = new ImagePlus("test", new FloatProcessor(2, 2));
        image.setProperty("Info", info);
        return image;
    }

    private static DicomBytes item() {
        return DicomBytes.explicitLittleEndian();
    }

    @Test
    void linesAreAsImageJWritesThem() throws IOException {
        String text = HeaderText.of(file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY")
                .text(Tag.MODALITY, "CS", "CT")
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3"))
                .us(Tag.ROWS, 512)
                .bytes(Tag.PIXEL_DATA, "OW", new byte[8])));
        assertTrue(text.contains("0008,0008  Image Type: ORIGINAL\\PRIMARY\n"), text);
        assertTrue(text.contains("0028,0010  Rows: 512\n"), text);
        assertTrue(text.contains("0008,1140  Referenced Image Sequence: 1 item\n"), text);
        assertTrue(text.contains("0008,1155  >Referenced SOP Instance UID: 1.2.3\n"), text);
        assertTrue(text.contains("7FE0,0010  Pixel Data: 8 bytes\n"), text);
    }

    @Test
    void valuesInSequencesAreNotThoseOfTheImage() {
        String nested = "0028,1052  >Rescale Intercept: 7\n";
        assertEquals("", Header.value(nested, Tag.RESCALE_INTERCEPT));
        assertEquals("-1024", Header.value(nested + "0028,1052  Rescale Intercept: -1024\n", Tag.RESCALE_INTERCEPT));
    }

    /** ImageJ applies the rescale only. */
    @Test
    void pixelsWithAnotherTransformAreNotDescribed() {
        String stored = "0028,0100  Bits Allocated: 16\n0028,0120  Pixel Padding Value: 5\n";
        String mapping = "0040,9096  Real World Value Mapping Sequence: 1 item\n";
        assertTrue(InfoValues.parse(stored).isPresent());
        assertTrue(InfoValues.parse(stored + mapping).isEmpty());
        assertTrue(InfoValues.parse(stored + "0028,1053  Rescale Slope: 2\n" + mapping)
                .isPresent());
        assertTrue(InfoValues.parse(stored + "0028,3000  Modality LUT Sequence: 1 item\n")
                .isEmpty());
    }

    @Test
    void imageJFindsTagsAndTheTopLevelOneBeforeManyNested() throws IOException {
        DicomBytes nested = item().text(Tag.RESCALE_INTERCEPT, "DS", "7");
        String text = HeaderText.of(file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.MODALITY, "CS", "CT")
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, nested, nested, nested)
                .text(Tag.RESCALE_INTERCEPT, "DS", "-1024")
                .bytes(Tag.PIXEL_DATA, "OW", new byte[8])));
        ImagePlus image = withInfo(text);
        assertEquals(" -1024", DicomTools.getTag(image, "0028,1052"));
        assertEquals(-1024, image.getNumericProperty("0028,1052"));
        assertNull(DicomTools.getTag(image, "0028,1053"));
    }

    @Test
    void valuesStayOnOneLine() throws IOException {
        String text = HeaderText.of(file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.IMAGE_COMMENTS, "LT", "first\r\nsecond\n0028,1052  fake: 5")
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")));
        assertEquals(
                1, text.lines().filter(line -> line.startsWith("0020,4000")).count());
        assertTrue(text.lines().noneMatch(line -> line.startsWith("0028,1052")), text);
    }

    @Test
    void frameShowsItsOwnGroupsAsIfTheyStoodAtTheTop() throws IOException {
        DicomBytes shared = item().sequence(
                        Tag.PLANE_ORIENTATION_SEQUENCE,
                        item().text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", "1\\0\\0\\0\\1\\0"));
        DicomBytes first =
                item().sequence(Tag.PLANE_POSITION_SEQUENCE, item().text(Tag.IMAGE_POSITION_PATIENT, "DS", "0\\0\\1"));
        DicomBytes second =
                item().sequence(Tag.PLANE_POSITION_SEQUENCE, item().text(Tag.IMAGE_POSITION_PATIENT, "DS", "0\\0\\2"));
        DicomFile file = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.NUMBER_OF_FRAMES, "IS", "2")
                .undefinedSequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
                .undefinedSequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, first, second)
                .bytes(Tag.PIXEL_DATA, "OW", new byte[8]));
        ImagePlus image = withInfo(HeaderText.ofFrame(file, 1));
        assertEquals(" 0\\0\\2", DicomTools.getTag(image, "0020,0032"));
        assertEquals(" 1\\0\\0\\0\\1\\0", DicomTools.getTag(image, "0020,0037"));
    }

    @Test
    void textReadsBackAsRows() throws IOException {
        DicomFile file = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.MODALITY, "CS", "CT")
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3"))
                .bytes(Tag.PIXEL_DATA, "OW", new byte[8]));
        List<HeaderRow> rows = Header.parse(HeaderText.of(file));
        HeaderRow modality = rows.stream()
                .filter(row -> row.tag() == Tag.MODALITY)
                .findFirst()
                .orElseThrow();
        assertEquals(new HeaderRow(0, Tag.MODALITY, "CS", "Modality", "CT", -1), modality);
        HeaderRow nested = rows.stream()
                .filter(row -> row.tag() == Tag.REFERENCED_SOP_INSTANCE_UID)
                .findFirst()
                .orElseThrow();
        assertEquals(1, nested.depth());
    }

    @Test
    void wholeHeaderHasAllElementsAndLabelsReportOmittedOnes() throws IOException {
        DicomBytes[] items = new DicomBytes[1500];
        for (int i = 0; i < items.length; i++)
            items[i] = item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2." + i);
        String text = "x".repeat(5000);
        DicomFile file = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.MODALITY, "CS", "CT")
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, items)
                .text(Tag.IMAGE_COMMENTS, "LT", text)
                .us(Tag.ROWS, 1)
                .bytes(Tag.PIXEL_DATA, "OW", new byte[2])
                .bytes(Tag.DATA_SET_TRAILING_PADDING, "OB", new byte[20]));
        String whole = HeaderText.of(file);
        assertEquals(
                1500,
                whole.lines()
                        .filter(line -> line.contains(">Referenced SOP Instance UID: 1.2."))
                        .count());
        assertTrue(whole.contains("Image Comments: " + text + "\n"));
        assertTrue(whole.contains("FFFC,FFFC  Data Set Trailing Padding: 20 bytes\n"), "behind the pixels");
        String label = HeaderText.label(file);
        assertEquals(
                1000,
                label.lines()
                        .filter(line -> line.contains(">Referenced SOP Instance UID: 1.2."))
                        .count());
        assertTrue(label.endsWith("(1000 more lines in sequences)\n"));
        assertTrue(label.contains("Image Comments: " + "x".repeat(1000) + " ...\n"));
    }

    @Test
    void manyEmptyItemsShareALine() throws IOException {
        DicomBytes[] items = new DicomBytes[101];
        Arrays.fill(items, item());
        items[50] = item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2");
        DicomBytes few = item();
        String text = HeaderText.of(file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.MODALITY, "CS", "CT")
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, items)
                .sequence(Tag.REFERENCED_SOP_SEQUENCE, few, few)));
        assertEquals(
                List.of(
                        "FFFE,E000  >Item: 1 to 50 of 101, empty",
                        "FFFE,E000  >Item: 51 of 101",
                        "0008,1155  >Referenced SOP Instance UID: 1.2",
                        "FFFE,E000  >Item: 52 to 101 of 101, empty",
                        "FFFE,E000  >Item: 1 of 2",
                        "FFFE,E000  >Item: 2 of 2"),
                text.lines().filter(line -> line.contains(">")).toList());
    }

    @Test
    void deepNestingNeedsNoDeepStack() throws IOException {
        DicomBytes deep = item().text(Tag.MODALITY, "CS", "CT");
        for (int i = 0; i < 50; i++) deep = item().sequence(Tag.REFERENCED_IMAGE_SEQUENCE, deep);
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).raw(deep.toBytes());
        List<HeaderRow> rows = HeaderRows.of(file(bytes).dataSet());
        assertEquals(50, rows.get(rows.size() - 1).depth());
        assertEquals(Tag.MODALITY, rows.get(rows.size() - 1).tag());
    }
}
