package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hounsfield.calibrate.CalibratedImage;
import hounsfield.series.Series;
import hounsfield.series.SeriesReader;
import hounsfield.series.SeriesScan;
import hounsfield.series.SeriesScanner;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real series with several images at each position: dimensions, order, spacing, interval, and minimum, maximum and mean of
 * every plane, against {@code series/expected.json}. Its channels are sorted as texts; here TE 7 precedes TE 10, so channels
 * are compared by the names of both.
 */
class SeriesAxesCorpusTest {
    /** A case of expected.json. */
    record Case(JsonObject expected) {
        String name() {
            return expected.get("name").getAsString();
        }

        int size(String axis) {
            return expected.getAsJsonObject("dims").get(axis).getAsInt();
        }

        Set<String> files() {
            Set<String> files = new HashSet<>();
            for (JsonElement file : expected.getAsJsonArray("files")) {
                files.add(file.getAsJsonObject().get("path").getAsString());
            }
            return files;
        }

        JsonArray planes() {
            return expected.getAsJsonArray("planes");
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static Stream<Case> cases() throws IOException {
        JsonArray all = Corpus.read(Corpus.shared("series/expected.json")).getAsJsonArray("cases");
        return StreamSupport.stream(all.spliterator(), false).map(each -> new Case(each.getAsJsonObject()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyPlaneIsInItsPlace(Case each) throws IOException {
        Path folder = Corpus.shared("series/" + each.name());
        Series series = find(SeriesScanner.scan(folder, Progress.NONE), each.files());
        CalibratedImage image = SeriesReader.read(series, Progress.NONE);
        assertEquals(each.size("C"), image.channels(), () -> "channels of " + series.findings());
        assertEquals(each.size("Z"), image.slices(), () -> "slices of " + series.findings());
        assertEquals(each.size("T"), image.timePoints(), () -> "time points of " + series.findings());
        List<Integer> channels = channelOrder(each, series);
        Set<Integer> filled = new HashSet<>();
        for (JsonElement element : each.planes()) {
            JsonObject plane = element.getAsJsonObject();
            int channel = channels.indexOf(plane.get("c").getAsInt());
            int index =
                    (plane.get("t").getAsInt() * image.slices() + plane.get("z").getAsInt()) * image.channels()
                            + channel;
            filled.add(index);
            check(plane, image.plane(index), "plane " + plane);
        }
        for (int i = 0; i < image.depth(); i++) {
            if (!filled.contains(i)) assertTrue(Float.isNaN(image.plane(i)[0]), "plane " + i + " is not NaN");
        }
        checkSpacing(each, image);
        checkInterval(each, image);
    }

    private static Series find(SeriesScan scan, Set<String> files) {
        List<Series> found = scan.series().stream()
                .filter(series -> series.files().stream()
                        .map(file -> file.getFileName().toString())
                        .allMatch(files::contains))
                .toList();
        assertEquals(
                1,
                found.size(),
                () -> "series with these files among "
                        + scan.series().stream().map(Series::label).toList());
        assertEquals(files.size(), found.get(0).files().size());
        return found.get(0);
    }

    /** Returns for each of our channels the index of the expected one. */
    private static List<Integer> channelOrder(Case each, Series series) {
        List<Integer> order = new ArrayList<>();
        JsonElement keys = each.expected().get("channel_keys");
        for (int c = 0; c < series.channels().size(); c++) {
            int expected = c;
            for (int i = 0; !keys.isJsonNull() && i < keys.getAsJsonArray().size(); i++) {
                if (isNamed(
                        series.channels().steps().get(c),
                        keys.getAsJsonArray().get(i).getAsString())) expected = i;
            }
            order.add(expected);
        }
        assertEquals(
                order.size(), new HashSet<>(order).size(), series.channels().toString());
        return order;
    }

    private static boolean isNamed(String step, String key) {
        List<String> words = List.of(step.toLowerCase().split("[ ,]+"));
        return Stream.of(key.toLowerCase().split(" "))
                .filter(word -> !word.equals("te"))
                .map(word -> word.replaceFirst("\\.0$", ""))
                .allMatch(words::contains);
    }

    private static void check(JsonObject expected, float[] values, String message) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (float value : values) {
            if (value < least) least = value;
            if (value > most) most = value;
            sum += value;
        }
        double tolerance = 1e-5 * Math.max(1, Math.max(Math.abs(least), Math.abs(most)));
        assertEquals(expected.get("min").getAsDouble(), least, tolerance, message);
        assertEquals(expected.get("max").getAsDouble(), most, tolerance, message);
        assertEquals(expected.get("mean").getAsDouble(), sum / values.length, tolerance, message);
    }

    private static void checkSpacing(Case each, CalibratedImage image) {
        JsonArray pixels = each.expected().getAsJsonArray("pixel_spacing_row_col");
        assertEquals(pixels.get(0).getAsDouble(), image.pixelSpacing().row(), 1e-6);
        assertEquals(pixels.get(1).getAsDouble(), image.pixelSpacing().column(), 1e-6);
        double[] gaps = StreamSupport.stream(
                        each.expected().getAsJsonArray("slice_spacings").spliterator(), false)
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
        double[] own = image.geometry().orElseThrow().spacings();
        assertEquals(gaps.length, own.length);
        for (int i = 0; i < gaps.length; i++) assertEquals(gaps[i], own[i], 2e-3, "gap " + i);
    }

    private static void checkInterval(Case each, CalibratedImage image) {
        JsonElement seconds = each.expected().get("frame_seconds");
        if (seconds.isJsonNull()) return;
        assertEquals(seconds.getAsDouble(), image.placement().frameSeconds().orElse(0), 0.02 * seconds.getAsDouble());
    }
}
