package hounsfield.spark;

import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
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
    private final String root;
    private final List<FoundFile> found = new ArrayList<>();

    private Listing(FileSystem files, Path root) {
        this.files = files;
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
        add(files.listStatus(folder), left);
        while (!left.isEmpty()) {
            Path next = left.pop();
            try {
                add(files.listStatus(next), left);
            } catch (IOException e) {
                found.add(new FoundFile(name(next), next.toString(), 0, Diagnostic.reason(e)));
            }
        }
    }

    private void add(FileStatus[] entries, Deque<Path> folders) {
        for (FileStatus entry : entries) {
            Path path = entry.getPath();
            if (entry.isFile()) found.add(new FoundFile(name(path), path.toString(), entry.getLen(), ""));
            else if (entry.isDirectory() && !isLink(path)) folders.push(path);
        }
    }

    /** Returns whether a local folder is a link, which may lead to a folder around it. */
    private boolean isLink(Path path) {
        return Storage.isLocal(files) && Files.isSymbolicLink(Storage.local(path));
    }

    private String name(Path path) {
        return path.toUri().getPath().substring(root.length());
    }
}
