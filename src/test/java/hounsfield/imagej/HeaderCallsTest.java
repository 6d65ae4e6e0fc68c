package hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import hounsfield.Dicom;
import hounsfield.phantom.CtPhantom;
import hounsfield.phantom.EnhancedCtPhantom;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Elements, geometry and presets as scripts ask for them. */
class HeaderCallsTest {
    @TempDir
    Path folder;

    private String enhanced() throws IOException {
        return new EnhancedCtPhantom().write(folder).get(0).toString();
    }

    @Test
    void elementsAreTextByKeywordOrTag() throws IOException {
        String path = new CtPhantom().write(folder).get(0).toString();
        for (String word : new String[] {"PixelSpacing", "pixelspacing", "Pixel Spacing", "0028,0030", "(0028,0030)"}) {
            assertEquals("0.75\\0.75", Hounsfield.tag(path, word), word);
        }
        assertEquals("1.2.840.10008.1.2.1", Hounsfield.tag(path, "TransferSyntaxUID"));
        assertEquals(512 * 512 * 2 + " bytes", Hounsfield.tag(path, "PixelData"));
        assertEquals("", Hounsfield.tag(path, "PatientComments"));
        assertEquals("512", Macros.call("tag", path, "rows"));
    }

    @Test
    void elementsInSequencesHaveTheirWay() throws IOException {
        String path = enhanced();
        assertEquals("1 item", Hounsfield.tag(path, "SharedFunctionalGroupsSequence"));
        String measures = "SharedFunctionalGroupsSequence.PixelMeasuresSequence[0].PixelSpacing";
        assertEquals(
                Hounsfield.asDict(path).get("SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].PixelSpacing"),
                Double.parseDouble(Hounsfield.tag(path, measures).split("\\\\")[0]));
        assertEquals("", Hounsfield.tag(path, "SharedFunctionalGroupsSequence[5].PixelMeasuresSequence.PixelSpacing"));
    }

    /** A file with 1.6 GB of pixels, which has only its header on the disk. */
    @Test
    void elementsAreReadWithoutPixels() throws IOException {
        DicomBytes bytes = DicomImages.gray(DicomImages.ct("1", 1), "MONOCHROME2", 28_000, 28_000, 16, 16, false);
        long length = 2L * 28_000 * 28_000;
        byte[] header = bytes.header(Tag.PIXEL_DATA, "OW", length).toBytes();
        Path path = folder.resolve("large.dcm");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(header);
            file.setLength(header.length + length);
        }
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        assertEquals("28000", Hounsfield.tag(path.toString(), "Rows"));
        assertEquals(length + " bytes", Hounsfield.tag(path.toString(), "PixelData"));
        long allocated = thread.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 50_000_000, "allocated: " + allocated);
    }

    @Test
    void misspelledKeywordsAreAnsweredWithThoseThatExist() throws IOException {
        String path = new CtPhantom().write(folder).get(0).toString();
        assertEquals("\"PixelSpacng\" is not a tag; did you mean PixelSpacing?", failure(path, "PixelSpacng"));
        assertEquals(
                "\"xyz\" is not a tag; write keywords like PixelSpacing, or numbers like 0028,0030",
                failure(path, "xyz"));
        Path text = Files.writeString(folder.resolve("a.txt"), "text");
        assertThrows(DicomException.class, () -> Hounsfield.tag(text.toString(), "Rows"));
    }

    private static String failure(String path, String keyword) {
        return assertThrows(IllegalArgumentException.class, () -> Hounsfield.tag(path, keyword))
                .getMessage();
    }

    @Test
    void geometryIsThatOfTheFrontDoor() throws IOException {
        new CtPhantom().write(folder);
        double[][] patient = Dicom.series(folder).only().read().toPatient();
        assertGeometry(patient, Hounsfield.geometry(Hounsfield.openSeries(folder.toString())));
        assertGeometry(patient, Hounsfield.geometry(Hounsfield.openSeriesVirtual(folder.toString())));
        assertArrayEquals(
                new double[] {0.75, 0.75, 2.5},
                Hounsfield.geometry(Hounsfield.openSeries(folder.toString())).get("spacing"),
                1e-9);
    }

    @Test
    void geometryOfManyFrames() throws IOException {
        String path = enhanced();
        double[][] patient = Dicom.open(Path.of(path)).read().toPatient();
        assertGeometry(patient, Hounsfield.geometryOfFile(path));
        assertGeometry(patient, Hounsfield.geometry(Hounsfield.open(path)));
        String text = Macros.call("geometryOfFile", path);
        assertEquals("spacing=", text.substring(0, 8));
        assertEquals(3, text.split("\n").length);
    }

    private static void assertGeometry(double[][] patient, Map<String, double[]> geometry) {
        double[] spacing = geometry.get("spacing");
        double[] direction = geometry.get("direction");
        double[] origin = geometry.get("origin");
        for (int row = 0; row < 3; row++) {
            assertEquals(patient[row][3], origin[row], 1e-3);
            for (int column = 0; column < 3; column++) {
                assertEquals(patient[row][column], direction[3 * row + column] * spacing[column], 1e-6);
            }
        }
    }

    @Test
    void croppedAndResizedImagesBeginElsewhere() throws IOException {
        new CtPhantom().write(folder);
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        double[] origin = Hounsfield.geometry(image).get("origin");
        ImagePlus mask = IJ.createImage("mask", "8-bit black", 512, 512, 1);
        ImageProcessor pixels = mask.getProcessor();
        pixels.setValue(255);
        pixels.setRoi(100, 40, 64, 32);
        pixels.fill();
        Map<String, double[]> cropped = Hounsfield.geometry(Hounsfield.crop(image, mask));
        assertArrayEquals(new double[] {origin[0] + 75, origin[1] + 30, origin[2]}, cropped.get("origin"), 1e-3);
        Map<String, double[]> small = Hounsfield.geometry(Hounsfield.cropResize(image, mask, 32, 16));
        assertArrayEquals(new double[] {1.5, 1.5, 2.5}, small.get("spacing"), 1e-9);
        // The center of a pixel twice as wide is half a small pixel further.
        assertArrayEquals(
                new double[] {origin[0] + 75 + 0.375, origin[1] + 30 + 0.375, origin[2]}, small.get("origin"), 1e-3);
        image.setRoi(100, 40, 64, 32);
        assertArrayEquals(
                new double[] {origin[0] + 75, origin[1] + 30, origin[2]},
                Hounsfield.geometry(image.crop("stack")).get("origin"),
                1e-3,
                "ImageJ's own crop");
        ImagePlus resized = image.resize(100, 100, "none");
        assertEquals(Set.of("spacing"), Hounsfield.geometry(resized).keySet(), "ImageJ's own resizing");
    }

    @Test
    void presetsHaveNumbers() throws IOException {
        assertArrayEquals(new double[] {-600, 1500}, Hounsfield.windowPreset("LUNGS"));
        assertArrayEquals(new double[] {40, 80}, Hounsfield.windowPreset("40/80"));
        assertEquals("600 2800", Macros.call("windowPreset", "Brain_Bone"));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.windowPreset("file 1"));
    }
}
