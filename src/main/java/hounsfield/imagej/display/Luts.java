package hounsfield.imagej.display;

import hounsfield.dataset.csv.AtomicFile;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.standard.Labels;
import ij.IJ;
import ij.ImagePlus;
import ij.plugin.LutLoader;
import ij.process.LUT;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Lookup tables by name: {@code bone} and {@code ocean_r}, computed as matplotlib defines its color maps of these
 * names, and ImageJ's own tables, including those in its luts folder.
 */
public final class Luts {
    /** The name that keeps the image's lookup table. */
    public static final String UNCHANGED = "unchanged";

    private static final String BONE = "bone";
    private static final String OCEAN_R = "ocean_r";

    private Luts() {}

    /** {@return the names that dialogs offer; {@link #apply} accepts further ones} */
    public static List<String> names() {
        return List.of(UNCHANGED, "grays", BONE, OCEAN_R, "fire", "ice", "spectrum");
    }

    /**
     * Shows an image through a lookup table, spread over its display range. Pixels do not change.
     *
     * @param image a grayscale image
     * @param name a name of {@link #names}, or of a table in ImageJ's luts folder
     * @throws IllegalArgumentException for a color image, or if there is no such table
     */
    public static void apply(ImagePlus image, String name) {
        ImageValues.checkGray(image);
        if (Labels.plain(name).equals(UNCHANGED)) return;
        LUT lut = byName(name);
        double low = image.getDisplayRangeMin();
        double high = image.getDisplayRangeMax();
        image.setLut(lut);
        image.setDisplayRange(low, high);
        image.updateAndDraw();
    }

    /**
     * Writes a lookup table in ImageJ's raw format for its luts folder: 256 bytes each of red, green and blue.
     *
     * @param name the table's name
     * @param path the target in an existing folder; an existing file is replaced
     * @throws IllegalArgumentException if there is no such table or folder
     * @throws IOException if the file cannot be written
     */
    public static void save(String name, Path path) throws IOException {
        byte[] bytes = byName(name).getBytes();
        AtomicFile.write(path, part -> Files.write(part, bytes));
    }

    static LUT byName(String name) {
        return own(name)
                .or(() -> imageJs(name.strip()))
                .orElseThrow(() -> new IllegalArgumentException("no lookup table \"" + name + "\"; there are "
                        + String.join(", ", names()) + ", and those in ImageJ's luts folder"));
    }

    /**
     * Returns whether there is a table.
     *
     * @param name in any case
     * @return whether {@link #apply} accepts the name
     */
    public static boolean isName(String name) {
        return own(name).isPresent() || imageJs(name.strip()).isPresent();
    }

    private static Optional<LUT> own(String name) {
        switch (Labels.find(List.of(BONE, OCEAN_R), own -> own, name).orElse("")) {
            case BONE:
                return Optional.of(lut(
                        x -> line(x, 47 / 63.0, 47 / 72.0),
                        x -> x < 23 / 63.0 ? x * 7 / 8 : x < 47 / 63.0 ? between(x) : line(x, 47 / 63.0, 56 / 72.0),
                        x -> line(x, 23 / 63.0, 32 / 72.0)));
            case OCEAN_R:
                return Optional.of(lut(x -> 3 * (1 - x) - 2, x -> Math.abs((3 * (1 - x) - 1) / 2), x -> 1 - x));
            default:
                return Optional.empty();
        }
    }

    /** Two line segments: from (0, 0) to the knee, and from the knee to (1, 1). */
    private static double line(double x, double kneeX, double kneeY) {
        return x < kneeX ? x * kneeY / kneeX : kneeY + (x - kneeX) * (1 - kneeY) / (1 - kneeX);
    }

    /** The middle segment of bone's green, from (23/63, 23/72) to (47/63, 56/72). */
    private static double between(double x) {
        return 23 / 72.0 + (x - 23 / 63.0) * (33 / 72.0) / (24 / 63.0);
    }

    private static Optional<LUT> imageJs(String name) {
        IndexColorModel model = LutLoader.getLut(name);
        if (model == null) model = LutLoader.getLut(fileName(name));
        return model == null ? Optional.empty() : Optional.of(new LUT(model, 0, 255));
    }

    /**
     * Returns the name, without extension, of the file in ImageJ's luts folder that differs from a name only in case.
     */
    private static String fileName(String name) {
        String folder = IJ.getDirectory("luts");
        String[] files = folder == null ? null : new File(folder).list((parent, file) -> file.endsWith(".lut"));
        if (files == null) return name;
        List<String> names = Arrays.stream(files)
                .map(file -> file.substring(0, file.length() - ".lut".length()))
                .toList();
        return Labels.find(names, file -> file, name).orElse(name);
    }

    /** Samples three functions of 0..1 at 256 places; results are clipped to 0..1. */
    private static LUT lut(DoubleUnaryOperator red, DoubleUnaryOperator green, DoubleUnaryOperator blue) {
        return new LUT(bytes(red), bytes(green), bytes(blue));
    }

    private static byte[] bytes(DoubleUnaryOperator channel) {
        byte[] bytes = new byte[256];
        for (int i = 0; i < 256; i++) {
            double value = Math.max(0, Math.min(1, channel.applyAsDouble(i / 255.0)));
            bytes[i] = (byte) Math.round(255 * value);
        }
        return bytes;
    }
}
