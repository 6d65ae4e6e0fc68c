package hounsfield.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.phantom.CtPhantom;
import hounsfield.phantom.EnhancedCtPhantom;
import ij.WindowManager;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.python.util.PythonInterpreter;

/** The Jython scripts in {@code macros/} as they stand, under the Jython that Fiji has. */
class JythonScriptsTest {
    private static final Path SCRIPTS = Path.of("macros");
    private static final Set<String> RUN = new TreeSet<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void initialize() {
        Properties properties = new Properties();
        // The slim jar has no site module, as in Fiji.
        properties.setProperty("python.import.site", "false");
        PythonInterpreter.initialize(System.getProperties(), properties, new String[0]);
    }

    @AfterEach
    void closeImages() {
        for (int id : imageIds()) WindowManager.getImage(id).close();
    }

    @AfterAll
    static void noScriptIsUntried() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            Set<String> there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".py"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(there, RUN);
        }
    }

    @Test
    void seriesIsImportedFromAFolder() throws IOException {
        new CtPhantom().write(folder);
        String printed = run("import_series.py", folder.toString());
        assertContains(printed, "512 x 512 x 24, 0.750 x 0.750 x 2.500 mm, values in HU");
    }

    @Test
    void regionsMeasureHounsfieldUnits() throws IOException {
        try (PythonInterpreter python = new PythonInterpreter()) {
            String printed = run(python, "measure_hu.py");
            assertEquals(0, python.get("water").asDouble(), 2);
            assertEquals(700, python.get("bone").asDouble(), 2);
            double part = python.get("part").asDouble();
            assertTrue(part > 0.1 && part < 0.9, printed);
        }
    }

    @Test
    void foldersBecomeTablesAndPictures() throws IOException {
        new CtPhantom().write(folder);
        String printed = run("folder_table.py", folder.toString());
        assertContains(printed, "IM0001.dcm: slice at");
        assertContains(printed, "24 rows, mean of all -");
        assertContains(printed, "24 rows in table.csv, 25 lines in manifest.csv");
    }

    @Test
    void statisticsAndHistogramsAnswer() throws IOException {
        String printed = run("hu_statistics.py", "");
        assertContains(printed, 512 * 512 * CtPhantom.SLICES + " pixels");
        assertContains(printed, "soft tissue ");
        assertContains(printed, "bins from -1");
        assertContains(printed, ": Equalized ");
    }

    @Test
    void windowsAndBinsAnswer() throws IOException {
        try (PythonInterpreter python = new PythonInterpreter()) {
            String printed = run(python, "window_and_equalize.py");
            assertContains(printed, "mediastinum: -125 to 225 HU");
            assertContains(printed, "60/120: 0 to 120 HU");
            assertContains(printed, "24 slices");
            float[] breaks = (float[]) python.get("breaks").__tojava__(float[].class);
            assertTrue(breaks.length > 50 && breaks.length <= 102, breaks.length + " breaks");
        }
    }

    @Test
    void framesAndHeaderAnswer() throws IOException {
        String printed = run("frames_and_header.py", "");
        assertContains(printed, "frames 4 to 7: 4 slices");
        // Air around the body, through the rescale of frame 4.
        EnhancedCtPhantom phantom = new EnhancedCtPhantom();
        double air = (-1000 - phantom.rescaleIntercept(4)) / phantom.rescaleSlope(4);
        String[] words = printed.split("first stored value of frame 4: ")[1].split("\\s");
        assertEquals(air, Double.parseDouble(words[0]), 20);
        assertContains(printed, "5200,9230  Per-Frame Functional Groups Sequence");
    }

    @Test
    void cropsAndChannelsBecomePictures() throws IOException {
        String printed = run("channels_and_crops.py", folder.toString());
        assertContains(printed, "crop: 256 x 192 pixels");
        assertContains(printed, "channels: 3 of 24 slices");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    Set.of("slice.jpg", "slice.png", "crop.tif"),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    private String run(String script, String input) throws IOException {
        try (PythonInterpreter python = new PythonInterpreter()) {
            if (!input.isEmpty()) python.set("folder", input);
            return run(python, script);
        }
    }

    private static String run(PythonInterpreter python, String script) throws IOException {
        RUN.add(script);
        StringWriter printed = new StringWriter();
        python.setOut(printed);
        python.exec(Files.readString(SCRIPTS.resolve(script)));
        return printed.toString();
    }

    private static int[] imageIds() {
        int[] ids = WindowManager.getIDList();
        return ids == null ? new int[0] : ids;
    }

    private static void assertContains(String printed, String expected) {
        assertTrue(printed.contains(expected), "\"" + expected + "\" is not in:\n" + printed);
    }
}
