package hounsfield.dataset.csv;

import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.OneLine;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;

/** Writes files atomically: under a temporary name in the same folder, followed by a move. */
public final class AtomicFile {
    private static final String SUFFIX = ".part";

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes the file.
         *
         * @param path the temporary file; an existing one is replaced
         * @throws IOException if it cannot be written
         */
        void write(Path path) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file, replacing an existing one. If writing fails, nothing remains. Several threads and programs may
     * write at once; if they write the same file, the last one replaces the others.
     *
     * @param target the file
     * @param content writes it
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if its folder does not exist
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static void write(Path target, Content content) throws IOException {
        checkFolder(target);
        Path part = temporary(target);
        boolean moved = false;
        try {
            content.write(part);
            move(part, target);
            moved = true;
        } catch (IOException e) {
            DicomException.checkInterrupt(e);
            throw e;
        } finally {
            if (!moved) Files.deleteIfExists(part);
        }
    }

    /**
     * Writes a file and a second file beside it that describes it: both or neither. The described file is moved into place last, so it
     * never exists without its description.
     *
     * @param target the file
     * @param content writes it
     * @param side the other file, in the same folder
     * @param description writes the other file
     * @throws IOException if one of them cannot be written; then earlier files of these names are unchanged
     * @throws IllegalArgumentException if their folder does not exist
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static void writeBoth(Path target, Content content, Path side, Content description) throws IOException {
        checkFolder(target);
        Path part = temporary(target);
        Path sidePart = temporary(side);
        try {
            content.write(part);
            description.write(sidePart);
            moveBoth(part, target, sidePart, side);
        } catch (IOException e) {
            DicomException.checkInterrupt(e);
            throw e;
        } finally {
            Files.deleteIfExists(part);
            Files.deleteIfExists(sidePart);
        }
    }

    /**
     * Moves a file and the file that describes it into place: both or neither.
     *
     * @param from the file
     * @param to its place, in an existing folder; an earlier file is replaced
     * @param sideFrom the other file
     * @param side its place in the same folder
     * @throws IOException if one of them cannot be moved; then earlier files are unchanged
     */
    private static void moveBoth(Path from, Path to, Path sideFrom, Path side) throws IOException {
        Path earlier = temporary(side);
        boolean hadSide = Files.exists(side);
        if (hadSide) move(side, earlier);
        boolean done = false;
        try {
            move(sideFrom, side);
            move(from, to);
            done = true;
        } finally {
            if (done || !hadSide) Files.deleteIfExists(done ? earlier : side);
            else move(earlier, side);
        }
    }

    private static Path temporary(Path target) {
        String own = Integer.toHexString(ThreadLocalRandom.current().nextInt());
        return target.resolveSibling(target.getFileName() + "." + own + SUFFIX);
    }

    /**
     * Checks that a file can be written, before the work whose result it will contain.
     *
     * @param target the file
     * @throws IllegalArgumentException if its folder does not exist; it is not created, because the name may be
     *     mistyped
     */
    public static void checkFolder(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "there is no folder " + OneLine.of(folder) + " for the file " + OneLine.of(target.getFileName()));
        }
    }

    /**
     * Moves a file into place, in one atomic step if the file system supports it.
     *
     * @param from the file
     * @param to its place, in an existing folder; an earlier file is replaced
     * @throws IOException if it cannot be moved
     */
    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
