package hounsfield.spark;

import hounsfield.dataset.csv.CellBytes;
import hounsfield.dataset.part.Journal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a task made of each file that it has finished, so that a run after a kill does not read the file again. It is kept where the
 * output is on a local disk; other storage appends nothing to a file, and there the journal takes entries and keeps none.
 */
final class TaskJournal implements Closeable {
    private static final String NAME = "journal";

    /** {@code null} if nothing is kept. */
    private final Journal journal;

    private TaskJournal(Journal journal) {
        this.journal = journal;
    }

    /**
     * What a task made of a file.
     *
     * @param file its line in the list of the part
     * @param values {@code Long}, {@code Double} or {@code String}
     */
    record Entry(String file, List<Object> values) {}

    /** Opens the journal of a task, in the folder of its work. */
    static TaskJournal open(FileSystem files, Path work) throws IOException {
        if (!Storage.isLocal(files)) return new TaskJournal(null);
        files.mkdirs(work);
        return new TaskJournal(Journal.open(Storage.local(new Path(work, NAME))));
    }

    /** Returns the entries of a task that was killed, in order. */
    static List<Entry> read(FileSystem files, Path work) throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (!Storage.isLocal(files)) return entries;
        for (byte[] record : Journal.read(Storage.local(new Path(work, NAME)))) {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(record));
            String file = (String) CellBytes.read(in);
            List<Object> values = new ArrayList<>();
            while (in.available() > 0) values.add(CellBytes.read(in));
            entries.add(new Entry(file, values));
        }
        return entries;
    }

    void add(String file, List<?> values) throws IOException {
        if (journal == null) return;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        CellBytes.write(out, file);
        for (Object value : values) CellBytes.write(out, value);
        journal.add(bytes.toByteArray());
    }

    @Override
    public void close() throws IOException {
        if (journal != null) journal.close();
    }
}
