package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hounsfield.parse.DicomFile;
import hounsfield.region.presentation.Annotation;
import hounsfield.region.presentation.DisplayedArea;
import hounsfield.region.presentation.PresentationReader;
import hounsfield.region.presentation.PresentationState;
import hounsfield.region.presentation.VoiChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares presentation states of real files with the results of an independent program. */
class PresentationCorpusTest {
    @TestFactory
    Stream<DynamicTest> states() {
        Path folder = Corpus.shared("regions");
        JsonObject cases = Corpus.read(folder.resolve("expected.json")).getAsJsonObject("cases");
        return cases.entrySet().stream()
                .flatMap(each -> each.getValue().getAsJsonObject().getAsJsonObject("truth").entrySet().stream()
                        .filter(file -> file.getValue()
                                .getAsJsonObject()
                                .get("kind")
                                .getAsString()
                                .equals("PR"))
                        .map(file -> dynamicTest(
                                each.getKey() + "/" + file.getKey(),
                                () -> check(
                                        folder.resolve(each.getKey()).resolve(file.getKey()),
                                        file.getValue().getAsJsonObject()))));
    }

    static void check(Path path, JsonObject truth) throws IOException {
        PresentationState state = PresentationReader.read(DicomFile.read(path));
        assertEquals(truth.get("contentLabel").getAsString(), state.label());
        assertEquals(truth.get("rotation").getAsInt(), state.rotation());
        assertEquals(truth.get("horizontalFlip").getAsString().equals("Y"), state.flipped());
        assertEquals(truth.get("presentationLutShape").getAsString().equals("INVERSE"), state.inverse());
        all(truth.getAsJsonArray("referenced"), state.images(), (image, found) -> {
            assertEquals(image.get("sop").getAsString(), found.instanceUid());
        });
        all(truth.getAsJsonArray("voi"), state.windows(), PresentationCorpusTest::checkWindow);
        all(truth.getAsJsonArray("displayedArea"), state.areas(), PresentationCorpusTest::checkArea);
        all(truth.getAsJsonArray("layers"), state.layers(), (layer, found) -> {
            assertEquals(layer.get("name").getAsString(), found.name());
            assertEquals(layer.get("order").getAsInt(), found.order());
        });
        all(truth.getAsJsonArray("annotations"), state.annotations(), PresentationCorpusTest::checkAnnotation);
        if (truth.has("shutter")) {
            assertEquals(
                    truth.getAsJsonObject("shutter").getAsJsonArray("shapes").size(),
                    state.shutters().size());
            JsonElement vertices = truth.getAsJsonObject("shutter").get("VerticesOfThePolygonalShutter");
            if (vertices != null) {
                int[] numbers = state.shutters().get(0).numbers();
                assertArrayEquals(
                        numbers(vertices.getAsJsonArray()),
                        java.util.Arrays.stream(numbers).asDoubleStream().toArray());
            }
        } else {
            assertEquals(List.of(), state.shutters());
        }
        assertEquals(
                truth.getAsJsonArray("overlays").size(), state.overlays().own().size());
    }

    private static void checkWindow(JsonObject expected, VoiChoice window) {
        assertEquals(texts(expected.getAsJsonArray("images")), window.images());
        double[] centers =
                window.centers().stream().mapToDouble(Double::doubleValue).toArray();
        double[] widths =
                window.widths().stream().mapToDouble(Double::doubleValue).toArray();
        assertArrayEquals(numbers(expected.getAsJsonArray("center")), centers, 1e-4);
        assertArrayEquals(numbers(expected.getAsJsonArray("width")), widths, 1e-4);
        assertEquals(expected.get("function").getAsString(), window.function());
    }

    private static void checkArea(JsonObject expected, DisplayedArea area) {
        assertEquals(texts(expected.getAsJsonArray("images")), area.images());
        assertArrayEquals(numbers(expected.getAsJsonArray("topLeft")), new double[] {area.left(), area.top()});
        assertArrayEquals(numbers(expected.getAsJsonArray("bottomRight")), new double[] {area.right(), area.bottom()});
        assertEquals(expected.get("sizeMode").getAsString(), area.sizeMode());
    }

    private static void checkAnnotation(JsonObject expected, Annotation annotation) {
        assertEquals(expected.get("layer").getAsString(), annotation.layer());
        assertEquals(texts(expected.getAsJsonArray("images")), annotation.images());
        all(expected.getAsJsonArray("graphics"), annotation.graphics(), (graphic, found) -> {
            assertEquals(graphic.get("type").getAsString(), found.type());
            assertEquals(graphic.get("units").getAsString(), found.units().name());
            assertEquals(graphic.get("filled").getAsString().equals("Y"), found.filled());
            double[] data = found.data();
            assertEquals(graphic.get("points").getAsInt(), data.length / 2);
            double[] first = java.util.Arrays.copyOf(data, Math.min(200, data.length));
            assertArrayEquals(numbers(graphic.getAsJsonArray("data")), first, 0.00051);
        });
        all(expected.getAsJsonArray("texts"), annotation.texts(), (text, found) -> {
            assertEquals(text.get("text").getAsString().strip(), found.text().strip());
            if (!text.get("anchor").isJsonNull()) {
                Annotation.Anchor anchor = found.anchor().orElseThrow();
                assertArrayEquals(
                        numbers(text.getAsJsonArray("anchor")), new double[] {anchor.x(), anchor.y()}, 0.00051);
                assertEquals(
                        text.get("anchorUnits").getAsString(), anchor.units().name());
            }
            if (text.has("box")) {
                Annotation.Box box = found.box().orElseThrow();
                double[] numbers = {box.left(), box.top(), box.right(), box.bottom()};
                assertArrayEquals(numbers(text.getAsJsonArray("box")), numbers, 0.00051);
                assertEquals(text.get("boxUnits").getAsString(), box.units().name());
                assertEquals(text.get("justification").getAsString(), found.justification());
            }
        });
    }

    private static <T> void all(JsonArray expected, List<T> found, BiConsumer<JsonObject, T> check) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < found.size(); i++) check.accept(expected.get(i).getAsJsonObject(), found.get(i));
    }

    private static List<String> texts(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    private static double[] numbers(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
    }
}
