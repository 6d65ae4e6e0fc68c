package hounsfield.work;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Makes single daemon threads for work behind a window or a cache. */
public final class BackgroundThread {
    private static final int SECONDS_IDLE = 1;

    private BackgroundThread() {}

    /**
     * Returns an executor with a single daemon thread, which ends after one second without work.
     *
     * @param name of the thread
     * @param priority the priority for {@link Thread#setPriority}
     * @param queue decides which task is next
     * @return the executor
     */
    public static ThreadPoolExecutor of(String name, int priority, BlockingQueue<Runnable> queue) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, SECONDS_IDLE, TimeUnit.SECONDS, queue, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setPriority(priority);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
