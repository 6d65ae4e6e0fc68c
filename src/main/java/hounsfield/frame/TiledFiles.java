package hounsfield.frame;

import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.frame.pixeldata.Tile;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files whose tiles were read last. They stay open, so that a header is not read and a compressed frame is not
 * decoded once per tile; only a few, because a series of mosaics has a file for each of hundreds of time points.
 * Thread-safe.
 */
public final class TiledFiles implements Closeable {
    /** The number of files that stay open: enough for all channels of a time point, whose tiles are read alternately. */
    public static final int MOST = 16;

    /** The files by their last use, the latest last. */
    private final Map<FrameFile, Entry> entries = new LinkedHashMap<>(MOST, 0.75f, true);

    private final Diagnostics diagnostics;

    /** @param diagnostics receives the problems of files that are closed */
    TiledFiles(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    private static final class Entry {
        private final FrameFile held;
        private final FrameReader reader;
        /** The number of threads that read the file. */
        private int users;
        /** Whether to close the file when no thread reads it. */
        private boolean dropped;

        Entry(FrameFile held, FrameReader reader) {
            this.held = held;
            this.reader = reader;
        }
    }

    /** Runs a task with the reader of a tile. */
    <T> T read(FrameRef frame, Tile tile, Progress progress, FrameOpener.Task<T> task) throws IOException {
        Entry entry = take(frame.source());
        try {
            return task.run(frame.in(entry.held), entry.reader.during(progress).ofTile(tile));
        } finally {
            giveBack(entry);
        }
    }

    private synchronized Entry take(FrameFile source) throws IOException {
        Entry entry = entries.get(source);
        if (entry == null) {
            FrameFile held = source.held();
            entry = new Entry(held, FrameReader.open(held.file()));
            entries.put(source, entry);
        }
        entry.users++;
        dropOldest();
        return entry;
    }

    private void dropOldest() throws IOException {
        Iterator<Entry> oldest = entries.values().iterator();
        while (entries.size() > MOST) {
            Entry entry = oldest.next();
            oldest.remove();
            entry.dropped = true;
            closeUnused(entry);
        }
    }

    private synchronized void giveBack(Entry entry) throws IOException {
        entry.users--;
        closeUnused(entry);
    }

    private void closeUnused(Entry entry) throws IOException {
        if (!entry.dropped || entry.users > 0) return;
        diagnostics.addAll(entry.reader.diagnostics());
        entry.reader.close();
    }

    /** Adds the problems of the files that are open. */
    synchronized void addDiagnostics() {
        entries.values().forEach(entry -> diagnostics.addAll(entry.reader.diagnostics()));
    }

    @Override
    public synchronized void close() throws IOException {
        List<Entry> all = new ArrayList<>(entries.values());
        entries.clear();
        for (Entry entry : all) {
            entry.dropped = true;
            closeUnused(entry);
        }
    }
}
