package hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.Dicom;
import hounsfield.DicomSeriesList;
import hounsfield.imagej.host.MessagesTest;
import hounsfield.testing.DicomImages;
import hounsfield.testing.Impatient;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series of chosen files in place of a folder. */
class SeriesOfFilesTest {
    @TempDir
    Path folder;

    private String[] paths;

    @BeforeEach
    void files() throws IOException {
        for (int i = 0; i < 4; i++) {
            DicomImages.write(folder, "s" + i % 2 + "/IM" + i, DicomImages.slice(9 - i, 5 * i, -1024, i, 2, 3, 4));
        }
        Files.writeString(folder.resolve("s0/text.txt"), "text");
        paths = new String[] {path("s1/IM3"), path("s0/IM0"), path("s0/../s0/IM0"), path("s1/IM1")};
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void theFilesAreAVolumeInOrderOfPosition() throws IOException {
        assertArrayEquals(new String[] {"1.2.3.4.5.1"}, Hounsfield.listSeriesOfFiles(paths));
        ImagePlus image = Hounsfield.openSeriesOfFiles(paths, "7");
        assertEquals(3, image.getStackSize());
        assertEquals(-1024, image.getStack().getProcessor(1).getf(0));
        assertEquals(-1021, image.getStack().getProcessor(3).getf(0));
        assertTrue(image.getStack().getSliceLabel(1).startsWith("s0/IM0\n"));
        assertTrue(image.getStack().getSliceLabel(3).startsWith("s1/IM3\n"));
        assertEquals(7.5, image.getCalibration().pixelDepth, 1e-9);
        assertEquals(15, Hounsfield.positionOf(image, 0, 0, 3)[2], 1e-9);
        image.setSlice(3);
        assertTrue(Hounsfield.headerTableOf(image).size() > 10, "the header is found by the label");
        assertEquals(0, Hounsfield.histogramOfStored(image)[0][0], "stored values are found by the label");
    }

    @Test
    void theWholeListGivesWhatTheFolderGives() throws IOException {
        String[] all = Hounsfield.dicomFiles(folder.toString());
        ImagePlus ofFolder = Hounsfield.openSeries(folder.toString());
        ImagePlus ofFiles = Hounsfield.openSeriesOfFiles(all, "");
        assertEquals(ofFolder.getTitle(), ofFiles.getTitle());
        assertEquals(ofFolder.getStackSize(), ofFiles.getStackSize());
        for (int n = 1; n <= ofFolder.getStackSize(); n++) {
            assertEquals(
                    ofFolder.getStack().getSliceLabel(n), ofFiles.getStack().getSliceLabel(n));
            assertArrayEquals((float[]) ofFolder.getStack().getPixels(n), (float[])
                    ofFiles.getStack().getPixels(n));
        }
        assertEquals(ofFolder.getInfoProperty(), ofFiles.getInfoProperty());
    }

    @Test
    void filesThatCannotBeUsedAreNamed() throws Exception {
        String[] some = {path("s0/IM0"), path("s0/text.txt"), path("none"), path("s1")};
        List<String> log = MessagesTest.logged(() -> Hounsfield.openSeriesOfFiles(some, ""));
        String about = folder.getFileName() + ": ";
        assertEquals(4, log.size(), log.toString());
        assertEquals(about + "s0/text.txt was left out: not a DICOM file: text", log.get(0));
        assertTrue(log.get(1).startsWith(about + "none was left out: "), log.get(1));
        assertTrue(log.get(2).startsWith(about + "s1 was left out: "), log.get(2));
        assertEquals(about + "1 slice", log.get(3));
        DicomSeriesList found =
                Dicom.series(List.of(Path.of(some[0]), Path.of(some[1]), Path.of(some[2]), Path.of(some[3])));
        assertEquals(3, found.rejected().size());
        assertEquals(1, found.only().files().size());
    }

    @Test
    void noFilesAndNoImagesAreRefused() {
        assertEquals("there are no files", refused());
        assertEquals("there are no DICOM images among the 1 files", refused(path("s0/text.txt")));
        assertEquals("a path of paths is null", refused(paths[0], null));
        assertThrows(
                CancellationException.class, () -> Dicom.series(List.of(folder.resolve("s0/IM0")), new Impatient(0)));
    }

    private static String refused(String... paths) {
        return assertThrows(IllegalArgumentException.class, () -> Hounsfield.openSeriesOfFiles(paths, ""))
                .getMessage();
    }

    @Test
    void macrosGiveALineForEachFile() throws IOException {
        assertEquals("1.2.3.4.5.1", Macros.call("listSeriesOfFiles", String.join("\n", paths)));
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Macros.call("listSeriesOfFiles", paths[0] + "\n" + path("none") + "\n", "7"));
        assertEquals("listSeriesOfFiles takes 1 arguments (lines of text), not 2", e.getMessage());
        assertEquals("there are no files", refusedMacro(""));
        assertEquals("there are no DICOM images among the 2 files", refusedMacro(path("none") + "\n" + path("s1")));
    }

    private static String refusedMacro(String lines) {
        return assertThrows(IllegalArgumentException.class, () -> Macros.call("openSeriesOfFiles", lines, ""))
                .getMessage();
    }
}
