package hounsfield.frame;

import hounsfield.standard.DicomException;

/**
 * What became of one frame of many: the result of a task, or why there is none.
 *
 * @param result {@code null} if the task failed
 * @param failure {@code null} if it did not; says file, element, frame and byte
 */
public record Attempt<T>(FrameRef frame, T result, DicomException failure) {
    public boolean failed() {
        return failure != null;
    }
}
