package hounsfield.command;

import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.host.MessagesTest;
import ij.measure.ResultsTable;
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
    void theLogHasOnlyWhatIsWorthSaying() throws Exception {
        for (int i = 0; i < 3; i++) write(folder, "IM" + i, slice(i, i, -1024, 1, 2, 3, 4));
        List<String> log = MessagesTest.logged(() -> run("Import DICOM Series...", "folder=[" + folder + "]"));
        assertEquals(List.of(folder.getFileName() + ": 3 slices, spacing 1 mm, even"), log);
    }
}
