package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hounsfield.frame.OverlayPlane;
import hounsfield.imagej.Hounsfield;
import hounsfield.parse.DicomFile;
import hounsfield.region.CodedConcept;
import hounsfield.region.report.Coordinates;
import hounsfield.region.report.Measurement;
import hounsfield.region.report.MeasurementGroup;
import hounsfield.region.report.MeasurementReport;
import hounsfield.testing.Sha256;
import hounsfield.work.Diagnostics;
import ij.ImagePlus;
import ij.gui.Roi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compares measurement reports and overlay planes of real files with the results of an independent program. */
class RegionReportsCorpusTest {
    private interface Check {
        void of(Path file, JsonObject truth) throws IOException;
    }

    private static Stream<DynamicTest> each(String kind, Check check) {
        Path folder = Corpus.shared("regions");
        JsonObject cases = Corpus.read(folder.resolve("expected.json")).getAsJsonObject("cases");
        return cases.entrySet().stream()
                .flatMap(each -> each.getValue().getAsJsonObject().getAsJsonObject("truth").entrySet().stream()
                        .filter(file -> file.getValue()
                                .getAsJsonObject()
                                .get("kind")
                                .getAsString()
                                .equals(kind))
                        .map(file -> dynamicTest(
                                each.getKey() + "/" + file.getKey(),
                                () -> check.of(
                                        folder.resolve(each.getKey()).resolve(file.getKey()),
                                        file.getValue().getAsJsonObject()))));
    }

    @TestFactory
    Stream<DynamicTest> overlaysOfImages() {
        return each("overlay", (path, truth) -> {
            DicomFile file = DicomFile.read(path);
            checkOverlays(OverlayPlane.ofFrame(file, 0, new Diagnostics()), truth.getAsJsonArray("overlays"));
        });
    }

    @TestFactory
    Stream<DynamicTest> overlaysOfPresentationStates() {
        return each(
                "PR",
                (path, truth) -> checkOverlays(
                        OverlayPlane.of(DicomFile.read(path).dataSet(), new Diagnostics()),
                        truth.getAsJsonArray("overlays")));
    }

    private static void checkOverlays(List<OverlayPlane> planes, JsonArray expected) {
        assertEquals(expected.size(), planes.size());
        for (int i = 0; i < planes.size(); i++) {
            JsonObject overlay = expected.get(i).getAsJsonObject();
            OverlayPlane plane = planes.get(i);
            assertEquals(Integer.parseInt(overlay.get("group").getAsString(), 16), plane.group());
            assertEquals(overlay.get("rows").getAsInt(), plane.rows());
            assertEquals(overlay.get("columns").getAsInt(), plane.columns());
            assertEquals(overlay.getAsJsonArray("origin").get(0).getAsInt() - 1, plane.top());
            assertEquals(overlay.getAsJsonArray("origin").get(1).getAsInt() - 1, plane.left());
            assertEquals(overlay.get("sha256").getAsString(), Sha256.of(ByteBuffer.wrap(plane.pixels(0))));
        }
    }

    /** The bits of an overlay as the area of a ROI. */
    @Test
    void overlaysAreRois() throws IOException {
        String path = Corpus.shared("regions/overlay_mr/mr.dcm").toString();
        ImagePlus image = Hounsfield.open(path);
        Roi[] rois = Hounsfield.regions(image, path);
        assertEquals(1, rois.length);
        assertEquals("Siemens MedCom Object Graphics", rois[0].getName());
        assertEquals(222, rois[0].getContainedPoints().length);
    }

    @TestFactory
    Stream<DynamicTest> reports() {
        return each("SR", RegionReportsCorpusTest::checkReport);
    }

    private static void checkReport(Path path, JsonObject truth) throws IOException {
        MeasurementReport report = MeasurementReport.of(DicomFile.read(path));
        checkAll(truth.getAsJsonArray("groups"), report.groups(), RegionReportsCorpusTest::checkGroup);
        int measurements = StreamSupport.stream(truth.getAsJsonArray("groups").spliterator(), false)
                .mapToInt(group -> Math.max(
                        1,
                        group.getAsJsonObject().getAsJsonArray("measurements").size()))
                .sum();
        assertEquals(
                measurements, Hounsfield.reportMeasurements(path.toString()).size());
    }

    private static void checkGroup(JsonObject expected, MeasurementGroup group) {
        checkAll(expected.getAsJsonArray("measurements"), group.measurements(), RegionReportsCorpusTest::checkNumber);
        checkAll(expected.getAsJsonArray("coordinates"), group.coordinates(), RegionReportsCorpusTest::checkGraphic);
        checkAll(expected.getAsJsonArray("images"), group.images(), RegionReportsCorpusTest::checkImage);
        checkAll(expected.getAsJsonArray("segments"), group.segments(), RegionReportsCorpusTest::checkImage);
        checkAll(expected.getAsJsonArray("codes"), group.codes(), RegionReportsCorpusTest::checkCoded);
        checkAll(expected.getAsJsonArray("texts"), group.texts(), (text, found) -> {
            checkCode(text.get("name"), Optional.of(found.name()));
            assertEquals(text.get("value").getAsString(), found.value());
        });
    }

    private static <T> void checkAll(JsonArray expected, List<T> found, BiConsumer<JsonObject, T> check) {
        int size = expected == null ? 0 : expected.size();
        assertEquals(size, found.size());
        for (int i = 0; i < size; i++) check.accept(expected.get(i).getAsJsonObject(), found.get(i));
    }

    private static void checkNumber(JsonObject expected, Measurement measurement) {
        checkCode(expected.get("name"), Optional.of(measurement.name()));
        assertEquals(expected.get("value").getAsString(), measurement.value());
        checkCode(expected.get("unit"), measurement.unit());
        checkAll(expected.getAsJsonArray("modifiers"), measurement.modifiers(), RegionReportsCorpusTest::checkCoded);
        checkAll(
                expected.getAsJsonArray("coordinates"),
                measurement.coordinates(),
                RegionReportsCorpusTest::checkGraphic);
    }

    private static void checkCoded(JsonObject expected, Measurement.Coded coded) {
        checkCode(expected.get("name"), Optional.of(coded.name()));
        checkCode(expected.get("value"), Optional.of(coded.value()));
    }

    private static void checkGraphic(JsonObject expected, Coordinates coordinates) {
        assertEquals(expected.get("valueType").getAsString().equals("SCOORD3D"), coordinates.inPatient());
        assertEquals(expected.get("graphicType").getAsString(), coordinates.graphicType());
        double[] data = StreamSupport.stream(expected.getAsJsonArray("data").spliterator(), false)
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
        assertArrayEquals(data, coordinates.data(), 1e-4);
        if (expected.has("frameOfReference")) {
            assertEquals(expected.get("frameOfReference").getAsString(), coordinates.frameOfReference());
        }
        checkAll(expected.getAsJsonArray("images"), coordinates.images(), RegionReportsCorpusTest::checkImage);
    }

    private static void checkImage(JsonObject expected, Coordinates.ImageReference image) {
        assertEquals(expected.get("sop").getAsString(), image.instanceUid());
        int segments =
                expected.has("segments") ? expected.getAsJsonArray("segments").size() : 0;
        assertEquals(segments, image.segments().size());
    }

    private static void checkCode(JsonElement expected, Optional<CodedConcept> code) {
        if (expected == null || expected.isJsonNull()) {
            assertTrue(code.isEmpty());
            return;
        }
        JsonObject parts = expected.getAsJsonObject();
        assertEquals(parts.get("value").getAsString(), code.orElseThrow().value());
        assertEquals(parts.get("scheme").getAsString(), code.get().scheme());
        assertEquals(parts.get("meaning").getAsString(), code.get().meaning());
    }

    @Test
    void regionsOfAReportAreOnTheirImage() throws IOException {
        String path = Corpus.shared("regions/seg_and_sr_single_ct/sr.dcm").toString();
        ImagePlus image = Hounsfield.openSeriesOfRegions(path);
        Roi[] rois = Hounsfield.regions(image, path);
        assertEquals(2, rois.length);
        assertEquals(Math.PI * 100, area(rois[0]), 0.1);
        assertArrayEquals(new float[] {25, 45, 45, 25}, rois[1].getFloatPolygon().xpoints);
        assertArrayEquals(new float[] {45, 45, 65, 65}, rois[1].getFloatPolygon().ypoints);
        assertEquals(1, Hounsfield.reportImages(path).length);
        assertEquals(1, Hounsfield.openReportImages(path).length);
    }

    private static double area(Roi roi) {
        float[] x = roi.getFloatPolygon().xpoints;
        float[] y = roi.getFloatPolygon().ypoints;
        double twice = 0;
        for (int i = 0, last = x.length - 1; i < x.length; last = i++) twice += x[last] * y[i] - x[i] * y[last];
        return Math.abs(twice) / 2;
    }
}
