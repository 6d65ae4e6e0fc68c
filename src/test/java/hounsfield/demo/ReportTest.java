package hounsfield.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.phantom.CtPhantom;
import hounsfield.phantom.Insert;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private final List<Insert> truth = new CtPhantom().inserts();

    @TempDir
    Path folder;

    private ImagePlus image;

    @BeforeEach
    void openPhantom() throws IOException {
        new CtPhantom().write(folder.resolve("series"));
        image = Hounsfield.openSeries(folder.resolve("series").toString());
    }

    @Test
    void phantomMeasuresWhatItHolds() throws IOException {
        assertTrue(new Report(image, folder).compare(truth));
        List<String> lines = Files.readAllLines(folder.resolve("inserts.csv"));
        assertEquals(1 + truth.size(), lines.size());
        String[] air = lines.get(1).split(",");
        assertEquals("air", air[0]);
        assertEquals(-1000, Double.parseDouble(air[2]), 1, "mean");
        assertTrue(Integer.parseInt(air[4]) > 100 * CtPhantom.SLICES, "voxels");
    }

    @Test
    void oneSliceThatIsOffIsFound() throws IOException {
        image.getStack().getProcessor(5).add(10);
        assertFalse(new Report(image, folder).compare(truth));
    }

    @Test
    void picturesAreWritten() throws IOException {
        new Report(image, folder).writePictures();
        for (String name : List.of("lungs", "mediastinum", "equalized")) {
            assertTrue(Files.size(folder.resolve(name + ".png")) > 1000, name);
        }
    }
}
