package hounsfield.dataset;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;

/** Files that are there wholly or not at all: written under another name beside their place, and then moved. */
public final class WholeFile {
    private static final String SUFFIX = ".part";

    /** Writes a file. */
    @FunctionalInterface
    public interface Content {
        /** @param path where to; what stands there is replaced */
        void write(Path path) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes a file, replacing one that is there; its folders are made. Where writing fails nothing is left behind. Many
     * threads and programs may write at once; of those that write the same file the last to end replaces the others'.
     */
    public static void write(Path target, Content content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        String own = Integer.toHexString(ThreadLocalRandom.current().nextInt());
        Path part = target.resolveSibling(target.getFileName() + "." + own + SUFFIX);
        try {
            content.write(part);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
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
