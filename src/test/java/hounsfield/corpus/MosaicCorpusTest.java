package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hounsfield.codec.Samples;
import hounsfield.frame.FunctionalGroups;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.geometry.Mosaic;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.TileSlice;
import hounsfield.parse.DicomFile;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mosaics of real scanners: order, distance and values of every tile against series/expected.json. */
class MosaicCorpusTest {
    @ParameterizedTest
    @CsvSource({"siemens-mosaic-ep2d-asc, 216", "siemens-mosaic-2-echoes, 180", "uih-grid-dwi, 340"})
    void tilesAreTheExpectedSlices(String name, int planes) throws IOException {
        JsonObject expected = expected(name);
        Path folder = Corpus.shared("series").resolve(name);
        Map<String, List<JsonObject>> byFile = new TreeMap<>();
        for (JsonElement each : expected.getAsJsonArray("planes")) {
            JsonObject plane = each.getAsJsonObject();
            byFile.computeIfAbsent(plane.get("path").getAsString(), path -> new ArrayList<>())
                    .add(plane);
        }
        double spacing = expected.getAsJsonArray("slice_spacings").get(0).getAsDouble();
        int checked = 0;
        for (Map.Entry<String, List<JsonObject>> file : byFile.entrySet()) {
            checked += check(DicomFile.read(folder.resolve(file.getKey())), file.getValue(), spacing);
        }
        assertEquals(planes, checked);
    }

    private static JsonObject expected(String name) {
        for (JsonElement each :
                Corpus.read(Corpus.shared("series/expected.json")).getAsJsonArray("cases")) {
            if (each.getAsJsonObject().get("name").getAsString().equals(name)) return each.getAsJsonObject();
        }
        throw new AssertionError("no case " + name);
    }

    private static int check(DicomFile file, List<JsonObject> planes, double spacing) throws IOException {
        Diagnostics findings = new Diagnostics();
        List<TileSlice> slices =
                Mosaic.of(FunctionalGroups.of(file.dataSet()), findings).orElseThrow();
        assertEquals(List.of(), findings.sentences(), file.name());
        assertEquals(planes.size(), slices.size(), file.name());
        PlaneGeometry lowest =
                slices.get(planes.get(0).get("tile").getAsInt()).plane().orElseThrow();
        try (FrameReader reader = FrameReader.open(file)) {
            for (JsonObject plane : planes) {
                TileSlice slice = slices.get(plane.get("tile").getAsInt());
                String what = file.name() + ", " + slice.tile();
                double z = plane.get("z").getAsInt() * spacing;
                double height = slice.plane().orElseThrow().distanceAlong(lowest.normal())
                        - lowest.distanceAlong(lowest.normal());
                assertEquals(z, height, 1e-3, what);
                checkValues(reader.ofTile(slice.tile()).read(0), plane, what);
            }
        }
        return planes.size();
    }

    private static void checkValues(Samples samples, JsonObject plane, String what) {
        double slope = plane.get("slope").getAsDouble();
        double intercept = plane.get("intercept").getAsDouble();
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < samples.length(); i++) {
            double value = samples.valueAt(i) * slope + intercept;
            min = Math.min(min, value);
            max = Math.max(max, value);
            sum += value;
        }
        assertEquals(plane.get("min").getAsDouble(), min, 1e-6, what);
        assertEquals(plane.get("max").getAsDouble(), max, 1e-6, what);
        assertTrue(Math.abs(plane.get("mean").getAsDouble() - sum / samples.length()) < 1e-5, what);
    }
}
