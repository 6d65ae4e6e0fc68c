package hounsfield.work;

import hounsfield.standard.InsufficientMemoryException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Runs the same task for many indexes on several threads, and returns when all are done. The calling thread works too, so a
 * single processor or a single index costs no other thread.
 *
 * <p>Work within a task is part of the task's own: when the user cancels that, work inside ends as well, although a decoder
 * knows nothing of whom it decodes for. So a large frame does not keep the user waiting.
 */
public final class Workers {
    /** What the current thread works for; nothing outside of tasks. */
    private static final ThreadLocal<Run<?>> CURRENT = new ThreadLocal<>();

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
     * For long work that has no {@link Progress} of its own.
     *
     * @throws CancellationException if the current thread's task is part of work that the user has cancelled
     */
    public static void check() {
        Run<?> current = CURRENT.get();
        if (current != null) current.check();
    }

    /**
     * Runs {@code task} on all processors for 0 to {@code count - 1}, about in that order. Tells {@code progress} after each; ends early
     * when it is cancelled, or what the calling thread works for, when that thread is interrupted (its interrupt status stays
     * set), or when a task fails.
     *
     * @throws X the first failure, later ones suppressed in it; no task runs any more by then
     * @throws InsufficientMemoryException if a task used up Java's memory
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
        Run<X> run = new Run<>(count, progress, newTask, CURRENT.get());
        run.check();
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
        run.check();
    }

    private static final class Run<X extends Exception> {
        private final int count;
        private final Progress progress;
        private final Supplier<? extends Task<X>> newTask;
        private final Run<?> whole;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private volatile boolean stopped;

        /** @param whole what this is part of, null if of nothing */
        Run(int count, Progress progress, Supplier<? extends Task<X>> newTask, Run<?> whole) {
            this.count = count;
            this.progress = progress;
            this.newTask = newTask;
            this.whole = whole;
        }

        boolean isCancelled() {
            return progress.isCancelled() || whole != null && whole.isCancelled();
        }

        void check() {
            if (isCancelled()) throw new CancellationException("cancelled");
        }

        void work() {
            CURRENT.set(this);
            try {
                Task<X> task = newTask.get();
                while (!stopped && !isCancelled()) {
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
            } finally {
                if (whole == null) CURRENT.remove();
                else CURRENT.set(whole);
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
            // By now no task runs any more, and what they had allocated is free again.
            if (thrown instanceof OutOfMemoryError memory) throw new InsufficientMemoryException(memory);
            if (thrown instanceof RuntimeException) throw (RuntimeException) thrown;
            if (thrown instanceof Error) throw (Error) thrown;
            if (thrown != null) throw (X) thrown;
        }
    }
}
