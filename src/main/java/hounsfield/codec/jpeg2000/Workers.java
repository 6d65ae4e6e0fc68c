package hounsfield.codec.jpeg2000;

import hounsfield.standard.DicomException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Spreads numbered tasks over threads; the calling one takes its share. */
final class Workers {
    /** One thread's part in the work. */
    interface Worker {
        void run(int task) throws DicomException;
    }

    private Workers() {}

    /**
     * Runs tasks 0 to {@code tasks - 1}, in no particular order if there are several threads.
     *
     * @param newWorker makes one worker for each thread, so that workers may keep scratch memory
     * @throws DicomException the first that a task throws; the tasks not yet begun are left
     */
    static void run(int threads, int tasks, Supplier<Worker> newWorker) throws DicomException {
        int used = Math.min(threads, tasks);
        if (used <= 1) {
            Worker worker = newWorker.get();
            for (int task = 0; task < tasks; task++) worker.run(task);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable share = () -> {
            try {
                Worker worker = newWorker.get();
                for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
                    if (failure.get() != null) return;
                    worker.run(task);
                }
            } catch (DicomException | RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < used; i++) {
            Thread helper = new Thread(share, "jpeg2000-" + i);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        share.run();
        join(helpers);
        rethrow(failure.get());
    }

    /** Waits for all, since they write into the caller's arrays; an interrupt stays for the caller to see. */
    private static void join(List<Thread> helpers) {
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (true) {
                try {
                    helper.join();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private static void rethrow(Throwable failure) throws DicomException {
        if (failure instanceof DicomException problem) throw problem;
        if (failure instanceof RuntimeException problem) throw problem;
        if (failure instanceof Error problem) throw problem;
    }
}
