package hounsfield.dataset.export;

import hounsfield.dataset.csv.AtomicFile;
import hounsfield.dataset.part.NameHash;
import hounsfield.dataset.part.PartFolder;
import hounsfield.dataset.picture.PicturePlace;
import hounsfield.series.FolderFiles;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The output folder of an export: a note of the options, lists of parts, pictures, and a folder with the pictures of the unfinished
 * part. Only one run at a time can use it.
 */
final class ExportFolder implements Closeable {
    /** Name of the list in the output folder. */
    static final String MANIFEST = "manifest.csv";

    private static final String NOTE = "export.txt";
    /** Name of the file with a hash of the list of input files. Parts are numbered by their position in that list. */
    private static final String FILES = "files.txt";
    /** Name of the file with marks of the files that existed before the first run. They are not pictures of the export. */
    private static final String FOREIGN = "foreign.txt";

    private static final String WORK = "unfinished.part";
    private static final String LIST = ".csv";
    private static final int PROBE = 1 << 12;

    private final Path path;
    private final PartFolder parts;
    private final Set<String> foreign;

    private ExportFolder(Path path, PartFolder parts, Set<String> foreign) {
        this.path = path;
        this.parts = parts;
        this.foreign = foreign;
    }

    /**
     * Creates the folder, or opens it for the next run of the same export.
     *
     * @param files hash of the names of the files; if an earlier run had other files, the lists of parts are made again
     * @param suffix extension of pictures whose names existing foreign files may have; empty if no name can be taken
     * @throws IllegalArgumentException if another run uses the folder, or an earlier run had other options
     */
    static ExportFolder open(Path path, List<String> options, String files, String suffix) throws IOException {
        Files.createDirectories(path);
        PartFolder parts = PartFolder.open(path, NOTE, options, () -> writeForeign(path, suffix));
        try {
            Path marks = parts.file(FOREIGN);
            ExportFolder folder = new ExportFolder(
                    path, parts, Files.exists(marks) ? Set.copyOf(Files.readAllLines(marks)) : Set.of());
            folder.setFiles(files);
            return folder;
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static void writeForeign(Path path, String suffix) throws IOException {
        List<String> marks = new ArrayList<>();
        FolderFiles there = FolderFiles.walk(path, Progress.NONE);
        for (Path file : there.files()) {
            String name = there.name(file);
            if (!suffix.isEmpty() && name.endsWith(suffix)) marks.add(mark(name, file));
        }
        if (!marks.isEmpty()) AtomicFile.write(path.resolve(FOREIGN), part -> Files.write(part, marks));
    }

    /** Returns a mark that identifies a file and its modification time, without revealing its name. */
    private static String mark(String name, Path file) throws IOException {
        return new NameHash()
                .add(name)
                .add(Files.getLastModifiedTime(file).toString())
                .text();
    }

    private void setFiles(String files) throws IOException {
        Path list = parts.file(FILES);
        if (Files.exists(list) && Files.readString(list).equals(files)) return;
        List<Path> old;
        try (Stream<Path> all = Files.list(path)) {
            old = all.filter(file -> file.getFileName().toString().matches("part-\\d{5,}\\.csv"))
                    .toList();
        }
        for (Path each : old) Files.delete(each);
        clearWork();
        AtomicFile.write(list, part -> Files.writeString(part, files));
    }

    /** Returns the list of a part. */
    Path list(int part) {
        return parts.part(part, LIST);
    }

    /** Returns the list of the whole export. */
    Path manifest() {
        return parts.file(MANIFEST);
    }

    /** Creates and returns the folder for the pictures of the unfinished part. */
    Path work() throws IOException {
        return Files.createDirectories(parts.file(WORK));
    }

    /** Returns the path of a file in the folder for the pictures of the unfinished part; neither need exist. */
    Path staged(String name) {
        return PicturePlace.of(parts.file(WORK), name);
    }

    /** Removes the folder for the pictures of the unfinished part. */
    void clearWork() throws IOException {
        Path work = parts.file(WORK);
        if (!Files.exists(work)) return;
        List<Path> all;
        try (Stream<Path> files = Files.list(work)) {
            all = files.toList();
        }
        for (Path each : all) Files.delete(each);
        Files.delete(work);
    }

    /** Returns the final path of a picture. */
    Path place(String picture) {
        return PicturePlace.of(path, picture);
    }

    /** Returns whether a file that the export did not write has the name of a picture. */
    boolean isTaken(String picture) throws IOException {
        Path file = place(picture);
        return !foreign.isEmpty() && Files.isRegularFile(file) && foreign.contains(mark(picture, file));
    }

    /**
     * Tests after a failed write whether the folder is still writable, so that one bad picture does not end the export.
     *
     * @throws DicomException if nothing can be written
     */
    void checkWritable() throws IOException {
        Path probe = staged("probe");
        try {
            work();
            Files.write(probe, new byte[PROBE]);
        } catch (IOException e) {
            throw PartFolder.ended(e);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** Releases the folder for other runs. */
    @Override
    public void close() throws IOException {
        parts.close();
    }
}
