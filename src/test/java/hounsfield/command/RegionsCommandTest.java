package hounsfield.command;

import static hounsfield.region.RegionFixtures.contour;
import static hounsfield.region.RegionFixtures.item;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.roi.RegionFacts;
import hounsfield.standard.SopClass;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RegionsCommandTest extends MacroCommands {
    private static final String COMMAND = "DICOM Regions...";
    private static final String FRAME = "1.2.3.4.99";

    /** Three slices of 2 x 2 pixels of 0.25 x 0.5 mm, 1 mm apart. */
    private ImagePlus images() {
        return volume("", 1, new int[] {0, 1, 2, 3}, new int[] {4, 5, 6, 7}, new int[] {8, 9, 10, 11});
    }

    /** A structure set: the left column of the second and third slice, and a point in the first. */
    private Path structures(String frame, String name) {
        DicomBytes roi = item().text(Tag.ROI_NUMBER, "IS", "4")
                .text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "UI", frame)
                .text(Tag.ROI_NAME, "LO", "Left");
        DicomBytes contours = item().text(Tag.ROI_DISPLAY_COLOR, "IS", "0\\255\\0")
                .sequence(
                        Tag.CONTOUR_SEQUENCE,
                        contour("CLOSED_PLANAR", -0.1, -0.1, 1, 0.1, -0.1, 1, 0.1, 0.6, 1, -0.1, 0.6, 1),
                        contour("CLOSED_PLANAR", -0.1, -0.1, 2, 0.1, -0.1, 2, 0.1, 0.6, 2, -0.1, 0.6, 2),
                        contour("POINT", 0.25, 0.5, 0))
                .text(Tag.REFERENCED_ROI_NUMBER, "IS", "4");
        return write(
                folder,
                name,
                DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                        .text(Tag.SOP_CLASS_UID, "UI", SopClass.RT_STRUCTURE_SET)
                        .sequence(Tag.STRUCTURE_SET_ROI_SEQUENCE, roi)
                        .sequence(Tag.ROI_CONTOUR_SEQUENCE, contours));
    }

    @Test
    void roisHaveNameColorSliceAndFacts() {
        ImagePlus image = images();
        MacroRun.of(image, COMMAND, "path=[" + structures(FRAME, "rs.dcm") + "] to=overlay");
        assertEquals(3, image.getOverlay().size());
        Roi point = image.getOverlay().get(0);
        assertEquals(Roi.POINT, point.getType());
        assertEquals(1, point.getPosition());
        assertEquals(1.5f, point.getFloatPolygon().xpoints[0]);
        assertEquals(1.5f, point.getFloatPolygon().ypoints[0]);
        Roi area = image.getOverlay().get(2);
        assertEquals("Left 3", area.getName());
        assertEquals(Color.GREEN, area.getStrokeColor());
        assertEquals(3, area.getPosition());
        assertEquals(4, RegionFacts.read(area).orElseThrow().number());
        assertEquals("Left", RegionFacts.read(area).orElseThrow().name());
    }

    /** Without a display the ROI Manager is the overlay. */
    @Test
    void withoutAnOpenImageItOpensTheSeriesOfTheFile() {
        images().close();
        forget();
        ImagePlus image = MacroRun.of(null, COMMAND, "path=[" + structures(FRAME, "rs.dcm") + "]");
        assertEquals(3, image.getStackSize());
        assertNotNull(image.getOverlay());
    }

    @Test
    void masksAndLabelsAreImages() {
        ImagePlus image = images();
        String path = "path=[" + structures(FRAME, "rs.dcm") + "] ";
        ImagePlus mask = MacroRun.of(image, COMMAND, path + "to=mask segments=left");
        assertArrayEquals(new byte[] {-1, 0, -1, 0}, (byte[]) mask.getStack().getPixels(2));
        assertArrayEquals(new byte[4], (byte[]) mask.getStack().getPixels(1));
        ImagePlus labels = MacroRun.of(image, COMMAND, path + "to=labels");
        assertArrayEquals(new byte[] {4, 0, 4, 0}, (byte[]) labels.getStack().getPixels(3));
        assertEquals("Left", labels.getProp("Label 4"));
        assertEquals("mm", labels.getCalibration().getUnit());
    }

    @Test
    void aHyperstackHasRegionsOnAllChannels() throws IOException {
        ImagePlus image = images();
        ImagePlus channels = Hounsfield.channels(image, "lungs, mediastinum");
        Roi[] rois = Hounsfield.regions(channels, structures(FRAME, "rs.dcm").toString());
        assertEquals(3, rois.length);
        assertEquals(0, rois[1].getCPosition());
        assertEquals(2, rois[1].getZPosition());
        assertTrue(rois[1].hasHyperStackPosition());
    }

    /** Half of each slice, shifted: contours follow the pixels of a crop. */
    @Test
    void aCropHasRegionsAtItsPixels() throws IOException {
        ImagePlus image = images();
        image.setRoi(1, 0, 1, 2);
        ImagePlus crop = image.crop("stack");
        Roi[] rois = Hounsfield.regions(crop, structures(FRAME, "rs.dcm").toString());
        assertEquals(0.5f, rois[0].getFloatPolygon().xpoints[0]);
    }

    @Test
    void refusesWhatDoesNotFit() {
        ImagePlus image = images();
        Path foreign = structures("1.2.3.77", "foreign.dcm");
        RegionsCommand command = new RegionsCommand();
        String message = MacroRun.failure(image, command, "path=[" + foreign + "]");
        assertTrue(message.contains("1.2.3.77") && message.contains(FRAME), message);
        message = MacroRun.failure(image, command, "path=[" + structures(FRAME, "rs.dcm") + "] segments=7");
        assertEquals("no region \"7\"; there are 4 Left", message);
        message = MacroRun.failure(image, command, "path=[" + folder.resolve("a") + "]");
        assertTrue(message.contains("has no regions"), message);
        message = MacroRun.failure(image, command, "path=[" + structures(FRAME, "rs.dcm") + "] to=table");
        assertTrue(message.contains("roi manager"), message);
    }

    @Test
    void statisticsHaveARowForARegionOfSeveralSlices() throws IOException {
        ImagePlus image = images();
        Hounsfield.addRegions(image, structures(FRAME, "rs.dcm").toString(), "", "overlay", "even-odd");
        var table = Hounsfield.statisticsAs(image, "stack", "overlay", "none", Double.NaN, Double.NaN);
        assertEquals(1, table.size());
        assertEquals("Left", table.getStringValue("Region", 0));
        assertEquals("2-3", table.getStringValue("Slice", 0));
        assertEquals(4, table.getValue("Count", 0));
        assertEquals((4 + 6 + 8 + 10) / 4.0 - 1024, table.getValue("Mean", 0));
        assertEquals(4 * 0.125 / 1000, table.getValue("Volume (ml)", 0), 1e-9);
        assertEquals(
                2,
                Hounsfield.statisticsAs(image, "slice", "overlay", "none", Double.NaN, Double.NaN)
                        .size());
    }

    @Test
    void theImagesOfAKeyObjectSelectionAreListedAndOpened() throws IOException {
        images().close();
        forget();
        DicomBytes image = item().sequence(
                        Tag.REFERENCED_SOP_SEQUENCE,
                        item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3.4.5.1.2"))
                .text(Tag.VALUE_TYPE, "CS", "IMAGE");
        DicomBytes missing = item().sequence(
                        Tag.REFERENCED_SOP_SEQUENCE,
                        item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3.4.5.1.77"))
                .text(Tag.VALUE_TYPE, "CS", "IMAGE");
        Path selection = write(
                folder,
                "ko.dcm",
                DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                        .text(Tag.SOP_CLASS_UID, "UI", SopClass.KEY_OBJECT_SELECTION)
                        .text(Tag.VALUE_TYPE, "CS", "CONTAINER")
                        .sequence(Tag.CONTENT_SEQUENCE, image, missing));
        ImagePlus opened = MacroRun.of(null, COMMAND, "path=[" + selection + "]");
        assertEquals(1, opened.getStackSize());
        assertEquals(4 - 1024, opened.getProcessor().getf(0));
        OneImage.assertSame(opened, Hounsfield.openReportImages(selection.toString())[0], "key images");
        var table = Hounsfield.table("DICOM Key Images");
        assertEquals(2, table.size());
        assertEquals(folder.resolve("b").toString(), table.getStringValue("File", 0));
        assertEquals("", table.getStringValue("File", 1));
        assertArrayEquals(new String[] {folder.resolve("b").toString()}, Hounsfield.reportImages(selection.toString()));
    }

    @Test
    void openingAStructureSetNamesTheCommand() {
        Path path = structures(FRAME, "rs.dcm");
        DicomException e = assertThrows(DicomException.class, () -> Hounsfield.open(path.toString()));
        assertTrue(e.getMessage().contains("DICOM Regions... (addRegions)"), e.getMessage());
    }
}
