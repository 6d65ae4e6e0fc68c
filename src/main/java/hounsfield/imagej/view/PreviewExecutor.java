package hounsfield.imagej.view;

import hounsfield.work.Progress;
import ij.IJ;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** What a preview has to work out, in a thread of its own; only the last request counts. */
final class PreviewExecutor implements AutoCloseable {
    /** A request. */
    @FunctionalInterface
    interface Work {
        /**
         * @param progress cancelled by the next request
         * @throws IllegalArgumentException whose message the status line is to tell
         */
        void run(Progress progress);
    }

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "preview");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger latest = new AtomicInteger();

    /** Ends what is under way and begins with this. */
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
                // a later request came
            } catch (IllegalArgumentException e) {
                IJ.showStatus("Preview: " + e.getMessage());
            }
        });
    }

    /** Ends what is under way and waits until this is done as well. */
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
