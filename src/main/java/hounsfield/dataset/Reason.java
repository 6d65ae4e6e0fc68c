package hounsfield.dataset;

import hounsfield.series.SeriesScan.Rejected;
import hounsfield.standard.InsufficientMemoryException;
import java.io.IOException;

/** Describes why a file or frame cannot be used, for a list. */
final class Reason {
    private Reason() {}

    /**
     * Returns the reason of a failure. It contains no names of files or folders, which may include names of patients,
     * and no message of an internal error, which may include values.
     */
    static String of(Throwable problem) {
        if (problem instanceof IOException io) return Rejected.reason(io);
        boolean memory = problem instanceof OutOfMemoryError || problem instanceof InsufficientMemoryException;
        if (memory) return "needs more memory than there is";
        // Subclasses, such as NumberFormatException, are internal errors.
        if (problem.getClass() == IllegalArgumentException.class) return problem.getMessage();
        return "fault in this program, please report it: " + problem.getClass().getName();
    }
}
