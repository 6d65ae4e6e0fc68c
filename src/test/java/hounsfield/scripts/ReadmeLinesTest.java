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
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import net.imglib2.img.Img;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.python.util.PythonInterpreter;
import org.scijava.plugin.Plugin;

/** The README's five lines of macro, Jython and Java run as they are, on a folder that exists. */
class ReadmeLinesTest {
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

    @Test
    void macro() throws Exception {
        String lines = lines("java", 0);
        Hounsfield.install();
        String mean = IJ.runMacro(lines + "return mean;");
        assertEquals(meanOfPhantom(), Double.parseDouble(mean), 1e-6);
    }

    @Test
    void jython() throws Exception {
        String lines = lines("python", 0);
        PythonInterpreter.initialize(System.getProperties(), new Properties(), new String[0]);
        try (PythonInterpreter python = new PythonInterpreter()) {
            StringWriter printed = new StringWriter();
            python.setOut(printed);
            python.exec(lines);
            ImagePlus image = (ImagePlus) python.get("imp").__tojava__(ImagePlus.class);
            double fraction = Hounsfield.fractionInWindow(image, "lungs");
            assertEquals(String.format(Locale.ROOT, "in the window: %.3f\n", fraction), printed.toString());
            ImagePlus equalized = (ImagePlus) python.get("equalized").__tojava__(ImagePlus.class);
            assertEquals(CtPhantom.SLICES, equalized.getStackSize());
        }
    }

    @Test
    void java() throws Exception {
        String lines = lines("java", 1);
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

    /** Five lines of the README, with the folder of the phantom. */
    private String lines(String language, int place) throws Exception {
        Path series = folder.resolve("series");
        new CtPhantom().write(series);
        String text = Files.readString(Path.of("README.md"));
        String lines = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .toList()
                .get(place)
                .group(1);
        assertEquals(5, lines.lines().count(), lines);
        assertTrue(lines.contains(FOLDER), lines);
        return lines.replace(FOLDER, series.toString().replace('\\', '/'));
    }
}
