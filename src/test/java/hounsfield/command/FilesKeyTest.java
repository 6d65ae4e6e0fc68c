package hounsfield.command;

import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import ij.ImagePlus;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The key {@code files} of {@code Import DICOM Series...}: some files in place of all of a folder. */
class FilesKeyTest extends MacroCommands {
    private static final String COMMAND = "Import DICOM Series...";

    @BeforeEach
    void files() {
        for (int i = 0; i < 5; i++) write(folder, "a b/IM" + i, slice(9 - i, 5 * i, -1024, i, 2, 3, 4));
    }

    @Test
    void theFilesAreThoseOfTheCall() throws IOException {
        List<String> names = List.of("IM4", "IM0", "IM2");
        String within = String.join("|", names);
        String absolute = String.join(" | ", names.stream().map(this::path).toList()) + "|";
        ImagePlus call =
                Hounsfield.openSeriesOfFiles(names.stream().map(this::path).toArray(String[]::new), "");
        for (String options : List.of(
                "folder=[" + folder.resolve("a b") + "] files=" + within,
                "files=[" + absolute + "]",
                "folder=[" + folder + "] files=[" + absolute + "] series=7")) {
            ImagePlus image = run(COMMAND, options);
            assertEquals(3, image.getStackSize(), options);
            assertEquals(10, image.getCalibration().pixelDepth, 1e-9, options);
            for (int n = 1; n <= 3; n++) {
                assertArrayEquals(
                        (float[]) call.getStack().getPixels(n),
                        (float[]) image.getStack().getPixels(n),
                        options);
                assertEquals(call.getStack().getSliceLabel(n), image.getStack().getSliceLabel(n), options);
            }
        }
    }

    private String path(String name) {
        return folder.resolve("a b").resolve(name).toString();
    }

    @Test
    void withoutFilesAndFolderTheMessageNamesTheFolder() {
        assertTrue(MacroRun.failure(new ImportSeriesCommand(), "files=[ | ]").contains("folder"));
        assertEquals(
                "there are no DICOM images among the 1 files",
                MacroRun.failure(new ImportSeriesCommand(), "files=" + folder.resolve("none")));
        assertTrue(
                MacroRun.failure(new ImportSeriesCommand(), "files=[a\0b]").contains("is not a path"),
                "a name that no file can have");
    }
}
