package hounsfield.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The folder that pictures go to. A note in it says how they were made, so that a later run knows whether it goes on with
 * the same work.
 */
final class ExportFolder {
    /** The note's name. */
    static final String NOTE = "export.txt";

    private final Path path;
    private final boolean begun;

    private ExportFolder(Path path, boolean begun) {
        this.path = path;
        this.begun = begun;
    }

    /**
     * Makes the folder, or finds it with the note of an earlier run.
     *
     * @param names of the files to be exported; where pictures are numbered, other files would have the numbers
     * @throws IllegalArgumentException if the earlier run was of something else
     */
    static ExportFolder open(Path path, ExportSettings settings, List<String> names) throws IOException {
        String note = "Pictures by Hounsfield\n" + settings.describe();
        if (settings.anonymous()) note += "files=" + names.size() + " " + hash(names) + "\n";
        Path file = path.resolve(NOTE);
        boolean begun = Files.exists(file);
        if (begun && !Files.readString(file).equals(note)) {
            throw new IllegalArgumentException(path + " holds an export of other files or with other options, see "
                    + NOTE + " there; choose another folder");
        }
        if (!begun) {
            String text = note;
            Files.createDirectories(path);
            WholeFile.write(file, part -> Files.writeString(part, text));
        }
        return new ExportFolder(path, begun);
    }

    private static String hash(List<String> names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : names) digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The list's place, beside the pictures. */
    Path list(String name) {
        return path.resolve(name);
    }

    /** A picture's place, its folders made. */
    Path place(String picture) throws IOException {
        Path file = path.resolve(picture);
        Files.createDirectories(file.getParent());
        return file;
    }

    /**
     * Whether a picture is there already, from an earlier run of the same work and since its file was last changed.
     *
     * @throws IllegalArgumentException if something is there that no earlier run has made
     */
    boolean has(String picture, Path source) throws IOException {
        Path file = path.resolve(picture);
        if (!Files.exists(file)) return false;
        if (!begun) throw new IllegalArgumentException("a file is in the picture's place that is not from an export");
        return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(source)) >= 0;
    }
}
