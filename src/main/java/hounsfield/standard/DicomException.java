package hounsfield.standard;

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
 * Something in a DICOM file, or about reading one, that stops the work. It says where: file, Data Element, frame and byte
 * offset, each as far as it is known. The message never quotes patient attributes.
 *
 * <p>A decoder knows only the offset within its frame; rooms above add what they know with {@link #at(Location)}.
 */
public class DicomException extends IOException {
    private final String problem;
    private final Location location;

    public DicomException(String problem, Location location) {
        this(problem, location, null);
    }

    public DicomException(String problem, Location location, Throwable cause) {
        super(location.describe(problem), cause);
        this.problem = Objects.requireNonNull(problem);
        this.location = location;
    }

    /**
     * What a file system's refusal comes to. Its own message would name folders, which may be called after patients.
     *
     * @return {@code cannot be read: access denied}; an exception that has a place already stays as it is
     * @throws CancellationException if an interrupt of the thread closed the file
     */
    public static DicomException of(IOException failure, Location location) {
        if (failure instanceof DicomException dicom) return dicom;
        String reason = reason(failure);
        boolean absent = failure instanceof NoSuchFileException;
        return new DicomException(absent ? reason : "cannot be read: " + reason, location, failure);
    }

    /**
     * Why reading or writing failed, as {@code access denied}, without the names that a file system's message has.
     *
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
     * Turns the failure of a read or a write that an interrupt of the thread ended into what ends all other work; the
     * interrupt status stays set. Other failures pass.
     *
     * @throws CancellationException if {@code failure} is a {@link ClosedByInterruptException}
     */
    public static void checkInterrupt(IOException failure) {
        if (!(failure instanceof ClosedByInterruptException)) return;
        CancellationException cancelled = new CancellationException("interrupted");
        cancelled.initCause(failure);
        throw cancelled;
    }

    /** The problem alone, without its place. */
    public final String problem() {
        return problem;
    }

    /** The place, as far as it is known. */
    public final Location location() {
        return location;
    }

    /**
     * The same problem with a fuller place: what this exception knows already stays, {@code outer} fills the rest.
     *
     * @return an exception of the same class, with this one's stack trace and cause
     */
    public final DicomException at(Location outer) {
        DicomException placed = copy(problem, location.within(outer));
        placed.setStackTrace(getStackTrace());
        return placed;
    }

    /**
     * The same problem with another byte offset: a decoder counts from its frame's first byte, who knows where the frame
     * lies counts from the file's.
     */
    public final DicomException atOffset(long offset) {
        DicomException placed = copy(problem, location.withOffset(offset));
        placed.setStackTrace(getStackTrace());
        return placed;
    }

    /**
     * Returns the same problem with advice behind it, such as what to do instead.
     *
     * @return an exception of the same class, with this one's stack trace and cause
     */
    public final DicomException with(String advice) {
        DicomException advised = copy(problem + ". " + advice, location);
        advised.setStackTrace(getStackTrace());
        return advised;
    }

    /**
     * Returns the same problem with a consequence behind it, after a semicolon, such as what can be read all the same.
     *
     * @return an exception of the same class, with this one's stack trace and cause
     */
    public final DicomException adding(String consequence) {
        DicomException longer = copy(problem + "; " + consequence, location);
        longer.setStackTrace(getStackTrace());
        return longer;
    }

    /** Returns the same failure with another text or place; subclasses return their own class. */
    protected DicomException copy(String text, Location place) {
        return new DicomException(text, place, getCause());
    }
}
