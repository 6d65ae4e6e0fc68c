package hounsfield.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.corpus.Corpus;
import hounsfield.frame.FrameRef;
import hounsfield.parse.DicomFile;
import hounsfield.window.Window;
import hounsfield.work.Progress;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares blurs, masks, boxes, crops and zooms with values that {@code make_masks.py} computed from the published
 * formulas with numpy and scipy. Masks and boxes must be equal, values within 1e-5.
 */
class MaskGoldenTest {
    private static final double TOLERANCE = 1e-5;

    static Stream<JsonObject> gauss() {
        return cases("gauss");
    }

    static Stream<JsonObject> uniform() {
        return cases("uniform");
    }

    static Stream<JsonObject> mask() {
        return cases("mask");
    }

    static Stream<JsonObject> files() {
        return cases("files");
    }

    static Stream<JsonObject> resizeSquared() {
        return cases("resizeSquared");
    }

    static Stream<JsonObject> resize() {
        return cases("resize");
    }

    static Stream<JsonObject> zoom() {
        return cases("zoom");
    }

    @ParameterizedTest
    @MethodSource
    void gauss(JsonObject golden) {
        check(golden, Blur.gauss(input(golden), golden.get("sigma").getAsDouble()));
    }

    @ParameterizedTest
    @MethodSource
    void uniform(JsonObject golden) {
        check(golden, Blur.uniform(input(golden), golden.get("size").getAsInt()));
    }

    @ParameterizedTest
    @MethodSource
    void mask(JsonObject golden) throws NoSuchAlgorithmException {
        checkMask(
                golden,
                head(golden.get("rows").getAsInt(), golden.get("columns").getAsInt()));
    }

    @ParameterizedTest
    @MethodSource
    void files(JsonObject golden) throws NoSuchAlgorithmException, IOException {
        Path file = Corpus.folder().resolve(golden.get("file").getAsString());
        Assumptions.assumeTrue(Files.exists(file), "no " + file);
        float[] values = FrameCalibrator.read(FrameRef.allOf(DicomFile.read(file)), Progress.NONE)
                .plane(0);
        checkMask(
                golden,
                new Raster2D(
                        golden.get("rows").getAsInt(), golden.get("columns").getAsInt(), values));
    }

    private static void checkMask(JsonObject golden, Raster2D plane) throws NoSuchAlgorithmException {
        MaskSettings settings = new MaskSettings(
                new Window(
                        golden.get("center").getAsDouble(), golden.get("width").getAsDouble()),
                golden.get("sigma").getAsDouble(),
                golden.get("threshold").getAsDouble(),
                golden.get("withoutWhite").getAsBoolean());
        Mask mask = Mask.fromBlur(plane, settings);
        int count = 0;
        for (byte pixel : mask.pixels()) if (pixel != 0) count++;
        assertEquals(golden.get("count").getAsInt(), count);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(mask.pixels());
        assertEquals(golden.get("sha256").getAsString(), HexFormat.of().formatHex(digest));
        assertEquals(bounds(golden), mask.box().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource
    void resizeSquared(JsonObject golden) {
        check(golden, Crop.resizeSquared(input(golden), bounds(golden), size(golden)));
    }

    @ParameterizedTest
    @MethodSource
    void resize(JsonObject golden) {
        check(golden, Crop.resize(input(golden), bounds(golden), size(golden)));
    }

    @ParameterizedTest
    @MethodSource
    void zoom(JsonObject golden) {
        Raster2D input = input(golden);
        double ratio = golden.get("ratio").getAsDouble();
        Size size = ratio == 0 ? size(golden) : SplineZoom.size(input.rows(), input.columns(), ratio);
        check(golden, SplineZoom.zoom(input, size));
    }

    private static void check(JsonObject golden, Raster2D result) {
        assertEquals(golden.get("rows").getAsInt(), result.rows());
        assertEquals(golden.get("columns").getAsInt(), result.columns());
        JsonArray index = golden.getAsJsonArray("index");
        JsonArray value = golden.getAsJsonArray("value");
        for (int i = 0; i < index.size(); i++) {
            int at = index.get(i).getAsInt();
            assertEquals(value.get(i).getAsDouble(), result.values()[at], TOLERANCE, "pixel " + at);
        }
        double sum = 0;
        for (float each : result.values()) sum += each;
        assertEquals(golden.get("mean").getAsDouble(), sum / result.values().length, TOLERANCE / 10);
    }

    /** The golden bounds give the last row and column inside the box. */
    private static Box bounds(JsonObject golden) {
        JsonArray bounds = golden.getAsJsonArray("bounds");
        return new Box(
                bounds.get(0).getAsInt(),
                bounds.get(1).getAsInt(),
                bounds.get(2).getAsInt() + 1,
                bounds.get(3).getAsInt() + 1);
    }

    private static Size size(JsonObject golden) {
        return new Size(golden.get("rows").getAsInt(), golden.get("columns").getAsInt());
    }

    private static Raster2D input(JsonObject golden) {
        return switch (golden.get("input").getAsString()) {
            case "small" -> scattered(37, 53);
            case "wide" -> scattered(20, 64);
            case "large" -> scattered(256, 256);
            case "one" -> scattered(1, 1);
            default -> scattered(1, 9);
        };
    }

    private static Raster2D scattered(int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) values[i] = (float) (i * 7919L % 4096 / 4095.0);
        return new Raster2D(rows, columns, values);
    }

    /** HU: an ellipse of bone around an ellipse of brain, in air, above a table. */
    static Raster2D head(int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                double dy = (y - rows * 0.45) / (rows * 0.3);
                double dx = (x - columns * 0.6) / (columns * 0.25);
                double r = dy * dy + dx * dx;
                float hu = r < 0.8 ? 20 + (7 * x + 3 * y) % 31 : r < 1 ? 900 : -1000;
                values[y * columns + x] = y >= rows - 3 && x % 4 != 0 ? -100 : hu;
            }
        }
        return new Raster2D(rows, columns, values);
    }

    private static Stream<JsonObject> cases(String operation) {
        try (Reader in =
                new InputStreamReader(MaskGoldenTest.class.getResourceAsStream("masks.json"), StandardCharsets.UTF_8)) {
            JsonArray cases = JsonParser.parseReader(in).getAsJsonObject().getAsJsonArray(operation);
            return StreamSupport.stream(cases.spliterator(), false).map(JsonElement::getAsJsonObject);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
