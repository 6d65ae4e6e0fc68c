package hounsfield.spark;

import hounsfield.dataset.csv.CellReader;
import hounsfield.dataset.csv.CellWriter;
import hounsfield.dataset.part.Journal;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a task made of each file that it has finished. Where the output is on a local disk, a kill leaves the entries so far, and a run
 * after it does not read these files again; other storage appends nothing to a file.
 */
final class TaskJournal implements Closeable {
    private static final String NAME = "journal";

    private static final int BUFFER = 1 << 16;

    private final Sink sink;
    private final CellWriter out = new CellWriter();
    private final Closeable file;

    @FunctionalInterface
    private interface Sink {
        void add(byte[] record) throws IOException;
    }

    private TaskJournal(Sink sink, Closeable file) {
        this.sink = sink;
        this.file = file;
    }

    /**
     * What a task made of a file.
     *
     * @param file its line in the list of the part
     * @param values what was added with it
     */
    record Entry(String file, CellReader values) {}

    /** Receives entries. */
    @FunctionalInterface
    interface Use {
        void take(Entry entry) throws IOException;
    }

    /** Returns the file of a journal in the folder of a task's work. */
    static Path file(Path work) {
        return new Path(work, NAME);
    }

    /** Opens a journal for the run after a kill, in the folder of a task's work. In other storage it keeps nothing. */
    static TaskJournal open(FileSystem files, Path work) throws IOException {
        return Storage.isLocal(files) ? whole(files, work) : new TaskJournal(record -> {}, () -> {});
    }

    /** Opens a journal whose file is used when it is whole, in any storage. */
    static TaskJournal whole(FileSystem files, Path work) throws IOException {
        if (Storage.isLocal(files)) {
            Storage.mkdirs(files, work);
            Journal journal = Journal.open(Storage.local(file(work)));
            return new TaskJournal(journal::add, journal);
        }
        OutputStream out = new BufferedOutputStream(Storage.create(files, file(work)), BUFFER);
        return new TaskJournal(record -> out.write(Journal.framed(record)), out);
    }

    /** Returns the entries of a task that was killed, in order. */
    static List<Entry> read(FileSystem files, Path work) throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (Storage.isLocal(files) && files.exists(file(work))) forEach(files, file(work), entries::add);
        return entries;
    }

    /** Passes on the entries of a file, in order. */
    static void forEach(FileSystem files, Path file, Use use) throws IOException {
        long size = files.getFileStatus(file).getLen();
        try (InputStream in = Storage.isLocal(files) ? Files.newInputStream(Storage.local(file)) : files.open(file)) {
            Journal.forEach(in, size, record -> use.take(entry(record)));
        }
    }

    private static Entry entry(byte[] record) {
        CellReader values = new CellReader(record);
        return new Entry((String) values.read(), values);
    }

    /** @param values writes what a task made of the file */
    void add(String file, Consumer<CellWriter> values) throws IOException {
        out.write(file);
        values.accept(out);
        sink.add(out.take());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
