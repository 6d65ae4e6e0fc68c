package hounsfield.work;

import java.util.concurrent.CancellationException;

/** Progress and cancellation of long operations. Methods may be called from any thread. */
public interface Progress {
    /** Ignores progress and never cancels. */
    Progress NONE = new Progress() {
        @Override
        public void update(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * Reports that {@code done} of {@code total} steps are complete.
     *
     * @param done completed steps
     * @param total all steps
     */
    void update(long done, long total);

    /** {@return whether the user has cancelled} */
    boolean isCancelled();

    /**
     * Reports the next action, for a status line.
     *
     * @param text a few words
     */
    default void status(String text) {}

    /**
     * Ends the operation if it is cancelled.
     *
     * @throws CancellationException if the user has cancelled
     */
    default void check() {
        if (isCancelled()) throw new CancellationException("cancelled");
    }

    /** {@return the progress of a part of the operation: cancelled with the whole, but it reports nothing} */
    default Progress ofPart() {
        Progress whole = this;
        return new Progress() {
            @Override
            public void update(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }
}
