package hounsfield.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.Dicom;
import hounsfield.corpus.Corpus;
import hounsfield.imagej.Hounsfield;
import hounsfield.testing.BuiltFiles.CtSlice;
import hounsfield.testing.DicomdirFile;
import hounsfield.testing.Impatient;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomdirSeriesTest {
    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void files() throws IOException {
        folder = Files.createDirectories(parent.resolve("disc"));
        Path ct = Files.createDirectories(folder.resolve("CT"));
        for (int i = 0; i < 3; i++)
            Files.write(ct.resolve("IM" + i), CtSlice.axial(i, 5 * i).toBytes());
        Files.write(parent.resolve("SECRET"), CtSlice.axial(9, 45).toBytes());
    }

    @Test
    void onlyTheFilesItNamesAreRead() throws IOException {
        Path directory = directory("CT\\IM2", "CT\\IM0", "CT\\IM2");
        ImagePlus image = Hounsfield.openSeries(directory.toString());
        assertEquals(2, image.getStackSize());
        assertTrue(image.getStack().getSliceLabel(1).startsWith("CT/IM0"));
        assertEquals(1, Hounsfield.listSeries(directory.toString()).length);
        assertEquals(1, Dicom.series(directory).list().size());
        assertEquals(3, Hounsfield.openSeries(folder.toString()).getStackSize(), "the folder has all");
    }

    @Test
    void missingFilesAndOtherFilesAreListed() throws IOException {
        Files.writeString(folder.resolve("TEXT"), "text");
        SeriesScan scan = scan("CT\\IM0", "CT\\IM7", "TEXT", "NONE\\IM1", "CT");
        assertEquals(1, scan.series().size());
        assertEquals(List.of("CT", "CT/IM7", "NONE/IM1", "TEXT"), names(scan));
        assertEquals(
                "is named by the DICOMDIR but does not exist",
                scan.rejected().get(1).sentence());
        assertEquals("not a DICOM file: text", scan.rejected().get(3).sentence());
    }

    @Test
    void noNameLeadsOutOfTheFolder() throws IOException {
        SeriesScan scan = scan(
                "..\\SECRET",
                "CT\\..\\..\\SECRET",
                "../SECRET",
                parent.resolve("SECRET").toString(),
                "C:\\SECRET",
                "C:SECRET",
                "\\SECRET",
                ".\\CT",
                "A".repeat(300),
                "A\\".repeat(40) + "A");
        assertEquals(List.of(), scan.series());
        assertEquals(10, scan.rejected().size());
        for (Diagnostic each : scan.rejected()) {
            assertTrue(each.sentence().startsWith("has a name"), each.sentence());
            assertTrue(each.name().length() < 90, each.name());
        }
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        try {
            Files.createSymbolicLink(folder.resolve("LINK"), parent.resolve("SECRET"));
            Files.createSymbolicLink(folder.resolve("UP"), parent);
            Files.createSymbolicLink(folder.resolve("INSIDE"), folder.resolve("CT/IM0"));
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("no links here");
        }
        SeriesScan scan = scan("LINK", "UP\\SECRET", "INSIDE");
        assertEquals(1, scan.series().size());
        assertEquals(List.of("LINK", "UP/SECRET"), names(scan));
        assertEquals(
                "is a link that leads out of the folder", scan.rejected().get(0).sentence());
    }

    @Test
    void namesMayHaveAnotherCaseUnlessTwoFilesMatch() throws IOException {
        assertEquals(1, scan("ct\\im1").series().size());
        Files.write(folder.resolve("CT/im1"), CtSlice.axial(4, 20).toBytes());
        assertEquals(1, scan("CT\\im1").series().size());
        Assumptions.assumeFalse(Files.exists(folder.resolve("ct/Im1")));
        assertTrue(scan("CT\\Im1").rejected().get(0).sentence().contains("in upper or lower case"));
    }

    @Test
    void inactiveRecordsAreLeftOut() throws IOException {
        Path directory = DicomdirFile.write(folder, List.of(DicomdirFile.record(0, "CT\\IM0")));
        assertEquals(List.of(), SeriesScanner.scan(directory, Progress.NONE).series());
    }

    @Test
    void canBeCancelled() throws IOException {
        Path directory = directory("CT\\IM0");
        assertThrows(CancellationException.class, () -> SeriesScanner.scan(directory, new Impatient(0)));
    }

    /** The CT series of two of its patients, and others: all its files and nothing else. */
    @Test
    void aRealDicomdirGivesWhatItsFolderHolds() throws IOException {
        Path real = Corpus.folder().resolve("dicomdir");
        SeriesScan scan = SeriesScanner.scan(real.resolve("DICOMDIR"), Progress.NONE);
        assertEquals(List.of(), names(scan));
        int slices =
                scan.series().stream().mapToInt(each -> each.slices().size()).sum();
        assertEquals(31, slices);
    }

    private SeriesScan scan(String... ids) throws IOException {
        return SeriesScanner.scan(directory(ids), Progress.NONE);
    }

    private Path directory(String... ids) throws IOException {
        return DicomdirFile.write(folder, ids);
    }

    private static List<String> names(SeriesScan scan) {
        return scan.rejected().stream().map(Diagnostic::name).toList();
    }
}
