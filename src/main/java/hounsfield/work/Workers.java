package hounsfield.work;

import hounsfield.standard.error.InsufficientMemoryException;
import hounsfield.standard.error.Memory;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Runs a task for many indexes on several threads, and returns when all are done. The calling thread takes part, so a
 * single processor or index starts no thread.
 *
 * <p>A task that calls this again passes the {@link Progress#ofPart()} of its work, so that the user cancels both.
 */
public final class Workers {
    private Workers() {}

    /**
     * One step of the work. It is called from many threads, once per index.
     *
     * @param <X> the type of its failure
     */
    @FunctionalInterface
    public interface Task<X extends Exception> {
        /**
         * Runs the step.
         *
         * @param index from 0
         * @throws X if it fails
         */
        void run(int index) throws X;
    }

    /** {@return the number of threads that run at once} */
    public static int parallelism() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Runs {@code task} for 0 to {@code count - 1}, roughly in that order, on all processors. Reports progress after
     * each index. Ends early if the user cancels, if the calling thread is interrupted (its interrupt status stays set,
     * and the threads of the other tasks are interrupted as well), or if a task fails.
     *
     * @param count number of indexes
     * @param progress receives progress, and can cancel
     * @param task the step for each index
     * @param <X> the type of its failure
     * @throws X the first failure, with later ones suppressed in it; all threads have ended by then
     * @throws InsufficientMemoryException if a task exhausts Java's memory
     * @throws CancellationException if the user or an interrupt ended the work
     */
    public static <X extends Exception> void forEach(int count, Progress progress, Task<X> task) throws X {
        forEach(parallelism(), count, progress, () -> task);
    }

    /**
     * Runs tasks on a given number of threads; otherwise like {@link #forEach(int, Progress, Task)}.
     *
     * @param threads number of threads, 1 for the calling thread only
     * @param count number of indexes
     * @param progress receives progress, and can cancel
     * @param newTask creates one task per thread, so that tasks can reuse scratch memory
     * @param <X> the type of their failure
     * @throws X the first failure, with later ones suppressed in it
     */
    public static <X extends Exception> void forEach(
            int threads, int count, Progress progress, Supplier<? extends Task<X>> newTask) throws X {
        Run<X> run = new Run<>(count, progress, newTask);
        progress.check();
        Thread[] helpers = new Thread[Math.max(0, Math.min(threads, count) - 1)];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Thread(run::work, "hounsfield-worker-" + (i + 1));
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
        run.work();
        boolean interrupted = run.join(helpers);
        if (interrupted) Thread.currentThread().interrupt();
        run.rethrow();
        if (interrupted) throw new CancellationException("interrupted");
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

        /**
         * Waits until all other threads have ended; returns whether the calling thread was interrupted before or
         * meanwhile.
         */
        boolean join(Thread[] helpers) {
            boolean interrupted = Thread.interrupted();
            if (interrupted) stop(helpers);
            for (Thread helper : helpers) {
                while (helper.isAlive()) {
                    try {
                        helper.join();
                    } catch (InterruptedException e) {
                        interrupted = true;
                        stop(helpers);
                    }
                }
            }
            return interrupted;
        }

        private void stop(Thread[] helpers) {
            stopped = true;
            for (Thread helper : helpers) helper.interrupt();
        }

        @SuppressWarnings("unchecked") // Tasks throw no checked exception except X.
        void rethrow() throws X {
            Throwable thrown = failure.get();
            // All tasks have ended, and their memory is free again.
            if (thrown instanceof OutOfMemoryError memory) throw Memory.usedUp(memory);
            if (thrown instanceof RuntimeException) throw (RuntimeException) thrown;
            if (thrown instanceof Error) throw (Error) thrown;
            if (thrown != null) throw (X) thrown;
        }
    }
}
