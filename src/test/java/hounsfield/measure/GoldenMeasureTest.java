package hounsfield.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hounsfield.calibrate.PixelPadding;
import hounsfield.planes.LazyPlaneList;
import hounsfield.planes.Limits;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.testing.Sha256;
import hounsfield.window.Window;
import hounsfield.work.Progress;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares statistics and histograms of drawn images with the results of numpy and scipy: {@code make_golden.py} beside
 * {@code golden.json}. Counts must be equal, other numbers within a relative error of 1e-12.
 */
class GoldenMeasureTest {
    private static final int PLANES = 3;
    private static final int LENGTH = 48 * 64;
    private static final Window BRAIN = new Window(40, 80);
    private static final JsonObject GOLDEN = golden();
    private static final int[] LADDER = {
        -1024, -1000, -951, -950, -949, -700, -500, -499, -191, -190, -189, -100, -30, -29, -10, -9, 0, 20, 21, 60, 150,
        151, 1200, 2000, 2001, 3071
    };

    static Stream<String> images() {
        return GOLDEN.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("images")
    void statistics(String name) {
        JsonObject expected = GOLDEN.getAsJsonObject(name);
        for (Planes planes : representations(name)) {
            check(expected.getAsJsonObject("all"), measure(planes, Selection.ALL, Limits.NONE), name);
            check(expected.getAsJsonObject("selected"), measure(planes, selected(), Limits.NONE), name + ", selected");
            JsonElement limited = expected.get("limited");
            Statistics within =
                    measure(planes, Selection.ALL, ValueRange.closed(-200, 300).limits());
            if (limited.isJsonNull()) assertEquals(0, within.count());
            else check(limited.getAsJsonObject(), within, name + ", limited");
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void histograms(String name) {
        for (Planes planes : representations(name)) {
            for (JsonElement each : GOLDEN.getAsJsonObject(name).getAsJsonArray("histograms")) {
                JsonObject expected = each.getAsJsonObject();
                int bins = expected.get("bins").getAsInt();
                double low = expected.get("low").getAsDouble();
                double high = expected.get("high").getAsDouble();
                checkCounts(expected, histogram(planes, HistogramBins.between(bins, low, high)), name + " " + bins);
                if (!expected.get("fitted").getAsBoolean()) continue;
                HistogramBins fitted =
                        new HistogramBins(OptionalInt.of(bins), OptionalDouble.empty(), OptionalDouble.empty());
                checkCounts(expected, histogram(planes, fitted), name + " " + bins + " fitted");
            }
        }
    }

    private static Statistics measure(Planes planes, Selection selection, Limits limits) {
        List<ValueRange> ranges = new ArrayList<>();
        for (Tissue tissue : Tissue.values()) ranges.add(tissue.range());
        ranges.add(ValueRange.inside(BRAIN));
        return Statistics.of(planes, selection, limits, ranges, Progress.NONE);
    }

    private static Histogram histogram(Planes planes, HistogramBins bins) {
        return Histogram.of(planes, Selection.ALL, bins, Progress.NONE);
    }

    private static void check(JsonObject expected, Statistics actual, String what) {
        assertEquals(expected.get("count").getAsLong(), actual.count(), what);
        checkNumber(expected, "min", actual.min(), what);
        checkNumber(expected, "max", actual.max(), what);
        checkNumber(expected, "mean", actual.mean(), what);
        checkNumber(expected, "std", actual.standardDeviation(), what);
        checkNumber(expected, "median", actual.median(), what);
        for (Tissue tissue : Tissue.values()) {
            checkNumber(expected.getAsJsonObject("tissues"), tissue.label(), actual.fraction(tissue.ordinal()), what);
        }
        checkNumber(expected, "inBrain", actual.fraction(Tissue.values().length), what);
    }

    private static void checkNumber(JsonObject expected, String key, double actual, String what) {
        double value = expected.get(key).getAsDouble();
        assertEquals(value, actual, 1e-12 * Math.max(1, Math.abs(value)), what + ": " + key);
    }

    private static void checkCounts(JsonObject expected, Histogram actual, String what) {
        long[] counts = actual.counts();
        assertEquals(PLANES * LENGTH, actual.total());
        if (expected.has("counts")) {
            long[] values = expected.getAsJsonArray("counts").asList().stream()
                    .mapToLong(JsonElement::getAsLong)
                    .toArray();
            assertArrayEquals(values, counts, what);
            return;
        }
        assertEquals(expected.get("sum").getAsLong(), Arrays.stream(counts).sum(), what);
        assertEquals(expected.get("sha256").getAsString(), sha256(counts), what);
    }

    /** The same values in memory, fetched, and if they fit as 16-bit numbers with slope and intercept. */
    private static List<Planes> representations(String name) {
        List<float[]> floats = draw(name);
        List<Planes> all = new ArrayList<>();
        all.add(Planes.ofFloats(floats));
        all.add(Planes.ofFloats(
                new LazyPlaneList<>(PLANES, LENGTH, plane -> floats.get(plane).clone())));
        if (name.equals("integers")) all.add(Planes.ofShorts(shorts(floats, 1, -1024), 1, -1024));
        if (name.equals("halves")) all.add(Planes.ofShorts(shorts(floats, 0.5, -1000), 0.5, -1000));
        return all;
    }

    private static List<short[]> shorts(List<float[]> floats, double slope, double intercept) {
        return floats.stream()
                .map(plane -> {
                    short[] numbers = new short[plane.length];
                    for (int i = 0; i < numbers.length; i++) numbers[i] = (short) ((plane[i] - intercept) / slope);
                    return numbers;
                })
                .toList();
    }

    private static List<float[]> draw(String name) {
        LongToDoubleFunction value =
                switch (name) {
                    case "integers" -> i -> i * 7919 % 4096 - 1024;
                    case "fractions" -> i -> i * 7919 % 4096 / 7.0 - 300;
                    case "halves" -> i -> 0.5 * (i * 7919 % 4096) - 1000;
                    case "ladder" -> i -> LADDER[(int) (i * i % LADDER.length)];
                    case "far from zero" -> i -> 1e6 + i * 7919 % 4096 / 4096.0;
                    default -> throw new AssertionError(name);
                };
        List<float[]> planes = new ArrayList<>();
        for (int plane = 0; plane < PLANES; plane++) {
            float[] values = new float[LENGTH];
            for (int i = 0; i < LENGTH; i++) values[i] = (float) value.applyAsDouble((long) plane * LENGTH + i);
            planes.add(values);
        }
        return planes;
    }

    /** A mask of four pixels out of five, without padding. */
    private static Selection selected() {
        List<byte[]> masks = new ArrayList<>();
        for (int plane = 0; plane < PLANES; plane++) {
            byte[] mask = new byte[LENGTH];
            for (int i = 0; i < LENGTH; i++) mask[i] = (byte) (((long) plane * LENGTH + i) % 5 == 0 ? 0 : 255);
            masks.add(mask);
        }
        Optional<PixelPadding> padding = Optional.of(new PixelPadding(-1024, -1000));
        return Selection.ALL.withinEach(masks).excluding(Collections.nCopies(PLANES, padding));
    }

    private static String sha256(long[] counts) {
        ByteBuffer bytes = ByteBuffer.allocate(counts.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long count : counts) bytes.putLong(count);
        return Sha256.of(bytes);
    }

    private static JsonObject golden() {
        try (Reader reader = new InputStreamReader(
                GoldenMeasureTest.class.getResourceAsStream("golden.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
