package hounsfield.work;

import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.InsufficientMemoryException;
import hounsfield.standard.error.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A problem of a file that is read nevertheless, or the reason why a file is not used.
 *
 * @param kind whether the file is used
 * @param sentence for the log; contains no patient attributes and no names of files or folders
 * @param name of the file or other source, relative to its folder, on one line; empty if the context determines it
 * @param path of the file; empty if the source is not a file, or if the context determines it
 */
public record Diagnostic(Kind kind, String sentence, String name, Optional<Path> path) {
    /** Whether the file is used. */
    public enum Kind {
        /** The file is read nevertheless. */
        WARNING,
        /** The file is not used. */
        REJECTED
    }

    /**
     * Creates a warning about the file that the context determines.
     *
     * @param sentence must not contain patient attributes
     * @return the entry
     */
    public static Diagnostic warning(String sentence) {
        return new Diagnostic(Kind.WARNING, sentence, "", Optional.empty());
    }

    /**
     * Creates the entry of a file that is not used.
     *
     * @param name of the file or other source
     * @param path of the file; empty if the source is not a file
     * @param reason the reason, without names
     * @return the entry
     */
    public static Diagnostic rejected(String name, Optional<Path> path, String reason) {
        return new Diagnostic(Kind.REJECTED, reason, name, path);
    }

    /**
     * Describes a failure in a sentence. It contains no names of files or folders, and no message of an internal error,
     * which may include values.
     *
     * @param failure of a file or frame
     * @return the sentence
     */
    public static String reason(Throwable failure) {
        if (failure instanceof IOException io) {
            DicomException problem = DicomException.of(io, Location.NOWHERE);
            return problem.location().withoutFile().describe(problem.problem());
        }
        boolean memory = failure instanceof OutOfMemoryError || failure instanceof InsufficientMemoryException;
        if (memory) return "needs more memory than there is";
        // Subclasses, such as NumberFormatException, are internal errors.
        if (failure.getClass() == IllegalArgumentException.class) return failure.getMessage();
        return "fault in this program, please report it: " + failure.getClass().getName();
    }
}
