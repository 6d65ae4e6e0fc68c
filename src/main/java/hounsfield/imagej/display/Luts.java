package hounsfield.imagej.display;

import hounsfield.dataset.AtomicFile;
import hounsfield.imagej.pixels.ImageValues;
import ij.ImagePlus;
import ij.plugin.LutLoader;
import ij.process.LUT;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Lookup tables by name: {@code bone} and {@code ocean_r} as matplotlib defines its colour maps of these names, computed
 * here, and ImageJ's own, those in its luts folder included.
 */
public final class Luts {
    /** Leaves the image's table as it is. */
    public static final String UNCHANGED = "unchanged";

    private static final String BONE = "bone";
    private static final String OCEAN_R = "ocean_r";

    private Luts() {}

    /** The names that a dialog offers; {@link #apply} knows more. */
    public static List<String> names() {
        return List.of(UNCHANGED, "grays", BONE, OCEAN_R, "fire", "ice", "spectrum");
    }

    /**
     * Shows an image through a table, from its display range's low end to its high end; the pixels stay.
     *
     * @throws IllegalArgumentException for a colour image, or a name that neither this plugin nor ImageJ knows
     */
    public static void apply(ImagePlus image, String name) {
        ImageValues.checkGrey(image);
        if (name.strip().equalsIgnoreCase(UNCHANGED)) return;
        LUT lut = byName(name);
        double low = image.getDisplayRangeMin();
        double high = image.getDisplayRangeMax();
        image.setLut(lut);
        image.setDisplayRange(low, high);
        image.updateAndDraw();
    }

    /**
     * Writes one of this plugin's tables in ImageJ's format, 256 bytes each of red, green and blue, for the luts folder.
     *
     * @throws IllegalArgumentException if there is none of this name, or no folder for the file
     */
    public static void save(String name, Path path) throws IOException {
        byte[] bytes = byName(name).getBytes();
        AtomicFile.write(path, part -> Files.write(part, bytes));
    }

    static LUT byName(String name) {
        return own(name)
                .or(() -> imageJs(name))
                .orElseThrow(() -> new IllegalArgumentException("no lookup table \"" + name + "\"; there are "
                        + String.join(", ", names()) + ", and those in ImageJ's luts folder"));
    }

    private static Optional<LUT> own(String name) {
        switch (name.toLowerCase(Locale.ROOT)) {
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

    /** Two lines: from (0, 0) to the knee, and on to (1, 1). */
    private static double line(double x, double kneeX, double kneeY) {
        return x < kneeX ? x * kneeY / kneeX : kneeY + (x - kneeX) * (1 - kneeY) / (1 - kneeX);
    }

    /** The middle one of the three lines of bone's green, from (23/63, 23/72) to (47/63, 56/72). */
    private static double between(double x) {
        return 23 / 72.0 + (x - 23 / 63.0) * (33 / 72.0) / (24 / 63.0);
    }

    private static Optional<LUT> imageJs(String name) {
        IndexColorModel model = LutLoader.getLut(name);
        return model == null ? Optional.empty() : Optional.of(new LUT(model, 0, 255));
    }

    /** Functions of 0..1; what leaves 0..1 is clipped. */
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
