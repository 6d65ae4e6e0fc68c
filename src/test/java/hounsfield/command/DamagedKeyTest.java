package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.frame.DamagedFrames;
import hounsfield.imagej.Hounsfield;
import hounsfield.testing.DicomImages;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The key {@code damaged} of the commands that open files and series. */
class DamagedKeyTest extends MacroCommands {
    @Test
    void openDicomFillsOrRefuses() throws IOException {
        Path path = Files.write(folder.resolve("a.dcm"), DamagedFrames.nativeCut(3, 20));
        for (String options : new String[] {"", " damaged=fill", " damaged=fill virtual"}) {
            ImagePlus image = run("Open DICOM...", "path=" + path + options);
            assertEquals(-12, image.getStack().getProcessor(2).getf(0), options);
            assertTrue(Float.isNaN(image.getStack().getProcessor(3).getf(0)), options);
            assertArrayEquals(new int[] {3}, Hounsfield.damaged(image), options);
        }
        String message = MacroRun.failure(new OpenDicomCommand(), "path=" + path + " damaged=refuse");
        assertTrue(message.endsWith(": declares 72 bytes, 52 are there; the first 2 of 3 frames can be read"), message);
        assertEquals(
                2,
                run("Open DICOM...", "path=" + path + " damaged=refuse frames=1-2")
                        .getStackSize());
        message = MacroRun.failure(new OpenDicomCommand(), "path=" + path + " damaged=maybe");
        assertTrue(message.contains("\"damaged=maybe\": it is one of fill, refuse"), message);
    }

    @Test
    void importSeriesFillsOrRefuses() throws IOException {
        for (int i = 0; i < 4; i++) {
            Path file = DicomImages.write(folder, "IM" + i, DicomImages.slice(i + 1, i, -1024, 1, 2, 3, 4));
            if (i == 1) Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 3));
        }
        String options = "folder=[" + folder + "]";
        for (String more : new String[] {"", " damaged=fill virtual"}) {
            ImagePlus image = run("Import DICOM Series...", options + more);
            assertArrayEquals(new int[] {2}, Hounsfield.damaged(image), more);
        }
        String message = MacroRun.failure(new ImportSeriesCommand(), options + " damaged=refuse");
        assertTrue(message.endsWith("; 3 of 4 slices, all but IM1, can be read"), message);
    }
}
