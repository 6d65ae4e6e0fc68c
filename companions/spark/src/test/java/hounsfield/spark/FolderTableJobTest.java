package hounsfield.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.dataset.table.TableSettings;
import hounsfield.dataset.table.TagSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTableJobTest {
    private static SparkSession session;

    @TempDir
    static Path shared;

    private static Path files;

    @TempDir
    Path folder;

    @BeforeAll
    static void begin() throws IOException {
        session = Trial.session();
        files = Trial.files(shared.resolve("files"));
    }

    @AfterAll
    static void end() {
        session.stop();
    }

    private FolderTableJob.Result run(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("output=" + folder.resolve("table")));
        arguments.addAll(List.of(more));
        if (Stream.of(more).noneMatch(each -> each.startsWith("input="))) arguments.add("input=" + files);
        return FolderTableJob.run(TableOptions.parse(arguments.toArray(String[]::new)), session);
    }

    private Map<String, Map<String, String>> table() {
        return Trial.parquet(session, folder.resolve("table"));
    }

    @Test
    void rowsAreThoseOfTheTableWithoutSpark() throws IOException {
        FolderTableJob.Result result = run();
        Map<String, Map<String, String>> expected = Trial.rows(files, TableSettings.ALL);
        assertEquals(expected, table());
        assertEquals(44, result.files());
        assertEquals(44, result.read());
        assertEquals(
                expected.values().stream()
                        .filter(row -> row.containsKey("reason"))
                        .count(),
                result.refused());
        assertTrue(expected.containsKey("case/A.dcm") && expected.containsKey("case/a.dcm"));
        assertTrue(
                expected.get("bad.dcm").get("reason").contains("not a DICOM file"), () -> "" + expected.get("bad.dcm"));
        assertTrue(!expected.containsKey("note.txt"));
        assertEquals(0, run().read(), "nothing is left");
        Files.copy(files.resolve("a b.dcm"), files.resolve("new.dcm"));
        try {
            assertEquals(1, run().read(), "a new file alone");
            assertEquals(Trial.rows(files, TableSettings.ALL), table());
        } finally {
            Files.delete(files.resolve("new.dcm"));
        }
    }

    @Test
    void columnsHaveTypes() throws IOException {
        run();
        Map<String, String> types = new java.util.HashMap<>();
        for (var field : session.read()
                .parquet(folder.resolve("table").toString())
                .schema()
                .fields()) types.put(field.name(), field.dataType().simpleString());
        assertEquals("string", types.get("PatientID"));
        assertEquals("bigint", types.get("Rows"));
        assertEquals("double", types.get("PixelSpacing1"));
        assertEquals("double", types.get("mean"));
        assertEquals("bigint", types.get("SeriesNumber"));
    }

    @Test
    void csvHasTheSameCells() throws IOException {
        run("format=csv", "tags=PatientID, PixelSpacing, Rows", "pixels=false");
        TableSettings settings = new TableSettings(
                TagSelection.parse("PatientID, PixelSpacing, Rows"), false, TableSettings.ALL.window());
        TreeSet<String> lines = new TreeSet<>();
        for (String name : Trial.names(folder.resolve("table")))
            if (name.endsWith(".csv"))
                lines.addAll(Files.readAllLines(folder.resolve("table").resolve(name)));
        String headings = "file,reason,PatientID,Rows,MultiPixelSpacing,PixelSpacing,PixelSpacing1,other";
        assertTrue(lines.remove(headings), () -> "" + lines);
        assertEquals(Trial.rows(files, settings).size(), lines.size());
        assertTrue(lines.contains("case/a.dcm,,HOUNSFIELD,512,1,0.75,0.75,"), () -> "" + lines);
    }

    @Test
    void columnsOfTagsNeedNoHeadersAndKeepWhatDoesNotFit() throws IOException {
        run("columns=tags", "tags=PixelSpacing, WindowCenter, Modality", "files=16");
        Map<String, String> row = table().get("a b.dcm");
        assertEquals("0.75", row.get("PixelSpacing1"));
        assertEquals("40", row.get("WindowCenter"));
        assertEquals("MultiWindowCenter=1; WindowCenter1=-600; WindowCenter2=400", row.get("other"));
        assertTrue(Trial.names(folder.resolve("table")).stream().noneMatch(name -> name.startsWith("_columns")));
        assertThrows(IllegalArgumentException.class, () -> run("columns=tags"));
    }

    @Test
    void foldersAndFilesThatCannotBeReadAreRowsWithAReasonWithoutPaths() throws IOException {
        Path odd = folder.resolve("odd");
        Files.createDirectories(odd.resolve(OddFileSystem.UNREADABLE));
        for (String name : List.of("a b.dcm", OddFileSystem.LOST, OddFileSystem.DELETED))
            Files.copy(files.resolve("a b.dcm"), odd.resolve(name));
        FolderTableJob.Result result = run("input=odd:" + odd, "tags=none");
        assertEquals(3, result.refused());
        Map<String, String> reasons = Map.of(
                OddFileSystem.UNREADABLE, "cannot be read: access denied",
                OddFileSystem.LOST, "cannot be read: BlockMissingException",
                OddFileSystem.DELETED, "there is no such file");
        reasons.forEach((name, reason) -> assertEquals(Map.of("file", name, "reason", reason), table().get(name)));
        assertTrue(table().get("a b.dcm").containsKey("mean"));
    }

    @Test
    void inputAndOutputMayBeInOtherStorage() throws IOException {
        TableOptions options = TableOptions.parse("input=odd:" + files, "output=odd:" + folder.resolve("table"));
        assertEquals(44, FolderTableJob.run(options, session).read());
        assertEquals(Trial.rows(files, TableSettings.ALL), table());
        assertEquals(0, FolderTableJob.run(options, session).read());
        assertTrue(Trial.names(folder.resolve("table")).stream()
                .noneMatch(name -> name.equals(OutputLock.RUN) || name.endsWith(Storage.UNFINISHED)));
    }

    @Test
    void otherOutputsAreRefused() throws IOException {
        run("tags=none", "pixels=false");
        IllegalArgumentException other = assertThrows(IllegalArgumentException.class, () -> run("tags=none"));
        assertTrue(other.getMessage().contains("there pixels=false, now pixels=true"), other.getMessage());
        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("thesis.txt"), "mine");
        IllegalArgumentException origin = assertThrows(
                IllegalArgumentException.class,
                () -> FolderTableJob.run(TableOptions.parse("input=" + files, "output=" + foreign), session));
        assertTrue(origin.getMessage().contains("files that are not output of this job"), origin.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> FolderTableJob.run(
                        TableOptions.parse("input=" + files, "output=" + files.resolve("table")), session));
        assertThrows(IllegalArgumentException.class, () -> run("input=" + files.resolve("nothing")));
        assertThrows(IllegalArgumentException.class, () -> run("input=" + files.resolve("note.txt")));
        assertThrows(IllegalArgumentException.class, () -> run("colour=red"));
        assertThrows(IllegalArgumentException.class, () -> run("format=xls"));
    }
}
