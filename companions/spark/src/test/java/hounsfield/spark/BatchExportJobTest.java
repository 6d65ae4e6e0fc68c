package hounsfield.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.dataset.export.BatchExport;
import hounsfield.dataset.export.ExportScope;
import hounsfield.dataset.part.Shard;
import hounsfield.deidentify.key.KeyFile;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.imagej.files.ExportWriter;
import hounsfield.series.SeriesSelection;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchExportJobTest {
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
        // Two files whose pictures would have the same name.
        Files.copy(files.resolve("a b.dcm"), files.resolve("a b"));
    }

    @AfterAll
    static void end() {
        session.stop();
    }

    private BatchExportJob.Result run(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("input=" + files, "output=" + folder.resolve("pictures")));
        arguments.addAll(List.of(more));
        return BatchExportJob.run(ExportOptions.parse(arguments.toArray(String[]::new)), session);
    }

    /** Runs the export with and without Spark, and compares pictures and lists. */
    private void compare(Optional<Path> key, String... more) throws IOException {
        BatchExportJob.Result result = run(more);
        Path alone = folder.resolve("alone");
        List<String> arguments = new ArrayList<>(List.of("input=a", "output=b"));
        arguments.addAll(List.of(more));
        Optional<Pseudonyms> pseudonyms =
                key.isEmpty() ? Optional.empty() : Optional.of(new Pseudonyms(KeyFile.read(key.get())));
        BatchExport.run(
                files,
                alone,
                ExportOptions.parse(arguments.toArray(String[]::new)).settings(),
                new ExportScope(SeriesSelection.ALL, Shard.ALL, pseudonyms),
                new ExportWriter(),
                Progress.NONE);
        Path pictures = folder.resolve("pictures");
        assertEquals(Trial.pictures(alone), Trial.pictures(pictures));
        assertEquals(result.pictures(), Trial.pictures(pictures).size());
        assertTrue(result.pictures() > 30);
        for (String picture : Trial.pictures(alone))
            assertEquals(-1, Files.mismatch(alone.resolve(picture), pictures.resolve(picture)), picture);
        assertEquals(Trial.lines(alone), Trial.lines(pictures));
        assertEquals(0, run(more).read(), "nothing is left");
    }

    @Test
    void picturesAreThoseOfTheExportWithoutSpark() throws IOException {
        compare(Optional.empty(), "windows=lungs", "size=100x80");
        assertTrue(Files.exists(folder.resolve("pictures").resolve("a b.dcm.png")));
    }

    @Test
    void tiffsAreThoseOfTheExportWithoutSpark() throws IOException {
        compare(Optional.empty(), "format=16-bit TIFF");
    }

    @Test
    void pseudonymsAreThoseOfTheExportWithoutSpark() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "a key of more than 16 bytes");
        compare(Optional.of(key), "anonymous=true", "key=" + key, "bins=20", "format=JPEG");
        for (String name : Trial.names(folder.resolve("pictures"))) {
            assertFalse(name.contains("IM0") || name.contains("case"), name);
            if (name.endsWith(".jpg")) continue;
            String text = Files.readString(folder.resolve("pictures").resolve(name));
            for (String secret : List.of("IM0", "case", "more than", "HOUNSFIELD", files.toString()))
                assertFalse(text.contains(secret), name + " contains " + secret);
        }
    }

    @Test
    void inputAndOutputMayBeInOtherStorage() throws IOException {
        run("size=16");
        Path odd = folder.resolve("odd");
        BatchExportJob.run(ExportOptions.parse("input=odd:" + files, "output=odd:" + odd, "size=16"), session);
        assertEquals(Trial.lines(folder.resolve("pictures")), Trial.lines(odd));
        List<String> pictures = Trial.pictures(odd);
        assertEquals(Trial.pictures(folder.resolve("pictures")), pictures);
        for (String picture : pictures)
            assertEquals(
                    -1, Files.mismatch(folder.resolve("pictures").resolve(picture), odd.resolve(picture)), picture);
    }

    @Test
    void otherOptionsAndFilesAreRefused() throws IOException {
        run("size=32");
        IllegalArgumentException size = assertThrows(IllegalArgumentException.class, () -> run("size=33"));
        assertTrue(size.getMessage().contains("there size=32x32, now size=33x33"), size.getMessage());
        Path added = Files.copy(files.resolve("a b.dcm"), files.resolve("added.dcm"));
        try {
            assertThrows(IllegalArgumentException.class, () -> run("size=32"));
        } finally {
            Files.delete(added);
        }
        assertThrows(IllegalArgumentException.class, () -> run("anonymous=true"));
        assertThrows(IllegalArgumentException.class, () -> run("key=a"));
        assertThrows(IllegalArgumentException.class, () -> run("format=npy"));
        assertThrows(IllegalArgumentException.class, () -> run("anonymous=true", "key=" + folder.resolve("none")));
    }
}
