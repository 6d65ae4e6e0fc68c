package hounsfield.imagej.view;

import hounsfield.work.BackgroundThread;
import hounsfield.work.Progress;
import ij.IJ;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs the computations of a preview in a background thread. A new request cancels the previous one. */
final class PreviewExecutor implements AutoCloseable {
    /** A computation for a preview. */
    @FunctionalInterface
    interface Work {
        /**
         * @param progress cancelled by the next request
         * @throws IllegalArgumentException with a message for the status line
         */
        void run(Progress progress);
    }

    private final ExecutorService worker =
            BackgroundThread.of("preview", Thread.NORM_PRIORITY, new LinkedBlockingQueue<>());
    private final AtomicInteger latest = new AtomicInteger();

    /** Cancels the running request and starts another. */
    void begin(Work work) {
        int request = latest.incrementAndGet();
        Progress untilNext = new Progress() {
            @Override
            public void update(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return request != latest.get();
            }
        };
        worker.execute(() -> {
            if (untilNext.isCancelled()) return;
            try {
                work.run(untilNext);
            } catch (CancellationException e) {
                // A later request replaced this one.
            } catch (IllegalArgumentException e) {
                IJ.showStatus("Preview: " + e.getMessage());
            }
        });
    }

    /** Cancels the running request, runs {@code last} after it and waits until that is complete. */
    void end(Runnable last) {
        latest.incrementAndGet();
        try {
            worker.submit(last).get(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
