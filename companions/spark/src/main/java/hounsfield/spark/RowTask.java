package hounsfield.spark;

import hounsfield.dataset.table.RowOutcome;
import hounsfield.dataset.table.RowReader;
import hounsfield.dataset.table.TableSchema;
import hounsfield.dataset.table.TableSettings;
import hounsfield.standard.error.OneLine;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Collects the rows of a slice, from which {@link PartTask} makes a part when the columns of all rows are known. */
record RowTask(
        TableSettings settings,
        PartTarget target,
        Broadcast<SerializableConfiguration> configuration,
        Counters counters)
        implements VoidFunction<Slice> {
    @Override
    public void call(Slice slice) throws IOException {
        Configuration hadoop = configuration.value().value();
        FileSystem files = Storage.of(new Path(target.folder()), hadoop);
        TableSchema columns = new TableSchema();
        Path work = target.work(slice.number());
        try (TaskJournal rows = TaskJournal.whole(files, work)) {
            if (slice.isLeft()) copy(slice, files, rows, columns);
            else read(slice, slice.storage(hadoop), rows, columns);
        }
        List<String> names = Names.lines(slice.files());
        target.check(files);
        String name = target.name(slice.number());
        CollectedRows.commit(files, new Path(target.folder()), name, TaskJournal.file(work), names, columns);
        target.clear(files, slice);
    }

    /** Takes the rows that a task of an earlier run had collected. */
    private static void copy(Slice slice, FileSystem files, TaskJournal rows, TableSchema columns) throws IOException {
        Set<String> names = new HashSet<>(Names.lines(slice.files()));
        RowRecords earlier = new RowRecords();
        RowRecords records = new RowRecords();
        for (TaskJournal.Entry entry : slice.entries(files)) {
            List<String> added = RowRecords.columns(entry.values());
            columns.add(TableSchema.parse(added));
            Map<String, Object> cells = new LinkedHashMap<>();
            earlier.cells(entry.values(), (number, heading, cell) -> cells.put(heading, cell));
            if (names.contains(entry.file())) rows.add(entry.file(), out -> records.write(out, added, cells));
        }
    }

    private void read(Slice slice, FileSystem input, TaskJournal rows, TableSchema columns) throws IOException {
        RowReader reader = new RowReader(settings);
        RowRecords records = new RowRecords();
        TaskProgress progress = new TaskProgress();
        for (FoundFile file : slice.files()) {
            progress.check();
            Map<String, Object> cells = cells(file, reader, input, progress);
            TableSchema added = reader.addedColumns();
            if (!added.isEmpty()) columns.add(added);
            rows.add(Names.line(file.name()), out -> records.write(out, added.lines(), cells));
        }
    }

    private Map<String, Object> cells(FoundFile file, RowReader reader, FileSystem input, TaskProgress progress)
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
