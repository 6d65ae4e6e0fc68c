package hounsfield.dataset.part;

import hounsfield.dataset.csv.AtomicFile;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.OneLine;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An output folder of numbered parts. A part is complete or absent, so work that was cancelled or killed at any byte continues with the
 * first missing part. A note in the folder holds the options of the work. Only one run at a time can use the folder.
 */
public final class PartFolder implements Closeable {
    /** The state of the output after a failed write, for messages. */
    public static final String CONSEQUENCE = "finished parts are complete, and the same command continues after them";

    private static final String UNFINISHED = ".part";
    /** Greatest length of the note [bytes]. */
    private static final int LONGEST = 1 << 20;

    private final Path path;
    /** The note. A run locks it while it uses the folder; the system releases the lock when the run ends, even by a kill. */
    private final FileChannel note;

    private PartFolder(Path path, FileChannel note) {
        this.path = path;
        this.note = note;
    }

    /**
     * Creates the folder, or opens that of an earlier run, and removes what a kill left.
     *
     * @param path in an existing folder
     * @param name of the note
     * @param options of the work, one {@code name=value} a line
     * @return the folder, to be closed by the caller
     * @throws IOException if the folder cannot be written
     * @throws IllegalArgumentException if another run uses the folder, if the folder has the output of other options, which the message
     *     names, or if it has other files
     */
    public static PartFolder open(Path path, String name, List<String> options) throws IOException {
        // A folder with foreign files gets no note.
        if (Files.isDirectory(path) && !Files.exists(path.resolve(name))) checkEmpty(path, name);
        return open(path, name, options, () -> checkEmpty(path, name));
    }

    /** Prepares the folder before the first run. */
    @FunctionalInterface
    public interface First {
        /**
         * Prepares the folder, or refuses it.
         *
         * @throws IOException if that fails; then the next run counts as the first
         */
        void prepare() throws IOException;
    }

    /**
     * Creates the folder, or opens that of an earlier run, and removes what a kill left. The folder may have other files.
     *
     * @param path in an existing folder
     * @param name of the note
     * @param options of the work, one {@code name=value} a line
     * @param first prepares the folder before the first run
     * @return the folder, to be closed by the caller
     * @throws IOException if the folder cannot be written
     * @throws IllegalArgumentException if another run uses the folder, or if the folder has the output of other options, which the
     *     message names
     */
    public static PartFolder open(Path path, String name, List<String> options, First first) throws IOException {
        if (!Files.isDirectory(path)) {
            AtomicFile.checkFolder(path);
            Files.createDirectory(path);
        }
        FileChannel note = FileChannel.open(
                path.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            PartFolder folder = new PartFolder(path, note);
            folder.lock();
            folder.prepare(options, first);
            return folder;
        } catch (IOException | RuntimeException e) {
            note.close();
            if (e instanceof IOException failure) DicomException.checkInterrupt(failure);
            throw e;
        }
    }

    private void lock() throws IOException {
        FileLock lock;
        try {
            lock = note.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null)
            throw new IllegalArgumentException(
                    "another run is writing to " + OneLine.of(path) + "; wait until it ends");
    }

    private void prepare(List<String> options, First first) throws IOException {
        String expected = String.join("\n", options) + "\n";
        String earlier = read();
        // A kill may have left a part of the note.
        if (expected.startsWith(earlier)) {
            if (!earlier.equals(expected)) {
                first.prepare();
                ByteBuffer bytes = ByteBuffer.wrap(expected.getBytes(StandardCharsets.UTF_8));
                note.position(0);
                while (bytes.hasRemaining()) note.write(bytes);
                note.force(true);
            }
            sweep();
            return;
        }
        Optional<String> other = difference(earlier.lines().toList(), options);
        if (other.isPresent()) {
            throw new IllegalArgumentException(OneLine.of(path) + " has the output of other options or files: "
                    + other.get() + "; choose another folder");
        }
    }

    /**
     * Compares the options of a run with those of an earlier one.
     *
     * @param earlier the options in the note, one {@code name=value} each
     * @param now the options of this run
     * @return the first that differs, such as {@code there shard=1/2, now shard=2/2}; empty if all are the same
     */
    public static Optional<String> difference(List<String> earlier, List<String> now) {
        for (int i = 0; i < Math.max(earlier.size(), now.size()); i++) {
            String before = i < earlier.size() ? earlier.get(i) : "nothing";
            String after = i < now.size() ? now.get(i) : "nothing";
            if (!before.equals(after)) return Optional.of("there " + before + ", now " + after);
        }
        return Optional.empty();
    }

    private String read() throws IOException {
        if (note.size() > LONGEST) throw new IOException("the note in " + OneLine.of(path) + " is too long");
        ByteBuffer bytes = ByteBuffer.allocate((int) note.size());
        while (bytes.hasRemaining() && note.read(bytes, bytes.position()) >= 0) {}
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private static void checkEmpty(Path path, String name) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            boolean foreign = files.map(file -> file.getFileName().toString())
                    .anyMatch(file -> !file.equals(name) && !file.endsWith(UNFINISHED));
            if (foreign)
                throw new IllegalArgumentException(
                        OneLine.of(path) + " has files that are not output of this command; choose an empty folder");
        }
    }

    /** Removes unfinished files. The owner of a folder of unfinished files removes that folder. */
    private void sweep() throws IOException {
        List<Path> unfinished;
        try (Stream<Path> files = Files.list(path)) {
            unfinished = files.filter(
                            file -> file.getFileName().toString().endsWith(UNFINISHED) && Files.isRegularFile(file))
                    .toList();
        }
        for (Path file : unfinished) Files.deleteIfExists(file);
    }

    /**
     * Returns the path of a part.
     *
     * @param number from 0
     * @param suffix such as {@code .csv}
     * @return such as {@code part-00000.csv} in the folder
     */
    public Path part(int number, String suffix) {
        return path.resolve(String.format(Locale.ROOT, "part-%05d%s", number, suffix));
    }

    /**
     * Returns the path of a file beside the parts.
     *
     * @param name of the file, a constant
     * @return the path
     */
    public Path file(String name) {
        return path.resolve(name);
    }

    /**
     * Returns the exception for output that cannot be written, for example because the disk is full.
     *
     * @param failure the failed write
     * @return an exception that says what happened and in what state the output is
     * @throws java.util.concurrent.CancellationException if an interrupt of the thread was the cause
     */
    public static DicomException ended(IOException failure) {
        String problem = "the output cannot be written: " + DicomException.reason(failure) + "; " + CONSEQUENCE;
        return new DicomException(problem, Location.NOWHERE, failure);
    }

    /** Gives the folder free for other runs. */
    @Override
    public void close() throws IOException {
        note.close();
    }
}
