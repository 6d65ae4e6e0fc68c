package hounsfield.dataset.table;

import hounsfield.bytes.ByteSource;
import hounsfield.planes.StoredValueCounts;
import hounsfield.series.SourceFiles;
import hounsfield.work.Progress;
import java.util.HashMap;
import java.util.Map;

/** Reads what a table has of files, wherever their bytes are, one after the other. One per thread, because it reuses memory. */
public final class RowReader {
    private final TableSettings settings;
    private final Map<TagColumn, String> headings = new HashMap<>();
    private final StoredValueCounts counts = new StoredValueCounts();

    /**
     * Creates a reader.
     *
     * @param settings the columns
     */
    public RowReader(TableSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns what a table has of a file. No exception for a file that cannot be used.
     *
     * @param source the bytes
     * @param name of the file in the column {@code file}; by its extension, a file of another kind has a reason or no row
     * @param progress can cancel
     * @return the row, a reason, or nothing for a file of another kind and a DICOMDIR
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public RowOutcome outcome(ByteSource source, String name, Progress progress) {
        if (headings.size() > Columns.MOST) headings.clear();
        FileRow row = FolderTable.row(source, name, SourceFiles.isNamedDicom(name), settings, counts, progress);
        return row == null ? new RowOutcome(Map.of(), "", 0) : row.outcome(headings);
    }
}
