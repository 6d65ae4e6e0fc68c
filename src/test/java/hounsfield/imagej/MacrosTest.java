package hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.host.TextCalls;
import hounsfield.phantom.CtPhantom;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls of macros: text in, text out, the active image. */
class MacrosTest {
    private static final String CALL = "call(\"hounsfield.imagej.Macros.call\", ";

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        WindowManager.setTempCurrentImage(null);
        Interpreter.batchMode = false;
    }

    private static ImagePlus activeRamp() {
        ImagePlus image = IJ.createImage("ramp", "32-bit ramp", 4, 2, 2);
        WindowManager.setTempCurrentImage(image);
        return image;
    }

    @Test
    void everyCallTakesNoMoreThanTextAndGivesText() throws Exception {
        Set<Class<?>> arguments = Set.of(
                String.class, ImagePlus.class, int.class, double.class, boolean.class, float[].class, String[].class);
        List<String> odd = new ArrayList<>();
        int most = 0;
        for (Method method : Hounsfield.class.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) continue;
            List<Class<?>> types = List.of(method.getParameterTypes());
            if (!arguments.containsAll(types)) odd.add(method.getName());
            most = Math.max(most, types.size() - (types.contains(ImagePlus.class) ? 1 : 0));
        }
        assertEquals(List.of(), odd);
        Class<?>[] widest = new Class<?>[most + 1];
        Arrays.fill(widest, String.class);
        Macros.class.getMethod("call", widest);
    }

    @Test
    void valuesOfTheActiveImage() throws IOException {
        ImagePlus image = activeRamp();
        assertEquals("0.5", Macros.call("fractionInWindow", "0.375/0.5"), "0.25 and 0.5 of 0, 0.25, 0.5, 0.75");
        assertEquals("0 0.25 0.5 0.75", Macros.call("frequencyBins", "4").substring(0, 15));
        String[] rows = Macros.call("histogramBetween", "2", "0", "1").split("\n");
        assertEquals(List.of("0 0.5 1", "8 8"), List.of(rows));
        String table = Macros.call("statisticsAs", "slice", "selection", "none", "NaN", "");
        assertEquals(3, table.split("\n").length);
        assertTrue(table.startsWith("Image\tRegion\tScope\tSlice\tUnit\tCount\t"), table);
        assertEquals("", Macros.call("window", "0.5/1"));
        assertEquals(0, image.getDisplayRangeMin());
    }

    @Test
    void mapsAreListsOfMacros() throws Exception {
        new CtPhantom().write(folder);
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        WindowManager.setTempCurrentImage(image);
        Properties read = new Properties();
        read.load(new ByteArrayInputStream(Macros.call("tissueFractions").getBytes(StandardCharsets.UTF_8)));
        Map<String, Double> fractions = Hounsfield.tissueFractions(image);
        assertEquals(fractions.keySet(), read.stringPropertyNames());
        assertEquals(fractions.get("soft tissue"), Double.parseDouble(read.getProperty("soft tissue")));
        String path = Hounsfield.dicomFiles(folder.toString())[0];
        String macro = "List.setList(" + CALL + "\"asDict\", \"" + path.replace("\\", "/")
                + "\")); return List.get(\"unit\");";
        assertEquals("HU", IJ.runMacro(macro));
    }

    @Test
    void imagesAreShownAndMasksAreTitles() {
        Hounsfield.install();
        String answer = IJ.runMacro("setBatchMode(true); newImage(\"m\", \"8-bit white\", 4, 2, 1);"
                + "newImage(\"r\", \"32-bit ramp\", 4, 2, 1); before = getImageID();"
                + "id = " + CALL + "\"equalizeWithin\", \"m\", 4);"
                + "id = parseInt(id); now = getImageID();"
                + "return \"\" + (id - now) + \" \" + (before != now) + \" \" + bitDepth();");
        assertEquals("0 1 32", answer);
    }

    @Test
    void wrongCallsAreNamed() {
        assertEquals("there is no call \"volum\"", failure("volum"));
        assertEquals("there are no images open", failure("volume", "1", "2"));
        activeRamp();
        assertEquals(
                "volume takes 2 arguments (number, number) besides the active image, not 1", failure("volume", "1"));
        assertEquals("argument 2 of volume, \"x\": it is number", failure("volume", "1", "x"));
        assertEquals("argument 1 of equalize, \"1.5\": it is whole number", failure("equalize", "1.5"));
        assertEquals("there is no image \"m\"", failure("equalizeWithin", "m", "4"));
        assertEquals("argument 1 of window is null", failure("window", (String) null));
        assertTrue(failure("window", "unicorn").startsWith("no window preset \"unicorn\""));
    }

    private static String failure(String name, String... arguments) {
        return assertThrows(IllegalArgumentException.class, () -> TextCalls.call(Hounsfield.class, name, arguments))
                .getMessage();
    }
}
