package hounsfield.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;

/**
 * Where tasks put their parts. A part is there as a whole or not at all, and a list of its files beside it.
 *
 * @param folder of the output
 * @param lists name of the folder of the lists in it
 * @param run name of the run, which is in the names of its parts
 * @param suffix of parts, such as {@code .csv}
 */
record PartTarget(String folder, String lists, String run, String suffix) implements Serializable {
    /** The folder of the work of all tasks under way. */
    static final String WORK = "_work";

    Path part(String name) {
        return new Path(folder, name + suffix);
    }

    /** Returns the name of a part that this run begins. */
    String name(int number) {
        return String.format(Locale.ROOT, "part-%05d-%s", number, run);
    }

    /** Returns the folder of the work of this task, of its own for each attempt. */
    Path work(int number) {
        String attempt = "-" + TaskContext.get().taskAttemptId();
        return new Path(new Path(new Path(folder, WORK), lists), name(number) + attempt);
    }

    /** Removes the work of this task, and that of an earlier run in its slice; after the part is in place. */
    void clear(FileSystem files, Slice slice) throws IOException {
        files.delete(work(slice.number()), true);
        if (slice.isLeft()) files.delete(new Path(slice.left()), true);
    }

    /** @throws IOException if another run has the folder meanwhile */
    void check(FileSystem files) throws IOException {
        if (!OutputLock.has(files, new Path(folder), run))
            throw new IOException("another run has taken the output folder; its parts are valid, this one is not");
    }

    /**
     * Moves a finished part into place, after the list of its files.
     *
     * @param lines names of the files
     * @throws IOException if another run has the folder meanwhile, or if a file cannot be written
     */
    void commit(FileSystem files, String name, List<String> lines) throws IOException {
        check(files);
        Storage.writeLines(files, new Path(new Path(folder, lists), name), lines);
        Storage.finish(files, part(name));
    }
}
