package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.roi.ImageTarget;
import hounsfield.imagej.roi.RegionFacts;
import hounsfield.region.OverlapRule;
import hounsfield.region.PlacedRegion;
import hounsfield.region.PlacedRegions;
import hounsfield.region.RegionSelection;
import hounsfield.region.source.RegionFiles;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Regions of real files in ImageJ: the pixels that ImageJ finds in their ROIs, masks and labels are those of the regions. */
class RegionImagesCorpusTest {
    @TestFactory
    Stream<DynamicTest> roisHoldThePixelsOfTheirRegions() {
        return Stream.of(
                        "rt_breast/RS.dcm",
                        "rt_utils_two_slices/rt.dcm",
                        "rt_utils_two_slices/dummy_rt.dcm",
                        "seg_liver/partial_overlaps.dcm",
                        "seg_24x38x3/labelmap_ppv5.dcm",
                        "seg_pet/seg.dcm",
                        "seg_highdicom_ct/ct_binary_overlap.dcm",
                        "seg_highdicom_ct/ct_binary_fractional.dcm",
                        "seg_ibsi_digital/mask.dcm",
                        "seg_and_sr_single_ct/seg.dcm")
                .map(name -> dynamicTest(
                        name, () -> checkRois(Corpus.shared("regions").resolve(name))));
    }

    private static void checkRois(Path path) throws IOException {
        ImagePlus image = Hounsfield.openSeriesOfRegions(path.toString());
        for (OverlapRule overlap : OverlapRule.values()) {
            PlacedRegions placed = RegionFiles.read(path, Progress.NONE)
                    .placeOn(ImageTarget.of(image), RegionSelection.ALL, overlap, Progress.NONE);
            Roi[] rois = Hounsfield.regionsAs(image, path.toString(), "", overlap.label());
            ImagePlus[] masks = Hounsfield.regionMasks(image, path.toString(), "", overlap.label());
            assertEquals(placed.regions().size(), masks.length);
            long total = 0;
            for (int i = 0; i < masks.length; i++) {
                PlacedRegion region = placed.regions().get(i);
                for (int z = 1; z <= image.getNSlices(); z++) {
                    byte[] pixels = region.pixels(placed.target().placeOf(z - 1), image.getHeight(), image.getWidth());
                    assertMask(masks[i], z, pixels);
                    int differing = differing(roisOn(rois, region.region().number(), z, image), pixels, image);
                    // Centers within 0.01 pixel of an edge may be on either side, since ImageJ has 32-bit coordinates.
                    assertTrue(differing <= 2, region.region().label() + ", slice " + z + ": " + differing);
                    total += differing;
                }
            }
            assertTrue(total <= 20, total + " pixels differ");
        }
    }

    private static void assertMask(ImagePlus mask, int slice, byte[] pixels) {
        ImageProcessor values = mask.getStack().getProcessor(slice);
        for (int i = 0; i < pixels.length; i++) {
            double value = values.getf(i);
            assertEquals(pixels[i] != 0, value >= (mask.getBitDepth() == 32 ? 0.5 : 255));
        }
    }

    private static List<Roi> roisOn(Roi[] rois, int number, int slice, ImagePlus image) {
        return Arrays.stream(rois)
                .filter(Roi::isArea)
                .filter(roi -> RegionFacts.read(roi).orElseThrow().number() == number)
                .filter(roi -> image.getNSlices() == 1 || Math.max(roi.getPosition(), roi.getZPosition()) == slice)
                .toList();
    }

    private static int differing(List<Roi> rois, byte[] pixels, ImagePlus image) {
        ByteProcessor all = new ByteProcessor(image.getWidth(), image.getHeight());
        for (Roi roi : rois) {
            ImagePlus canvas = new ImagePlus("", new ByteProcessor(image.getWidth(), image.getHeight()));
            canvas.setRoi((Roi) roi.clone());
            ByteProcessor mask = canvas.createRoiMask();
            for (int i = 0; i < pixels.length; i++) if (mask.get(i) != 0) all.set(i, 1);
        }
        int differing = 0;
        for (int i = 0; i < pixels.length; i++) if (all.get(i) != pixels[i]) differing++;
        return differing;
    }

    @Test
    void labelsHaveNumbersNamesAndColors() throws IOException {
        Path path = Corpus.shared("regions/seg_liver/partial_overlaps.dcm");
        ImagePlus image = Hounsfield.openSeriesOfRegions(path.toString());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> Hounsfield.regionLabels(image, path.toString(), "", "even-odd"));
        assertTrue(refused.getMessage().contains("regions overlap in 3106 pixels"), refused.getMessage());
        ImagePlus labels = Hounsfield.regionLabels(image, path.toString(), "4, orange", "even-odd");
        assertEquals("LIGHT_BLUE", labels.getProp("Label 4"));
        assertEquals("ORANGE", labels.getProp("Label 2"));
        assertEquals(
                new java.awt.Color(212, 101, 79).getRGB(),
                labels.getProcessor().getColorModel().getRGB(2));
        long[] counts = new long[5];
        for (int z = 1; z <= 3; z++) {
            byte[] pixels = (byte[]) labels.getStack().getPixels(z);
            for (byte pixel : pixels) counts[pixel]++;
        }
        assertEquals(11888, counts[2]);
        assertEquals(6693, counts[4]);
        assertEquals(0, counts[1] + counts[3]);
        assertArrayEquals(Hounsfield.positionOf(image, 5, 7, 2), Hounsfield.positionOf(labels, 5, 7, 2));
    }

    /** The values inside the regions; those of the breast are of a lossy transfer syntax, and other decoders differ by 1. */
    @TestFactory
    Stream<DynamicTest> statisticsByRegion() {
        return Stream.of("rt_breast/RS.dcm", "rt_utils_two_slices/rt.dcm", "rt_utils_two_slices/dummy_rt.dcm")
                .map(name -> dynamicTest(name, () -> checkStatistics(name, name.startsWith("rt_breast") ? 1 : 0.001)));
    }

    private static void checkStatistics(String name, double tolerance) throws IOException {
        Path folder = Corpus.shared("regions");
        String path = folder.resolve(name).toString();
        JsonObject truth = Corpus.read(folder.resolve("expected.json"))
                .getAsJsonObject("cases")
                .getAsJsonObject(name.substring(0, name.indexOf('/')))
                .getAsJsonObject("truth")
                .getAsJsonObject(name.substring(name.indexOf('/') + 1));
        ImagePlus image = Hounsfield.openSeriesOfRegions(path);
        Hounsfield.addRegions(image, path, "", "overlay", "even-odd");
        var table = Hounsfield.statisticsAs(image, "stack", "overlay", "none", Double.NaN, Double.NaN);
        int row = 0;
        for (var each : truth.getAsJsonArray("rois")) {
            JsonObject roi = each.getAsJsonObject();
            if (!roi.has("values")) continue;
            assertEquals(roi.get("name").getAsString(), table.getStringValue("Region", row));
            double count = table.getValue("Count", row);
            assertTrue(count >= roi.get("countMin").getAsLong() - 2
                    && count <= roi.get("countMax").getAsLong() + 2);
            assertEquals(
                    roi.get("volumeMl").getAsDouble(),
                    table.getValue("Volume (ml)", row),
                    0.002 * roi.get("volumeMl").getAsDouble());
            JsonObject values = roi.getAsJsonObject("values");
            assertEquals(values.get("mean").getAsDouble(), table.getValue("Mean", row), tolerance);
            assertEquals(values.get("sd").getAsDouble(), table.getValue("StdDev", row), tolerance);
            assertEquals(values.get("min").getAsDouble(), table.getValue("Min", row), tolerance);
            assertEquals(values.get("max").getAsDouble(), table.getValue("Max", row), tolerance);
            row++;
        }
        assertEquals(row, table.size());
    }

    @Test
    void listsTheRegionsOfAFile() throws IOException {
        var table =
                Hounsfield.listRegions(Corpus.shared("regions/rt_breast/RS.dcm").toString());
        assertEquals(10, table.size());
        assertEquals(1, (int) table.getValue("Number", 0));
    }
}
