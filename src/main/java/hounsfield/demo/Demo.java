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
 * Imports a CT series in HU, applies windows and equalization, and shows it in ImageJ. Without a display it writes
 * pictures and a table, and exits. The default series is the built-in phantom; its table compares measured with true
 * values.
 *
 * <p>The first argument, or else the property {@code hounsfield.path}, names a file or folder to open instead. The
 * property {@code hounsfield.output} names the folder for the results, by default {@code hounsfield-demo}. The exit
 * code is 1 if a measurement is wrong or the data cannot be opened.
 */
public final class Demo {
    private Demo() {}

    /**
     * Runs the demonstration.
     *
     * @param arguments the file or folder to open; if empty, the phantom
     * @throws IOException if the results cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        String given = arguments.length > 0 ? arguments[0] : System.getProperty("hounsfield.path", "");
        Path output = Path.of(System.getProperty("hounsfield.output", "hounsfield-demo"));
        Files.createDirectories(output);

        boolean phantom = given.isBlank();
        Path source = phantom ? writePhantom(output.resolve("ct-series")) : Path.of(given);
        List<Insert> truth = phantom ? new CtPhantom().inserts() : List.of();
        if (!GraphicsEnvironment.isHeadless()) {
            DesktopDemo.open(output, () -> open(source));
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
        System.out.println("The folder contains several series. This is the first of them:");
        for (String words : Hounsfield.describeSeries(path)) System.out.println("  " + words);
        return Hounsfield.openSeriesByUid(path, series[0]);
    }
}
