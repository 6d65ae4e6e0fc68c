package hounsfield.nifti;

import hounsfield.dataset.csv.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Paths of the files of an image: the image itself, its side file, and the two files of a pair. */
public final class NiftiPaths {
    private static final String PACKED = ".nii.gz";
    private static final String PLAIN = ".nii";

    private NiftiPaths() {}

    /**
     * Returns whether the name of a file asks for compression.
     *
     * @param file the file
     * @return whether its name ends with {@code .nii.gz}
     * @throws IllegalArgumentException if it ends neither with {@code .nii.gz} nor with {@code .nii}
     */
    public static boolean isPacked(Path file) {
        String name = name(file);
        if (name.endsWith(PACKED)) return true;
        if (name.endsWith(PLAIN)) return false;
        throw new IllegalArgumentException(file + " is not the name of a NIfTI file; end it with .nii.gz or .nii");
    }

    /**
     * Returns the side file of an image.
     *
     * @param file an image
     * @return the file of the same name that ends with {@code .json}
     */
    public static Path json(Path file) {
        return beside(file, isPacked(file) ? PACKED : PLAIN, ".json");
    }

    /** Returns the file with the header: for either file of a pair its {@code .hdr} file, otherwise the file itself. */
    static Path header(Path file) {
        for (String ending : new String[] {".img", ".img.gz"}) {
            if (!name(file).endsWith(ending)) continue;
            Path header = beside(file, ending, ending.replace(".img", ".hdr"));
            Path plain = beside(file, ending, ".hdr");
            return Files.exists(header) ? header : plain;
        }
        return file;
    }

    /** Returns the file with the voxels of a pair. */
    static Path voxels(Path header) {
        String ending = name(header).endsWith(".hdr.gz") ? ".hdr.gz" : ".hdr";
        if (!name(header).endsWith(ending)) return header;
        Path plain = beside(header, ending, ".img");
        return Files.exists(plain) ? plain : beside(header, ending, ".img.gz");
    }

    private static Path beside(Path file, String ending, String other) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - ending.length()) + other);
    }

    private static String name(Path file) {
        return file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes an image and its side file: both or neither.
     *
     * @param file the image
     * @param json the text of the side file
     * @param content writes the image
     * @throws IOException if a file cannot be written
     * @throws IllegalArgumentException if the folder does not exist
     */
    public static void write(Path file, String json, AtomicFile.Content content) throws IOException {
        AtomicFile.writeBoth(file, content, json(file), side -> Files.writeString(side, json));
    }
}
