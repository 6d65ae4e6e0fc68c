package hounsfield.imagej.save;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Names the file in failures of the system that name none, such as that of a full disk. */
public final class NamedFailure {
    private NamedFailure() {}

    /** Writes a file. */
    @FunctionalInterface
    public interface Writing {
        /**
         * Writes it.
         *
         * @throws IOException if it cannot be written
         */
        void run() throws IOException;
    }

    /**
     * Writes a file.
     *
     * @param target the file
     * @param writing writes it
     * @throws FileSystemException if the system refuses to write; with the file and the reason of the system
     * @throws IOException as {@code writing} throws it, if it is more than a sentence of the system
     */
    public static void in(Path target, Writing writing) throws IOException {
        try {
            writing.run();
        } catch (IOException e) {
            // Those of this project and of java.nio are of classes of their own, and name their file.
            if (e.getClass() != IOException.class) throw e;
            FileSystemException named = new FileSystemException(target.toString(), null, e.getMessage());
            named.initCause(e);
            throw named;
        }
    }
}
