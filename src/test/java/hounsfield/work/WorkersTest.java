package hounsfield.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.testing.Impatient;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkersTest {
    @Test
    void everyIndexRunsOnceAndIsCounted() {
        AtomicIntegerArray runs = new AtomicIntegerArray(1000);
        AtomicLong updates = new AtomicLong();
        Workers.forEach(
                1000,
                new Progress() {
                    @Override
                    public void update(long done, long total) {
                        updates.incrementAndGet();
                        assertEquals(1000, total);
                    }

                    @Override
                    public boolean isCancelled() {
                        return false;
                    }
                },
                runs::incrementAndGet);
        for (int i = 0; i < 1000; i++) assertEquals(1, runs.get(i));
        assertEquals(1000, updates.get());
        Workers.forEach(0, Progress.NONE, index -> {
            throw new AssertionError();
        });
    }

    /** As many threads as the caller says, each with a task of its own, even if there are more processors. */
    @Test
    void callerChoosesThreads() {
        for (int threads = 1; threads <= 3; threads++) {
            AtomicInteger made = new AtomicInteger();
            AtomicIntegerArray runs = new AtomicIntegerArray(1000);
            Workers.<RuntimeException>forEach(threads, 1000, Progress.NONE, () -> {
                made.incrementAndGet();
                return runs::incrementAndGet;
            });
            assertEquals(threads, made.get());
            for (int i = 0; i < 1000; i++) assertEquals(1, runs.get(i));
        }
    }

    @Test
    void firstFailureEndsTheWorkAndComesOutAsItIs() {
        IOException failure = new IOException("third");
        AtomicInteger runs = new AtomicInteger();
        IOException thrown = assertThrows(
                IOException.class,
                () -> Workers.forEach(1_000_000, Progress.NONE, index -> {
                    if (index == 3) throw failure;
                    runs.incrementAndGet();
                }));
        assertSame(failure, thrown);
        assertTrue(runs.get() < 1_000_000);
    }

    @Test
    void cancellingEndsTheWork() {
        AtomicInteger runs = new AtomicInteger();
        Progress afterTen = new Progress() {
            @Override
            public void update(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return runs.get() >= 10;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> Workers.forEach(1_000_000, afterTen, index -> runs.incrementAndGet()));
        assertTrue(runs.get() < 10 + 2 * Workers.parallelism(), runs + " ran");
    }

    /** A decoder of code-blocks, for example. */
    @Test
    void cancellingEndsTheWorkWithinATaskAsWell() {
        AtomicInteger runs = new AtomicInteger();
        Workers.Task<RuntimeException> inner = index -> runs.incrementAndGet();
        for (int threads = 1; threads <= 3; threads++) {
            int used = threads;
            runs.set(0);
            assertThrows(CancellationException.class, () -> {
                Progress whole = new Impatient(20);
                Workers.forEach(1, whole, index -> Workers.forEach(used, 1_000_000, whole.ofPart(), () -> inner));
            });
            assertTrue(runs.get() < 20, runs + " ran");
        }
    }

    /** Otherwise the caller would wait until the other threads finish their tasks. */
    @Test
    @Timeout(20)
    void interruptingTheCallerInterruptsTheTasksOfAllThreads() {
        CountDownLatch begun = new CountDownLatch(2);
        AtomicInteger interrupted = new AtomicInteger();
        Thread caller = Thread.currentThread();
        try {
            assertThrows(
                    CancellationException.class,
                    () -> Workers.<RuntimeException>forEach(2, 2, Progress.NONE, () -> index -> {
                        begun.countDown();
                        try {
                            begun.await();
                            caller.interrupt();
                            Thread.sleep(600_000);
                        } catch (InterruptedException e) {
                            interrupted.incrementAndGet();
                            Thread.currentThread().interrupt();
                            throw new CancellationException("interrupted");
                        }
                    }));
        } finally {
            Thread.interrupted();
        }
        assertEquals(2, interrupted.get());
    }

    @Test
    void workGoesOnWherePartOfItIsCancelled() {
        AtomicInteger runs = new AtomicInteger();
        Workers.forEach(10, Progress.NONE, index -> {
            assertThrows(CancellationException.class, () -> Workers.forEach(1000, new Impatient(5), part -> {}));
            runs.incrementAndGet();
        });
        assertEquals(10, runs.get());
    }

    @Test
    void interruptEndsTheWorkAndStaysSet() {
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> Workers.forEach(1_000_000, Progress.NONE, index -> {}));
        assertTrue(Thread.interrupted());
    }
}
