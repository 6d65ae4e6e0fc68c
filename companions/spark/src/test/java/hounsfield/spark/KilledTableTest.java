package hounsfield.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.dataset.table.TableSettings;
import java.io.File;
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

/** Processes that are killed at random times, {@code -Dhounsfield.kills=20} of them, and continued. */
class KilledTableTest {
    private static final int KILLS = Integer.getInteger("hounsfield.kills", 2);
    private static final int EACH = 20;
    private static final int FILES = 400;

    @TempDir
    Path folder;

    /** What a killed process runs. */
    public static final class Job {
        private Job() {}

        /**
         * Makes a table.
         *
         * @param arguments the log of {@link OddFileSystem}, and the options
         */
        public static void main(String[] arguments) throws IOException {
            try (SparkSession session = Trial.session()) {
                session.sparkContext().hadoopConfiguration().set(OddFileSystem.LOG, arguments[0]);
                session.sparkContext().hadoopConfiguration().setInt(OddFileSystem.DELAY, 5);
                String[] options =
                        List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
                System.out.println(FolderTableJob.run(TableOptions.parse(options), session));
            }
        }
    }

    @Test
    void killedRunsContinueWhereTheyEnded() throws Exception {
        Path files = Trial.files(folder.resolve("files"));
        for (int i = Trial.names(files).size(); i < FILES; i++)
            Files.createLink(files.resolve("copy " + i), files.resolve("a b.dcm"));
        Path output = folder.resolve("table");
        Path log = folder.resolve("log");
        Random random = new Random();
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            Process process = start(files, output, log);
            long opened = Files.exists(log) ? Files.size(log) : 0;
            while (process.isAlive() && (!Files.exists(log) || Files.size(log) == opened)) Thread.sleep(5);
            boolean ended = process.waitFor(random.nextInt(3000), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            if (!ended) killed++;
            if (ended) break;
        }
        assertTrue(killed > 0, "no run was killed before its end");
        Process last = start(files, output, log);
        assertTrue(last.waitFor(120, TimeUnit.SECONDS));
        assertEquals(0, last.exitValue(), () -> read(folder.resolve("out")));

        try (SparkSession session = Trial.session()) {
            assertEquals(Trial.rows(files, TableSettings.ALL), Trial.parquet(session, output));
        }
        Map<String, Integer> reads = new HashMap<>();
        for (String line : Files.readString(log).split("\n" + files)) reads.merge(line, 1, Integer::sum);
        // A header for the columns and a row; a kill makes the files of two parts under way be read again.
        int again = reads.values().stream()
                .mapToInt(count -> Math.max(0, count - 2))
                .sum();
        System.out.println(killed + " kills, " + again + " of " + FILES + " files read again");
        assertTrue(again <= killed * 2 * EACH, again + " files were read again");
        List<String> parts = Trial.names(output);
        for (String name : parts) {
            assertFalse(name.endsWith(Storage.UNFINISHED), name);
            if (name.endsWith(".parquet")) assertTrue(parts.contains("_files/" + name.replace(".parquet", "")), name);
        }
        long lists = parts.stream().filter(name -> name.startsWith("_files/")).count();
        assertEquals(parts.stream().filter(name -> name.endsWith(".parquet")).count(), lists);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Process start(Path files, Path output, Path log) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (String each : ManagementFactory.getRuntimeMXBean().getInputArguments())
            if (each.startsWith("--add-opens") || each.startsWith("-XX:+Ignore")) command.add(each);
        command.addAll(List.of(
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Job.class.getName(),
                log.toString(),
                "input=odd:" + files,
                "output=" + output,
                "files=" + EACH));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.resolve("out").toString()))
                .start();
    }
}
