package hounsfield.demo;

import hounsfield.imagej.Hounsfield;
import hounsfield.phantom.CtPhantom;
import hounsfield.phantom.Insert;
import ij.ImagePlus;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Imports a CT series in HU, applies windows and equalization, and shows it in ImageJ; without a display it writes pictures
 * and a table, and ends. Without arguments the series is the built-in phantom, whose table sets what is measured beside
 * what is true.
 *
 * <p>The first argument, or else the property {@code hounsfield.path}, names a file or folder to open instead; the property
 * {@code hounsfield.output} names the folder for what is written. The process ends with 1 if a measurement is off.
 */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) throws IOException {
        String given = arguments.length > 0 ? arguments[0] : System.getProperty("hounsfield.path", "");
        Path output = Path.of(System.getProperty("hounsfield.output", "hounsfield-demo"));
        Files.createDirectories(output);

        boolean phantom = given.isBlank();
        Path source = phantom ? writePhantom(output.resolve("ct-series")) : Path.of(given);
        List<Insert> truth = phantom ? new CtPhantom().inserts() : List.of();
        if (!GraphicsEnvironment.isHeadless()) {
            Desk.open(output, () -> open(source));
            return;
        }
        try {
            System.exit(report(open(source), output, truth) ? 0 : 1);
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static boolean report(ImagePlus image, Path output, List<Insert> truth) throws IOException {
        Report report = new Report(image, output);
        report.describe();
        report.writePictures();
        return report.compare(truth);
    }

    private static Path writePhantom(Path folder) throws IOException {
        new CtPhantom().write(folder);
        return folder;
    }

    private static ImagePlus open(Path source) throws IOException {
        String path = source.toString();
        if (!Files.isDirectory(source)) return Hounsfield.open(path);
        String[] series = Hounsfield.listSeries(path);
        if (series.length < 2) return Hounsfield.openSeries(path);
        System.out.println("The folder holds several series; this is the first of");
        for (String words : Hounsfield.describeSeries(path)) System.out.println("  " + words);
        return Hounsfield.openSeriesByUid(path, series[0]);
    }
}
