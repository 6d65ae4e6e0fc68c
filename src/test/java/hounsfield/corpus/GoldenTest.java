package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.equalize.BinSettings;
import hounsfield.equalize.FrequencyBins;
import hounsfield.frame.FrameRef;
import hounsfield.measure.Statistics;
import hounsfield.measure.ValueRange;
import hounsfield.parse.DicomFile;
import hounsfield.planes.Limits;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.testing.Sha256;
import hounsfield.window.Window;
import hounsfield.window.Windowing;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Breaks, equalized values, windowed values and per cent in window against golden values that an independent program made
 * with numpy. Breaks must be equal exactly, per cent too, the rest within 1e-6.
 */
class GoldenTest {
    private static final double TOLERANCE = 1e-6;

    static Stream<String> synthetic() {
        return golden().getAsJsonObject("synthetic").keySet().stream();
    }

    static Stream<String> files() {
        return golden().getAsJsonObject("files").keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("synthetic")
    void drawnImages(String name) {
        check(golden().getAsJsonObject("synthetic").getAsJsonObject(name), draw(name));
    }

    @ParameterizedTest
    @MethodSource("files")
    void files(String name) throws IOException {
        Path file = Corpus.folder().resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "no " + file);
        float[] values = FrameCalibrator.read(FrameRef.allOf(DicomFile.read(file)), Progress.NONE)
                .plane(0);
        check(golden().getAsJsonObject("files").getAsJsonObject(name), values);
    }

    private static void check(JsonObject expected, float[] values) {
        checkSummary("scaled", expected.getAsJsonObject("scaled"), values);
        for (String key : expected.getAsJsonObject("equalize").keySet()) {
            checkEqualization(key, expected.getAsJsonObject("equalize").getAsJsonObject(key), values);
        }
        for (String key : expected.getAsJsonObject("window").keySet()) {
            JsonObject each = expected.getAsJsonObject("window").getAsJsonObject(key);
            Window window = new Window(
                    each.get("level").getAsDouble(), each.get("width").getAsDouble());
            checkSummary(key, each.getAsJsonObject("result"), Windowing.apply(window, values));
            assertEquals(
                    expected.getAsJsonObject("percentInWindow").get(key).getAsDouble(),
                    fractionInside(window, values),
                    key);
        }
    }

    private static double fractionInside(Window window, float[] values) {
        List<ValueRange> inside = List.of(ValueRange.inside(window));
        return Statistics.of(Planes.ofFloats(values), Selection.ALL, Limits.NONE, inside, Progress.NONE)
                .fraction(0);
    }

    /** Keys are {@code bins=100,min=-1100} or {@code bins=100,min=None}. */
    private static void checkEqualization(String key, JsonObject expected, float[] values) {
        String[] parts = key.split("[=,]");
        BinSettings settings = BinSettings.of(Integer.parseInt(parts[1]));
        if (!parts[3].equals("None")) settings = settings.withFloor(Float.parseFloat(parts[3]));
        List<float[]> results = new ArrayList<>();
        for (Planes planes : representations(values)) {
            FrequencyBins bins = FrequencyBins.of(planes, settings);
            assertEquals(expected.get("count").getAsInt(), bins.breaks().length, key);
            assertEquals(expected.get("breaksSha256").getAsString(), sha256(bins.breaks()), key);
            results.add(bins.equalization().map(planes, Progress.NONE).get(0));
        }
        for (float[] result : results) checkSummary(key, expected.getAsJsonObject("result"), result);
    }

    /** The same values as floats and as 16-bit numbers with a line. */
    private static List<Planes> representations(float[] values) {
        short[] shorts = new short[values.length];
        for (int i = 0; i < values.length; i++) shorts[i] = (short) (values[i] + 32768);
        return List.of(Planes.ofFloats(values), Planes.ofShorts(List.of(shorts), 1, -32768));
    }

    private static void checkSummary(String what, JsonObject expected, float[] values) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (float value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
            sum += value;
        }
        assertEquals(expected.get("min").getAsDouble(), min, TOLERANCE, what);
        assertEquals(expected.get("max").getAsDouble(), max, TOLERANCE, what);
        assertEquals(expected.get("mean").getAsDouble(), sum / values.length, TOLERANCE, what);
        JsonArray indexes = expected.getAsJsonObject("sample").getAsJsonArray("index");
        JsonArray samples = expected.getAsJsonObject("sample").getAsJsonArray("value");
        for (int i = 0; i < indexes.size(); i++) {
            int index = indexes.get(i).getAsInt();
            assertEquals(samples.get(i).getAsDouble(), values[index], TOLERANCE, what + " at " + index);
        }
    }

    private static float[] draw(String name) {
        Map<String, float[]> drawn = Map.of("ramp", new float[64 * 64], "two", new float[400], "flat", new float[256]);
        float[] values = drawn.get(name.split("[ :]")[0]);
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    values.length == 400 ? i % 3 == 0 ? -1000 : 40 : values.length == 256 ? 7 : i * 7919 % 4096 - 1024;
        }
        return values;
    }

    private static String sha256(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) bytes.putFloat(value);
        return Sha256.of(bytes);
    }

    private static JsonObject golden() {
        return Corpus.read(Corpus.shared("golden/golden.json"));
    }
}
