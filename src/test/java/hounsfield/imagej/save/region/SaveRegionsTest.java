package hounsfield.imagej.save.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.frame.FrameRef;
import hounsfield.imagej.Hounsfield;
import hounsfield.parse.DicomFile;
import hounsfield.phantom.CtPhantom;
import hounsfield.region.OverlapRule;
import hounsfield.region.PlacedRegion;
import hounsfield.region.PlacedRegions;
import hounsfield.region.RegionSelection;
import hounsfield.region.RegionTarget;
import hounsfield.region.source.RegionFiles;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Regions that were saved and read again: the pixels of ImageJ's own masks, names, codes and colors. */
class SaveRegionsTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private ImagePlus image;

    @BeforeAll
    static void writeSample() throws Exception {
        new CtPhantom().write(shared.resolve("ct"));
    }

    @BeforeEach
    void open() throws Exception {
        image = Hounsfield.openSeries(shared.resolve("ct").toString());
    }

    private static RegionTarget target() throws Exception {
        List<FrameRef> frames = new ArrayList<>();
        try (Stream<Path> files = Files.list(shared.resolve("ct"))) {
            for (Path file : files.toList()) frames.add(FrameRef.first(DicomFile.read(file)));
        }
        return RegionTarget.of(frames, Progress.NONE);
    }

    private static PlacedRegions read(Path file) throws Exception {
        return RegionFiles.read(file, Progress.NONE)
                .placeOn(target(), RegionSelection.ALL, OverlapRule.EVEN_ODD, Progress.NONE);
    }

    private Roi add(Roi roi, String name, int slice, Color color) {
        roi.setName(name);
        roi.setPosition(slice);
        roi.setStrokeColor(color);
        if (image.getOverlay() == null) image.setOverlay(new Overlay());
        image.getOverlay().add(roi);
        return roi;
    }

    private byte[] mask(Roi roi) {
        ImagePlus canvas = new ImagePlus("", new ByteProcessor(image.getWidth(), image.getHeight()));
        Roi area = (Roi) roi.clone();
        area.setPosition(0);
        canvas.setRoi(area);
        byte[] pixels = (byte[]) canvas.createRoiMask().getPixels();
        for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (pixels[i] == 0 ? 0 : 1);
        return pixels;
    }

    private void assertMask(Roi roi, PlacedRegion region, int slice) {
        assertArrayEquals(mask(roi), region.pixels(slice - 1, image.getHeight(), image.getWidth()), roi.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"segmentation", "label map", "structure set"})
    void areasComeBack(String format) throws Exception {
        Roi oval = add(new OvalRoi(100.25, 80, 61, 43), "Liver", 3, Color.RED);
        Roi other = add(new OvalRoi(110, 90, 31, 33), "Liver-1", 4, Color.RED);
        Roi polygon = add(
                new PolygonRoi(new float[] {300.3f, 380.7f, 340.1f}, new float[] {200.2f, 210.4f, 290.6f}, Roi.POLYGON),
                "left kidney",
                5,
                Color.GREEN);
        ShapeRoi ring = new ShapeRoi(new OvalRoi(200, 300, 60, 60)).not(new ShapeRoi(new OvalRoi(215, 315, 20, 20)));
        Roi hollow = add(ring, "something", 3, null);
        Path file = folder.resolve("regions.dcm");
        assertEquals(
                "3 regions on 3 slices saved as a " + format,
                Hounsfield.saveRegions(image, file.toString(), format, "overlay"));
        List<PlacedRegion> back = read(file).regions();
        assertEquals(
                List.of("Liver", "left kidney", "something"),
                back.stream().map(region -> region.region().name()).toList());
        assertMask(oval, back.get(0), 3);
        assertMask(other, back.get(0), 4);
        assertMask(polygon, back.get(1), 5);
        assertMask(hollow, back.get(2), 3);
        assertEquals(2, back.get(0).masks().size());
        assertEquals(0xFF0000, back.get(0).region().color().getAsInt());
        assertEquals(0x00FF00, back.get(1).region().color().getAsInt());
        assertEquals(
                "10200004", back.get(0).region().codes().type().orElseThrow().value());
        assertEquals(
                "64033007", back.get(1).region().codes().type().orElseThrow().value());
        assertTrue(back.get(0).region().algorithm().startsWith("MANUAL"));
        if (format.equals("structure set")) return;
        assertEquals(
                "7771000", back.get(1).region().codes().modifier().orElseThrow().value());
        assertEquals(
                "85756007", back.get(2).region().codes().type().orElseThrow().value());
        assertFalse(back.get(0).region().trackingUid().isEmpty());
    }

    @Test
    void polygonsComeBackPointByPoint() throws Exception {
        float[] x = {300.3f, 380.7f, 340.1f};
        float[] y = {200.2f, 210.4f, 290.6f};
        add(new PolygonRoi(x, y, Roi.POLYGON), "Region", 5, null);
        Path file = folder.resolve("regions.dcm");
        Hounsfield.saveRegions(image, file.toString(), "structure set", "overlay");
        var outline = read(file).regions().get(0).outlines().get(4).get(0);
        for (int i = 0; i < 3; i++) {
            assertEquals(x[i] - 0.5, outline.columns()[i], 1e-6);
            assertEquals(y[i] - 0.5, outline.rows()[i], 1e-6);
        }
    }

    @Test
    void overlappingRegionsAreASegmentationAndNoLabelMap() throws Exception {
        Roi one = add(new Roi(10, 10, 20, 20), "one", 1, null);
        Roi two = add(new Roi(20, 20, 20, 20), "two", 1, null);
        Path file = folder.resolve("regions.dcm");
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Hounsfield.saveRegions(image, file.toString(), "label map", "overlay"));
        assertTrue(refused.getMessage().contains("overlap in 100 pixels"), refused.getMessage());
        assertFalse(Files.exists(file));
        Hounsfield.saveRegions(image, file.toString(), "segmentation", "overlay");
        List<PlacedRegion> back = read(file).regions();
        assertMask(one, back.get(0), 1);
        assertMask(two, back.get(1), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"segmentation", "label map", "structure set"})
    void labelsOfAnImageComeBack(String format) throws Exception {
        ImagePlus labels = Hounsfield.mask(image, "ct bone");
        for (int n = 1; n <= labels.getStackSize(); n++) {
            byte[] pixels = (byte[]) labels.getStack().getPixels(n);
            for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (pixels[i] == 0 ? 0 : 1 + i % 512 / 256);
        }
        labels.setProp("Label 2", "spine");
        Path file = folder.resolve("regions.dcm");
        Hounsfield.saveRegions(labels, file.toString(), format, "labels");
        List<PlacedRegion> back = read(file).regions();
        assertEquals(
                List.of("Region 1", "spine"),
                back.stream().map(region -> region.region().name()).toList());
        for (int n = 1; n <= labels.getStackSize(); n++) {
            byte[] expected = (byte[]) labels.getStack().getPixels(n);
            byte[] one = back.get(0).pixels(n - 1, 512, 512);
            byte[] two = back.get(1).pixels(n - 1, 512, 512);
            for (int i = 0; i < expected.length; i++) assertEquals(expected[i], one[i] + 2 * two[i]);
        }
    }

    @Test
    void nothingToSaveAndNoPlaceAreSaid() throws Exception {
        String path = folder.resolve("regions.dcm").toString();
        IllegalArgumentException none = assertThrows(
                IllegalArgumentException.class, () -> Hounsfield.saveRegions(image, path, "segmentation", "overlay"));
        assertTrue(none.getMessage().contains("has no ROI"), none.getMessage());
        ImagePlus plain = new ImagePlus("plain", new ByteProcessor(8, 8));
        plain.getProcessor().set(3, 3, 255);
        IllegalArgumentException placeless = assertThrows(
                IllegalArgumentException.class, () -> Hounsfield.saveRegions(plain, path, "segmentation", "mask"));
        assertTrue(placeless.getMessage().contains("not known"), placeless.getMessage());
    }

    /** Terms chosen for names, also for one with a comma and a colon; a region that was read keeps its codes otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"segmentation", "label map", "structure set"})
    void chosenTermsReplaceThoseOfNames(String format) throws Exception {
        add(new Roi(10, 10, 20, 20), "Left: part 1, a", 1, null);
        add(new Roi(50, 10, 20, 20), "Liver", 1, null);
        add(new Roi(90, 10, 20, 20), "Spleen", 1, null);
        Path file = folder.resolve("regions.dcm");
        String codes = "left: Part 1, a : lymph node,Liver:Neoplasm";
        Hounsfield.saveRegionsAs(image, file.toString(), format, "overlay", "manual", codes);
        List<PlacedRegion> back = read(file).regions();
        assertEquals(
                List.of("59441001", "108369006", "78961009"),
                back.stream()
                        .map(each -> each.region().codes().type().orElseThrow().value())
                        .toList());
        assertEquals("Left: part 1, a", back.get(0).region().name());
        if (format.equals("structure set")) return;
        assertEquals(
                "7771000", back.get(0).region().codes().modifier().orElseThrow().value());
        assertEquals(
                "49755003",
                back.get(1).region().codes().category().orElseThrow().value());
        image.setOverlay(null);
        Hounsfield.addRegions(image, file.toString(), "", "overlay", "even-odd");
        Hounsfield.saveRegions(image, file.toString(), format, "overlay");
        assertEquals(
                "108369006",
                read(file)
                        .regions()
                        .get(1)
                        .region()
                        .codes()
                        .type()
                        .orElseThrow()
                        .value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Liver", "Liver: Gizzard", "Kidney: Kidney", "Liver: Spleen, x", ": Liver"})
    void unknownNamesAndTermsAreRefused(String codes) {
        add(new Roi(50, 10, 20, 20), "Liver", 1, null);
        Path file = folder.resolve("regions.dcm");
        assertThrows(
                IllegalArgumentException.class,
                () -> Hounsfield.saveRegionsAs(image, file.toString(), "segmentation", "overlay", "manual", codes));
        assertFalse(Files.exists(file));
    }
}
