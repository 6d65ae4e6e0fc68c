package hounsfield.command;

import static hounsfield.testing.DicomImages.slice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.phantom.EnhancedCtPhantom;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The keys of {@code DICOM Header...}, and the calls that do the same. */
class HeaderKeysTest extends MacroCommands {
    private static List<String> rows(ResultsTable table) {
        List<String> rows = new ArrayList<>();
        rows.add(table.getColumnHeadings());
        for (int row = 0; row < table.size(); row++) rows.add(table.getRowAsString(row));
        return rows;
    }

    private static ResultsTable table(String options, String title) {
        IJ.run("DICOM Header...", options);
        return Hounsfield.table(title);
    }

    @Test
    void filterSelectsRows() throws IOException {
        ImagePlus image = volume("", 2.5, new int[] {1, 2, 3, 4}, new int[] {5, 6, 7, 8});
        String path = folder.resolve("a").toString();
        ResultsTable ofFile = table("path=[" + path + "] filter=PixelSpacing", "DICOM Header");
        assertEquals(1, ofFile.size());
        assertEquals("0028,0030", ofFile.getStringValue("Tag", 0));
        assertEquals(rows(ofFile), rows(Hounsfield.headerFiltered(path, "0028 0030")));
        WindowManager.setTempCurrentImage(image);
        assertEquals(rows(table("filter=[pixel spacing]", "DICOM Header")), rows(ofFile));
        assertEquals(rows(ofFile), rows(Hounsfield.headerFilteredOf(image, "pixelspacing")));
    }

    @Test
    void comparedHeadersShowWhatDiffers() throws IOException {
        ImagePlus image = volume("", 2.5, new int[] {1, 2, 3, 4}, new int[] {5, 6, 7, 8});
        String one = folder.resolve("a").toString();
        String other = folder.resolve("b").toString();
        ResultsTable differing = Hounsfield.compareHeaders(one, other, true);
        List<String> tags = new ArrayList<>();
        for (int row = 0; row < differing.size(); row++) tags.add(differing.getStringValue("Tag", row));
        assertTrue(tags.contains("0020,0032"), tags.toString());
        assertTrue(!tags.contains("0028,0030"), tags.toString());
        ResultsTable all = Hounsfield.compareHeaders(one, other, false);
        assertTrue(all.size() > differing.size());
        assertEquals(rows(all), rows(table("path=[" + one + "] compare=[" + other + "]", "DICOM Header Comparison")));
        WindowManager.setTempCurrentImage(image);
        assertEquals(rows(differing), rows(table("compare=[" + other + "] differing", "DICOM Header Comparison")));
        ImagePlus second = Hounsfield.open(other);
        assertEquals(rows(all), rows(Hounsfield.compareHeadersOf(image, second, false)));
        assertThrows(IOException.class, () -> Hounsfield.compareHeaders(one, one + "x", true));
        ResultsTable place = table("compare=[" + other + "] filter=0020,0032", "DICOM Header Comparison");
        assertEquals(1, place.size());
        assertEquals("yes", place.getStringValue("Differs", 0));
    }

    @Test
    void oneElementOverAllSlices() throws IOException {
        ImagePlus image = volume("", 2.5, new int[] {1, 2, 3, 4}, new int[] {5, 6, 7, 8}, new int[] {9, 10, 11, 12});
        WindowManager.setTempCurrentImage(image);
        ResultsTable menu = table("element=ImagePositionPatient", "DICOM Element");
        assertEquals(rows(menu), rows(Hounsfield.tagOverSlices(image, "ImagePositionPatient")));
        assertEquals(3, menu.size());
        for (int row = 0; row < 3; row++) {
            assertEquals(row + 1, menu.getValue("Slice", row));
            assertEquals(2.5 * row, menu.getValue("ImagePositionPatient[2]", row));
        }
        assertEquals("CT", Hounsfield.tagOverSlices(image, "Modality").getStringValue("Modality", 2));
        assertEquals("", Hounsfield.tagOverSlices(image, "PatientComments").getStringValue(1, 2));
        assertTrue(Hounsfield.tagPlot(image, "InstanceNumber").getWidth() > 100);
        String problem = assertThrows(IllegalArgumentException.class, () -> Hounsfield.tagPlot(image, "Modality"))
                .getMessage();
        assertEquals("there are no numbers to plot", problem);
        assertTrue(MacroRun.failure(image, new HeaderCommand(), "element=PixelSpacng")
                .contains("did you mean PixelSpacing?"));
    }

    @Test
    void elementsOfFunctionalGroupsAreThoseOfTheFrame() throws IOException {
        Path path = new EnhancedCtPhantom().write(folder).get(0);
        ImagePlus image = Hounsfield.open(path.toString());
        ResultsTable places = Hounsfield.tagOverSlices(image, "ImagePositionPatient");
        assertEquals(image.getStackSize(), places.size());
        for (int slice = 1; slice <= image.getStackSize(); slice++) {
            assertEquals(
                    Hounsfield.positionOf(image, 0, 0, slice)[2],
                    places.getValue("ImagePositionPatient[2]", slice - 1),
                    1e-6);
        }
        Files.delete(path);
        assertEquals(
                places.getValue("ImagePositionPatient[2]", 2),
                Hounsfield.tagOverSlices(image, "ImagePositionPatient").getValue("ImagePositionPatient[2]", 2),
                "from the header texts of the image");
    }
}
