package hounsfield.imagej.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.parse.DicomFile;
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
                .text(0x00080008, "CS", "ORIGINAL\\PRIMARY")
                .text(0x00080060, "CS", "CT")
                .sequence(0x00081140, item().text(0x00081155, "UI", "1.2.3"))
                .us(0x00280010, 512)
                .bytes(0x7FE00010, "OW", new byte[8])));
        assertTrue(text.contains("0008,0008  Image Type: ORIGINAL\\PRIMARY\n"), text);
        assertTrue(text.contains("0028,0010  Rows: 512\n"), text);
        assertTrue(text.contains("0008,1140  Referenced Image Sequence: 1 item\n"), text);
        assertTrue(text.contains("0008,1155  >Referenced SOP Instance UID: 1.2.3\n"), text);
        assertTrue(text.contains("7FE0,0010  Pixel Data: 8 bytes\n"), text);
    }

    @Test
    void imageJFindsTagsAndTheTopLevelOneBeforeManyNested() throws IOException {
        DicomBytes nested = item().text(0x00281052, "DS", "7");
        String text = HeaderText.of(file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(0x00080060, "CS", "CT")
                .sequence(0x00081140, nested, nested, nested)
                .text(0x00281052, "DS", "-1024")
                .bytes(0x7FE00010, "OW", new byte[8])));
        ImagePlus image = withInfo(text);
        assertEquals(" -1024", DicomTools.getTag(image, "0028,1052"));
        assertEquals(-1024, image.getNumericProperty("0028,1052"));
        assertNull(DicomTools.getTag(image, "0028,1053"));
    }

    @Test
    void valuesStayOnOneLine() throws IOException {
        String text = HeaderText.of(file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(0x00204000, "LT", "first\r\nsecond\n0028,1052  fake: 5")
                .text(0x00280004, "CS", "MONOCHROME2")));
        assertEquals(
                1, text.lines().filter(line -> line.startsWith("0020,4000")).count());
        assertTrue(text.lines().noneMatch(line -> line.startsWith("0028,1052")), text);
    }

    @Test
    void frameShowsItsOwnGroupsAsIfTheyStoodAtTheTop() throws IOException {
        DicomBytes shared = item().sequence(0x00209116, item().text(0x00200037, "DS", "1\\0\\0\\0\\1\\0"));
        DicomBytes first = item().sequence(0x00209113, item().text(0x00200032, "DS", "0\\0\\1"));
        DicomBytes second = item().sequence(0x00209113, item().text(0x00200032, "DS", "0\\0\\2"));
        DicomFile file = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(0x00280008, "IS", "2")
                .undefinedSequence(0x52009229, shared)
                .undefinedSequence(0x52009230, first, second)
                .bytes(0x7FE00010, "OW", new byte[8]));
        ImagePlus image = withInfo(HeaderText.ofFrame(file, 1));
        assertEquals(" 0\\0\\2", DicomTools.getTag(image, "0020,0032"));
        assertEquals(" 1\\0\\0\\0\\1\\0", DicomTools.getTag(image, "0020,0037"));
    }

    @Test
    void textReadsBackAsRows() throws IOException {
        DicomFile file = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(0x00080060, "CS", "CT")
                .sequence(0x00081140, item().text(0x00081155, "UI", "1.2.3"))
                .bytes(0x7FE00010, "OW", new byte[8]));
        List<HeaderRow> rows = Header.parse(HeaderText.of(file));
        HeaderRow modality =
                rows.stream().filter(row -> row.tag() == 0x00080060).findFirst().orElseThrow();
        assertEquals(new HeaderRow(0, 0x00080060, "CS", "Modality", "CT", -1), modality);
        HeaderRow nested =
                rows.stream().filter(row -> row.tag() == 0x00081155).findFirst().orElseThrow();
        assertEquals(1, nested.depth());
    }

    @Test
    void theWholeHeaderHasEveryElementAndALabelSaysWhatItLacks() throws IOException {
        DicomBytes[] items = new DicomBytes[1500];
        for (int i = 0; i < items.length; i++) items[i] = item().text(0x00081155, "UI", "1.2." + i);
        String text = "x".repeat(5000);
        DicomFile file = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(0x00080060, "CS", "CT")
                .sequence(0x00081140, items)
                .text(0x00204000, "LT", text)
                .us(0x00280010, 1)
                .bytes(0x7FE00010, "OW", new byte[2])
                .bytes(0xFFFCFFFC, "OB", new byte[20]));
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
        items[50] = item().text(0x00081155, "UI", "1.2");
        DicomBytes few = item();
        String text = HeaderText.of(file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(0x00080060, "CS", "CT")
                .sequence(0x00081140, items)
                .sequence(0x00081199, few, few)));
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
        DicomBytes deep = item().text(0x00080060, "CS", "CT");
        for (int i = 0; i < 50; i++) deep = item().sequence(0x00081140, deep);
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).raw(deep.toBytes());
        List<HeaderRow> rows = HeaderRows.of(file(bytes).dataSet());
        assertEquals(50, rows.get(rows.size() - 1).depth());
        assertEquals(0x00080060, rows.get(rows.size() - 1).tag());
    }
}
