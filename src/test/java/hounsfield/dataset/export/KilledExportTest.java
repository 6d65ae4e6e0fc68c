package hounsfield.dataset.export;

import static hounsfield.testing.DicomImages.at;
import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.dataset.part.Shard;
import hounsfield.dataset.picture.ExportFormat;
import hounsfield.dataset.picture.ExportSettings;
import hounsfield.dataset.picture.PictureWriter;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.imagej.files.ExportWriter;
import hounsfield.series.SeriesSelection;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.Kills;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports that are killed at random times, with SIGKILL: the result is that of an undisturbed run. */
class KilledExportTest {
    private static final int FILES = 25 * Kills.COUNT;
    private static final int EACH = 7;
    private static final int MILLISECONDS = 6;
    private static final Pseudonyms KEY =
            new Pseudonyms("a key of more than 16 bytes".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    /** The program of the process that is killed. */
    public static final class Job {
        private Job() {}

        /**
         * Exports a folder slowly.
         *
         * @param arguments folder, output, log, whether anonymous
         * @throws IOException if a file cannot be read or written
         */
        public static void main(String[] arguments) throws IOException {
            Path log = Path.of(arguments[2]);
            boolean anonymous = Boolean.parseBoolean(arguments[3]);
            run(Path.of(arguments[0]), Path.of(arguments[1]), anonymous, (picture, settings, file) -> {
                new ExportWriter().write(picture, settings, file);
                Files.writeString(log, file.getFileName() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Kills.begin(arguments[4]);
                try {
                    Thread.sleep(MILLISECONDS);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            });
        }
    }

    private static BatchExport.Result run(Path in, Path out, boolean anonymous, PictureWriter writer)
            throws IOException {
        ExportSettings settings =
                new ExportSettings(ExportFormat.PNG, List.of(), 0, Optional.empty(), Optional.empty(), 90, anonymous);
        ExportScope scope = new ExportScope(SeriesSelection.ALL, Shard.ALL, Optional.of(KEY));
        return BatchExport.run(in, out, settings, scope, EACH, writer, Progress.NONE);
    }

    private static Map<String, byte[]> contents(Path out) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.isDirectory(file) ? new byte[0] : Files.readAllBytes(file);
                contents.put(out.relativize(file).toString(), bytes);
            }
        }
        return contents;
    }

    private Path files() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        for (int i = 0; i < FILES; i++) {
            Path place = in.resolve("deep" + i % 3);
            write(place, "s" + i + ".dcm", slice(i, i, -1024, 1000 + i, 1024, 1064, 1124));
        }
        DicomBytes cine = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).text(Tag.NUMBER_OF_FRAMES, "IS", "5");
        gray(cine, "MONOCHROME2", 1, 2, 16, 16, false);
        write(in, "cine.dcm", pixels(rescaled(cine, "0", "1"), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        Files.writeString(in.resolve("page.dcm"), "<html>");
        Files.writeString(in.resolve("notes.txt"), "nothing");
        return in;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aKilledExportContinuesToTheSameFiles(boolean anonymous) throws Exception {
        Path in = files();
        Path whole = folder.resolve("whole");
        BatchExport.Result undisturbed = run(in, whole, anonymous, new ExportWriter());
        assertEquals(FILES + 5, undisturbed.written());
        Path out = folder.resolve("killed");
        Path log = folder.resolve("log");
        int killed = Kills.run(
                Job.class,
                folder,
                2 * FILES * MILLISECONDS / Workers.parallelism() / Kills.COUNT,
                in.toString(),
                out.toString(),
                log.toString(),
                Boolean.toString(anonymous));
        assertTrue(killed > Kills.COUNT / 2, killed + " kills");
        BatchExport.Result rest = run(in, out, anonymous, (picture, settings, file) -> {
            new ExportWriter().write(picture, settings, file);
            Files.writeString(log, file.getFileName() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        });
        assertEquals(FILES + 5, rest.written() + rest.existing());
        Map<String, byte[]> expected = contents(whole);
        Map<String, byte[]> found = contents(out);
        assertEquals(expected.keySet(), found.keySet());
        for (String name : expected.keySet()) assertArrayEquals(expected.get(name), found.get(name), name);
        // A file is processed again only if a kill came between its picture and its record.
        int made = Files.readAllLines(log).size();
        int again = made - FILES - 5;
        assertTrue(again >= 0 && again <= killed * Workers.parallelism() + 5 * killed, again + " again");
        System.out.println(killed + " kills, " + made + " pictures made of " + (FILES + 5) + ", " + rest.written()
                + " of them after the last kill");
        BatchExport.Result nothing = run(in, out, anonymous, (picture, settings, file) -> {
            throw new IOException("nothing is written");
        });
        assertEquals(new BatchExport.Result(0, FILES + 5, 1, out.resolve("manifest.csv")), nothing);
    }

    /** The program of the process that is killed, for whole series. */
    public static final class SeriesJob {
        private SeriesJob() {}

        /**
         * Exports a folder slowly.
         *
         * @param arguments folder, output, format
         * @throws IOException if a file cannot be read or written
         */
        public static void main(String[] arguments) throws IOException {
            Progress slow = new Progress() {
                @Override
                public void update(long done, long total) {}

                @Override
                public boolean isCancelled() {
                    return false;
                }

                @Override
                public void status(String text) {
                    if (!text.startsWith("Exporting series")) return;
                    try {
                        Kills.begin(arguments[3]);
                        Thread.sleep(MILLISECONDS);
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
            run(Path.of(arguments[0]), Path.of(arguments[1]), ExportFormat.byLabel(arguments[2]), slow);
        }
    }

    private static BatchExport.Result run(Path in, Path out, ExportFormat format, Progress progress)
            throws IOException {
        ExportSettings settings = ExportSettings.of(format, List.of(), 0, Optional.empty());
        return SeriesExport.run(in, out, settings, ExportScope.ALL, progress);
    }

    @ParameterizedTest
    @ValueSource(strings = {"npy", "nii.gz"})
    void aKilledExportOfSeriesContinuesToTheSameFiles(String format) throws Exception {
        Path in = folder.resolve("series");
        int count = 12 * Kills.COUNT;
        for (int series = 0; series < count; series++) {
            for (int slice = 1; slice <= 2; slice++) {
                DicomBytes bytes = at(ct(Integer.toString(series), slice), "0\\0\\" + slice, "1\\0\\0\\0\\1\\0");
                gray(bytes, "MONOCHROME2", 1, 2, 16, 16, false);
                write(in, series + "/" + slice + ".dcm", pixels(rescaled(bytes, "-1024", "1"), series, slice));
            }
        }
        Path whole = folder.resolve("whole");
        assertEquals(
                count,
                run(in, whole, ExportFormat.byLabel(format), Progress.NONE).written());
        Path out = folder.resolve("killed");
        int longest = 4 * count * MILLISECONDS / Kills.COUNT;
        int killed = Kills.run(SeriesJob.class, folder, longest, in.toString(), out.toString(), format);
        assertTrue(killed > Kills.COUNT / 2, killed + " kills");
        BatchExport.Result rest = run(in, out, ExportFormat.byLabel(format), Progress.NONE);
        System.out.println(killed + " kills, " + rest);
        assertEquals(count, rest.written() + rest.existing());
        assertTrue(rest.existing() > 0);
        Map<String, byte[]> expected = contents(whole);
        Map<String, byte[]> found = contents(out);
        assertEquals(expected.keySet(), found.keySet());
        for (String name : expected.keySet()) assertArrayEquals(expected.get(name), found.get(name), name);
    }

    /** A part whose pictures a kill left in two places. */
    @Test
    void aKillBetweenMovesOfAPartLosesNothing() throws Exception {
        Path in = files();
        Path whole = folder.resolve("whole");
        run(in, whole, false, new ExportWriter());
        Map<String, byte[]> expected = contents(whole);
        Path out = folder.resolve("out");
        PictureWriter writer = new ExportWriter();
        try {
            run(in, out, false, (picture, settings, file) -> {
                if (file.getFileName().toString().startsWith("6")) throw new IOException("full");
                writer.write(picture, settings, file);
            });
        } catch (IOException e) {
            // As a kill before the last file of the first part.
        }
        Path work = out.resolve("unfinished.part");
        assertTrue(Files.exists(work.resolve("journal0")));
        // As a kill after the first move, and in a record of the journal.
        Path first = Files.createDirectories(out.resolve("deep0")).resolve("s0.png");
        try (Stream<Path> staged = Files.list(work)) {
            for (Path file : staged.toList()) {
                if (file.getFileName().toString().equals("1.png")) Files.move(file, first);
            }
        }
        Files.write(work.resolve("journal0"), new byte[] {0, 0, 1}, StandardOpenOption.APPEND);
        Files.writeString(work.resolve("3.png.1234.part"), "half");
        run(in, out, false, new ExportWriter());
        Map<String, byte[]> found = contents(out);
        assertEquals(expected.keySet(), found.keySet());
        for (String name : expected.keySet()) assertArrayEquals(expected.get(name), found.get(name), name);
    }
}
