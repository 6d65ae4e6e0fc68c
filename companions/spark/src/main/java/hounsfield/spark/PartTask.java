package hounsfield.spark;

import hounsfield.dataset.table.TableSchema.Column;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Writes collected rows as the part of the same name, unless an earlier attempt has done so. */
record PartTask(
        List<Column> columns, TableFormat format, PartTarget target, Broadcast<SerializableConfiguration> configuration)
        implements VoidFunction<String> {
    @Override
    public void call(String name) throws IOException {
        Configuration hadoop = configuration.value().value();
        Path folder = new Path(target.folder());
        FileSystem files = Storage.of(folder, hadoop);
        if (!files.exists(target.part(name))) write(files, folder, name);
        CollectedRows.remove(files, folder, name);
    }

    private void write(FileSystem files, Path folder, String name) throws IOException {
        TaskProgress progress = new TaskProgress();
        RowCells cells = new RowCells(columns);
        RowRecords records = new RowRecords();
        try (RowFile rows = format.create(files, Storage.unfinished(target.part(name)), columns)) {
            TaskJournal.forEach(files, CollectedRows.rows(folder, name), entry -> {
                progress.check();
                RowRecords.columns(entry.values());
                if (!entry.values().hasMore()) return;
                records.cells(entry.values(), cells::put);
                rows.write(cells.take());
            });
        }
        target.commit(files, name, CollectedRows.names(files, folder, name));
    }
}
