package hounsfield.imagej.operation;

import hounsfield.imagej.display.Luts;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;

/** Shows an image through a lookup table, or writes one to a file. */
public final class ShowLut {
    private ShowLut() {}

    /**
     * {@return whether there is a lookup table with a name}
     *
     * @param name in any case
     */
    public static boolean isName(String name) {
        return Luts.isName(name);
    }

    /**
     * Shows an image through a lookup table. Values do not change.
     *
     * @param image grayscale
     * @param name {@code bone}, {@code ocean_r}, or a table of ImageJ
     * @throws IllegalArgumentException for a color image, or if there is no such table
     */
    public static void run(ImagePlus image, String name) {
        Luts.apply(image, name);
    }

    /**
     * Writes a lookup table for ImageJ's luts folder.
     *
     * @param name of the table
     * @param file the target in an existing folder
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if there is no such table
     */
    public static void save(String name, Path file) throws IOException {
        Luts.save(name, file);
    }
}
