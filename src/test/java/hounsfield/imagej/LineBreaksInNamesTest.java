package hounsfield.imagej;

import static hounsfield.imagej.host.MessagesTest.logged;
import static hounsfield.testing.DicomImages.slice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hounsfield.dataset.table.FolderTable;
import hounsfield.dataset.table.TableSettings;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.imagej.operation.ImportSeries;
import hounsfield.series.SeriesScan;
import hounsfield.series.SeriesScanner;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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
    void rejectedFilesAndTables() throws Exception {
        file("good.dcm", slice(1, 0, -1024, 1, 2, 3, 4));
        Files.writeString(folder.resolve(BREAK), "no image");
        assertEquals(1, SeriesScanner.scan(folder, Progress.NONE).rejected().size());
        String text = String.join("\n", logged(() -> Hounsfield.listSeries(folder.toString())));
        assertTrue(text.contains(LINE + " was left out: not a DICOM file: text"), text);
        assertFalse(text.contains("\nforged"), text);
        ResultsTable table = Hounsfield.folderTable(folder.toString());
        List<String> names = List.of(table.getStringValue("file", 0), table.getStringValue("file", 1));
        assertEquals(List.of(LINE, "good.dcm"), names);
        Path csv = folder.resolve("table.csv");
        FolderTable.toCsv(folder, csv, TableSettings.ALL, Progress.NONE);
        String rows = Files.readString(csv);
        assertTrue(rows.contains("\n" + LINE + ","), rows);
        assertFalse(FolderTable.row(file("e\nf", slice(2, 1, 0, 1, 2, 3, 4)), TableSettings.ALL)
                .get("file")
                .toString()
                .contains("\n"));
    }

    @Test
    void foldersAndExports() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("o\nforged"));
        Path empty = Files.createDirectory(folder.resolve("e\nforged"));
        Files.write(odd.resolve("good.dcm"), slice(1, 0, -1024, 1, 2, 3, 4).toBytes());
        Files.writeString(odd.resolve(BREAK), "no image");
        for (String line : logged(() -> Hounsfield.listSeries(odd.toString()))) {
            assertTrue(line.startsWith("o\\nforged: "), line);
        }
        String output = folder.resolve("output").toString();
        String none = folder.resolve("n\nforged").toString();
        List<Executable> refused = List.of(
                () -> Hounsfield.listSeries(empty.toString()),
                () -> Hounsfield.listSeries(none),
                () -> Hounsfield.folderTable(empty.toString()),
                () -> Hounsfield.batchExport(empty.toString(), output, "png", "", 0, ""),
                () -> Hounsfield.batchExport(
                        odd.toString(), odd.resolve("output").toString(), "png", "", 0, ""));
        for (Executable call : refused) {
            String message = assertThrows(IllegalArgumentException.class, call).getMessage();
            assertTrue(message.contains("\\nforged") && !message.contains("\n"), message);
        }
        Hounsfield.batchExport(odd.toString(), output, "png", "", 0, "");
        List<String> manifest = Files.readAllLines(Path.of(output, "manifest.csv"));
        assertEquals(3, manifest.size(), manifest.toString());
        assertTrue(manifest.get(1).startsWith(LINE + ","), manifest.get(1));
        ImportSeries.Found found = ImportSeries.scan(folder, Progress.NONE);
        assertTrue(found.labelsAndFolders().get(0).endsWith(", in o\\nforged"), found.labelsAndFolders()::toString);
    }

    @Test
    void entriesOfArchives() throws IOException {
        Path path = folder.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (String name : List.of(BREAK, "../" + BREAK)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(slice(1, 0, -1024, 1, 2, 3, 4).toBytes());
            }
        }
        SeriesScan scan = SeriesScanner.scan(path, Progress.NONE);
        assertEquals(LINE, scan.series().get(0).sources().get(0).name());
        assertEquals("../" + LINE, scan.rejected().get(0).name());
    }
}
