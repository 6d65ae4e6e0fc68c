package hounsfield.spark;

import hounsfield.dataset.table.TableSchema;
import hounsfield.dataset.table.TagSelection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Collects the columns of the headers of a slice, and keeps them with the names of the files. */
record HeaderTask(
        TagSelection tags, PartTarget target, Broadcast<SerializableConfiguration> configuration, Counters counters)
        implements VoidFunction<Slice> {
    /** Separates the names of files from columns. */
    static final String COLUMNS = "";

    @Override
    public void call(Slice slice) throws IOException {
        Configuration hadoop = configuration.value().value();
        FileSystem files = Storage.of(new Path(target.folder()), hadoop);
        TableSchema schema = slice.isLeft() ? left(slice, files) : read(slice, files, slice.storage(hadoop));
        List<String> lines = new ArrayList<>(Names.lines(slice.files()));
        lines.add(COLUMNS);
        lines.addAll(schema.lines());
        target.commit(files, slice.number(), lines);
        target.clear(files, slice);
    }

    /** Returns the columns that a task of an earlier run had collected. */
    private static TableSchema left(Slice slice, FileSystem files) throws IOException {
        TableSchema schema = new TableSchema();
        for (TaskJournal.Entry entry : slice.entries(files))
            schema.add(TableSchema.parse(
                    entry.values().stream().map(Object::toString).toList()));
        return schema;
    }

    private TableSchema read(Slice slice, FileSystem files, FileSystem input) throws IOException {
        TableSchema schema = new TableSchema();
        Set<String> known = new HashSet<>();
        TaskProgress progress = new TaskProgress();
        try (TaskJournal journal = TaskJournal.open(files, target.work(slice.number()))) {
            for (FoundFile file : slice.files()) {
                progress.check();
                if (!file.reason().isEmpty()) continue;
                TableSchema columns;
                try (StoredFile stored = new StoredFile(file, input)) {
                    columns = TableSchema.of(stored.source(), tags);
                    counters.bytes().add(stored.bytes());
                }
                schema.add(columns);
                counters.files().add(1);
                // Most headers add no column, and their entry is a name.
                List<String> lines = new ArrayList<>(columns.lines());
                lines.removeIf(line -> !known.add(line));
                journal.add(Names.line(file.name()), lines);
            }
        }
        return schema;
    }
}
