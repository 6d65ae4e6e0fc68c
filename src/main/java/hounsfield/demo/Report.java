package hounsfield.demo;

import hounsfield.imagej.Hounsfield;
import hounsfield.phantom.Insert;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.ImageStatistics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of the demonstration without a display: pictures of the middle slice, and figures. */
final class Report {
    private static final List<String> PRESETS =
            List.of("mediastinum", "lungs", "abdomen soft", "liver", "spine bone", "brain");
    private static final int BINS = 100;

    /** Fraction of an insert's radius that is measured, to stay away from its blurred edge. */
    private static final double INNER_SHARE = 0.75;

    /** Largest deviation of a mean, in HU. Noise of 8 HU averages out to far less over the pixels of an insert. */
    private static final double TOLERANCE = 2;

    private final ImagePlus image;
    private final Path folder;
    private final PrintStream out = System.out;

    Report(ImagePlus image, Path folder) {
        this.image = image;
        this.folder = folder;
        image.setSlice((image.getStackSize() + 1) / 2);
    }

    /** Prints size, spacing, unit and range. */
    void describe() {
        Calibration calibration = image.getCalibration();
        out.printf(
                Locale.ROOT,
                "%s: %d x %d x %d, %.4g x %.4g x %.4g %s, values in %s%n",
                image.getTitle(),
                image.getWidth(),
                image.getHeight(),
                image.getStackSize(),
                calibration.pixelWidth,
                calibration.pixelHeight,
                calibration.pixelDepth,
                calibration.getUnits(),
                calibration.getValueUnit());
        if (image.getType() == ImagePlus.COLOR_RGB) return;
        Map<String, Double> values = Hounsfield.statistics(image);
        out.printf(
                Locale.ROOT,
                "All slices, without padding: min %.1f, max %.1f, mean %.2f %s%n",
                values.get("min"),
                values.get("max"),
                values.get("mean"),
                calibration.getValueUnit());
    }

    static boolean isHounsfield(ImagePlus image) {
        return image.getCalibration().getValueUnit().equals("HU");
    }

    /** Writes PNG files of the middle slice: as it opens, with several windows if it is CT, and equalized. */
    void writePictures() throws IOException {
        save(image, "image");
        if (image.getType() == ImagePlus.COLOR_RGB) return;
        // The presets are defined for CT.
        List<String> presets = isHounsfield(image) ? PRESETS : List.of();
        for (String preset : presets) {
            Hounsfield.window(image, preset);
            save(image, preset.replace(' ', '-'));
        }
        save(Hounsfield.equalize(image, BINS), "equalized");
    }

    /**
     * Compares measured with true HU in a table on the console and in {@code inserts.csv}.
     *
     * @return whether all measurements are right
     */
    boolean compare(List<Insert> truth) throws IOException {
        if (truth.isEmpty()) return true;
        boolean sound = true;
        StringBuilder csv = new StringBuilder("insert,true_HU,measured_HU,deviation_HU,voxels,worst_slice_HU\n");
        out.printf("%n%-8s %8s %10s %8s %8s %12s%n", "insert", "true HU", "measured", "SD", "voxels", "worst slice");
        for (Insert insert : truth) {
            Measurement measured = measure(insert);
            boolean right = measured.voxels > 0 && Math.abs(measured.worst - insert.hounsfield()) <= TOLERANCE;
            sound &= right;
            out.printf(
                    Locale.ROOT,
                    "%-8s %8.0f %10.2f %8.2f %8d %12.2f %s%n",
                    insert.name(),
                    insert.hounsfield(),
                    measured.mean,
                    measured.deviation,
                    measured.voxels,
                    measured.worst,
                    right ? "ok" : "WRONG");
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%.0f,%.3f,%.3f,%d,%.3f%n",
                    insert.name(),
                    insert.hounsfield(),
                    measured.mean,
                    measured.deviation,
                    measured.voxels,
                    measured.worst));
        }
        Path table = folder.resolve("inserts.csv");
        Files.writeString(table, csv);
        out.println("written: " + table);
        return sound;
    }

    /**
     * The measured values of an insert in the volume.
     *
     * @param mean over all slices, in HU
     * @param deviation standard deviation over all slices, in HU
     * @param voxels the number of voxels measured
     * @param worst the mean of the slice that deviates most from the truth, in HU
     */
    private record Measurement(double mean, double deviation, long voxels, double worst) {}

    /** Measures with ImageJ's own ROI statistics, as a user does. */
    private Measurement measure(Insert insert) {
        double radius = insert.radiusPixels() * INNER_SHARE;
        // ImageJ's coordinates begin at the corner of a pixel, the phantom's at its center.
        double left = insert.column() + 0.5 - radius;
        double top = insert.row() + 0.5 - radius;
        double sum = 0;
        double squares = 0;
        long voxels = 0;
        double worst = insert.hounsfield();
        for (int slice = 1; slice <= image.getStackSize(); slice++) {
            image.setSliceWithoutUpdate(slice);
            image.setRoi(new OvalRoi(left, top, 2 * radius, 2 * radius));
            ImageStatistics statistics = image.getStatistics();
            sum += statistics.mean * statistics.pixelCount;
            squares +=
                    (statistics.stdDev * statistics.stdDev + statistics.mean * statistics.mean) * statistics.pixelCount;
            voxels += statistics.pixelCount;
            boolean further = Math.abs(statistics.mean - insert.hounsfield()) > Math.abs(worst - insert.hounsfield());
            if (further) worst = statistics.mean;
        }
        image.deleteRoi();
        double mean = sum / voxels;
        return new Measurement(mean, Math.sqrt(Math.max(0, squares / voxels - mean * mean)), voxels, worst);
    }

    private void save(ImagePlus shown, String name) throws IOException {
        ImagePlus picture = new ImagePlus(name, shown.getProcessor().createImage());
        Path file = folder.resolve(name + ".png");
        if (!new FileSaver(picture).saveAsPng(file.toString())) throw new IOException("cannot write " + file);
        out.println("written: " + file);
    }
}
