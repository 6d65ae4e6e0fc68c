package hounsfield.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.phantom.CtPhantom;
import hounsfield.phantom.EnhancedCtPhantom;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.testing.PetFile;
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

/** The unchanged Jython scripts in {@code macros/}, under the version of Jython in Fiji. */
class JythonScriptsTest {
    private static final Path SCRIPTS = Path.of("macros");
    private static final Set<String> RUN = new TreeSet<>();

    @TempDir
    Path folder;

    @TempDir
    Path temporary;

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
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            Set<String> there = files.map(
                            file -> SCRIPTS.relativize(file).toString().replace('\\', '/'))
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

    /** Two echoes at two times, and PET slices at 0, 3 and 9 mm with 200 of 400 MBq left in 80 kg. */
    @Test
    void eachSeriesHasAxesPlaceAndUnit() throws IOException {
        for (int i = 0; i < 12; i++) {
            DicomBytes bytes = DicomImages.ct("7", i)
                    .text(Tag.ECHO_TIME, "DS", i % 2 == 0 ? "5" : "9")
                    .text(Tag.TEMPORAL_POSITION_IDENTIFIER, "IS", i / 2 % 2 == 0 ? "1" : "2");
            DicomImages.at(bytes, "-10\\20\\" + 4 * (i / 4), "1\\0\\0\\0\\1\\0");
            DicomImages.gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
            DicomImages.write(folder, "e" + i, DicomImages.pixels(bytes, i, 2, 3, 4));
        }
        for (int n : new int[] {0, 1, 3}) {
            DicomImages.write(folder, "p" + n, new PetFile().slice(n, "1").bytes());
        }
        try (PythonInterpreter python = new PythonInterpreter()) {
            python.set("folder", folder.toString());
            String printed = run(python, "each_series.py");
            assertContains(printed, "Test series (7): 2 channels, 3 slices, 2 times");
            assertContains(printed, "  e1, TE 9 ms, temporal position 1");
            assertContains(printed, "  first pixel at -10.0, 20.0, 0.0 mm");
            assertContains(printed, "  SUVbw up to 24.00");
            assertContains(printed, "  4 even slices, 3.00 mm apart");
        }
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
    void computedImagesAreSavedAndShared() throws IOException {
        try (PythonInterpreter python = new PythonInterpreter()) {
            python.set("folder", folder.toString());
            String printed = run(python, "save_and_share.py");
            assertContains(printed, CtPhantom.SLICES + " files saved");
            assertContains(printed, CtPhantom.SLICES + " slices, first at ");
            String mean = printed.split("Liver 11: ")[1].split(" HU")[0];
            assertEquals(60, Double.parseDouble(mean), 2);
            assertContains(printed, "0 files left out");
        }
        try (Stream<Path> files = Files.walk(folder.resolve("shared"))) {
            assertEquals(
                    CtPhantom.SLICES,
                    files.filter(file -> file.toString().endsWith(".dcm")).count());
        }
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
            assertContains(printed, breaks.length + " breaks from -10");
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

    @Test
    void tutorialReadsTheHeader() throws IOException {
        String printed = run("tutorial/1_header.py", "");
        assertContains(printed, "Modality: CT");
        assertContains(printed, "RescaleIntercept: -1024");
    }

    @Test
    void tutorialDistinguishesStoredValuesFromHounsfieldUnits() throws IOException {
        String printed = run("tutorial/2_stored_and_hu.py", "");
        assertContains(printed, "stored: 0 to ");
        assertContains(printed, "HU: -1024 to ");
        int pixels = 512 * 512 * CtPhantom.SLICES;
        assertContains(printed, "pixels: " + pixels + " and " + pixels);
    }

    @Test
    void tutorialMeasuresRanges() throws IOException {
        String printed = run("tutorial/3_ranges.py", "");
        // All voxels of 0.75 x 0.75 x 2.5 mm.
        assertContains(printed, " of " + Math.round(512 * 512 * CtPhantom.SLICES * 0.75 * 0.75 * 2.5 / 1000));
        assertEquals(5, printed.lines().filter(line -> line.contains(" HU: ")).count());
    }

    @Test
    void tutorialShowsWindows() throws IOException {
        assertContains(run("tutorial/4_windows.py", ""), "lungs: -1350 to 150 HU, ");
    }

    @Test
    void tutorialEqualizes() throws IOException {
        String printed = run("tutorial/5_frequency_bins.py", "");
        assertContains(printed, "1 bins: 3 breaks, ");
        assertContains(printed, "100000 bins: ");
    }

    @Test
    void tutorialReadsFrames() throws IOException {
        String printed = run("tutorial/6_frames.py", "");
        assertContains(printed, "30 frames");
        assertContains(printed, "frames 2 to 5: 4 slices");
        assertContains(printed, "virtual: True");
    }

    @Test
    void tutorialMakesChannels() throws IOException {
        String printed = run("tutorial/7_channels.py", "");
        assertContains(printed, "3 channels of " + CtPhantom.SLICES + " slices");
        assertContains(printed, "24-bit");
        assertTrue(printed.matches("(?s).*saved \\d{4,} bytes.*"), printed);
    }

    @Test
    void tutorialTabulatesAFolder() throws IOException {
        String printed = run("tutorial/8_folder_table.py", "");
        assertContains(printed, CtPhantom.SLICES + " files");
        assertContains(printed, CtPhantom.SLICES + " rows");
    }

    private String run(String script, String input) throws IOException {
        try (PythonInterpreter python = new PythonInterpreter()) {
            if (!input.isEmpty()) python.set("folder", input);
            return run(python, script);
        }
    }

    /** Scripts get an empty temporary folder, so that files of users and other tests do not matter. */
    private String run(PythonInterpreter python, String script) throws IOException {
        RUN.add(script);
        python.exec("import tempfile");
        python.set("temporary", temporary.toString());
        python.exec("tempfile.tempdir = temporary");
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
