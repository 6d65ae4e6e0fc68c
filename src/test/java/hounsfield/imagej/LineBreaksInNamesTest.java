package hounsfield.imagej;

import static hounsfield.testing.DicomImages.slice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hounsfield.dataset.table.FolderTable;
import hounsfield.dataset.table.TableSettings;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.series.SeriesScanner;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line break in a file name must not add a line to the log, a label or a table. */
class LineBreaksInNamesTest {
    private static final String BREAK = "a\nforged: line.dcm";
    private static final String LINE = "a\\nforged: line.dcm";

    @TempDir
    Path folder;

    private Path file(String name, DicomBytes bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes.toBytes());
    }

    @BeforeEach
    void skipWhereNamesHaveNone() {
        try {
            assumeTrue(Files.exists(Files.createFile(folder.resolve("x\ny"))));
            Files.delete(folder.resolve("x\ny"));
        } catch (IOException | InvalidPathException e) {
            assumeTrue(false, "the file system allows no line breaks in names");
        }
    }

    @Test
    void messagesTitlesAndLabels() throws IOException {
        Path path = file(BREAK, slice(1, 0, -1024, 1, 2, 3, 4));
        file("b.dcm", slice(2, 1, -1024, 5, 6, 7, 8));
        assertEquals(LINE, Hounsfield.open(path.toString()).getTitle());
        ImagePlus volume = Hounsfield.openSeries(folder.toString());
        String label = volume.getStack().getSliceLabel(1);
        assertEquals(LINE, label.lines().findFirst().orElse(""));
        assertEquals(
                path, SliceFile.of(volume, 1).orElseThrow().place().path(), "the header command finds the file again");
        Path text = Files.writeString(folder.resolve("c\nd"), "no image");
        DicomException e = assertThrows(DicomException.class, () -> Hounsfield.open(text.toString()));
        assertEquals("c\\nd: not a DICOM file: text", e.getMessage());
    }

    @Test
    void rejectedFilesAndTables() throws IOException {
        file("good.dcm", slice(1, 0, -1024, 1, 2, 3, 4));
        Files.writeString(folder.resolve(BREAK), "no image");
        assertEquals(1, SeriesScanner.scan(folder, Progress.NONE).rejected().size());
        PrintStream before = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(log, true, StandardCharsets.UTF_8)) {
            System.setOut(captured); // ImageJ's log without a window
            Hounsfield.listSeries(folder.toString());
        } finally {
            System.setOut(before);
        }
        String text = log.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains(LINE + " was left out: not a DICOM file: text"), text);
        assertFalse(text.contains("\nforged"), text);
        ResultsTable table = Hounsfield.folderTable(folder.toString());
        List<String> names = List.of(table.getStringValue("file", 0), table.getStringValue("file", 1));
        assertEquals(List.of(LINE, "good.dcm"), names);
        assertFalse(FolderTable.row(file("e\nf", slice(2, 1, 0, 1, 2, 3, 4)), TableSettings.ALL)
                .get("file")
                .toString()
                .contains("\n"));
    }
}
