package hounsfield.dataset;

import hounsfield.series.SeriesScan.Rejected;
import hounsfield.standard.InsufficientMemoryException;
import java.io.IOException;

/** Why a file or a frame cannot be used, in words for a list. */
final class Reason {
    private Reason() {}

    /**
     * What went wrong, so that it can be listed and the work go on. Names no file or folder, which may be called after a
     * patient, and tells no text of a fault of this program, which may hold a value.
     */
    static String of(Throwable problem) {
        if (problem instanceof IOException io) return Rejected.of(null, io).reason();
        boolean memory = problem instanceof OutOfMemoryError || problem instanceof InsufficientMemoryException;
        if (memory) return "needs more memory than there is";
        // Its subclasses, such as a text that is no number, are faults.
        if (problem.getClass() == IllegalArgumentException.class) return problem.getMessage();
        return "fault in this program, please report it: " + problem.getClass().getName();
    }
}
