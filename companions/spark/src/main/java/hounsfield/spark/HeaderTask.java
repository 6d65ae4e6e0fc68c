package hounsfield.spark;

import hounsfield.dataset.table.TableSchema;
import hounsfield.dataset.table.TagSelection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
        FileSystem input = slice.storage(hadoop);
        TableSchema schema = new TableSchema();
        TaskProgress progress = new TaskProgress();
        for (FoundFile file : slice.files()) {
            progress.check();
            if (!file.reason().isEmpty()) continue;
            try (StoredFile stored = new StoredFile(file, input)) {
                schema.add(TableSchema.of(stored.source(), tags));
                counters.bytes().add(stored.bytes());
            }
            counters.files().add(1);
        }
        List<String> lines = new ArrayList<>(Names.lines(slice.files()));
        lines.add(COLUMNS);
        lines.addAll(schema.lines());
        target.commit(Storage.of(new Path(target.folder()), hadoop), slice.number(), lines);
    }
}
