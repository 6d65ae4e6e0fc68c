package hounsfield.dataset;

import hounsfield.standard.DicomException;
import hounsfield.standard.OneLine;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;

/** Files that are there wholly or not at all: written under another name beside their place, and then moved. */
public final class AtomicFile {
    private static final String SUFFIX = ".part";

    /** Writes a file. */
    @FunctionalInterface
    public interface Content {
        /** @param path where to; what stands there is replaced */
        void write(Path path) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file, replacing one that is there. Where writing fails nothing is left behind. Many threads and programs may
     * write at once; of those that write the same file the last to end replaces the others'.
     *
     * @throws IllegalArgumentException if there is no folder for it
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static void write(Path target, Content content) throws IOException {
        checkFolder(target);
        String own = Integer.toHexString(ThreadLocalRandom.current().nextInt());
        Path part = target.resolveSibling(target.getFileName() + "." + own + SUFFIX);
        try {
            content.write(part);
            move(part, target);
        } catch (IOException e) {
            DicomException.checkInterrupt(e);
            throw e;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Looks whether a file can have its place, before the work whose result it will hold.
     *
     * @throws IllegalArgumentException if there is no folder for it: a mistyped name shall be told, not made
     */
    public static void checkFolder(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "there is no folder " + OneLine.of(folder) + " for the file " + OneLine.of(target.getFileName()));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
