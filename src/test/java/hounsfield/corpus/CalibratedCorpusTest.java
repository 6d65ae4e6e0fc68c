package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.LookupTable;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.frame.FrameRef;
import hounsfield.frame.FunctionalGroups;
import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.parse.DicomFile;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.testing.Sha256;
import hounsfield.window.voi.FileWindow;
import hounsfield.window.voi.FileWindows;
import hounsfield.window.voi.VoiLut;
import hounsfield.window.voi.VoiLut8;
import hounsfield.window.voi.VoiLutFunction;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares calibrated values, units, places and windows of real files with the results of independent decoders. Other tests compare
 * lossy images.
 */
class CalibratedCorpusTest {
    static Stream<Corpus.Entry> grayImages() {
        return Corpus.entries("image")
                .filter(entry -> entry.has("scaledMin"))
                .filter(entry -> entry.expected().get("samplesPerPixel").getAsInt() == 1)
                .filter(entry -> !entry.expected().get("lossy").getAsBoolean());
    }

    static Stream<Corpus.Entry> windowed() {
        return grayImages().filter(entry -> entry.has("window"));
    }

    static Stream<Corpus.Entry> placed() {
        return Corpus.entries("image").filter(entry -> entry.has("transferSyntax"));
    }

    @ParameterizedTest
    @MethodSource("grayImages")
    void valuesAreThoseOfTheOracle(Corpus.Entry entry) throws IOException {
        CalibratedImage image = calibrated(entry);
        assertEquals(entry.expected().get("frames").getAsInt(), image.depth());
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (float[] plane : image.planes()) {
            for (float value : plane) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                sum += value;
            }
        }
        double mean = sum / image.depth() / image.width() / image.height();
        if (entry.has("doseMax")) {
            assertClose(entry.expected().get("doseMax"), max);
            assertClose(entry.expected().get("doseMean"), mean);
            assertEquals(entry.expected().get("doseUnits").getAsString(), image.unit());
        } else {
            assertClose(entry.expected().get("scaledMin"), min);
            assertClose(entry.expected().get("scaledMax"), max);
            assertClose(entry.expected().get("scaledMean"), mean);
        }
        if (text(entry, "modality").equals("CT")
                && text(entry, "modalityTransform").equals("rescale")) {
            assertEquals(entry.has("rescaleType") ? text(entry, "rescaleType") : "HU", image.unit());
        }
    }

    /** Through the first window of the file, gray 0..255 as the standard's formula gives it. */
    @ParameterizedTest
    @MethodSource("windowed")
    void firstWindowGivesTheGrayOfTheOracle(Corpus.Entry entry) throws IOException {
        JsonObject expected = entry.expected().getAsJsonObject("window");
        CalibratedImage image = calibrated(entry);
        FunctionalGroups groups =
                FunctionalGroups.of(DicomFile.read(entry.file()).dataSet());
        FileWindow window = FileWindows.of(groups, 0).get(0);
        assertEquals(expected.get("center").getAsDouble(), window.window().center());
        assertEquals(expected.get("width").getAsDouble(), window.window().width());
        assertEquals(VoiLutFunction.valueOf(expected.get("function").getAsString()), window.function());
        JsonArray positions = expected.getAsJsonArray("outSamplePositions");
        JsonArray samples = expected.getAsJsonArray("outSample");
        for (int i = 0; i < samples.size(); i++) {
            JsonArray at = positions.get(i).getAsJsonArray();
            float value = image.plane(0)[
                    at.get(0).getAsInt() * image.width() + at.get(1).getAsInt()];
            assertEquals(samples.get(i).getAsDouble(), 255 * window.function().apply(window.window(), value), 1e-4);
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (float value : image.plane(0)) {
            double gray = 255 * window.function().apply(window.window(), value);
            min = Math.min(min, gray);
            max = Math.max(max, gray);
            sum += gray;
        }
        byte[] grays = new VoiLut8(window.gray()).of(image.plane(0));
        for (int i = 0; i < grays.length; i++) {
            assertEquals(window.gray().byteOf(image.plane(0)[i]), grays[i] & 0xFF);
        }
        assertEquals(expected.get("outMin").getAsDouble(), min, 1e-4);
        assertEquals(expected.get("outMax").getAsDouble(), max, 1e-4);
        assertEquals(expected.get("outMean").getAsDouble(), sum / image.plane(0).length, 1e-4);
    }

    @ParameterizedTest
    @MethodSource("placed")
    void planesArePlacedByTheHeader(Corpus.Entry entry) throws IOException {
        FunctionalGroups groups =
                FunctionalGroups.of(DicomFile.read(entry.file()).dataSet());
        if (entry.has("functionalGroups")) {
            checkFunctionalGroups(groups, entry.expected().getAsJsonObject("functionalGroups"));
        } else if (entry.has("imagePositionPatient") && entry.has("imageOrientationPatient")) {
            PlaneGeometry plane = PlaneGeometry.of(groups, 0).orElseThrow();
            assertVector(entry.expected().getAsJsonArray("imagePositionPatient"), 0, plane.position());
            assertVector(entry.expected().getAsJsonArray("imageOrientationPatient"), 0, plane.rowDirection());
            assertVector(entry.expected().getAsJsonArray("imageOrientationPatient"), 3, plane.columnDirection());
        }
        if (entry.has("pixelSpacing")) checkSpacing(entry.expected().getAsJsonArray("pixelSpacing"), groups);
    }

    private static void checkFunctionalGroups(FunctionalGroups groups, JsonObject expected) throws IOException {
        if (!expected.has("framePositions")) return;
        JsonArray positions = expected.getAsJsonArray("framePositions");
        for (int frame = 0; frame < positions.size(); frame++) {
            if (!positions.get(frame).isJsonArray()) continue;
            PlaneGeometry plane = PlaneGeometry.of(groups, frame).orElseThrow();
            assertVector(positions.get(frame).getAsJsonArray(), 0, plane.position());
        }
        if (expected.has("frame0PixelSpacing")) checkSpacing(expected.getAsJsonArray("frame0PixelSpacing"), groups);
    }

    private static void checkSpacing(JsonArray expected, FunctionalGroups groups) throws IOException {
        PixelSpacing spacing = PixelSpacing.of(groups, 0);
        assertEquals(expected.get(0).getAsDouble(), spacing.row());
        assertEquals(expected.get(1).getAsDouble(), spacing.column());
        assertEquals(PixelSpacing.Source.PIXEL_SPACING, spacing.source());
    }

    @Test
    void doseGridIsPlacedByItsOffsets() throws IOException {
        CalibratedImage dose = calibrated(Corpus.entry("calibration/rtdose.dcm"));
        assertEquals(5, dose.geometry().orElseThrow().medianSpacing(), 1e-9);
        assertEquals(15, dose.geometry().orElseThrow().positions());
        assertFalse(dose.geometry().orElseThrow().isUneven());
        assertEquals(1e-6 * 1249000, dose.plane(0)[0], 1e-7);
    }

    @Test
    void modalityLutIsTheTable() throws IOException {
        Corpus.Entry entry = Corpus.entry("calibration/mlut_18.dcm");
        JsonObject expected = entry.expected().getAsJsonObject("modalityLut");
        ModalityTransform transform = ModalityTransform.of(
                FunctionalGroups.of(DicomFile.read(entry.file()).dataSet()), 0);
        LookupTable table = (LookupTable) transform.lut();
        assertEquals(expected.get("entries").getAsInt(), table.size());
        assertEquals(expected.get("firstMapped").getAsInt(), table.firstMapped());
        assertEquals(expected.get("bits").getAsInt(), table.bits());
        assertEquals(expected.get("type").getAsString(), transform.unit());
        JsonArray first = expected.getAsJsonArray("first8");
        for (int i = 0; i < first.size(); i++) assertEquals(first.get(i).getAsFloat(), table.entry(i));
        assertEquals(expected.get("last").getAsFloat(), table.entry(table.size() - 1));
    }

    @Test
    void voiLutIsTheTable() throws IOException {
        Corpus.Entry entry = Corpus.entry("calibration/vlut_04.dcm");
        JsonObject expected = entry.expected().getAsJsonArray("voiLut").get(0).getAsJsonObject();
        FunctionalGroups groups =
                FunctionalGroups.of(DicomFile.read(entry.file()).dataSet());
        VoiLut lut = VoiLut.of(groups, 0).get(0);
        CalibratedImage image = calibrated(entry);
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        byte[] grays = new VoiLut8(lut).of(image.plane(0));
        ByteBuffer outputs = ByteBuffer.allocate(Integer.BYTES * grays.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < grays.length; i++) {
            double output = lut.table().apply(image.plane(0)[i]);
            outputs.putInt((int) output);
            sum += output;
            min = Math.min(min, output);
            max = Math.max(max, output);
            assertEquals((int) (255 * output / 65535 + 0.5), grays[i] & 0xFF);
        }
        assertEquals(expected.get("outSha256").getAsString(), Sha256.of(outputs));
        assertEquals(expected.get("outMin").getAsDouble(), min);
        assertEquals(expected.get("outMax").getAsDouble(), max);
        assertEquals(expected.get("entries").getAsInt(), lut.table().size());
        assertEquals(expected.get("firstMapped").getAsInt(), lut.table().firstMapped());
        assertEquals(expected.get("bits").getAsInt(), lut.table().bits());
        assertEquals(expected.get("outMean").getAsDouble(), sum / image.plane(0).length, 1e-9);
        JsonArray pixels = expected.getAsJsonArray("outFirstPixels");
        for (int i = 0; i < pixels.size(); i++) {
            assertEquals(pixels.get(i).getAsDouble(), lut.table().apply(image.plane(0)[i]));
        }
        assertEquals(1, lut.of(255));
    }

    @Test
    void parametricMapsHaveTheirRealWorldUnit() throws IOException {
        for (String name : List.of("parametric_map_float.dcm", "parametric_map_double_float.dcm")) {
            Corpus.Entry entry = Corpus.entry("calibration/" + name);
            CalibratedImage image = calibrated(entry);
            assertEquals(
                    entry.expected()
                            .getAsJsonObject("realWorldValue")
                            .get("unit")
                            .getAsString(),
                    image.unit());
            JsonArray positions = entry.expected().getAsJsonObject("sample").getAsJsonArray("positions");
            JsonArray values = entry.expected().getAsJsonObject("sample").getAsJsonArray("values");
            for (int i = 0; i < values.size(); i++) {
                JsonArray at = positions.get(i).getAsJsonArray();
                int index = at.get(1).getAsInt() * image.width() + at.get(2).getAsInt();
                assertEquals(
                        (float) values.get(i).getAsDouble(),
                        image.plane(at.get(0).getAsInt())[index]);
            }
        }
    }

    @Test
    void perFrameTransformNamesItsType() throws IOException {
        Corpus.Entry entry = Corpus.entry("calibration/eCT_Supplemental.dcm");
        CalibratedImage image = calibrated(entry);
        assertEquals(text(entry, "frameRescaleType"), image.unit());
        assertEquals(10, image.sliceSpacing().mm(), 1e-9);
        assertTrue(image.geometry().orElseThrow().order().length == 2);
    }

    private static CalibratedImage calibrated(Corpus.Entry entry) throws IOException {
        try {
            return FrameCalibrator.read(FrameRef.allOf(DicomFile.read(entry.file())), Progress.NONE);
        } catch (UnsupportedDicomException e) {
            // A syntax without a decoder; other tests list the permitted ones.
            Assumptions.abort(e.getMessage());
            throw e;
        }
    }

    private static String text(Corpus.Entry entry, String key) {
        return entry.has(key) ? entry.expected().get(key).getAsString() : "";
    }

    /** To single precision. */
    private static void assertClose(JsonElement expected, double actual) {
        double value = expected.getAsDouble();
        assertEquals(value, actual, 1e-9 + Math.abs(value) * 1e-7);
    }

    private static void assertVector(JsonArray expected, int from, Vector3 actual) {
        double[] values = actual.toArray();
        for (int i = 0; i < 3; i++) assertEquals(expected.get(from + i).getAsDouble(), values[i], 1e-4);
    }
}
