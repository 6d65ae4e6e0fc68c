package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hounsfield.imagej.Hounsfield;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ImageProcessor;
import java.awt.Polygon;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Presentation states that scripts write: as read, and as shown. */
class MadeStatesTest {
    @TempDir
    private Path made;

    private JsonObject write(String script) throws IOException, InterruptedException {
        String description =
                RegionScripts.write(RegionScripts.folder().resolve("gen").resolve(script), made);
        return JsonParser.parseString(description).getAsJsonObject().getAsJsonObject("truth");
    }

    @TestFactory
    Stream<DynamicTest> asRead() throws IOException, InterruptedException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String script : List.of("case_pr_graphics.py", "case_pr_rotate_flip.py")) {
            write(script);
            JsonObject truth = RegionScripts.truth(made);
            assertNotEquals(0, truth.size());
            truth.entrySet().forEach(each -> {
                Path file = made.resolve(each.getKey());
                JsonObject expected = each.getValue().getAsJsonObject();
                // The files are deleted before dynamic tests run.
                Throwable[] problem = new Throwable[1];
                try {
                    PresentationCorpusTest.check(file, expected);
                } catch (IOException | AssertionError e) {
                    problem[0] = e;
                }
                tests.add(dynamicTest(script + " " + file.getFileName(), () -> {
                    if (problem[0] != null) throw problem[0];
                }));
            });
        }
        return tests.stream();
    }

    @Test
    void turnedImages() throws IOException, InterruptedException {
        JsonObject truth = write("case_pr_rotate_flip.py");
        for (JsonElement each : truth.getAsJsonArray("states")) {
            JsonObject state = each.getAsJsonObject();
            String name = state.get("file").getAsString();
            ImagePlus image = Hounsfield.open(made.resolve("ct/001.dcm").toString());
            ImagePlus shown = Hounsfield.present(image, made.resolve(name).toString());
            int width = state.getAsJsonArray("shownSize").get(0).getAsInt();
            int height = state.getAsJsonArray("shownSize").get(1).getAsInt();
            assertEquals(width, shown.getWidth(), name);
            assertEquals(height, shown.getHeight(), name);
            JsonObject corners = state.getAsJsonObject("shownCorners");
            ImageProcessor pixels = shown.getProcessor();
            assertEquals(corners.get("topLeft").getAsFloat(), pixels.getf(0, 0), name);
            assertEquals(corners.get("topRight").getAsFloat(), pixels.getf(width - 1, 0), name);
            assertEquals(corners.get("bottomLeft").getAsFloat(), pixels.getf(0, height - 1), name);
            assertEquals(corners.get("bottomRight").getAsFloat(), pixels.getf(width - 1, height - 1), name);
            // Center -800 and width 400 by C.11.2.1.2.1.
            assertEquals(-1000, shown.getDisplayRangeMin(), 1e-6);
            assertEquals(-601, shown.getDisplayRangeMax(), 1e-6);
            Roi polygon = shown.getOverlay().get(0);
            polygon.setImage(shown);
            assertEquals(inside(image.getProcessor(), triangle()), inside(pixels, polygon), name);
        }
    }

    /** The polyline of the script, 2\3, 6\3, 6\8, on the image as it is stored. */
    private static Roi triangle() {
        return new ij.gui.PolygonRoi(new Polygon(new int[] {2, 6, 6}, new int[] {3, 3, 8}, 3), Roi.POLYGON);
    }

    /** The values inside regions, of which there are few equal ones. */
    private static TreeSet<Float> inside(ImageProcessor pixels, Roi roi) {
        TreeSet<Float> values = new TreeSet<>();
        for (int y = 0; y < pixels.getHeight(); y++) {
            for (int x = 0; x < pixels.getWidth(); x++) if (roi.contains(x, y)) values.add(pixels.getf(x, y));
        }
        assertNotEquals(0, values.size());
        return values;
    }

    @Test
    void everyKindOfGraphic() throws IOException, InterruptedException {
        write("case_pr_graphics.py");
        ImagePlus image = Hounsfield.openSeries(made.resolve("ct").toString());
        Hounsfield.present(image, made.resolve("pr.dcm").toString());
        List<Roi> rois = Arrays.asList(image.getOverlay().toArray());
        List<Roi> first =
                rois.stream().filter(roi -> roi.getName().equals("L1")).toList();
        assertEquals(List.of(1), first.stream().map(Roi::getPosition).distinct().toList());
        assertEquals(
                List.of(Roi.POINT, Roi.POLYGON, Roi.POLYLINE, Roi.POLYGON, Roi.POLYGON, Roi.POLYGON),
                first.stream()
                        .filter(roi -> !(roi instanceof TextRoi))
                        .map(Roi::getType)
                        .toList());
        assertBounds(10.5, 12.5, 0, 0, first.get(0));
        assertBounds(5, 5, 10, 6, first.get(1));
        assertNotEquals(null, first.get(1).getFillColor());
        assertEquals(null, first.get(2).getFillColor());
        assertBounds(20, 3, 15, 5, first.get(2));
        assertBounds(22, 14, 12, 12, first.get(4));
        assertBounds(18, 23, 12, 6, first.get(5));
        TextRoi arrow = (TextRoi) first.get(6);
        assertEquals("Arrow here", arrow.getText().strip());
        assertEquals(10.5, arrow.getXBase(), 1e-3);
        assertEquals(12.5, arrow.getYBase(), 1e-3);
        TextRoi box = (TextRoi) first.get(7);
        assertEquals("In a box", box.getText().strip());
        assertArrayEquals(new double[] {4, 3.2}, new double[] {box.getXBase(), box.getYBase()}, 1e-3);
        List<Roi> both = rois.stream().filter(roi -> roi.getName().equals("L2")).toList();
        assertEquals(
                List.of(1, 1, 1, 2, 2, 2), both.stream().map(Roi::getPosition).toList());
        assertBounds(10, 8, 20, 16, both.get(3));
        assertEquals("Both images", ((TextRoi) both.get(4)).getText().strip());
    }

    private static void assertBounds(double left, double top, double width, double height, Roi roi) {
        Rectangle2D bounds = roi.getFloatBounds();
        double[] found = {bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight()};
        assertArrayEquals(new double[] {left, top, width, height}, found, 0.01, Arrays.toString(found));
    }
}
