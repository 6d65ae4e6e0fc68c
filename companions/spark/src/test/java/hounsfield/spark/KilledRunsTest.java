package hounsfield.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.dataset.table.TableSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed at random times, {@code -Dhounsfield.kills=20} of each kind, and continued. */
class KilledRunsTest {
    private static final int KILLS = Integer.getInteger("hounsfield.kills", 2);
    /** Time that opening a file takes [ms], so that no run ends before its kill: 240 files, two at once, take 3 s. */
    private static final int DELAY = 25;
    /** Kills are closer to each other when there are many. */
    private static final int MANY = Math.max(1, KILLS / 4);
    /** Files of a part. */
    private static final int EACH = 60;
    /** Files under way at once. */
    private static final int TASKS = 2;

    @TempDir
    Path folder;

    /** What a killed process runs. */
    public static final class Job {
        private Job() {}

        /**
         * Makes a table or pictures.
         *
         * @param arguments the log of {@link OddFileSystem}, {@code table} or {@code pictures}, and the options
         */
        public static void main(String[] arguments) throws IOException {
            try (SparkSession session = Trial.session()) {
                session.sparkContext().hadoopConfiguration().set(OddFileSystem.LOG, arguments[0]);
                session.sparkContext().hadoopConfiguration().setInt(OddFileSystem.DELAY, DELAY);
                String[] options =
                        List.of(arguments).subList(2, arguments.length).toArray(String[]::new);
                if (arguments[1].equals("table")) FolderTableJob.run(TableOptions.parse(options), session);
                else BatchExportJob.run(ExportOptions.parse(options), session);
            }
        }
    }

    @Test
    void killedTableContinuesWhereItEnded() throws Exception {
        Path files = files(400);
        Path output = folder.resolve("table");
        run("table", files, output);
        try (SparkSession session = Trial.session()) {
            assertEquals(Trial.rows(files, TableSettings.ALL), Trial.parquet(session, output));
        }
        checkLists(Trial.names(output), ".parquet");
    }

    @Test
    void killedExportContinuesWhereItEnded() throws Exception {
        Path files = files(240 * (1 + MANY / 4));
        Path output = folder.resolve("pictures");
        run("pictures", files, output, "size=64");
        Path undisturbed = folder.resolve("undisturbed");
        try (SparkSession session = Trial.session()) {
            BatchExportJob.run(ExportOptions.parse("input=odd:" + files, "output=" + undisturbed, "size=64"), session);
        }
        assertEquals(Trial.lines(undisturbed), Trial.lines(output));
        List<String> pictures = Trial.pictures(undisturbed);
        assertEquals(pictures, Trial.pictures(output));
        for (String picture : pictures)
            assertEquals(-1, Files.mismatch(undisturbed.resolve(picture), output.resolve(picture)), picture);
        checkLists(Trial.names(output), ".csv");
    }

    private Path files(int count) throws IOException {
        Path files = Trial.files(folder.resolve("files"));
        for (int i = Trial.names(files).size(); i < count; i++)
            Files.createLink(files.resolve("copy " + i), files.resolve("a b.dcm"));
        return files;
    }

    private static void checkLists(List<String> names, String suffix) {
        List<String> parts = new ArrayList<>();
        List<String> lists = new ArrayList<>();
        for (String name : names) {
            assertFalse(name.endsWith(Storage.UNFINISHED) || name.matches("_(work|rows|collected).*"), name);
            if (name.endsWith(suffix)) parts.add(name.substring(0, name.length() - suffix.length()));
            if (name.startsWith("_files/")) lists.add(name.substring("_files/".length()));
        }
        assertEquals(lists, parts);
    }

    /** Kills a job several times, and lets it end. */
    private void run(String kind, Path files, Path output, String... more) throws Exception {
        Path log = folder.resolve("log");
        Random random = new Random();
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            Process process = start(kind, files, output, log, more);
            long opened = Files.exists(log) ? Files.size(log) : 0;
            while (process.isAlive() && (!Files.exists(log) || Files.size(log) == opened)) Thread.sleep(5);
            boolean ended = process.waitFor(random.nextInt(3000 / MANY), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            if (ended) break;
            killed++;
        }
        assertTrue(killed > 0, "no run was killed before its end");
        Process last = start(kind, files, output, log, more);
        assertTrue(last.waitFor(120, TimeUnit.SECONDS));
        assertEquals(0, last.exitValue(), Files.readString(folder.resolve("out")));
        Map<String, Integer> reads = new HashMap<>();
        for (String line : Files.readString(log).split("\n" + files)) reads.merge(line, 1, Integer::sum);
        int again = reads.values().stream().mapToInt(count -> count - 1).sum();
        System.out.println(kind + ": " + killed + " kills, " + again + " files read again");
        assertTrue(again <= killed * TASKS, again + " files were read again");
    }

    private Process start(String kind, Path files, Path output, Path log, String... more) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (String each : ManagementFactory.getRuntimeMXBean().getInputArguments())
            if (each.startsWith("--add-opens") || each.startsWith("-XX:+Ignore")) command.add(each);
        command.addAll(List.of(
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Job.class.getName(),
                log.toString(),
                kind,
                "input=odd:" + files,
                "output=" + output,
                "files=" + EACH));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }
}
