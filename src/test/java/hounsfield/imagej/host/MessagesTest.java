package hounsfield.imagej.host;

import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.api.io.TempDir;

/** Lines in ImageJ's log, which is the standard output without a display. */
public class MessagesTest {
    @TempDir
    Path folder;

    public static List<String> logged(ThrowingSupplier<?> work) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            work.get();
        } catch (Throwable e) {
            throw new AssertionError(e);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void rejectedFilesAreLoggedOnceForEachFolderWithTheirPlaceInIt() throws Exception {
        write(folder, "a/IM1", slice(1, 0, 0, 1, 2, 3, 4));
        Files.writeString(write(folder, "b/IM1.dcm", slice(2, 1, 0, 1, 2, 3, 4)), "no DICOM");
        String first = folder.getFileName() + ": b/IM1.dcm was left out: ";
        List<String> lines = logged(() -> Hounsfield.listSeries(folder.toString()));
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith(first), lines.toString());
        assertEquals(List.of(), logged(() -> Hounsfield.describeSeries(folder.toString())));
        assertEquals(List.of(), logged(() -> Hounsfield.listSeries(folder + "/a/..")));
        Files.writeString(folder.resolve("IM2.dcm"), "no DICOM either");
        lines = logged(() -> Hounsfield.listSeries(folder.toString()));
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).contains(": IM2.dcm was left out: "), lines.toString());
    }

    @Test
    void theLogTakesAThousandLinesAboutAFolder() throws Exception {
        List<String> sentences =
                IntStream.range(0, 1500).mapToObj(i -> "sentence " + i).toList();
        List<String> lines = logged(() -> {
            Messages.logOnce(folder, sentences);
            return null;
        });
        assertEquals(1001, lines.size());
        assertEquals(folder.getFileName() + ": and 500 more", new ArrayList<>(lines).get(1000));
        Path other = folder.resolve("other");
        assertEquals(List.of("other: sentence 0"), logged(() -> {
            for (int call = 0; call < 2; call++) Messages.logOnce(other, List.of("sentence 0"));
            return null;
        }));
    }

    /** For users at a screen; scripts get all lines. */
    @Test
    void anImportHasOneLine() {
        assertEquals(
                "first is odd; second is odd",
                Messages.onOneLine("a.dcm", List.of("first is odd", "a.dcm, second is odd")));
        assertEquals(List.of(), Messages.withoutOthers(List.of()));
        assertEquals(List.of("a was left out"), Messages.withoutOthers(List.of("a was left out")));
        assertEquals(
                List.of("a was left out (and 1 other file; DICOM Folder Table... has a row for each)"),
                Messages.withoutOthers(List.of("a was left out", "b was left out")));
        assertEquals(
                List.of("a was left out (and 2 other files; DICOM Folder Table... has a row for each)"),
                Messages.withoutOthers(List.of("a was left out", "b was left out", "c was left out")));
    }
}
