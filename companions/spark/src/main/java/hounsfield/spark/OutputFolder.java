package hounsfield.spark;

import hounsfield.dataset.part.PartFolder;
import hounsfield.standard.error.OneLine;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * An output folder of parts, with a note of the options. What a kill left is removed when the folder is opened, and files that
 * are in a part are not read again.
 */
final class OutputFolder implements Closeable {
    /** The lists of the files of parts. */
    static final String FILES = "_files";

    private static final Pattern PART = Pattern.compile("part-(\\d+)-.*");

    private final FileSystem files;
    private final Path path;
    private final String run;
    private final OutputLock lock;

    private OutputFolder(FileSystem files, Path path, String run, OutputLock lock) {
        this.files = files;
        this.path = path;
        this.run = run;
        this.lock = lock;
    }

    /**
     * Creates the folder, or opens that of an earlier run.
     *
     * @param note name of the note
     * @param options of the work, one {@code name=value} a line
     * @param suffix of parts
     * @throws IllegalArgumentException if another run has it, if it is of other options, which the message names, or if it has
     *     other files
     */
    static OutputFolder open(Path path, String note, List<String> options, String suffix, Configuration configuration)
            throws IOException {
        FileSystem files = Storage.of(path, configuration);
        Path folder = files.makeQualified(path);
        check(files, folder, note, options);
        Storage.mkdirs(files, folder);
        String run =
                Long.toHexString(System.nanoTime() ^ ProcessHandle.current().pid() << 32);
        OutputLock lock = OutputLock.take(files, folder, run);
        try {
            OutputFolder output = new OutputFolder(files, folder, run, lock);
            Storage.writeLines(files, new Path(folder, note), options);
            output.sweep(suffix);
            return output;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void check(FileSystem files, Path folder, String note, List<String> options) throws IOException {
        Path file = new Path(folder, note);
        if (!files.exists(file)) {
            for (FileStatus entry : Storage.list(files, folder)) {
                String name = entry.getPath().getName();
                if (name.startsWith("_") || name.endsWith(Storage.UNFINISHED)) continue;
                throw new IllegalArgumentException(
                        OneLine.of(folder) + " has files that are not output of this job; choose an empty folder");
            }
            return;
        }
        Optional<String> other = PartFolder.difference(Storage.readLines(files, file), options);
        if (other.isPresent()) {
            throw new IllegalArgumentException(
                    OneLine.of(folder) + " has parts of another run: " + other.get() + "; choose another folder");
        }
    }

    /** Removes unfinished files, and lists whose part was not moved into place. */
    private void sweep(String suffix) throws IOException {
        // On a local disk it is continued.
        if (!Storage.isLocal(files)) clearWork();
        Set<String> parts = new HashSet<>();
        List<Path> folders = new ArrayList<>(List.of(path));
        for (FileStatus entry : Storage.list(files, path)) {
            String name = entry.getPath().getName();
            if (name.endsWith(suffix)) parts.add(name.substring(0, name.length() - suffix.length()));
            if (entry.isDirectory() && name.startsWith("_")) folders.add(entry.getPath());
        }
        for (Path folder : folders) {
            for (FileStatus entry : Storage.list(files, folder)) {
                String name = entry.getPath().getName();
                boolean orphan = folder.getName().equals(FILES) && !parts.contains(name);
                if (name.endsWith(Storage.UNFINISHED) || orphan) files.delete(entry.getPath(), false);
            }
        }
        CollectedRows.sweep(files, path, parts);
    }

    /** Removes the work of tasks; at the start of a run that cannot use it, and at the end. */
    void clearWork() throws IOException {
        files.delete(file(PartTarget.WORK), true);
    }

    FileSystem files() {
        return files;
    }

    /** Returns the folder, qualified. */
    String path() {
        return path.toString();
    }

    Path folder() {
        return path;
    }

    Path file(String name) {
        return new Path(path, name);
    }

    /** Returns where tasks put parts. */
    PartTarget target(String lists, String suffix) {
        return new PartTarget(path(), lists, run, suffix);
    }

    /** Returns the lines of all lists of parts, in the order of the parts. */
    Stream<List<String>> lists(String name) throws IOException {
        List<FileStatus> lists = new ArrayList<>(Storage.list(files, file(name)));
        lists.sort(null);
        return lists.stream().map(list -> {
            try {
                return Storage.readLines(files, list.getPath());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /** Returns the number after those of all parts, and of those to be written. */
    int next() throws IOException {
        int next = 0;
        for (String each : List.of(FILES, CollectedRows.LISTS)) {
            for (FileStatus list : Storage.list(files, file(each))) {
                Matcher part = PART.matcher(list.getPath().getName());
                if (part.matches()) next = Math.max(next, Integer.parseInt(part.group(1)) + 1);
            }
        }
        return next;
    }

    /** Gives the folder free for other runs. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
