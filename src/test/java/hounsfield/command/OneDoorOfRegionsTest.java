package hounsfield.command;

import static hounsfield.command.OneImage.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All values of all options of {@code DICOM Regions...}: the same ROIs, masks and labels by the menu and by the facade. */
class OneDoorOfRegionsTest extends MacroCommands {
    private static final String COMMAND = "DICOM Regions...";

    private ImagePlus image;
    private List<Path> files;

    @BeforeEach
    void files() throws IOException {
        image = volume("", 1, new int[] {0, 1, 2, 3}, new int[] {4, 5, 6, 7}, new int[] {8, 9, 10, 11});
        Overlay overlay = new Overlay();
        for (int n = 1; n <= 3; n++) {
            Roi roi = new Roi(n == 3 ? 1 : 0, 0, 1, n == 1 ? 1 : 2);
            roi.setName(n == 3 ? "Spleen" : "Liver " + n);
            roi.setPosition(n);
            overlay.add(roi);
        }
        image.setOverlay(overlay);
        files = List.of(folder.resolve("segmentation.dcm"), folder.resolve("structures.dcm"));
        Hounsfield.saveRegions(image, files.get(0).toString(), "segmentation", "overlay");
        Hounsfield.saveRegions(image, files.get(1).toString(), "structure set", "overlay");
        image.setOverlay(null);
    }

    private ImagePlus copy() {
        ImagePlus copy = image.duplicate();
        copy.setTitle(image.getTitle());
        return copy;
    }

    /** Returns what users see of the ROIs in an overlay. */
    private static List<String> rois(ImagePlus image) {
        List<String> rois = new ArrayList<>();
        if (image.getOverlay() == null) return rois;
        for (Roi roi : image.getOverlay()) {
            rois.add(roi.getName() + " " + roi.getTypeAsString() + " " + roi.getPosition() + " " + roi.getBounds() + " "
                    + roi.getStrokeColor() + " " + roi.getProperties() + " "
                    + Arrays.toString(roi.getContainedPoints()));
        }
        return rois;
    }

    @Test
    void allOptionsOfDicomRegions() throws IOException {
        int walked = 0;
        for (Path file : files) {
            String names = Hounsfield.listRegions(file.toString()).getStringValue("Name", 0);
            for (String segments : List.of("", "1", names, "1-2", "spleen")) {
                for (String overlap : List.of("even-odd", "union")) {
                    for (String to : List.of("roi manager", "overlay", "mask", "labels")) {
                        String options = "path=[" + file + "] segments=[" + segments + "] to=[" + to + "] overlap="
                                + overlap.replace('-', '_');
                        ImagePlus shown = copy();
                        ImagePlus called = copy();
                        ImagePlus menu = MacroRun.of(shown, COMMAND, options);
                        String path = file.toString();
                        if (to.equals("mask")) {
                            ImagePlus[] masks = Hounsfield.regionMasks(called, path, segments, overlap);
                            assertSame(menu, masks[masks.length - 1], options);
                        } else if (to.equals("labels")) {
                            assertSame(menu, Hounsfield.regionLabels(called, path, segments, overlap), options);
                        } else {
                            // Without a display, the overlay replaces the ROI Manager.
                            int count = Hounsfield.addRegions(called, path, segments, to.toUpperCase(), overlap);
                            assertEquals(rois(shown), rois(called), options);
                            assertEquals(count, rois(shown).size(), options);
                            assertEquals(count, Hounsfield.regionsAs(called, path, segments, overlap).length, options);
                            assertTrue(count > 0, options);
                        }
                        walked++;
                    }
                }
            }
        }
        assertEquals(80, walked);
    }

    @Test
    void withoutAnImageItsSeriesIsOpened() throws IOException {
        image.close();
        forget();
        String path = files.get(0).toString();
        ImagePlus menu = MacroRun.of(null, COMMAND, "path=[" + path + "] to=overlay");
        ImagePlus called = Hounsfield.openSeriesOfRegions(path);
        Hounsfield.addRegions(called, path, "", "overlay", "even-odd");
        assertSame(menu, called, "series of the regions");
        assertEquals(rois(menu), rois(called));
    }
}
