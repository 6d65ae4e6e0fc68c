package hounsfield.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.dataset.csv.CellWriter;
import hounsfield.dataset.table.TableSchema;
import hounsfield.dataset.table.TableSettings;
import hounsfield.standard.error.OneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs after one that was killed, whose finished files differ from what reading them again would give. */
class LeftWorkTest {
    private static final byte[] PICTURE = {1, 2, 3};

    private static SparkSession session;

    @TempDir
    Path folder;

    @BeforeAll
    static void begin() {
        session = Trial.session();
    }

    @AfterAll
    static void end() {
        session.stop();
    }

    private Path files() throws IOException {
        return Trial.files(folder.resolve("files"));
    }

    private Path output() {
        return folder.resolve("output");
    }

    private static org.apache.hadoop.fs.Path hadoop(Path path) {
        return new org.apache.hadoop.fs.Path("file:" + path);
    }

    private FileSystem storage() throws IOException {
        return Storage.of(hadoop(output()), session.sparkContext().hadoopConfiguration());
    }

    /** Leaves a task with entries, and half of a further one. */
    private Path leave(String lists, Entry... entries) throws IOException {
        Path work = output().resolve("_work").resolve(lists).resolve("part-00000-killed-0");
        try (TaskJournal journal = TaskJournal.open(storage(), hadoop(work))) {
            for (Entry entry : entries) journal.add(entry.file(), entry.values());
        }
        Files.write(work.resolve("journal"), new byte[] {0, 0, 0, 99, 1, 2, 3, 4, 'S'}, StandardOpenOption.APPEND);
        return work;
    }

    private void checkNothingIsLeft(Path work) throws IOException {
        assertFalse(Files.exists(work));
        for (String name : Trial.names(output()))
            assertFalse(name.matches("_(work|rows|collected).*") || name.endsWith(Storage.UNFINISHED), name);
    }

    @Test
    void rowsOfTheJournalAreInThePartAndTheOthersAreRead() throws IOException {
        Path files = files();
        RowRecords records = new RowRecords();
        Path work = leave(
                CollectedRows.LISTS,
                entry("a b.dcm", records, Map.of("file", "a b.dcm", "reason", "kept")),
                entry(
                        "line\\nbreak.dcm",
                        records,
                        Map.of("file", "the break", "Rows", 7L, "StageName", "first"),
                        "Rows\t0\tINTEGER",
                        "StageName\t0\tTEXT"),
                entry("note.txt", records, Map.of()),
                entry("deleted.dcm", records, Map.of("file", "deleted.dcm", "Rows", 9L)));
        FolderTableJob.Result result =
                FolderTableJob.run(TableOptions.parse("input=" + files, "output=" + output()), session);
        assertEquals(result.files() - 3, result.read());
        Map<String, Map<String, String>> expected = Trial.rows(files, TableSettings.ALL);
        expected.remove(OneLine.of("line\nbreak.dcm"));
        expected.put("a b.dcm", Map.of("file", "a b.dcm", "reason", "kept"));
        expected.put("the break", Map.of("file", "the break", "Rows", "7", "StageName", "first"));
        Map<String, Map<String, String>> rows = Trial.parquet(session, output());
        assertEquals(expected.keySet(), rows.keySet());
        assertEquals(expected, rows);
        checkNothingIsLeft(work);
    }

    @Test
    void collectedRowsBecomeAPartWithoutReadingAndLeftoversAreRemoved() throws IOException {
        Path files = files();
        RowRecords records = new RowRecords();
        List<Entry> entries = new ArrayList<>();
        TableSchema columns = TableSchema.parse(List.of("Rows\t0\tTEXT"));
        for (String name : Trial.names(files))
            entries.add(entry(Names.line(name), records, Map.of("file", OneLine.of(name), "Rows", 7L)));
        Path work = leave(CollectedRows.LISTS, entries.toArray(Entry[]::new));
        CollectedRows.commit(
                storage(),
                hadoop(output()),
                "part-00003-earlier",
                TaskJournal.file(hadoop(work)),
                entries.stream().map(Entry::file).toList(),
                columns);
        // Rows that were to be removed, and a list before its rows.
        Files.write(output().resolve("_rows").resolve("part-00001-earlier"), PICTURE);
        Files.writeString(output().resolve("_collected").resolve("part-00002-earlier"), "a b.dcm\n\n");
        FolderTableJob.Result result = FolderTableJob.run(
                TableOptions.parse("input=" + files, "output=" + output(), "pixels=false", "format=csv"), session);
        assertEquals(0, result.read());
        assertEquals(List.of("Rows\t0\tTEXT"), Files.readAllLines(output().resolve("_columns.txt")));
        List<String> lines = Files.readAllLines(output().resolve("part-00003-earlier.csv"));
        assertEquals("file,reason,Rows,other", lines.get(0));
        assertEquals(1 + entries.size(), lines.size());
        assertTrue(lines.contains("bad.dcm,,7,"), () -> "" + lines);
        checkNothingIsLeft(work);
    }

    @Test
    void rowsWhosePartIsInPlaceAreRemoved() throws IOException {
        Path files = files();
        TableOptions options = TableOptions.parse("input=" + files, "output=" + output(), "pixels=false");
        FolderTableJob.run(options, session);
        String part = Trial.names(output()).stream()
                .filter(name -> name.startsWith("_files/"))
                .map(name -> name.substring("_files/".length()))
                .findFirst()
                .orElseThrow();
        for (String folder : List.of("_rows", "_collected")) {
            Files.createDirectories(output().resolve(folder));
            Files.writeString(output().resolve(folder).resolve(part), "\n");
        }
        assertEquals(0, FolderTableJob.run(options, session).parts());
        checkNothingIsLeft(output().resolve("_work"));
    }

    @Test
    void picturesOfTheJournalAreMovedInTheirPlaces() throws IOException {
        Path files = files();
        Path work = leave(
                "_files",
                entry("a b.dcm", "a b.dcm,1,a b.dcm.png,\n", 0, "a b.dcm.png"),
                entry("case/A.dcm", "case/A.dcm,1,moved.png,\n", 1, "moved.png"),
                entry("case/a.dcm", "case/a.dcm,1,gone.png,\n", 2, "gone.png"));
        Files.write(work.resolve("0"), PICTURE);
        Files.write(work.resolve("9"), PICTURE);
        Files.write(output().resolve("moved.png"), PICTURE);
        // A run has left this, as otherwise pictures are not output of this job.
        Path undisturbed = folder.resolve("undisturbed");
        BatchExportJob.run(ExportOptions.parse("input=" + files, "output=" + undisturbed, "size=16"), session);
        Files.copy(undisturbed.resolve("_export.txt"), output().resolve("_export.txt"));
        BatchExportJob.Result result =
                BatchExportJob.run(ExportOptions.parse("input=" + files, "output=" + output(), "size=16"), session);
        assertEquals(result.files() - 2, result.read());
        assertArrayEquals(PICTURE, Files.readAllBytes(output().resolve("a b.dcm.png")));
        assertArrayEquals(PICTURE, Files.readAllBytes(output().resolve("moved.png")));
        List<String> lines = Trial.lines(output());
        assertTrue(lines.contains("case/A.dcm,1,moved.png,"), "the line of the journal");
        assertFalse(lines.toString().contains("gone.png"), "a picture that is nowhere is written again");
        assertEquals(Trial.lines(undisturbed).size(), lines.size());
        checkNothingIsLeft(work);
    }

    @Test
    void otherStorageStartsThePartsUnderWayAgain() throws IOException {
        Path files = files();
        RowRecords records = new RowRecords();
        Path work = leave(CollectedRows.LISTS, entry("a b.dcm", records, Map.of("file", "a b.dcm", "reason", "kept")));
        FolderTableJob.Result result =
                FolderTableJob.run(TableOptions.parse("input=" + files, "output=odd:" + output()), session);
        assertEquals(result.files(), result.read());
        checkNothingIsLeft(work);
    }

    /** What a task made of a file. */
    private record Entry(String file, Consumer<CellWriter> values) {}

    private static Entry entry(String file, RowRecords records, Map<String, Object> cells, String... columns) {
        return new Entry(file, out -> records.write(out, List.of(columns), cells));
    }

    private static Entry entry(String file, String lines, int first, String picture) {
        return new Entry(file, new ExportRecord(lines, first, List.of(picture))::write);
    }
}
