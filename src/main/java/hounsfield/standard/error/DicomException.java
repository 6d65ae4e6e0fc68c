package hounsfield.standard.error;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * A problem with a DICOM file, or with reading it, that stops the work. Its location is the file, Data Element, frame
 * and byte offset, as far as each is known. The message never contains patient attributes.
 *
 * <p>A decoder sets only the offset within its frame; callers add the rest with {@link #at(Location)}.
 */
public class DicomException extends IOException {
    /** What is wrong, without the location. */
    private final String problem;
    /** The location, as far as it is known. */
    private final Location location;

    /**
     * Creates an exception without a cause.
     *
     * @param problem what is wrong, without the location
     * @param location the location, as far as it is known
     */
    public DicomException(String problem, Location location) {
        this(problem, location, null);
    }

    /**
     * Creates an exception.
     *
     * @param problem what is wrong, without the location
     * @param location the location, as far as it is known
     * @param cause the underlying failure, or null
     */
    public DicomException(String problem, Location location, Throwable cause) {
        super(location.describe(problem), cause);
        this.problem = Objects.requireNonNull(problem);
        this.location = location;
    }

    /**
     * Converts an I/O failure. The message of the failure itself is not used, because it may contain folder names,
     * which may include names of patients.
     *
     * @param failure any I/O failure
     * @param location where it occurred
     * @return an exception such as {@code cannot be read: access denied}; a {@code DicomException} is returned
     *     unchanged
     * @throws CancellationException if an interrupt of the thread closed the file
     */
    public static DicomException of(IOException failure, Location location) {
        if (failure instanceof DicomException dicom) return dicom;
        String reason = reason(failure);
        boolean absent = failure instanceof NoSuchFileException;
        return new DicomException(absent ? reason : "cannot be read: " + reason, location, failure);
    }

    /**
     * Returns why reading or writing failed, such as {@code access denied}, without file names.
     *
     * @param failure any I/O failure
     * @return the reason, in a few words
     * @throws CancellationException if an interrupt of the thread closed the file
     */
    public static String reason(IOException failure) {
        checkInterrupt(failure);
        if (failure instanceof NoSuchFileException) return "there is no such file";
        if (failure instanceof FileAlreadyExistsException) return "there is a file of this name already";
        if (failure instanceof AccessDeniedException) return "access denied";
        if (failure instanceof FileSystemLoopException) return "a folder within itself";
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }

    /**
     * Returns why reading or writing failed, with the path of the file before the reason if only the failure has it. The message of a
     * file system error may be only the path.
     *
     * @param failure any I/O failure
     * @return a sentence for the user
     * @throws CancellationException if an interrupt of the thread closed the file
     */
    public static String reasonWithFile(IOException failure) {
        String reason = reason(failure);
        return failure instanceof FileSystemException system && system.getFile() != null
                ? OneLine.of(system.getFile()) + ": " + reason
                : reason;
    }

    /**
     * Throws a {@code CancellationException} if an interrupt of the thread ended a read or write, so that it ends like
     * other interrupted work. The interrupt status stays set. Other failures are ignored.
     *
     * @param failure any I/O failure
     * @throws CancellationException if {@code failure} is a {@link ClosedByInterruptException}
     */
    public static void checkInterrupt(IOException failure) {
        if (!(failure instanceof ClosedByInterruptException)) return;
        CancellationException cancelled = new CancellationException("interrupted");
        cancelled.initCause(failure);
        throw cancelled;
    }

    /** {@return the problem, without its location} */
    public final String problem() {
        return problem;
    }

    /** {@return the location, as far as it is known} */
    public final Location location() {
        return location;
    }

    /**
     * Adds to the location. Known parts are kept, unknown parts are taken from {@code outer}.
     *
     * @param outer the surrounding location
     * @return an exception of the same class, with the same stack trace and cause
     */
    public final DicomException at(Location outer) {
        DicomException placed = copy(problem, location.within(outer));
        placed.setStackTrace(getStackTrace());
        return placed;
    }

    /**
     * Replaces the byte offset, for example an offset within a frame by one within the file.
     *
     * @param offset in bytes
     * @return an exception of the same class, with the same stack trace and cause
     */
    public final DicomException atOffset(long offset) {
        DicomException placed = copy(problem, location.withOffset(offset));
        placed.setStackTrace(getStackTrace());
        return placed;
    }

    /**
     * Appends advice to the problem, such as what to do instead.
     *
     * @param advice one sentence
     * @return an exception of the same class, with the same stack trace and cause
     */
    public final DicomException with(String advice) {
        DicomException advised = copy(problem + ". " + advice, location);
        advised.setStackTrace(getStackTrace());
        return advised;
    }

    /**
     * Appends a consequence to the problem, after a semicolon, such as what can still be read.
     *
     * @param consequence a clause
     * @return an exception of the same class, with the same stack trace and cause
     */
    public final DicomException adding(String consequence) {
        DicomException longer = copy(problem + "; " + consequence, location);
        longer.setStackTrace(getStackTrace());
        return longer;
    }

    /**
     * Creates the same failure with another text or location; subclasses return their own class.
     *
     * @param text the problem
     * @param place the location
     * @return the new exception
     */
    protected DicomException copy(String text, Location place) {
        return new DicomException(text, place, getCause());
    }
}
