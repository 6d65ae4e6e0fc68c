package hounsfield.dataset.picture;

import hounsfield.dataset.csv.AtomicFile;
import hounsfield.series.FolderFiles;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The output folder of an export. A note in it describes the options, so that a later run can detect whether it resumes
 * the same export.
 */
final class ExportFolder {
    /** Name of the note. */
    static final String NOTE = "export.txt";

    private final Path path;
    /** Marks of files that existed before the first run, and so are not pictures of the export. */
    private final Set<String> foreignFiles;

    private ExportFolder(Path path, Set<String> foreignFiles) {
        this.path = path;
        this.foreignFiles = foreignFiles;
    }

    /**
     * Creates the folder, or opens it if it has the note of an earlier run.
     *
     * @param names of the files to be exported; if pictures are numbered, the numbers depend on the list
     * @throws IllegalArgumentException if the earlier run was another export
     */
    static ExportFolder open(Path path, ExportSettings settings, List<String> names) throws IOException {
        String options = "Pictures by Hounsfield\n" + settings.describe();
        if (settings.anonymous()) options += "files=" + names.size() + " " + hash(names) + "\n";
        Path file = path.resolve(NOTE);
        if (!Files.exists(file)) {
            Set<String> foreignFiles = foreignFiles(path, settings.format().suffix());
            String note =
                    options + foreignFiles.stream().map(mark -> mark + "\n").collect(Collectors.joining());
            Files.createDirectories(path);
            AtomicFile.write(file, part -> Files.writeString(part, note));
            return new ExportFolder(path, foreignFiles);
        }
        String note = Files.readString(file);
        if (!note.startsWith(options)) {
            throw new IllegalArgumentException(
                    OneLine.of(path) + " contains an export of other files or with other options, see " + NOTE
                            + " there; choose another folder");
        }
        return new ExportFolder(path, note.substring(options.length()).lines().collect(Collectors.toSet()));
    }

    private static Set<String> foreignFiles(Path path, String suffix) throws IOException {
        Set<String> marks = new LinkedHashSet<>();
        if (!Files.isDirectory(path)) return marks;
        FolderFiles there = FolderFiles.walk(path, Progress.NONE);
        for (Path file : there.files()) {
            String name = there.name(file);
            if (name.endsWith(suffix)) marks.add(mark(name, file));
        }
        return marks;
    }

    /** Returns a mark that identifies a file and its modification time, without revealing its name. */
    private static String mark(String name, Path file) throws IOException {
        return "not from an export: "
                + hash(List.of(name, Files.getLastModifiedTime(file).toString()));
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

    /** Returns the path of the list. */
    Path list(String name) {
        return path.resolve(name);
    }

    /** Returns the path of a picture in a folder, after creating the folders. */
    static Path place(Path folder, String picture) throws IOException {
        Path file = folder.resolve(picture);
        Files.createDirectories(file.getParent());
        return file;
    }

    /**
     * Returns whether a picture exists from an earlier run of the same export, and is newer than its source.
     *
     * @throws IllegalArgumentException if a file that is not from an export has the name of the picture
     */
    boolean has(String picture, Path source) throws IOException {
        Path file = path.resolve(picture);
        if (!Files.isRegularFile(file)) return false;
        if (foreignFiles.contains(mark(picture, file))) {
            throw new IllegalArgumentException("a file is in the picture's place that is not from an export");
        }
        return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(source)) >= 0;
    }
}
