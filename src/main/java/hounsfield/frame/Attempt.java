package hounsfield.frame;

import hounsfield.standard.error.DicomException;

/**
 * The outcome of a task for one of several frames.
 *
 * @param <T> the type of the result
 * @param frame the frame
 * @param result the result; {@code null} if the task failed
 * @param failure {@code null} if the task succeeded; otherwise located by file, element, frame and byte
 */
public record Attempt<T>(FrameRef frame, T result, DicomException failure) {
    /** {@return whether the task failed} */
    public boolean failed() {
        return failure != null;
    }
}
