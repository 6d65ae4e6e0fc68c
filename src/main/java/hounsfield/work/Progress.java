package hounsfield.work;

import java.util.concurrent.CancellationException;

/** How long work tells how far it is, and learns that its user has had enough. Called from any thread. */
public interface Progress {
    /** Nobody watches, nobody cancels. */
    Progress NONE = new Progress() {
        @Override
        public void update(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /** {@code done} of {@code total} steps are behind us. */
    void update(long done, long total);

    /** Whether the user wants the work to end. */
    boolean isCancelled();

    /** What the work is about to do, for a status line. */
    default void status(String text) {}

    /** @throws CancellationException if the user wants the work to end */
    default void check() {
        if (isCancelled()) throw new CancellationException("cancelled");
    }

    /** For a part of the work: it ends when the whole does, and does not tell how far it is. */
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
