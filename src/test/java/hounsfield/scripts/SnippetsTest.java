package hounsfield.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.Dicom;
import hounsfield.imagej.Hounsfield;
import hounsfield.phantom.CtPhantom;
import hounsfield.testing.DocExample;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import net.imglib2.img.Img;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.python.util.PythonInterpreter;
import org.scijava.plugin.Plugin;

/**
 * The macro and Jython snippets of the README and of docs run as they are, and so do the README's lines of Java; only the
 * files they name are others.
 */
class SnippetsTest {
    private static final Path README = Path.of("README.md");
    private static final Path COMMANDS = Path.of("docs/commands.md");
    private static final Path SCRIPTING = Path.of("docs/scripting.md");
    private static final Path DEIDENTIFY = Path.of("docs/deidentify.md");
    private static final Set<String> RUN = new TreeSet<>();
    private static final String FOLDER = "/data/patient/series";
    private static final String IMPORTS = """
            import hounsfield.*;
            import hounsfield.window.*;
            import java.nio.file.*;
            import net.imglib2.img.*;
            import net.imglib2.type.numeric.real.*;
            """;

    @TempDir
    Path folder;

    @AfterEach
    void closeImages() {
        int[] ids = WindowManager.getIDList();
        if (ids != null) for (int id : ids) WindowManager.getImage(id).close();
        Hounsfield.closeTable("HU Statistics");
        WindowManager.setTempCurrentImage(null);
    }

    @AfterAll
    static void noSnippetIsUntried() throws IOException {
        Set<String> there = new TreeSet<>();
        for (Path page : DocExample.pages()) {
            // Other tests run the Java of docs.
            List<String> languages = page.equals(README) ? List.of("ijm", "python", "java") : List.of("ijm", "python");
            for (String language : languages) {
                List<String> snippets = DocExample.snippets(page, language);
                for (int place = 0; place < snippets.size(); place++) there.add(name(page, language, place));
            }
        }
        assertTrue(there.contains(name(README, "ijm", 0)), there.toString());
        assertEquals(there, RUN);
    }

    @Test
    void macroOfTheReadme() throws Exception {
        String lines = fiveLines("ijm", 0);
        Hounsfield.install();
        String mean = IJ.runMacro(lines + "return mean;");
        assertEquals(meanOfPhantom(), Double.parseDouble(mean), 1e-6);
    }

    @Test
    void jythonOfTheReadme() throws Exception {
        jython(fiveLines("python", 0));
    }

    @Test
    void jythonOfScripting() throws Exception {
        jython(snippet(SCRIPTING, "python", 0));
    }

    private void jython(String lines) throws Exception {
        PythonInterpreter.initialize(System.getProperties(), new Properties(), new String[0]);
        try (PythonInterpreter python = new PythonInterpreter()) {
            StringWriter printed = new StringWriter();
            python.setOut(printed);
            python.exec(lines);
            ImagePlus image = (ImagePlus) python.get("imp").__tojava__(ImagePlus.class);
            double printedFraction =
                    Double.parseDouble(printed.toString().strip().replaceFirst(".* ", ""));
            assertEquals(Hounsfield.fractionInWindow(image, "lungs"), printedFraction, 0.0005);
            ImagePlus equalized = (ImagePlus) python.get("equalized").__tojava__(ImagePlus.class);
            assertEquals(CtPhantom.SLICES, equalized.getStackSize());
        }
    }

    /** A macro that fails returns {@code [aborted]}. */
    @Test
    void macroOfCommands() throws Exception {
        String lines = snippet(COMMANDS, "ijm", 0);
        Hounsfield.install();
        String seen = IJ.runMacro(
                lines + "Stack.getStatistics(n, mean, min, max); return d2s(nSlices, 0) + \" \" + bitDepth()"
                        + " + \" \" + d2s(min, 0) + \" \" + d2s(max, 0);");
        assertEquals(CtPhantom.SLICES + " 8 0 255", seen);
    }

    @Test
    void macroOfDeidentification() throws Exception {
        String lines = inFolder(snippet(DEIDENTIFY, "ijm", 0));
        Hounsfield.install();
        IJ.runMacro(lines);
        String patient = Hounsfield.tag(folder.resolve("shared/000001.dcm").toString(), "PatientID");
        assertTrue(patient.matches("[0-9A-F]{16}"), patient);
    }

    @Test
    void jythonOfDeidentification() throws Exception {
        String lines = inFolder(snippet(DEIDENTIFY, "python", 0));
        PythonInterpreter.initialize(System.getProperties(), new Properties(), new String[0]);
        try (PythonInterpreter python = new PythonInterpreter()) {
            StringWriter printed = new StringWriter();
            python.setOut(printed);
            python.exec(lines);
            assertTrue(
                    printed.toString().matches("\\d{2,} changes in the first file, 0 files left out\\s+"),
                    printed.toString());
        }
        assertEquals(
                CtPhantom.SLICES,
                Hounsfield.openSeries(folder.resolve("shared").toString()).getStackSize());
    }

    /** Replaces the key and the output. */
    private String inFolder(String lines) throws IOException {
        Path key = folder.resolve("key.txt");
        Files.writeString(key, "0123456789abcdef");
        return lines.replace("/data/key.txt", inMacro(key)).replace("/data/shared", inMacro(folder.resolve("shared")));
    }

    @Test
    void macroOfCalls() throws Exception {
        String lines = snippet(SCRIPTING, "ijm", 0);
        Path series = series();
        ImagePlus image = Hounsfield.openSeries(series.toString());
        image.show();
        WindowManager.setTempCurrentImage(image);
        String path = Hounsfield.dicomFiles(series.toString())[0];
        String seen = IJ.runMacro("path = \"" + path.replace('\\', '/') + "\";\n" + lines
                + "return d2s(volume, 3) + \" \" + spacing[0] + \" \" + spacing[1] + \" \" + d2s(mean, 3);");
        String expected = String.format(
                Locale.ROOT,
                "%.3f 0.75 0.75 %.3f",
                Hounsfield.volume(image, 100, 3000),
                Hounsfield.statistics(image).get("mean"));
        assertEquals(expected, seen);
    }

    @Test
    void macroOfTables() throws Exception {
        Path table = folder.resolve("statistics.csv");
        String lines = snippet(SCRIPTING, "ijm", 1);
        assertTrue(lines.contains("/tmp/statistics.csv"), lines);
        ImagePlus image = Hounsfield.openSeries(series().toString());
        WindowManager.setTempCurrentImage(image);
        Hounsfield.install();
        String mean = IJ.runMacro(lines.replace("/tmp/statistics.csv", inMacro(table)) + "return d2s(mean, 6);");
        assertEquals(Hounsfield.statistics(image).get("mean"), Double.parseDouble(mean), 1e-6);
        List<String> rows = Files.readAllLines(table);
        assertTrue(List.of(rows.get(0).split(",")).contains("Mean"), rows.toString());
        assertEquals(2, rows.size(), rows.toString());
    }

    @Test
    void javaOfTheReadme() throws Exception {
        String lines = fiveLines("java", 0);
        List<String> printed =
                new DocExample(folder, Dicom.class, Img.class, Plugin.class).run(List.of(IMPORTS, lines));
        assertEquals(1, printed.size(), printed.toString());
        assertTrue(printed.get(0).endsWith(" HU"), printed.toString());
        double mean = Double.parseDouble(printed.get(0).replace(" HU", ""));
        assertEquals(meanOfPhantom(), mean, 1e-6);
    }

    private double meanOfPhantom() throws Exception {
        return Hounsfield.statistics(
                        Hounsfield.openSeries(folder.resolve("series").toString()))
                .get("mean");
    }

    private String fiveLines(String language, int place) throws Exception {
        String lines = snippet(README, language, place);
        assertEquals(5, lines.lines().count(), lines);
        return lines;
    }

    /** Returns a snippet with the folder of the phantom in place of its own. */
    private String snippet(Path page, String language, int place) throws Exception {
        RUN.add(name(page, language, place));
        String lines = DocExample.snippets(page, language).get(place);
        return lines.contains(FOLDER) ? lines.replace(FOLDER, inMacro(series())) : lines;
    }

    private Path series() throws IOException {
        Path series = folder.resolve("series");
        if (!Files.exists(series)) new CtPhantom().write(series);
        return series;
    }

    private static String inMacro(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static String name(Path page, String language, int place) {
        return page + " " + language + " " + place;
    }
}
