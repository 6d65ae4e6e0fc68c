package hounsfield.command;

import static hounsfield.command.OneImage.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
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

    /** States that keep the image, turn it, and give its slices different grays. */
    @Test
    void presentationStates() throws IOException {
        DicomBytes plain = state(1, 2, 3).text(Tag.PRESENTATION_LUT_SHAPE, "CS", "INVERSE");
        DicomBytes turned = state(1, 2, 3).us(Tag.IMAGE_ROTATION, 90).text(Tag.IMAGE_HORIZONTAL_FLIP, "CS", "N");
        DicomBytes different = state(1, 2, 3).sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, window(1, 40), window(2, 80));
        List<DicomBytes> states = List.of(plain, turned, different);
        List<Boolean> same = new ArrayList<>();
        for (int n = 0; n < states.size(); n++) {
            Path path = DicomImages.write(folder.resolve("states"), n + ".pr", states.get(n));
            ImagePlus image = copy();
            ImagePlus other = copy();
            ImagePlus menu = MacroRun.of(image, COMMAND, "path=[" + path + "]");
            ImagePlus called = Hounsfield.present(other, path.toString());
            assertEquals(menu == image, called == other, "state " + n);
            assertSame(menu, called, "state " + n);
            assertEquals(rois(menu), rois(called), "state " + n);
            same.add(menu == image);
        }
        assertEquals(List.of(true, false, false), same);
    }

    private static DicomBytes[] images(int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(n -> DicomBytes.explicitLittleEndian()
                        .text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3.4.5.1." + n))
                .toArray(DicomBytes[]::new);
    }

    private static DicomBytes state(int... numbers) {
        DicomBytes series = DicomBytes.explicitLittleEndian()
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, images(numbers))
                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.4.5.1");
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.11.1")
                .sequence(Tag.REFERENCED_SERIES_SEQUENCE, series);
    }

    private static DicomBytes window(int number, int width) {
        return DicomBytes.explicitLittleEndian()
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, images(number))
                .text(Tag.WINDOW_CENTER, "DS", "-1000")
                .text(Tag.WINDOW_WIDTH, "DS", "" + width);
    }
}
