package hounsfield.imagej.save;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Adds the name of the file to system errors that lack it, such as that of a full disk. */
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
     * @throws FileSystemException with the file and the reason, if the system refuses to write
     * @throws IOException as {@code writing} throws it, if it is of a subclass, which names its file
     */
    public static void write(Path target, Writing writing) throws IOException {
        try {
            writing.run();
        } catch (IOException e) {
            // Exceptions of this project and of java.nio have their own classes and name their file.
            if (e.getClass() != IOException.class) throw e;
            FileSystemException named = new FileSystemException(target.toString(), null, e.getMessage());
            named.initCause(e);
            throw named;
        }
    }
}
