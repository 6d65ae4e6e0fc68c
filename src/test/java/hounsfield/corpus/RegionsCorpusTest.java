package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hounsfield.frame.FrameRef;
import hounsfield.geometry.Vector3;
import hounsfield.parse.DicomFile;
import hounsfield.region.OverlapRule;
import hounsfield.region.PlacedRegion;
import hounsfield.region.PlacedRegions;
import hounsfield.region.Region;
import hounsfield.region.RegionFile;
import hounsfield.region.RegionSelection;
import hounsfield.region.RegionTarget;
import hounsfield.region.report.MeasurementReport;
import hounsfield.region.segmentation.SegmentFrame;
import hounsfield.region.segmentation.Segmentation;
import hounsfield.region.source.ReferencedSeries;
import hounsfield.region.source.RegionFiles;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.Sha256;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compares structure sets and segmentations with their images with the results of an independent program. */
class RegionsCorpusTest {
    /** Files whose regions are in another Frame of Reference and do not name the images. */
    private static final Set<String> FOREIGN = Set.of("rs_all_wrong.dcm");

    @TempDir
    private static Path made;

    @TestFactory
    Stream<DynamicTest> realCases() {
        Path folder = Corpus.shared("regions");
        JsonObject cases = Corpus.read(folder.resolve("expected.json")).getAsJsonObject("cases");
        return cases.entrySet().stream()
                .flatMap(each -> tests(
                        folder.resolve(each.getKey()),
                        each.getValue().getAsJsonObject().getAsJsonObject("truth")));
    }

    /** The files that the scripts of the same folder write. The scripts need Debian's pydicom. */
    @TestFactory
    Stream<DynamicTest> madeCases() throws IOException, InterruptedException {
        Path folder = RegionScripts.folder();
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> scripts = Files.list(folder.resolve("gen"))) {
            for (Path script : scripts.sorted().toList()) {
                String name = script.getFileName().toString();
                // See MadeStatesTest.
                if (name.startsWith("case_pr_")) continue;
                Path out = Files.createDirectory(made.resolve(name));
                RegionScripts.write(script, out);
                tests(out, RegionScripts.truth(out)).forEach(tests::add);
            }
        }
        return tests.stream();
    }

    private static Stream<DynamicTest> tests(Path folder, JsonObject truth) {
        return truth.entrySet().stream()
                .filter(each -> Set.of("RTSTRUCT", "SEG", "SR", "overlay").contains(kind(each)))
                .map(each -> dynamicTest(
                        folder.getFileName() + "/" + folder.relativize(folder.resolve(each.getKey())),
                        () -> check(
                                folder,
                                folder.resolve(each.getKey()),
                                each.getValue().getAsJsonObject())));
    }

    private static String kind(Map.Entry<String, JsonElement> entry) {
        return entry.getValue().getAsJsonObject().get("kind").getAsString();
    }

    private static void check(Path folder, Path path, JsonObject truth) throws IOException {
        if (kind(Map.entry("", truth)).equals("overlay")) {
            checkOverlays(path, truth.getAsJsonArray("overlays"));
            return;
        }
        RegionFile file = RegionFiles.read(path, Progress.NONE);
        if (file instanceof MeasurementReport) {
            if (folder.getFileName().toString().equals("case_sr_planar.py")) checkPlanar(folder, file);
            return;
        }
        boolean structures = kind(Map.entry("", truth)).equals("RTSTRUCT");
        if (structures) checkDescriptions(file, truth.getAsJsonArray("rois"), "name");
        else checkFrames((Segmentation) file, truth);
        boolean images = truth.has("slices")
                ? truth.get("slices").getAsInt() > 0
                : truth.get("sourceSlices").getAsInt() > 0;
        if (!images) return;
        RegionTarget target = RegionTarget.of(
                ReferencedSeries.find(file, folder, Progress.NONE).frames(), Progress.NONE);
        if (FOREIGN.contains(path.getFileName().toString())) {
            DicomException refused =
                    assertThrows(DicomException.class, () -> place(file, target, OverlapRule.EVEN_ODD));
            assertTrue(
                    refused.getMessage()
                            .contains(target.framesOfReference().iterator().next()),
                    refused.getMessage());
            return;
        }
        PlacedRegions placed = place(file, target, OverlapRule.EVEN_ODD);
        if (structures) {
            checkStructures(placed, truth);
            checkUnion(place(file, target, OverlapRule.UNION), truth);
        } else {
            checkSegments(placed, truth);
        }
    }

    /** Overlays that are larger than their image, begin outside of it, are in its pixels, or are too short. */
    private static void checkOverlays(Path path, JsonArray overlays) throws IOException {
        RegionFile file = RegionFiles.read(path, Progress.NONE);
        RegionTarget target = RegionTarget.of(FrameRef.allOf(DicomFile.read(path)), Progress.NONE);
        PlacedRegions placed = place(file, target, OverlapRule.EVEN_ODD);
        assertEquals(overlays.size(), placed.regions().size());
        for (int i = 0; i < overlays.size(); i++) {
            JsonObject overlay = overlays.get(i).getAsJsonObject();
            if (overlay.has("short")) {
                assertEquals(0, placed.regions().get(i).count());
                assertTrue(placed.findings().stream().anyMatch(text -> text.contains("bits need")));
            } else if (target.slices() == 1 && overlay.has("setBitsInsideImage")) {
                assertEquals(
                        overlay.get("setBitsInsideImage").getAsLong(),
                        placed.regions().get(i).count(),
                        overlay.toString());
            }
        }
    }

    /** A report with a rectangle of 15 x 12 pixels through their centers, and a polygon in the patient. */
    private static void checkPlanar(Path folder, RegionFile file) throws IOException {
        RegionTarget target = RegionTarget.of(
                ReferencedSeries.find(file, folder, Progress.NONE).frames(), Progress.NONE);
        PlacedRegions placed = place(file, target, OverlapRule.EVEN_ODD);
        Map<String, PlacedRegion> byName = new java.util.HashMap<>();
        placed.regions().forEach(region -> byName.put(region.region().name(), region));
        assertEquals(Set.of("Line", "Area", "Circle", "Ellipse and point", "In space"), byName.keySet());
        assertEquals(15 * 12, byName.get("Area").count());
        assertEquals(0, byName.get("Line").count());
        assertEquals(Math.PI * 25, byName.get("Circle").count(), 4);
        assertEquals(Set.of(2), byName.get("In space").masks().keySet());
    }

    private static PlacedRegions place(RegionFile file, RegionTarget target, OverlapRule overlap) throws IOException {
        return file.placeOn(target, RegionSelection.ALL, overlap, Progress.NONE);
    }

    private static void checkDescriptions(RegionFile file, JsonArray expected, String name) {
        assertEquals(expected.size(), file.regions().size());
        for (int i = 0; i < expected.size(); i++) {
            JsonObject each = expected.get(i).getAsJsonObject();
            Region region = file.regions().get(i);
            assertEquals(each.get("number").getAsInt(), region.number());
            assertEquals(each.get(name).getAsString(), region.name());
            assertEquals(each.get("type").getAsString(), region.codes().interpretedType());
            if (each.get("color").isJsonNull() || each.getAsJsonArray("color").isEmpty()) {
                assertTrue(region.color().isEmpty());
            } else {
                JsonArray color = each.getAsJsonArray("color");
                int rgb = color.get(0).getAsInt() << 16
                        | color.get(1).getAsInt() << 8
                        | color.get(2).getAsInt();
                assertEquals(rgb, region.color().orElseThrow());
            }
        }
    }

    private static void checkStructures(PlacedRegions placed, JsonObject truth) {
        JsonArray rois = truth.getAsJsonArray("rois");
        assertEquals(truth.get("slices").getAsInt(), placed.target().places().size());
        for (int i = 0; i < rois.size(); i++) {
            JsonObject roi = rois.get(i).getAsJsonObject();
            PlacedRegion region = placed.regions().get(i);
            if (region.region().name().equals("Wrong frame")) {
                assertTrue(region.isEmpty());
                assertTrue(placed.findings().stream().anyMatch(text -> text.contains("\"Wrong frame\" is not placed")));
                continue;
            }
            assertBetween(
                    roi.get("countMin").getAsLong(),
                    region.count(),
                    roi.get("countMax").getAsLong());
            assertBetween(
                    roi.get("volumeMlMin").getAsDouble() - 1e-5,
                    region.milliliters(placed.target()),
                    roi.get("volumeMlMax").getAsDouble() + 1e-5);
            checkCentroid(roi, region, placed.target(), roi.get("onEdge").getAsInt() == 0 ? 0.0011 : 0.5);
            for (JsonElement each : roi.getAsJsonArray("slices")) {
                JsonObject slice = each.getAsJsonObject();
                byte[] pixels = region.pixels(
                        slice.get("slice").getAsInt(),
                        placed.target().rows(),
                        placed.target().columns());
                assertBetween(
                        slice.get("min").getAsLong(),
                        count(pixels),
                        slice.get("max").getAsLong());
                if (slice.has("sha256"))
                    assertEquals(slice.get("sha256").getAsString(), Sha256.of(ByteBuffer.wrap(pixels)));
            }
            int elsewhere = (roi.has("outsideSlabs")
                            ? roi.getAsJsonArray("outsideSlabs").size()
                            : 0)
                    + (roi.has("between") ? roi.getAsJsonArray("between").size() : 0);
            boolean told = placed.findings().stream()
                    .anyMatch(text -> text.startsWith(region.region().label() + ": " + elsewhere + " of ")
                            && text.contains(" contours are on no slice"));
            assertEquals(elsewhere > 0, told, placed.findings().toString());
        }
    }

    private static void checkUnion(PlacedRegions placed, JsonObject truth) {
        JsonArray rois = truth.getAsJsonArray("rois");
        for (int i = 0; i < rois.size(); i++) {
            JsonObject roi = rois.get(i).getAsJsonObject();
            PlacedRegion region = placed.regions().get(i);
            if (region.region().name().equals("Wrong frame")) continue;
            int edge = roi.get("onEdge").getAsInt();
            assertEquals(roi.get("countUnion").getAsLong(), region.count(), edge);
        }
    }

    private static void checkFrames(Segmentation file, JsonObject truth) throws IOException {
        List<SegmentFrame> frames = file.frames(RegionSelection.ALL, Progress.NONE);
        int rows = truth.get("rows").getAsInt();
        int columns = truth.get("columns").getAsInt();
        assertEquals(truth.get("segmentationType").getAsString(), file.type().name());
        long all = 0;
        for (JsonElement each : truth.getAsJsonArray("segments")) {
            JsonObject segment = each.getAsJsonObject();
            int number = segment.get("number").getAsInt();
            if (isBackground(segment)) continue;
            if (segment.get("described").getAsBoolean()) checkSegment(file, segment);
            for (JsonElement slice : segment.getAsJsonArray("slices")) {
                JsonObject part = slice.getAsJsonObject();
                byte[] values = frames.stream()
                        .filter(frame -> frame.segment() == number
                                && frame.frame() == part.get("frame").getAsInt() - 1)
                        .map(frame -> frame.mask().toBytes(rows, columns))
                        .findFirst()
                        .orElse(new byte[rows * columns]);
                if (part.has("valuesSha256")) {
                    assertEquals(part.get("valuesSha256").getAsString(), Sha256.of(ByteBuffer.wrap(values)));
                }
                for (int i = 0; i < values.length; i++) if (values[i] != 0) values[i] = 1;
                assertEquals(
                        part.get("sha256").getAsString(), Sha256.of(ByteBuffer.wrap(values)), number + ", " + part);
                all += count(values);
            }
        }
        if (!truth.has("slicesLeftOut")) assertTrue(all > 0);
    }

    private static boolean isBackground(JsonObject segment) {
        return segment.get("number").getAsInt() == 0;
    }

    private static void checkSegment(Segmentation file, JsonObject segment) {
        int number = segment.get("number").getAsInt();
        Region region = file.regions().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
        assertEquals(segment.get("label").getAsString(), region.name());
        assertEquals(segment.get("trackingId").getAsString(), region.trackingId());
        assertEquals(segment.get("trackingUid").getAsString(), region.trackingUid());
        if (!segment.get("type").isJsonNull()) {
            assertEquals(
                    segment.getAsJsonObject("type").get("value").getAsString(),
                    region.codes().type().orElseThrow().value());
        }
        if (!segment.has("rgbD50")) return;
        int rgb = region.color().orElseThrow();
        for (int i = 0; i < 3; i++) {
            int expected = segment.getAsJsonArray("rgbD50").get(i).getAsInt();
            assertEquals(expected, rgb >> 16 - 8 * i & 0xFF, 1);
        }
    }

    private static void checkSegments(PlacedRegions placed, JsonObject truth) {
        RegionTarget target = placed.target();
        boolean same = truth.get("sameGrid").getAsBoolean();
        if (same)
            assertEquals(truth.get("sourceSlices").getAsInt(), target.places().size());
        for (JsonElement each : truth.getAsJsonArray("segments")) {
            JsonObject segment = each.getAsJsonObject();
            if (isBackground(segment) || !same) continue;
            PlacedRegion region = placed.regions().stream()
                    .filter(one ->
                            one.region().number() == segment.get("number").getAsInt())
                    .findFirst()
                    .orElseThrow();
            String count = segment.has("atLeastHalf") ? "atLeastHalf" : "count";
            assertEquals(segment.get(count).getAsLong(), region.count());
            double volume = segment.get("volumeMl").getAsDouble();
            assertEquals(volume, region.milliliters(target), 1e-6 + 1e-6 * volume);
            checkCentroid(segment, region, target, 0.0011);
            for (JsonElement slice : segment.getAsJsonArray("slices")) {
                JsonObject part = slice.getAsJsonObject();
                byte[] pixels = new byte[target.rows() * target.columns()];
                int place = part.get("sourceSlice").getAsInt();
                if (region.masks().containsKey(place)) {
                    pixels = region.masks().get(place).toBytes(target.rows(), target.columns());
                }
                for (int i = 0; i < pixels.length; i++) if (pixels[i] != 0) pixels[i] = 1;
                assertEquals(part.get("sha256").getAsString(), Sha256.of(ByteBuffer.wrap(pixels)));
            }
        }
        if (truth.has("overlappingPixels") && same) {
            assertEquals(truth.get("overlappingPixels").getAsLong(), placed.overlappingPixels());
        }
    }

    private static void checkCentroid(JsonObject expected, PlacedRegion region, RegionTarget target, double tolerance) {
        if (!expected.has("centroid") || expected.get("centroid").isJsonNull()) return;
        Vector3 centroid = region.centroid(target).orElseThrow();
        double[] numbers = StreamSupport.stream(
                        expected.getAsJsonArray("centroid").spliterator(), false)
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
        assertTrue(
                centroid.minus(Vector3.of(numbers, 0)).length() < 2 * tolerance,
                centroid + " " + expected.get("centroid"));
    }

    private static long count(byte[] pixels) {
        long count = 0;
        for (byte pixel : pixels) if (pixel != 0) count++;
        return count;
    }

    private static void assertBetween(double low, double value, double high) {
        assertTrue(value >= low && value <= high, value + " is not in " + low + " to " + high);
    }
}
