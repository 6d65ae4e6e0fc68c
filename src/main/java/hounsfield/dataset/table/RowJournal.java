package hounsfield.dataset.table;

import hounsfield.dataset.csv.CellReader;
import hounsfield.dataset.csv.CellWriter;
import hounsfield.dataset.part.Journal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stores the rows of an unfinished part on disk, so that a run after a kill reads only the other files. A record has the index of the
 * file, the columns of elements that no earlier record has, and the cells.
 */
final class RowJournal implements Closeable {
    private final Path path;
    private final Journal journal;
    private final Map<TagColumn, Integer> columns = new HashMap<>();
    private final CellWriter out = new CellWriter();

    private RowJournal(Path path, Journal journal) {
        this.path = path;
        this.journal = journal;
    }

    /** Opens the journal of an interrupted run, or a new one. */
    static RowJournal open(Path path) throws IOException {
        return new RowJournal(path, Journal.open(path));
    }

    /** Receives rows. */
    @FunctionalInterface
    interface Use {
        /** @param row of the file; {@code null} if it has none */
        void take(int file, FileRow row) throws IOException;
    }

    /** Passes on the rows of the interrupted run. It must be called before rows are added. */
    void forEach(Use use) throws IOException {
        List<TagColumn> known = new ArrayList<>();
        for (byte[] record : Journal.read(path)) {
            CellReader in = new CellReader(record);
            int file = in.readInt();
            if (!in.hasMore()) {
                use.take(file, null);
                continue;
            }
            for (int left = in.readInt(); left > 0; left--) {
                known.add(new TagColumn(TagPath.parse((String) in.read()), in.readInt()));
                columns.put(known.get(known.size() - 1), known.size() - 1);
            }
            FileRow row = FileRow.empty();
            for (int left = in.readInt(); left > 0; left--) {
                StandardColumn fact = StandardColumn.values()[in.readInt()];
                row.facts().put(fact, in.read());
            }
            while (in.hasMore()) {
                TagColumn column = known.get(in.readInt());
                row.tags().put(column, in.read());
            }
            use.take(file, row);
        }
    }

    /**
     * Adds a row.
     *
     * @param row {@code null} for a file without one
     */
    synchronized void add(int file, FileRow row) throws IOException {
        out.writeInt(file);
        if (row != null) {
            List<TagColumn> added = new ArrayList<>();
            for (TagColumn column : row.tags().keySet()) {
                if (columns.putIfAbsent(column, columns.size()) == null) added.add(column);
            }
            out.writeInt(added.size());
            for (TagColumn column : added) {
                out.write(column.path().name());
                out.writeInt(column.index());
            }
            out.writeInt(row.facts().size());
            for (Map.Entry<StandardColumn, Object> fact : row.facts().entrySet()) {
                out.writeInt(fact.getKey().ordinal());
                out.write(fact.getValue());
            }
            for (Map.Entry<TagColumn, Object> cell : row.tags().entrySet()) {
                out.writeInt(columns.get(cell.getKey()));
                out.write(cell.getValue());
            }
        }
        journal.add(out.take());
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
