package hounsfield.dataset.table;

import hounsfield.bytes.ByteSource;
import hounsfield.dataset.table.TableSchema.Type;
import hounsfield.planes.StoredValueCounts;
import hounsfield.series.SourceFiles;
import hounsfield.work.Progress;
import java.util.HashMap;
import java.util.Map;

/** Reads the rows of files, one after another, from any {@link ByteSource}. Each thread needs its own, because it reuses memory. */
public final class RowReader {
    private final TableSettings settings;
    private final Map<TagColumn, Heading> headings = new HashMap<>();
    private final StoredValueCounts counts = new StoredValueCounts();
    private TableSchema added = new TableSchema();

    private static final class Heading {
        private final String name;
        private Type type;

        private Heading(String name) {
            this.name = name;
        }
    }

    /**
     * Creates a reader.
     *
     * @param settings the columns
     */
    public RowReader(TableSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns the row of a file. A file that cannot be used gives a reason instead of an exception.
     *
     * @param source the bytes
     * @param name the text in the column {@code file}; if it has an extension of DICOM files, a file that is not DICOM has a row with a
     *     reason, otherwise no row
     * @param progress can cancel
     * @return the row or the reason; no row for a DICOMDIR
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public RowOutcome outcome(ByteSource source, String name, Progress progress) {
        if (headings.size() > Columns.MOST) headings.clear();
        FileRow row = FolderTable.row(source, name, SourceFiles.isNamedDicom(name), settings, counts, progress);
        return row == null ? new RowOutcome(Map.of(), "", 0) : row.outcome(this::heading);
    }

    private String heading(TagColumn column, Object value) {
        Heading heading = headings.get(column);
        if (heading == null) headings.put(column, heading = new Heading(column.name()));
        Type type = Type.of(value);
        if (heading.type == null || type.compareTo(heading.type) > 0) added.put(column, heading.type = type);
        return heading.name;
    }

    /**
     * Returns the columns of elements that the rows since the last call have added, or whose type they have widened. The union of all
     * results is the schema of all rows.
     *
     * @return the columns; most rows add none
     */
    public TableSchema addedColumns() {
        TableSchema taken = added;
        if (!taken.isEmpty()) added = new TableSchema();
        return taken;
    }
}
