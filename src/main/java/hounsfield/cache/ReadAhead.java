package hounsfield.cache;

import hounsfield.standard.error.Memory;
import hounsfield.work.BackgroundThread;
import hounsfield.work.Progress;
import java.util.BitSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Decodes the planes that a user will probably look at next: after two steps in one direction, a few more planes at the
 * distance of the last step. A step in the other direction or a long step ends it. All images share one thread of low
 * priority, which ends after a second without work. Nothing is read ahead when memory is short.
 */
final class ReadAhead {
    /** Number of planes that are decoded ahead. */
    static final int PLANES = 4;

    static final String THREAD = "hounsfield-read-ahead";
    /** A step is a jump, which ends reading ahead, if it is longer than the last one by this factor. */
    private static final int JUMP = 4;

    /** Multiple of a plane's size that decoding may need. */
    private static final int SCRATCH = 3;

    private static final ThreadPoolExecutor EXECUTOR =
            BackgroundThread.of(THREAD, Thread.NORM_PRIORITY - 2, new LinkedBlockingQueue<>());

    private final CachedPlanes<?, ?> planes;
    private int last = -1;
    private int step;
    /** Number of steps in the direction of {@link #step}. */
    private int steps;

    /** Whether {@link #work} runs or is going to. */
    private boolean running;
    /** Planes that cannot be decoded. */
    private final BitSet failed = new BitSet();

    ReadAhead(CachedPlanes<?, ?> planes) {
        this.planes = planes;
    }

    /** Receives the plane that is shown. */
    synchronized void shown(int plane) {
        if (plane == last) return;
        int next = last < 0 ? 0 : plane - last;
        boolean onward = steps > 0 && Integer.signum(next) == Integer.signum(step);
        if (onward && Math.abs(next) <= JUMP * Math.abs(step)) steps++;
        else steps = next == 0 ? 0 : 1;
        last = plane;
        step = next;
        planes.dropFetched(this::isWanted);
        if (running || next() < 0) return;
        running = true;
        EXECUTOR.execute(this::work);
    }

    /** Ends the work in the background, until there are two steps in one direction again. */
    synchronized void stop() {
        last = -1;
        steps = 0;
        planes.discardFetched();
    }

    private void work() {
        for (int plane = begin(); plane >= 0; plane = begin()) {
            if (!planes.fetch(plane, whileWanted(plane))) fail(plane);
            end();
        }
    }

    private Progress whileWanted(int plane) {
        return new Progress() {
            @Override
            public void update(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return !isWanted(plane);
            }
        };
    }

    /** Returns the plane to decode now; if there is none, marks the work as ended and returns -1. */
    private synchronized int begin() {
        boolean ample = Memory.isAmple(new Memory.Need(SCRATCH, planes.bytes()));
        int plane = ample ? next() : -1;
        running = plane >= 0;
        return plane;
    }

    /** Drops a plane that is not wanted any more. */
    private synchronized void end() {
        if (steps < 2) planes.discardFetched();
        else planes.dropFetched(this::isWanted);
    }

    private synchronized void fail(int plane) {
        failed.set(plane);
    }

    /** Returns the nearest plane ahead that is not decoded yet; -1 if there is none. */
    private int next() {
        if (steps < 2) return -1;
        for (int i = 1; i <= PLANES; i++) {
            int plane = last + i * step;
            if (plane < 0 || plane >= planes.count()) return -1;
            if (!failed.get(plane) && !planes.isComing(plane)) return plane;
        }
        return -1;
    }

    /** Returns whether the user looks at a plane, or will probably do so soon. */
    private synchronized boolean isWanted(int plane) {
        if (steps < 2) return false;
        int distance = plane - last;
        return distance % step == 0 && distance / step >= 0 && distance / step <= PLANES;
    }
}
