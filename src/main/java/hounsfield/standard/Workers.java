package hounsfield.standard;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Runs the same task for many indexes on several threads, and returns when all are done. The calling thread works too, so a
 * single processor or a single index costs no other thread.
 */
public final class Workers {
    private Workers() {}

    /** One piece of the work; called from many threads, once for each index. */
    @FunctionalInterface
    public interface Task<X extends Exception> {
        void run(int index) throws X;
    }

    /** How many threads work at once. */
    public static int parallelism() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Runs {@code task} on all processors for 0 to {@code count - 1}, about in that order. Tells {@code progress} after each; ends early
     * when it is cancelled, when the calling thread is interrupted (its interrupt status stays set), or when a task fails.
     *
     * @throws X the first failure, later ones suppressed in it; no task runs any more by then
     * @throws CancellationException if the user or an interrupt ended the work
     */
    public static <X extends Exception> void forEach(int count, Progress progress, Task<X> task) throws X {
        forEach(parallelism(), count, progress, () -> task);
    }

    /**
     * Runs tasks on a number of threads that the caller chooses; else as {@link #forEach(int, Progress, Task)}.
     *
     * @param threads how many threads work at once, 1 for the calling one alone
     * @param newTask makes one task for each thread, so that tasks may keep scratch memory
     */
    public static <X extends Exception> void forEach(
            int threads, int count, Progress progress, Supplier<? extends Task<X>> newTask) throws X {
        progress.check();
        Run<X> run = new Run<>(count, progress, newTask);
        Thread[] helpers = new Thread[Math.max(0, Math.min(threads, count) - 1)];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Thread(run::work, "hounsfield-worker-" + (i + 1));
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
        run.work();
        boolean interrupted = run.join(helpers);
        run.rethrow();
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        progress.check();
    }

    private static final class Run<X extends Exception> {
        private final int count;
        private final Progress progress;
        private final Supplier<? extends Task<X>> newTask;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private volatile boolean stopped;

        Run(int count, Progress progress, Supplier<? extends Task<X>> newTask) {
            this.count = count;
            this.progress = progress;
            this.newTask = newTask;
        }

        void work() {
            try {
                Task<X> task = newTask.get();
                while (!stopped && !progress.isCancelled()) {
                    if (Thread.currentThread().isInterrupted()) return;
                    int index = next.getAndIncrement();
                    if (index >= count) return;
                    task.run(index);
                    progress.update(done.incrementAndGet(), count);
                }
            } catch (Throwable e) {
                stopped = true;
                if (!failure.compareAndSet(null, e) && failure.get() != e) {
                    failure.get().addSuppressed(e);
                }
            }
        }

        /** Waits for all of them, whatever happens; returns whether the calling thread was interrupted before or meanwhile. */
        boolean join(Thread[] helpers) {
            boolean interrupted = Thread.interrupted();
            if (interrupted) stopped = true;
            for (Thread helper : helpers) {
                while (helper.isAlive()) {
                    try {
                        helper.join();
                    } catch (InterruptedException e) {
                        interrupted = true;
                        stopped = true;
                    }
                }
            }
            return interrupted;
        }

        @SuppressWarnings("unchecked") // a task throws nothing checked but X
        void rethrow() throws X {
            Throwable thrown = failure.get();
            if (thrown instanceof RuntimeException) throw (RuntimeException) thrown;
            if (thrown instanceof Error) throw (Error) thrown;
            if (thrown != null) throw (X) thrown;
        }
    }
}
