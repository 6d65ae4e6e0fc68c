package hounsfield.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files of a part, which are the work of a task.
 *
 * @param number of the part
 * @param files in the order of their names
 * @param left folder of the work of a task of an earlier run that had finished these files; empty if they are to be read
 */
record Slice(int number, List<FoundFile> files, String left) implements Serializable {
    /** Fewer files are not worth a task. */
    private static final int LEAST = 16;

    /** Tasks per processor, so that all processors end at nearly the same time. */
    private static final int TASKS = 4;

    /**
     * Divides files.
     *
     * @param files all files
     * @param first number of the first part
     * @param most largest number of files of a part
     * @param processors of the cluster
     */
    static List<Slice> of(List<FoundFile> files, int first, int most, int processors) {
        int each = Math.min(most, Math.max(LEAST, files.size() / (TASKS * processors) + 1));
        List<Slice> slices = new ArrayList<>();
        for (int from = 0; from < files.size(); from += each) {
            int to = Math.min(files.size(), from + each);
            slices.add(new Slice(first + slices.size(), new ArrayList<>(files.subList(from, to)), ""));
        }
        return slices;
    }

    private Object writeReplace() {
        return PackedSlice.of(this);
    }

    boolean isLeft() {
        return !left.isEmpty();
    }

    /** Returns what the earlier task had made of its files, perhaps of more than these. */
    List<TaskJournal.Entry> entries(FileSystem storage) throws IOException {
        return TaskJournal.read(storage, new Path(left));
    }

    /** Returns the file system of the files, which have one. */
    FileSystem storage(Configuration configuration) throws IOException {
        return Storage.of(new Path(files.get(0).path()), configuration);
    }
}
