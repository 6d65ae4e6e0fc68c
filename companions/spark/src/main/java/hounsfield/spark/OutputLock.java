package hounsfield.spark;

import hounsfield.standard.error.OneLine;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Gives an output folder to one run at a time. On a local disk, the system takes the lock from a run that ends in any way. In
 * other storage a run renews a file, and a later run waits to see whether that happens.
 */
final class OutputLock implements Closeable {
    /** Has the name of the run, which tasks compare before they move a part into place. */
    static final String RUN = "_run";

    private static final String LOCK = "_lock";

    /** Time between renewals [ms]. */
    private static final long RENEWED = 10_000;

    private final FileSystem files;
    private final Path file;
    private final FileChannel local;
    private final ScheduledExecutorService clock;
    private long count;

    private OutputLock(FileSystem files, Path file, FileChannel local, ScheduledExecutorService clock) {
        this.files = files;
        this.file = file;
        this.local = local;
        this.clock = clock;
    }

    /**
     * Takes a folder.
     *
     * @param run name of this run
     * @throws IllegalArgumentException if another run has it
     */
    static OutputLock take(FileSystem files, Path folder, String run) throws IOException {
        return take(files, folder, run, RENEWED);
    }

    static OutputLock take(FileSystem files, Path folder, String run, long renewed) throws IOException {
        Path file = new Path(folder, RUN);
        if (Storage.isLocal(files)) {
            OutputLock lock = new OutputLock(files, file, lock(folder), null);
            lock.write(run);
            return lock;
        }
        List<Object> before = state(files, file);
        if (!before.isEmpty()) {
            sleep(renewed * 5 / 2);
            if (!state(files, file).equals(before)) throw taken(folder);
        }
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "renewal of " + RUN);
            thread.setDaemon(true);
            return thread;
        });
        OutputLock lock = new OutputLock(files, file, null, clock);
        lock.write(run);
        // Of two runs that take the folder at the same time, the one that wrote last has it.
        sleep(renewed / 10);
        if (!has(files, folder, run)) {
            clock.shutdownNow();
            throw taken(folder);
        }
        clock.scheduleAtFixedRate(() -> lock.renew(run), renewed, renewed, TimeUnit.MILLISECONDS);
        return lock;
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                Storage.local(new Path(folder, LOCK)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Of another run in this process.
        }
        if (lock != null) return channel;
        channel.close();
        throw taken(folder);
    }

    private static IllegalArgumentException taken(Path folder) {
        return new IllegalArgumentException("another run is writing to " + OneLine.of(folder) + "; wait until it ends");
    }

    /** Returns whether a run has the folder. */
    static boolean has(FileSystem files, Path folder, String run) throws IOException {
        Path file = new Path(folder, RUN);
        return files.exists(file) && Storage.readLines(files, file).contains(run);
    }

    private static List<Object> state(FileSystem files, Path file) throws IOException {
        if (!files.exists(file)) return List.of();
        List<Object> state = new ArrayList<>(Storage.readLines(files, file));
        state.add(files.getFileStatus(file).getModificationTime());
        return state;
    }

    private static void sleep(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void renew(String run) {
        try {
            if (has(files, file.getParent(), run)) write(run);
        } catch (IOException e) {
            // The next renewal may succeed; a run that cannot write there ends by its tasks.
        }
    }

    private void write(String run) throws IOException {
        Storage.writeLines(files, file, List.of(run, Long.toString(count++)));
    }

    @Override
    public void close() throws IOException {
        if (clock != null) clock.shutdownNow();
        files.delete(file, false);
        if (local != null) local.close();
    }
}
