package hounsfield.spark;

import hounsfield.dataset.csv.Cells;
import hounsfield.dataset.table.FolderTable;
import hounsfield.dataset.table.TableSettings;
import hounsfield.phantom.Phantoms;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Files and sessions of the tests. */
final class Trial {
    private Trial() {}

    /** Spark on two processors, with {@link OddFileSystem}. */
    static SparkSession session() {
        SparkSession session = SparkSession.builder()
                .appName("test")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.hadoop.fs.odd.impl", OddFileSystem.class.getName())
                .getOrCreate();
        return session;
    }

    /** Samples, files with odd names, files of other kinds, and damaged files. */
    static Path files(Path folder) throws IOException {
        for (String phantom : Phantoms.names()) Phantoms.write(phantom, folder.resolve(phantom));
        Path slice = folder.resolve("CT series").resolve("IM0001.dcm");
        List<String> names = List.of(
                "a b.dcm",
                "a+b%20c.dcm",
                "x#y?z.dcm",
                "[1]{2}*.dcm",
                "s=3/part-00000.dcm",
                "_hidden/_a",
                ".hidden/.b",
                "time 12:30:00",
                "Größe.dcm",
                "case/A.dcm",
                "case/a.dcm",
                "line\nbreak.dcm",
                "back\\slash\\n.dcm");
        for (String name : names) copy(slice, folder.resolve(name));
        Files.writeString(folder.resolve("note.txt"), "no image");
        Files.writeString(folder.resolve("bad.dcm"), "no image either");
        Files.write(folder.resolve("empty.dcm"), new byte[0]);
        byte[] whole = Files.readAllBytes(slice);
        Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, 500));
        Files.write(folder.resolve("cut in pixels.dcm"), java.util.Arrays.copyOf(whole, 100_000));
        return folder;
    }

    private static void copy(Path file, Path copy) throws IOException {
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
    }

    /** The rows of the table without Spark, as texts by heading and file. */
    static Map<String, Map<String, String>> rows(Path folder, TableSettings settings) throws IOException {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        try (FolderTable table = FolderTable.read(folder, settings, Progress.NONE)) {
            List<String> headings = table.headings();
            table.forEach(Integer.MAX_VALUE, Progress.NONE, cells -> {
                Map<String, String> row = new TreeMap<>();
                for (int i = 0; i < cells.length; i++) put(row, headings.get(i), cells[i]);
                rows.put(row.get("file"), row);
            });
        }
        return rows;
    }

    /** The rows of a table as Parquet, in the same form. */
    static Map<String, Map<String, String>> parquet(SparkSession session, Path output) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        for (Row each : session.read()
                .option("mergeSchema", "true")
                .parquet(output.toString())
                .collectAsList()) {
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < each.size(); i++) put(row, each.schema().fieldNames()[i], each.get(i));
            if (rows.put(row.get("file"), row) != null) throw new AssertionError("twice: " + row.get("file"));
        }
        return new TreeMap<>(rows);
    }

    private static void put(Map<String, String> row, String heading, Object cell) {
        if (!Cells.text(cell).isEmpty()) row.put(heading, Cells.text(cell));
    }

    /** The names of all files in a folder. */
    static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> names.add(folder.relativize(file).toString()));
        }
        names.sort(null);
        return names;
    }

    /** The names of the pictures in a folder. */
    static List<String> pictures(Path folder) throws IOException {
        return names(folder).stream()
                .filter(name -> name.matches("(?s).*\\.(png|jpg|tif)"))
                .toList();
    }

    /** The lines of the lists of an export, without their headings, in order. */
    static List<String> lines(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : names(folder)) {
            boolean list = name.matches("part-[^/]*\\.csv");
            if (list) lines.addAll(Files.readAllLines(folder.resolve(name)));
        }
        lines.removeIf(line -> line.replace("\uFEFF", "").startsWith("file,"));
        lines.sort(null);
        return lines;
    }
}
