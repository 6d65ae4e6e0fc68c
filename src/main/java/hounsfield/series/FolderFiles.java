package hounsfield.series;

import hounsfield.bytes.FileByteSource;
import hounsfield.parse.DicomFile;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.NotDicomException;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The files of a folder and its subfolders.
 *
 * @param root the folder
 * @param files all regular files, sorted by path
 * @param unreadable files and folders that cannot be accessed
 */
public record FolderFiles(Path root, List<Path> files, List<Diagnostic> unreadable) {
    private static final List<String> SUFFIXES = List.of(".dcm", ".dicom", ".ima", ".dcm.gz", ".dicom.gz", ".ima.gz");

    /**
     * Copies the lists.
     *
     * @param root the folder
     * @param files all regular files
     * @param unreadable files and folders that cannot be accessed
     */
    public FolderFiles {
        files = List.copyOf(files);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Lists a folder recursively. The folder itself may be a link. Links inside it are followed to files, but not to
     * folders.
     *
     * @param folder a folder, or a file such as a DICOMDIR, which selects its parent folder
     * @param progress receives progress, and can cancel
     * @return the files
     * @throws IllegalArgumentException if there is no such folder
     * @throws NotDicomException if it is an archive or a compressed file
     * @throws IOException if the folder itself cannot be read
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static FolderFiles walk(Path folder, Progress progress) throws IOException {
        if (!Files.exists(folder)) throw new IllegalArgumentException("there is no folder " + OneLine.of(folder));
        if (Files.isRegularFile(folder)) checkUnpacked(folder);
        Path root = folderOf(folder);
        // The walk does not start at a link, but the names are relative to the link.
        Path start = Files.isSymbolicLink(root) ? root.toRealPath() : root;
        List<Path> files = new ArrayList<>();
        List<Diagnostic> unreadable = new ArrayList<>();
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
                Path path = inRoot(file);
                unreadable.add(
                        Diagnostic.rejected(source(root, path).name(), Optional.of(path), Diagnostic.reason(failure)));
                return FileVisitResult.CONTINUE;
            }

            private Path inRoot(Path file) {
                return start == root ? file : root.resolve(start.relativize(file));
            }
        });
        files.sort(null);
        return new FolderFiles(root, files, unreadable);
    }

    /**
     * Returns chosen files and the innermost folder that contains all of them.
     *
     * @param chosen paths of files, which are not checked; further paths to the same file are ignored
     * @return the files in the given order, and their common folder; without a common folder, as on several drives, the
     *     folder of the first file
     * @throws IllegalArgumentException if there are none
     */
    public static FolderFiles of(Collection<Path> chosen) {
        if (chosen.isEmpty()) throw new IllegalArgumentException("there are no files");
        Set<Path> files = new LinkedHashSet<>();
        for (Path each : chosen) files.add(each.toAbsolutePath().normalize());
        Path first = parent(files.iterator().next());
        Path root = first;
        for (Path file : files) {
            while (root != null && !file.startsWith(root)) root = root.getParent();
        }
        return new FolderFiles(root == null ? first : root, List.copyOf(files), List.of());
    }

    private static Path parent(Path file) {
        return file.getParent() == null ? file : file.getParent();
    }

    /** Rejects archives, because the user means their content and not their parent folder. */
    private static void checkUnpacked(Path file) throws DicomException {
        try {
            DicomFile.read(file);
        } catch (NotDicomException e) {
            if (e.isPacked()) throw e.with("It must be unpacked first");
        } catch (DicomException e) {
            // Any other file selects its parent folder.
        }
    }

    /** Returns whether a name has an extension of DICOM files, so that other content is reported. */
    static boolean isNamedDicom(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().anyMatch(lower::endsWith);
    }

    /**
     * Returns the path of a file relative to the folder, separated by {@code /} on every system.
     *
     * @param file a file in the folder
     * @return the relative path
     */
    public String name(Path file) {
        return name(root, file);
    }

    /** Returns the files, with their names in messages. */
    List<FileByteSource> sources() {
        return files.stream().map(file -> source(root, file)).toList();
    }

    private static FileByteSource source(Path folder, Path file) {
        return new FileByteSource(file, name(folder, file));
    }

    /**
     * Does the same as {@link #name(Path)} for any folder. A backslash in a name is kept where the file system allows
     * it.
     *
     * @param folder the folder
     * @param file a file in the folder
     * @return the relative path; the whole path of a file that is not in the folder
     */
    public static String name(Path folder, Path file) {
        if (!file.startsWith(folder)) return file.toString();
        String start = folder + "/";
        String whole = file.toString();
        // Usual, and much faster than relativize.
        boolean plain = folder.getFileSystem().getSeparator().equals("/") && whole.startsWith(start);
        if (plain && start.length() > 1) return whole.substring(start.length());
        StringJoiner name = new StringJoiner("/");
        for (Path part : folder.relativize(file)) name.add(part.toString());
        return name.toString();
    }

    /**
     * Returns the selected folder.
     *
     * @param path a folder, or a file such as a DICOMDIR
     * @return the folder, or the parent of the file
     */
    public static Path folderOf(Path path) {
        return Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
    }

    /**
     * Refuses an output folder that is the input folder or inside it, because a later run would read its results as files
     * of the data set, and because data sets must not be modified.
     *
     * @param folder the input, which exists
     * @param output need not exist
     * @throws IOException if a folder cannot be read
     * @throws IllegalArgumentException if the folders are not separate, after resolving links and letter case
     */
    public static void checkApart(Path folder, Path output) throws IOException {
        Path input = folderOf(folder);
        for (Path at = real(output); at != null; at = at.getParent()) {
            if (Files.exists(at) && Files.isSameFile(at, input)) {
                throw new IllegalArgumentException("the output " + OneLine.of(output)
                        + " is the input folder or inside it; choose a folder outside of " + OneLine.of(input));
            }
        }
    }

    /** Resolves links in the existing part of a path. */
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        Path existing = absolute;
        while (!Files.exists(existing) && existing.getParent() != null) existing = existing.getParent();
        return existing.toRealPath().resolve(existing.relativize(absolute)).normalize();
    }
}
