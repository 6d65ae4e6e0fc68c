package hounsfield.series;

import hounsfield.bytes.FileByteSource;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that a DICOMDIR names. A name is a path below the folder of the DICOMDIR, with up to 8 parts (PS3.10 8.2);
 * names are not trusted: files outside this folder are not used.
 */
final class ReferencedFiles {
    /** The standard allows 8 parts of 8 characters; files with longer names exist. */
    private static final int MOST_PARTS = 32;

    private static final int LONGEST_PART = 255;
    /** Limit of a name in messages. */
    private static final int LONGEST_SHOWN = 80;

    private static final String FORBIDDEN = "/\\:\0";

    private final Path folder;
    private final Path realFolder;
    private final Map<Path, Map<String, List<String>>> listings = new HashMap<>();
    private final List<FileByteSource> files = new ArrayList<>();
    private final List<Diagnostic> rejected = new ArrayList<>();

    private ReferencedFiles(Path folder) throws IOException {
        this.folder = folder;
        realFolder = folder.toRealPath();
    }

    /**
     * Finds the files that a DICOMDIR names.
     *
     * @param path the DICOMDIR
     * @param ids the parts of each name, of the DICOMDIR
     * @param progress can cancel
     * @throws IOException if its folder cannot be accessed
     */
    static ReferencedFiles of(Path path, Collection<List<String>> ids, Progress progress) throws IOException {
        ReferencedFiles found = new ReferencedFiles(FolderFiles.folderOf(path));
        for (List<String> id : ids) {
            progress.check();
            found.add(id);
        }
        return found;
    }

    /** {@return the files that exist, in the order of the records} */
    List<FileByteSource> files() {
        return files;
    }

    /** {@return the names that cannot be used, with the reason} */
    List<Diagnostic> rejected() {
        return rejected;
    }

    private void add(List<String> id) throws IOException {
        String problem = problem(id);
        if (!problem.isEmpty()) {
            reject(id, problem);
            return;
        }
        try {
            Path file = folder;
            for (String part : id) {
                file = child(file, part);
                if (file == null) {
                    reject(id, "is named by the DICOMDIR, but several files have this name in upper or lower case");
                    return;
                }
            }
            if (!Files.isRegularFile(file)) reject(id, "is named by the DICOMDIR but does not exist");
            else if (!file.toRealPath().startsWith(realFolder)) reject(id, "is a link that leads out of the folder");
            else files.add(new FileByteSource(file, FolderFiles.name(folder, file)));
        } catch (InvalidPathException e) {
            reject(id, "has a name that is not possible here");
        }
    }

    private static String problem(List<String> id) {
        if (id.size() > MOST_PARTS) return "has a name of " + id.size() + " parts";
        for (String part : id) {
            if (part.length() > LONGEST_PART) return "has a name of " + part.length() + " characters";
            boolean unsafe = part.isBlank()
                    || part.equals(".")
                    || part.equals("..")
                    || part.chars().anyMatch(code -> FORBIDDEN.indexOf(code) >= 0);
            if (unsafe) return "has a name that is not a path below the folder of the DICOMDIR";
        }
        return "";
    }

    /**
     * Finds a file or folder by its name in any case, because names on media are in upper case and names of copies
     * often are not. Returns {@code null} if several names differ only in case.
     */
    private Path child(Path parent, String name) {
        Path exact = parent.resolve(name);
        if (Files.exists(exact, LinkOption.NOFOLLOW_LINKS)) return exact;
        List<String> names =
                listings.computeIfAbsent(parent, ReferencedFiles::listing).getOrDefault(lower(name), List.of());
        if (names.size() > 1) return null;
        return names.isEmpty() ? exact : parent.resolve(names.get(0));
    }

    private static Map<String, List<String>> listing(Path parent) {
        Map<String, List<String>> names = new HashMap<>();
        if (!Files.isDirectory(parent)) return names;
        try (Stream<Path> children = Files.list(parent)) {
            for (Path child : (Iterable<Path>) children::iterator) {
                String name = child.getFileName().toString();
                names.computeIfAbsent(lower(name), each -> new ArrayList<>(1)).add(name);
            }
        } catch (IOException | UncheckedIOException e) {
            // The files in it count as missing.
        }
        return names;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void reject(List<String> id, String reason) {
        String name = OneLine.of(String.join("/", id));
        String shown = name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "...";
        rejected.add(Diagnostic.rejected(shown, Optional.empty(), reason));
    }
}
