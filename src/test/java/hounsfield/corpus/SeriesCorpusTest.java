package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hounsfield.calibrate.CalibratedImage;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.parse.DicomFile;
import hounsfield.series.Series;
import hounsfield.series.SeriesReader;
import hounsfield.series.SeriesScan;
import hounsfield.series.SeriesScanner;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series of real files: order, distances, tilt, affine and HU against series-expected.json. */
class SeriesCorpusTest {
    @ParameterizedTest
    @ValueSource(strings = {"series-ge-ct", "series-philips-ct", "dicomdir/77654033/CT2", "dicomdir/98892001/CT5N"})
    void seriesIsInOrderAndPlace(String folder) throws IOException {
        SeriesScan scan = SeriesScanner.scan(Corpus.folder().resolve(folder), Progress.NONE);
        assertEquals(List.of(), scan.rejected());
        JsonArray all = expected().getAsJsonObject(folder).getAsJsonArray("series");
        assertEquals(all.size(), scan.series().size());
        for (int i = 0; i < all.size(); i++) {
            check(all.get(i).getAsJsonObject(), scan.series().get(i));
        }
    }

    /**
     * Every image is in a series or, if nothing decodes it, in the list of rejected files. Of several files with the same SOP Instance
     * UID, only one is.
     */
    @Test
    void wholeCorpusIsScannedPastItsDamagedFiles() throws IOException {
        SeriesScan scan = SeriesScanner.scan(Corpus.folder(), Progress.NONE);
        Set<Path> found = scan.series().stream()
                .flatMap(series -> series.files().stream())
                .collect(Collectors.toSet());
        Set<String> instances = new HashSet<>();
        for (Path file : found) instances.add(instance(file));
        Map<Path, String> rejected = scan.rejected().stream()
                .collect(Collectors.toMap(each -> each.path().orElseThrow(), Diagnostic::sentence));
        Corpus.entries("image").forEach(entry -> {
            String reason = rejected.getOrDefault(entry.file(), "");
            boolean there = found.contains(entry.file())
                    || reason.isEmpty() && instances.contains(assertDoesNotThrow(() -> instance(entry.file())));
            assertTrue(there || reason.endsWith("has no decoder"), entry + ": " + reason);
        });
        Corpus.entries("nonimage").forEach(entry -> {
            if (entry.expected().get("expect").getAsString().equals("ok")) {
                assertTrue(rejected.get(entry.file()).startsWith("has no Pixel Data"), entry.path());
            }
        });
        assertEquals(
                1,
                scan.series().stream()
                        .filter(series -> series.files().get(0).toString().contains("series-ge-ct"))
                        .count());
    }

    private static void check(JsonObject expected, Series series) throws IOException {
        assertEquals(
                strings(expected.getAsJsonArray("files")),
                series.files().stream()
                        .map(path -> path.getFileName().toString())
                        .toList());
        StackGeometry stack = series.geometry().orElseThrow();
        assertArrayEquals(numbers(expected.getAsJsonArray("distances")), stack.distances(), 1e-5);
        assertArrayEquals(numbers(expected.getAsJsonArray("spacings")), stack.spacings(), 1e-5);
        assertEquals(expected.get("medianSpacing").getAsDouble(), stack.medianSpacing(), 1e-5);
        assertEquals(expected.get("uniform").getAsBoolean(), !stack.isUneven());
        assertEquals(expected.get("shearAngleDegrees").getAsDouble(), stack.shearDegrees(), 1e-2);
        assertEquals(expected.get("sheared").getAsBoolean(), stack.isSheared());
        assertVector(expected.getAsJsonArray("normal"), stack.normal());
        for (int i = 0; i < series.slices().size(); i++) {
            assertVector(
                    expected.getAsJsonArray("positions").get(i).getAsJsonArray(),
                    stack.planes().get(i).position());
        }
        double[][] affine = stack.affineLps();
        for (int row = 0; row < 4; row++) {
            assertArrayEquals(
                    numbers(expected.getAsJsonArray("affineLps").get(row).getAsJsonArray()), affine[row], 2e-6);
        }
        assertEquals(
                !expected.get("uniform").getAsBoolean(),
                series.findings().stream().anyMatch(finding -> finding.startsWith("Uneven spacing")));
        assertEquals(
                expected.get("sheared").getAsBoolean(),
                series.findings().stream().anyMatch(finding -> finding.startsWith("Tilted")));
        checkValues(expected, series);
    }

    private static void checkValues(JsonObject expected, Series series) throws IOException {
        CalibratedImage image = SeriesReader.read(series, Progress.NONE);
        assertEquals("HU", image.unit());
        assertEquals(expected.get("slices").getAsInt(), image.depth());
        JsonArray voxelSize = expected.getAsJsonArray("voxelSize");
        assertEquals(voxelSize.get(0).getAsDouble(), image.pixelSpacing().column());
        assertEquals(voxelSize.get(1).getAsDouble(), image.pixelSpacing().row());
        assertEquals(voxelSize.get(2).getAsDouble(), image.sliceSpacing().mm(), 1e-6);
        JsonObject sample = expected.getAsJsonObject("scaledSample");
        JsonArray positions = sample.getAsJsonArray("slicesRowsColumns");
        for (int i = 0; i < positions.size(); i++) {
            JsonArray at = positions.get(i).getAsJsonArray();
            float[] plane = image.plane(at.get(0).getAsInt());
            assertEquals(
                    sample.getAsJsonArray("values").get(i).getAsFloat(),
                    plane[at.get(1).getAsInt() * image.width() + at.get(2).getAsInt()]);
        }
        double sum = 0;
        double squares = 0;
        for (float[] plane : image.planes()) {
            for (float value : plane) {
                sum += value;
                squares += (double) value * value;
            }
        }
        double count = (double) image.depth() * image.width() * image.height();
        double mean = sum / count;
        JsonObject scaled = expected.getAsJsonObject("scaled");
        assertEquals(scaled.get("mean").getAsDouble(), mean, 1e-6);
        assertEquals(scaled.get("std").getAsDouble(), Math.sqrt(squares / count - mean * mean), 1e-6);
    }

    private static void assertVector(JsonArray expected, Vector3 actual) {
        assertArrayEquals(numbers(expected), actual.toArray(), 1e-5);
    }

    private static List<String> strings(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    private static double[] numbers(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
    }

    private static JsonObject expected() {
        return Corpus.read(Corpus.shared("corpus/series-expected.json"));
    }

    private static String instance(Path file) throws IOException {
        return DicomFile.read(file).dataSet().findString(Tag.SOP_INSTANCE_UID).orElse("");
    }
}
