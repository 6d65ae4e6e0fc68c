package hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.Tag;
import hounsfield.testing.DicomImages;
import hounsfield.testing.MosaicFile;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.plugin.SubstackMaker;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slices that are tiles of mosaics or entries of ZIP archives have header, stored values and place like those of files. */
class SliceSourcesTest {
    @TempDir
    Path folder;

    private ImagePlus mosaics() throws IOException {
        for (int time = 1; time <= 2; time++) MosaicFile.write(folder, time, 3, "1");
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        assertEquals(6, image.getStackSize());
        return image;
    }

    /** Returns the value of a row of a header table. */
    private static String value(ResultsTable table, String name) {
        for (int row = 0; row < table.size(); row++) {
            if (table.getStringValue("Name", row).equals(name)) return table.getStringValue("Value", row);
        }
        return "";
    }

    /** Returns the stored values of an image that occur, each as often as it does. */
    private static double[] stored(ImagePlus image) throws IOException {
        double[][] histogram = Hounsfield.histogramOfStored(image);
        double[] found = new double[image.getWidth() * image.getHeight() * image.getStackSize()];
        int count = 0;
        for (int bin = 0; bin < histogram[1].length; bin++) {
            for (int i = 0; i < histogram[1][bin]; i++) found[count++] = Math.ceil(histogram[0][bin]);
        }
        assertEquals(found.length, count);
        return found;
    }

    @Test
    void storedValuesOfTiles() throws IOException {
        ImagePlus image = mosaics();
        double[] all = {100, 101, 110, 111, 120, 121, 200, 201, 210, 211, 220, 221};
        assertArrayEquals(all, stored(image));
        ImagePlus part = new SubstackMaker().makeSubstack(image, "6,2");
        assertArrayEquals(new double[] {110, 111, 220, 221}, stored(part));
        String tiff = folder.resolve("saved.tif").toString();
        assertTrue(new FileSaver(image).saveAsTiffStack(tiff));
        assertArrayEquals(all, stored(IJ.openImage(tiff)), "tiles are kept in TIFF files");
    }

    @Test
    void headerAndPlaceOfTiles() throws IOException {
        ImagePlus image = mosaics();
        image.setPosition(1, 2, 2);
        assertEquals("2", value(Hounsfield.headerTableOf(image), "Instance Number"));
        assertEquals("1.2.3.4.2", Hounsfield.tagOf(image, "SOPInstanceUID"));
        assertEquals("1.2.840.10008.1.2.1", Hounsfield.tagOf(image, "TransferSyntaxUID"));
        Map<String, double[]> geometry = Hounsfield.geometry(image);
        assertArrayEquals(new double[] {2, 2, 3}, geometry.get("spacing"), 1e-9);
        assertArrayEquals(Hounsfield.positionOf(image, 0, 0, 1), geometry.get("origin"), 1e-9);
        assertArrayEquals(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, geometry.get("direction"), 1e-9);
    }

    /** An archive of three slices with the stored values 1000 * k, and a slope of 2. */
    private Path zip() throws IOException {
        Path zip = folder.resolve("study.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (int k = 1; k <= 3; k++) {
                out.putNextEntry(new ZipEntry("a/" + k));
                out.write(DicomImages.pixels(
                                DicomImages.rescaled(
                                        DicomImages.gray(
                                                DicomImages.at(
                                                        DicomImages.ct("1", k)
                                                                .text(Tag.WINDOW_CENTER, "DS", "7" + k)
                                                                .text(Tag.WINDOW_WIDTH, "DS", "50"),
                                                        "0\\0\\" + 4 * k,
                                                        "1\\0\\0\\0\\1\\0"),
                                                "MONOCHROME2",
                                                1,
                                                1,
                                                16,
                                                16,
                                                false),
                                        "-50",
                                        "2"),
                                1000 * k)
                        .toBytes());
            }
        }
        return zip;
    }

    @Test
    void entriesOfArchives() throws IOException {
        Path zip = zip();
        ImagePlus image = Hounsfield.openSeries(zip.toString());
        assertEquals(3950, image.getStack().getProcessor(2).getf(0));
        assertArrayEquals(new double[] {1000, 2000, 3000}, stored(image));
        assertArrayEquals(new double[] {3000}, stored(new SubstackMaker().makeSubstack(image, "3")));
        image.setSlice(2);
        assertEquals("2", Hounsfield.tagOf(image, "InstanceNumber"));
        assertEquals("UL", Hounsfield.headerTableOf(image).getStringValue("VR", 0), "only the file has a group length");
        Hounsfield.windowFile(image, 1);
        assertEquals(72, (image.getDisplayRangeMin() + image.getDisplayRangeMax()) / 2, 1);
        String tiff = folder.resolve("saved.tif").toString();
        assertTrue(new FileSaver(image).saveAsTiffStack(tiff));
        assertArrayEquals(new double[] {1000, 2000, 3000}, stored(IJ.openImage(tiff)));
        Files.delete(zip);
        String refused = assertThrows(IllegalArgumentException.class, () -> Hounsfield.histogramOfStored(image))
                .getMessage();
        assertTrue(refused.contains("the DICOM file of slice 1 is unknown or missing"), refused);
        assertEquals("2", Hounsfield.tagOf(image, "InstanceNumber"), "from the header text");
    }

    /** An archive that was replaced is listed again, and entries that it no longer has are missing. */
    @Test
    void replacedArchives() throws IOException {
        Path zip = zip();
        ImagePlus image = Hounsfield.openSeries(zip.toString());
        assertArrayEquals(new double[] {1000, 2000, 3000}, stored(image));
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("a/other"));
        }
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.histogramOfStored(image));
    }
}
