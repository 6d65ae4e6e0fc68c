package hounsfield.series;

import hounsfield.parse.DicomFile;
import hounsfield.series.SeriesScan.Rejected;
import hounsfield.standard.DicomException;
import hounsfield.standard.NotDicomException;
import hounsfield.standard.OneLine;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * The files of a folder and of all folders in it.
 *
 * @param root the folder
 * @param files all regular files, by path
 * @param unreadable files and folders that the file system does not let be looked at, by path
 */
public record FolderFiles(Path root, List<Path> files, List<Rejected> unreadable) {
    private static final List<String> SUFFIXES = List.of(".dcm", ".dicom", ".ima");

    public FolderFiles {
        files = List.copyOf(files);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Walks through a folder, which may itself be a link. Links within it are followed to files, not to folders.
     *
     * @param folder a folder; or a file such as a DICOMDIR, which stands for the folder it lies in
     * @throws IllegalArgumentException if there is no such folder
     * @throws NotDicomException if it is an archive or a compressed file
     * @throws IOException if the folder itself cannot be read
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static FolderFiles walk(Path folder, Progress progress) throws IOException {
        if (!Files.exists(folder)) throw new IllegalArgumentException("there is no folder " + OneLine.of(folder));
        if (Files.isRegularFile(folder)) checkUnpacked(folder);
        Path root = folderOf(folder);
        // Walking starts at no link; names stay those of the link.
        Path start = Files.isSymbolicLink(root) ? root.toRealPath() : root;
        List<Path> files = new ArrayList<>();
        List<Rejected> unreadable = new ArrayList<>();
        progress.status("Looking for files");
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                progress.check();
                if (attributes.isRegularFile() || Files.isRegularFile(file)) files.add(inRoot(file));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (file.equals(start)) throw failure;
                unreadable.add(Rejected.of(inRoot(file), failure));
                return FileVisitResult.CONTINUE;
            }

            private Path inRoot(Path file) {
                return start == root ? file : root.resolve(start.relativize(file));
            }
        });
        files.sort(null);
        return new FolderFiles(root, files, unreadable);
    }

    /** An archive stands for what is in it, not for the folder that it is in. */
    private static void checkUnpacked(Path file) throws DicomException {
        try {
            DicomFile.read(file);
        } catch (NotDicomException e) {
            if (e.isPacked()) throw e.with("It must be unpacked first");
        } catch (DicomException e) {
            // Whatever it is, it is for the folder.
        }
    }

    /**
     * Those that are DICOM by their content, whatever they are called: images, reports and plans, damaged ones too, but
     * no DICOMDIR. Headers are read in parallel, and no pixel.
     *
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public List<Path> dicom(Progress progress) {
        boolean[] dicom = new boolean[files.size()];
        Workers.forEach(dicom.length, progress, index -> dicom[index] = isDicom(files.get(index)));
        return IntStream.range(0, dicom.length)
                .filter(index -> dicom[index])
                .mapToObj(files::get)
                .toList();
    }

    private static boolean isDicom(Path path) {
        try {
            return !DicomFile.read(path).isMediaStorageDirectory();
        } catch (NotDicomException e) {
            return false;
        } catch (DicomException e) {
            return true;
        }
    }

    /** Whether a name promises DICOM, so that other content is worth a word. */
    public static boolean isNamedDicom(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().anyMatch(name::endsWith);
    }

    /** A file's place in the folder, with {@code /} between its names on every system. */
    public String name(Path file) {
        return name(root, file);
    }

    /** As {@link #name(Path)}, of a file in any folder. A backslash is part of a name where the file system allows it. */
    public static String name(Path folder, Path file) {
        StringJoiner name = new StringJoiner("/");
        for (Path part : folder.relativize(file)) name.add(part.toString());
        return name.toString();
    }

    /** The folder that is meant: of a file, such as a DICOMDIR, the one that it lies in. */
    public static Path folderOf(Path path) {
        return Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
    }
}
