package hounsfield.testing;

import hounsfield.work.Progress;
import java.util.concurrent.atomic.AtomicInteger;

/** A user who cancels at the n-th question. */
public final class Impatient implements Progress {
    private final AtomicInteger left;

    /** @param patience how often {@link #isCancelled} is false, 0 for never */
    public Impatient(int patience) {
        left = new AtomicInteger(patience);
    }

    @Override
    public void update(long done, long total) {}

    @Override
    public boolean isCancelled() {
        return left.getAndDecrement() <= 0;
    }
}
