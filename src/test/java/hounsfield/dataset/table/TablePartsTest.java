package hounsfield.dataset.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.dataset.part.PartFolder;
import hounsfield.dataset.part.Shard;
import hounsfield.phantom.CtPhantom;
import hounsfield.series.SeriesSelection;
import hounsfield.testing.Kills;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of a folder in parts: the same after kills, by shards, and with one run at a time. */
class TablePartsTest {
    private static final int EACH = 7;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    /** The program of the process that is killed. */
    public static final class Job {
        private Job() {}

        /**
         * Makes parts.
         *
         * @param arguments folder and output
         * @throws IOException if a file cannot be read or written
         */
        public static void main(String[] arguments) throws IOException {
            Progress begun = new Progress() {
                @Override
                public void update(long done, long total) {
                    try {
                        Kills.begin(arguments[2]);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }

                @Override
                public boolean isCancelled() {
                    return false;
                }
            };
            TableParts.run(
                    Path.of(arguments[0]),
                    SeriesSelection.ALL,
                    Path.of(arguments[1]),
                    TableSettings.ALL,
                    Shard.ALL,
                    EACH,
                    begun);
        }
    }

    @BeforeAll
    static void writeFiles() throws Exception {
        Path files = shared.resolve("files");
        new CtPhantom().write(files);
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.toList()) Files.copy(file, files.resolve("copy-" + file.getFileName()));
        }
        Files.writeString(files.resolve("note.txt"), "no image");
        Files.writeString(files.resolve("bad.dcm"), "no image either");
    }

    private static TableParts.Result run(Path input, Path output, Shard shard) throws IOException {
        return TableParts.run(input, SeriesSelection.ALL, output, TableSettings.ALL, shard, EACH, Progress.NONE);
    }

    private static Map<String, String> contents(Path output) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(output)) {
            for (Path file : files.toList()) contents.put(file.getFileName().toString(), Files.readString(file));
        }
        return contents;
    }

    @Test
    void aKilledRunContinuesToTheSameParts() throws Exception {
        Path files = Files.createDirectory(folder.resolve("files"));
        int count = 0;
        try (Stream<Path> all = Files.list(shared.resolve("files"))) {
            for (Path file : all.toList()) {
                for (int i = 0; i < Kills.COUNT; i++) {
                    Files.copy(file, files.resolve(i + file.getFileName().toString()));
                    count++;
                }
            }
        }
        Path whole = folder.resolve("whole");
        int parts = (count + EACH - 1) / EACH;
        assertEquals(
                new TableParts.Result(parts, parts, count - Kills.COUNT, Kills.COUNT), run(files, whole, Shard.ALL));
        Path killed = folder.resolve("killed");
        int interrupted = Kills.run(Job.class, folder, 250, files.toString(), killed.toString());
        assertTrue(interrupted > 0);
        TableParts.Result rest = run(files, killed, Shard.ALL);
        System.out.println(interrupted + " kills, " + rest.made() + " of " + parts + " parts made after the last");
        assertEquals(contents(whole), contents(killed));
        assertEquals(0, run(files, killed, Shard.ALL).made());
    }

    /** Files that have a row are not read again: files that were replaced by text still have the row of the image. */
    @Test
    void aRunThatContinuesReadsOnlyTheOtherFiles() throws Exception {
        Path files = Files.createDirectory(folder.resolve("files"));
        try (Stream<Path> all = Files.list(shared.resolve("files"))) {
            for (Path file : all.toList()) Files.copy(file, files.resolve(file.getFileName()));
        }
        Path whole = folder.resolve("whole");
        run(files, whole, Shard.ALL);
        Path ended = folder.resolve("ended");
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void update(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > 100;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> TableParts.run(files, SeriesSelection.ALL, ended, TableSettings.ALL, Shard.ALL, 1000, impatient));
        Path journal = ended.resolve("part-00000.unfinished");
        List<Integer> done = new ArrayList<>();
        try (RowJournal rows = RowJournal.open(journal)) {
            rows.forEach((file, row) -> done.add(file));
        }
        assertTrue(done.size() > 1 && done.size() < 50, done.toString());
        // A record that a kill has cut.
        Files.write(journal, Arrays.copyOf(Files.readAllBytes(journal), (int) Files.size(journal) - 1));
        try (Stream<Path> all = Files.list(files)) {
            List<Path> sorted = all.sorted().toList();
            for (int file : done.subList(0, done.size() - 1)) Files.writeString(sorted.get(file), "no image");
        }
        TableParts.run(files, SeriesSelection.ALL, ended, TableSettings.ALL, Shard.ALL, 1000, Progress.NONE);
        Path once = folder.resolve("once");
        TableParts.run(
                shared.resolve("files"), SeriesSelection.ALL, once, TableSettings.ALL, Shard.ALL, 1000, Progress.NONE);
        assertEquals(contents(once), contents(ended));
    }

    @Test
    void shardsDivideTheRows() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int index = 1; index <= 3; index++) {
            Path output = folder.resolve("shard" + index);
            run(shared.resolve("files"), output, Shard.parse(index + "/3"));
            rows.addAll(files(output));
        }
        Path whole = folder.resolve("whole");
        run(shared.resolve("files"), whole, Shard.ALL);
        assertEquals(
                files(whole).stream().sorted().toList(), rows.stream().sorted().toList());
        assertThrows(IllegalArgumentException.class, () -> Shard.parse("4/3"));
        assertThrows(IllegalArgumentException.class, () -> Shard.parse("a third"));
    }

    private static List<String> files(Path output) throws IOException {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, String> file : contents(output).entrySet()) {
            if (!file.getKey().startsWith("part-")) continue;
            file.getValue().lines().skip(1).map(line -> line.split(",")[0]).forEach(names::add);
        }
        return names;
    }

    @Test
    void otherOptionsFilesAndRunsAreRefused() throws Exception {
        Path output = folder.resolve("output");
        run(shared.resolve("files"), output, Shard.ALL);
        IllegalArgumentException options = assertThrows(
                IllegalArgumentException.class, () -> run(shared.resolve("files"), output, Shard.parse("1/2")));
        assertTrue(options.getMessage().contains("there shard=1/1, now shard=1/2"), options.getMessage());
        Path busy = folder.resolve("busy");
        try (PartFolder other = PartFolder.open(busy, "table.txt", List.of("x"))) {
            assertTrue(Files.exists(other.file("table.txt")));
            IllegalArgumentException second =
                    assertThrows(IllegalArgumentException.class, () -> run(shared.resolve("files"), busy, Shard.ALL));
            assertTrue(second.getMessage().contains("another run"), second.getMessage());
        }
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("mine.csv"), "a");
        IllegalArgumentException taken =
                assertThrows(IllegalArgumentException.class, () -> run(shared.resolve("files"), foreign, Shard.ALL));
        assertTrue(taken.getMessage().contains("not output of this command"), taken.getMessage());
        assertEquals("a", Files.readString(foreign.resolve("mine.csv")));
    }

    @Test
    void theRowOfBytesIsThatOfTheTable() throws Exception {
        Path files = shared.resolve("files");
        Map<String, Map<String, Object>> rows = new TreeMap<>();
        try (FolderTable table = FolderTable.read(files, TableSettings.ALL, Progress.NONE)) {
            List<String> headings = table.headings();
            table.forEach(Integer.MAX_VALUE, Progress.NONE, cells -> {
                Map<String, Object> row = new TreeMap<>();
                for (int i = 0; i < cells.length; i++) if (cells[i] != null) row.put(headings.get(i), cells[i]);
                rows.put(String.valueOf(row.get("file")), row);
            });
        }
        int without = 0;
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.toList()) {
                String name = file.getFileName().toString();
                RowOutcome outcome = FolderTable.outcome(
                        new ArrayByteSource(name, Files.readAllBytes(file)), name, TableSettings.ALL, Progress.NONE);
                if (!outcome.hasRow()) {
                    without++;
                    assertEquals("note.txt", name);
                    continue;
                }
                assertEquals(rows.remove(name), new TreeMap<>(outcome.cells()));
                assertEquals(name.equals("bad.dcm"), !outcome.reason().isEmpty());
                assertEquals(name.equals("bad.dcm") ? 0 : 512 * 512, outcome.pixels());
            }
        }
        assertEquals(1, without);
        assertEquals(Map.of(), rows);
    }
}
