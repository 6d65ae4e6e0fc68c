package hounsfield.spark;

import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostic;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files of a folder and its subfolders in any of Hadoop's file systems. Names that differ in case are different files. */
final class Listing {
    private final FileSystem files;
    private final Path top;
    private final String root;
    private final List<FoundFile> found = new ArrayList<>();

    private Listing(FileSystem files, Path root) {
        this.files = files;
        top = root;
        String path = root.toUri().getPath();
        this.root = path.endsWith("/") ? path : path + "/";
    }

    /**
     * Lists a folder. Links to folders are not followed. A folder in it that cannot be listed is an entry with a reason.
     *
     * @throws IOException if the folder itself cannot be listed
     * @throws IllegalArgumentException if there is no such folder
     */
    static List<FoundFile> of(Path folder, Configuration configuration) throws IOException {
        FileSystem files = Storage.of(folder, configuration);
        Path root = files.makeQualified(folder);
        if (!files.exists(root)) throw new IllegalArgumentException("there is no folder " + OneLine.of(root));
        if (!files.getFileStatus(root).isDirectory())
            throw new IllegalArgumentException(OneLine.of(root) + " is a file; give the folder of the files");
        Listing listing = new Listing(files, root);
        listing.walk(root);
        listing.found.sort(Comparator.comparing(FoundFile::name));
        return listing.found;
    }

    /** @throws IllegalArgumentException if an output folder is the input folder, or in it */
    static void checkApart(Path input, Path output, Configuration hadoop) throws IOException {
        String in = Storage.of(input, hadoop).makeQualified(input) + "/";
        String out = Storage.of(output, hadoop).makeQualified(output) + "/";
        if (out.startsWith(in)) throw new IllegalArgumentException("the output must not be in the input folder");
    }

    private void walk(Path folder) throws IOException {
        Deque<Path> left = new ArrayDeque<>();
        add(folder, left);
        while (!left.isEmpty()) {
            Path next = left.pop();
            try {
                add(next, left);
            } catch (IOException e) {
                found.add(new FoundFile(name(next), next.toString(), 0, Diagnostic.reason(e)));
            }
        }
    }

    private void add(Path folder, Deque<Path> folders) throws IOException {
        if (Storage.isLocal(files)) {
            addLocal(folder, folders);
            return;
        }
        for (FileStatus entry : list(folder)) {
            Path path = entry.getPath();
            if (entry.isFile()) found.add(new FoundFile(name(path), path.toString(), entry.getLen(), ""));
            else if (entry.isDirectory()) folders.push(path);
        }
    }

    private FileStatus[] list(Path folder) throws IOException {
        try {
            return files.listStatus(folder);
        } catch (IOException e) {
            throw Storage.withoutPaths(e);
        }
    }

    /** Does not follow links to folders, which may lead to a folder around them. Hadoop asks a local disk four times for each file. */
    private void addLocal(Path folder, Deque<Path> folders) throws IOException {
        String name = folder.equals(top) ? "" : name(folder) + "/";
        String path = folder + "/";
        try (DirectoryStream<java.nio.file.Path> entries = Files.newDirectoryStream(Storage.local(folder))) {
            for (java.nio.file.Path entry : entries) {
                String own = entry.getFileName().toString();
                try {
                    BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
                    if (attributes.isRegularFile())
                        found.add(new FoundFile(name + own, path + own, attributes.size(), ""));
                    else if (attributes.isDirectory() && !Files.isSymbolicLink(entry))
                        folders.push(new Path("file", null, entry.toString()));
                } catch (NoSuchFileException e) {
                    // A link that leads nowhere, or a file that was deleted meanwhile.
                } catch (IOException e) {
                    found.add(new FoundFile(name + own, path + own, 0, Diagnostic.reason(e)));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private String name(Path path) {
        return path.toUri().getPath().substring(root.length());
    }
}
