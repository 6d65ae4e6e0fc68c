package hounsfield.command;

import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.host.MessagesTest;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.SubstackMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The report of an import: in the log, in a table by the key {@code report}, and by a call. */
class ReportKeyTest extends MacroCommands {
    private static final String TITLE = "DICOM Series Report";

    @AfterEach
    void close() {
        Hounsfield.closeTable(TITLE);
    }

    @Test
    void eachImportIsARow() throws IOException {
        double[] heights = {0, 1, 3};
        for (int i = 0; i < 3; i++) write(folder, "IM" + i, slice(9 - i, heights[i], -1024, 1, 2, 3, 4));
        String options = "folder=[" + folder + "]";
        run("Import DICOM Series...", options);
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.table(TITLE));
        run("Import DICOM Series...", options + " report");
        run("Import DICOM Series...", options + " report virtual");
        assertEquals(2, Hounsfield.tableSize(TITLE));
        ResultsTable call = Hounsfield.seriesReport(folder.toString());
        assertEquals(1, call.size());
        for (String heading : call.getHeadings()) {
            assertEquals(
                    call.getStringValue(heading, 0), Hounsfield.table(TITLE).getStringValue(heading, 1), heading);
        }
        assertEquals("1.2.3.4.5.1", Hounsfield.tableValue(TITLE, "series", 0));
        assertEquals("7", Hounsfield.tableValue(TITLE, "Number", 0));
        assertEquals("3", Hounsfield.tableValue(TITLE, "Slices", 0));
        assertEquals("1", Hounsfield.tableValue(TITLE, "Min spacing (mm)", 0));
        assertEquals("2", Hounsfield.tableValue(TITLE, "Max spacing (mm)", 0));
        assertEquals("1.5", Hounsfield.tableValue(TITLE, "Mean spacing (mm)", 0));
        assertEquals("opposite", Hounsfield.tableValue(TITLE, "Instance order", 0));
        assertEquals("slope 1, intercept -1024", Hounsfield.tableValue(TITLE, "Rescale", 0));
    }

    @Test
    void theCallHasARowForEachSeries() throws IOException {
        write(folder, "a", slice(1, 0, 0, 1, 2, 3, 4));
        Files.createDirectory(folder.resolve("b"));
        Hounsfield.writeSample("CT series", folder.resolve("b").toString());
        ResultsTable table = Hounsfield.seriesReport(folder.toString());
        assertEquals(Hounsfield.listSeries(folder.toString()).length, table.size());
        assertEquals(Hounsfield.listSeries(folder.toString())[1], table.getStringValue("Series", 1));
    }

    @Test
    void anOpenImageHasTheRowOfItsSeries() throws IOException {
        double[] heights = {0, 1, 3, 4};
        for (int i = 0; i < 4; i++) write(folder, "IM" + i, slice(9 - i, heights[i], -1024, 1, 2, 3, 4));
        ResultsTable series = Hounsfield.seriesReport(folder.toString());
        for (ImagePlus image : List.of(
                Hounsfield.openSeries(folder.toString()),
                Hounsfield.openSeriesVirtual(folder.toString()).duplicate())) {
            ResultsTable report = Hounsfield.imageReport(image);
            assertEquals(List.of(series.getHeadings()), List.of(report.getHeadings()));
            for (String heading : report.getHeadings()) {
                if (heading.equals("Unit")) continue; // the files name none
                assertEquals(series.getStringValue(heading, 0), report.getStringValue(heading, 0), heading);
            }
            assertEquals("HU", report.getStringValue("Unit", 0));
            assertEquals(7, report.getValue("Number", 0));
        }
        assertTrue(series.getStringValue("Findings", 0).startsWith("Uneven spacing: 1.000 to 2.000 mm"));
    }

    /** Slices 4, 3, 2 and 1 of five at 0, 1, 2, 4 and 5 mm: the gap is between the first two of them. */
    @Test
    void theReportOfAnImageIsThatOfItsPresentSlices() throws IOException {
        double[] heights = {0, 1, 2, 4, 5};
        for (int i = 0; i < 5; i++) write(folder, "IM" + i, slice(9 - i, heights[i], -1024, 1, 2, 3, 4));
        ImagePlus part = new SubstackMaker().makeSubstack(Hounsfield.openSeries(folder.toString()), "4,3,2,1");
        part.setTitle("part");
        MacroRun.of(part, "DICOM Series Report", "");
        assertEquals("1-2 (2 mm)", Hounsfield.tableValue(TITLE, "Gaps", 0));
        assertEquals("4", Hounsfield.tableValue(TITLE, "Slices", 0));
        assertEquals(
                "1.3333", Hounsfield.tableValue(TITLE, "Mean spacing (mm)", 0).substring(0, 6));
        assertEquals("opposite", Hounsfield.tableValue(TITLE, "Instance order", 0));
        ImagePlus even = Hounsfield.regularize(part, 0, "nearest");
        ResultsTable report = Hounsfield.imageReport(even);
        assertEquals("1.2.3.4.5.1", report.getStringValue("Series", 0));
        assertEquals(1, report.getValue("Max spacing (mm)", 0));
        assertEquals("", report.getStringValue("Gaps", 0));
        assertFalse(report.getStringValue("Findings", 0).contains("Uneven"), report.getStringValue("Findings", 0));
    }

    @Test
    void anImageOfAnotherProgramHasItsSize() throws IOException {
        ResultsTable report = Hounsfield.imageReport(IJ.createImage("other", "8-bit", 2, 2, 3));
        assertEquals("other", report.getStringValue("Series", 0));
        assertEquals(3, report.getValue("Slices", 0));
        assertEquals("", report.getStringValue("Mean spacing (mm)", 0));
        assertEquals("", report.getStringValue("Findings", 0));
    }

    @Test
    void theLogSaysUnevenSpacingOnce() throws Exception {
        double[] heights = {0, 1, 3};
        for (int i = 0; i < 3; i++) write(folder, "IM" + i, slice(i, heights[i], -1024, 1, 2, 3, 4));
        List<String> log = MessagesTest.logged(() -> run("Import DICOM Series...", "folder=[" + folder + "]"));
        assertEquals(List.of(folder.getFileName() + ": 3 slices, spacing 1 to 2 mm, mean 1.5 mm, uneven"), log);
    }

    @Test
    void theLogHasOnlyWhatIsWorthSaying() throws Exception {
        for (int i = 0; i < 3; i++) write(folder, "IM" + i, slice(i, i, -1024, 1, 2, 3, 4));
        List<String> log = MessagesTest.logged(() -> run("Import DICOM Series...", "folder=[" + folder + "]"));
        assertEquals(List.of(folder.getFileName() + ": 3 slices, spacing 1 mm, even"), log);
    }
}
