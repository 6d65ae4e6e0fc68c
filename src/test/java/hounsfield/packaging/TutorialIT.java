package hounsfield.packaging;

import static hounsfield.packaging.Printed.assertContains;
import static hounsfield.packaging.Printed.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.phantom.CtPhantom;
import hounsfield.phantom.UltrasoundPhantom;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output and pictures of the unchanged macros in {@code macros/tutorial}, in plain ImageJ without a display. */
class TutorialIT {
    private static final Path MACROS = Path.of("macros", "tutorial");
    private static ImageJInstallation imageJ;

    @TempDir
    Path output;

    @BeforeAll
    static void install() throws Exception {
        imageJ = ImageJInstallation.plain();
    }

    @Test
    void header() throws Exception {
        String printed = run("1_Header.ijm");
        assertContains(printed, "61 elements");
        assertContains(printed, "0028,1052  Rescale Intercept: -1024");
        assertContains(printed, "0028,0030  Pixel Spacing: 0.75\\0.75");
        assertPictures(1);
    }

    @Test
    void storedAndHounsfield() throws Exception {
        String printed = run("2_Stored_and_HU.ijm");
        assertContains(printed, "stored: bins from 0");
        assertContains(printed, "hu: bins from -1024 to 2527");
        assertPictures(2);
    }

    @Test
    void ranges() throws Exception {
        String printed = run("3_Ranges.ijm");
        assertContains(printed, "bone, 300 to 894 HU");
        double air = number(printed, "air, -1024 to -900 HU: (\\S+) %");
        double soft = number(printed, "soft tissue, -250 to 250 HU: (\\S+) %");
        assertTrue(air > 20 && soft > 20 && air + soft < 100, printed);
        assertEquals(-1000, number(printed, "lung without the rest: (\\S+) to"), 20);
        assertTrue(number(printed, "lung without the rest: \\S+ to (\\S+) HU") <= -600, printed);
        assertPictures(5);
    }

    @Test
    void windows() throws Exception {
        String printed = run("4_Windows.ijm");
        assertContains(printed, "lungs: -1350 to 150 HU");
        assertContains(printed, "stroke: 28 to 36 HU");
        assertPictures(11);
    }

    @Test
    void frequencyBins() throws Exception {
        String printed = run("5_Frequency_Bins.ijm");
        // An even spread over 0 to 1 has a standard deviation of 0.289; only 100 bins come near.
        assertEquals(0.289, number(printed, "(?m)^100 bins: .*deviation (\\S+)"), 0.02);
        assertTrue(number(printed, "(?m)^1 bins: .*deviation (\\S+)") < 0.25, printed);
        assertPictures(6);
    }

    @Test
    void frames() throws Exception {
        String printed = run("6_Frames.ijm");
        assertContains(printed, UltrasoundPhantom.FRAMES + " frames, 33.3 ms a frame");
        assertPictures(5);
    }

    @Test
    void channels() throws Exception {
        assertContains(run("7_Channels.ijm"), "24-bit, " + CtPhantom.SLICES + " slices");
        assertPictures(1);
    }

    @Test
    void folderTable() throws Exception {
        assertContains(run("8_Folder_Table.ijm"), CtPhantom.SLICES + " rows");
        List<String> lines = Files.readAllLines(output.resolve("8_table.csv"));
        assertEquals(CtPhantom.SLICES + 1, lines.size());
        assertTrue(lines.get(0).contains("fraction_in_window"), lines.get(0));
    }

    private String run(String macro) throws Exception {
        return imageJ.run(MACROS.resolve(macro), output.toString());
    }

    /** Checks the number of JPEG files, that no two are equal, and that none has a single gray. */
    private void assertPictures(int count) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(output)) {
            files = list.filter(file -> file.toString().endsWith(".jpg")).toList();
        }
        assertEquals(count, files.size());
        long different = 0;
        for (Path file : files) {
            BufferedImage picture = ImageIO.read(file.toFile());
            int width = picture.getWidth();
            int height = picture.getHeight();
            int[] colors = picture.getRGB(0, 0, width, height, null, 0, width);
            assertTrue(Arrays.stream(colors).distinct().count() > 2, file.toString());
            if (files.stream().noneMatch(other -> other != file && isSame(file, other))) different++;
        }
        assertEquals(count, different);
    }

    private static boolean isSame(Path file, Path other) {
        try {
            return Files.mismatch(file, other) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
