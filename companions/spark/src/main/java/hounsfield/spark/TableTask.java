package hounsfield.spark;

import hounsfield.dataset.table.RowOutcome;
import hounsfield.dataset.table.RowReader;
import hounsfield.dataset.table.TableSchema.Column;
import hounsfield.dataset.table.TableSettings;
import hounsfield.standard.error.OneLine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Writes the rows of a slice as a part. */
record TableTask(
        TableSettings settings,
        List<Column> columns,
        TableFormat format,
        PartTarget target,
        Broadcast<SerializableConfiguration> configuration,
        Counters counters)
        implements VoidFunction<Slice> {
    @Override
    public void call(Slice slice) throws IOException {
        Configuration hadoop = configuration.value().value();
        FileSystem files = Storage.of(new Path(target.folder()), hadoop);
        Path part = Storage.unfinished(target.part(slice.number()));
        RowCells cells = new RowCells(columns);
        try (RowFile rows = format.create(files, part, columns)) {
            if (slice.isLeft()) copy(slice, files, cells, rows);
            else read(slice, files, slice.storage(hadoop), cells, rows);
        }
        target.commit(files, slice.number(), Names.lines(slice.files()));
        target.clear(files, slice);
    }

    /** Writes the rows that a task of an earlier run had made. */
    private void copy(Slice slice, FileSystem files, RowCells cells, RowFile rows) throws IOException {
        Set<String> names = Set.copyOf(Names.lines(slice.files()));
        RowRecords records = new RowRecords();
        for (TaskJournal.Entry entry : slice.entries(files)) {
            Map<String, Object> row = records.unpack(entry.values());
            if (!row.isEmpty() && names.contains(entry.file())) rows.write(cells.of(row));
        }
    }

    private void read(Slice slice, FileSystem files, FileSystem input, RowCells cells, RowFile rows)
            throws IOException {
        RowReader reader = new RowReader(settings);
        RowRecords records = new RowRecords();
        TaskProgress progress = new TaskProgress();
        try (TaskJournal journal = TaskJournal.open(files, target.work(slice.number()))) {
            for (FoundFile file : slice.files()) {
                progress.check();
                Map<String, Object> row = row(file, reader, input, progress);
                if (!row.isEmpty()) rows.write(cells.of(row));
                journal.add(Names.line(file.name()), records.pack(row));
            }
        }
    }

    private Map<String, Object> row(FoundFile file, RowReader reader, FileSystem input, TaskProgress progress)
            throws IOException {
        counters.files().add(1);
        if (!file.reason().isEmpty()) {
            counters.refused().add(1);
            return Map.of("file", OneLine.of(file.name()), "reason", file.reason());
        }
        try (StoredFile stored = new StoredFile(file, input)) {
            RowOutcome outcome = reader.outcome(stored.source(), file.name(), progress);
            counters.bytes().add(stored.bytes());
            counters.pixels().add(outcome.pixels());
            if (!outcome.reason().isEmpty()) counters.refused().add(1);
            return outcome.cells();
        }
    }
}
