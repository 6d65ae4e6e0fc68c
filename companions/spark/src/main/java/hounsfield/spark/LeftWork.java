package hounsfield.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What tasks of a run that was killed had finished, and the division of a run's work into that and the rest. */
final class LeftWork {
    private final OutputFolder output;
    private final String lists;
    private final Function<FoundFile, String> line;
    private final Check check;

    /** Says whether what an entry names is still there. */
    @FunctionalInterface
    interface Check {
        boolean isWhole(Path work, TaskJournal.Entry entry) throws IOException;
    }

    /**
     * @param lists name of the folder of the lists of parts
     * @param line of a file in such a list
     */
    LeftWork(OutputFolder output, String lists, Function<FoundFile, String> line, Check check) {
        this.output = output;
        this.lists = lists;
        this.line = line;
        this.check = check;
    }

    /**
     * Divides files: one slice for each task that was killed, of the files that it had finished, and slices of the others.
     *
     * @param files that are in no part
     * @param most largest number of files of a part
     * @param processors of the cluster
     */
    List<Slice> slices(List<FoundFile> files, int most, int processors) throws IOException {
        FileSystem storage = output.files();
        int first = output.next();
        List<FileStatus> works = new ArrayList<>(Storage.list(storage, output.file(PartTarget.WORK + "/" + lists)));
        if (works.isEmpty()) return Slice.of(files, first, most, processors);
        works.sort(null);
        // In their order, so that the rest keeps it.
        Map<String, FoundFile> rest = new LinkedHashMap<>();
        for (FoundFile file : files) rest.put(line.apply(file), file);
        List<Slice> slices = new ArrayList<>();
        for (FileStatus each : works) {
            Path work = each.getPath();
            List<FoundFile> finished = new ArrayList<>();
            for (TaskJournal.Entry entry : TaskJournal.read(storage, work)) {
                if (!rest.containsKey(entry.file()) || !check.isWhole(work, entry)) continue;
                finished.add(rest.remove(entry.file()));
            }
            if (finished.isEmpty()) storage.delete(work, true);
            else slices.add(new Slice(first + slices.size(), finished, work.toString()));
        }
        slices.addAll(Slice.of(new ArrayList<>(rest.values()), first + slices.size(), most, processors));
        return slices;
    }
}
