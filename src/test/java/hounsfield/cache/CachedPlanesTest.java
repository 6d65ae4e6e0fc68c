package hounsfield.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CachedPlanesTest {
    private static final int COUNT = 40;
    private static final int BYTES = 400;

    private final PlaneCache cache = new PlaneCache(20 * BYTES);
    private final List<Integer> loads = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> aheads = Collections.synchronizedList(new ArrayList<>());

    /** Planes that contain their index. Plane 13 is damaged. */
    private class Numbers implements CachedPlanes.Loader<int[], IOException> {
        @Override
        public int[] load(int plane, Progress progress) throws IOException {
            loads.add(plane);
            if (plane == 13) throw new IOException("damaged");
            return made(plane);
        }

        @Override
        public Optional<int[]> loadAhead(int plane, Progress progress) {
            aheads.add(plane);
            return plane == 13 ? Optional.empty() : Optional.of(made(plane));
        }
    }

    private static int[] made(int plane) {
        int[] made = new int[BYTES / Integer.BYTES];
        Arrays.fill(made, plane);
        return made;
    }

    private CachedPlanes<int[], IOException> planes(CachedPlanes.Loader<int[], IOException> loader) {
        return new CachedPlanes<>(cache, COUNT, BYTES, loader);
    }

    @Test
    void planesAreDecodedOnce() throws IOException {
        CachedPlanes<int[], IOException> planes = planes(new Numbers());
        int[] third = planes.get(3, Progress.NONE);
        assertArrayEquals(made(3), third);
        assertSame(third, planes.get(3, Progress.NONE));
        assertThrows(IOException.class, () -> planes.get(13, Progress.NONE));
        assertThrows(IOException.class, () -> planes.get(13, Progress.NONE));
        planes.release();
        assertNotSame(third, planes.get(3, Progress.NONE));
        assertEquals(List.of(3, 13, 13, 3), loads);
    }

    @Test
    void withoutACacheEachRequestDecodes() throws IOException {
        CachedPlanes<int[], IOException> planes = planes(new Numbers());
        assertTrue(planes.isCaching());
        cache.setLimit(BYTES);
        assertFalse(planes.isCaching());
        assertNotSame(planes.get(3, Progress.NONE), planes.get(3, Progress.NONE));
        for (int i = 0; i < 10; i++) planes.shown(i);
        assertEquals(List.of(3, 3), loads);
        assertEquals(List.of(), aheads);
    }

    @Test
    void threadsThatRequestAPlaneAtOnceShareIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CachedPlanes<int[], IOException> planes = planes((plane, progress) -> {
            loads.add(plane);
            begun.countDown();
            waitFor(go);
            return made(plane);
        });
        List<int[]> got = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) threads.add(new Thread(() -> got.add(get(planes, 5, Progress.NONE))));
        threads.forEach(Thread::start);
        waitFor(begun);
        // A user who cancels does not wait for the others, nor does a thread that is interrupted.
        Progress canceled = new hounsfield.testing.Impatient(1);
        assertThrows(CancellationException.class, () -> planes.get(5, canceled));
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> planes.get(5, Progress.NONE));
        assertTrue(Thread.interrupted());
        go.countDown();
        for (Thread thread : threads) thread.join();
        assertEquals(List.of(5), loads);
        assertEquals(4, got.size());
        for (int[] each : got) assertSame(got.get(0), each);
    }

    /** A request that waited for another one, which fails, decodes the plane itself, and reports its own failure. */
    @Test
    void failureOfOneRequestIsNotThatOfAnother() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CachedPlanes<int[], IOException> planes = planes((plane, progress) -> {
            loads.add(plane);
            if (loads.size() > 1) return made(plane);
            begun.countDown();
            waitFor(go);
            throw new CancellationException("the first user pressed Esc");
        });
        Thread first = new Thread(() -> assertThrows(CancellationException.class, () -> planes.get(5, Progress.NONE)));
        first.start();
        waitFor(begun);
        List<int[]> got = Collections.synchronizedList(new ArrayList<>());
        Thread second = new Thread(() -> got.add(get(planes, 5, Progress.NONE)));
        second.start();
        while (second.getState() != Thread.State.TIMED_WAITING) Thread.sleep(1);
        go.countDown();
        first.join();
        second.join();
        assertArrayEquals(made(5), got.get(0));
    }

    @Test
    void cacheYieldsToDecoding() throws IOException {
        CachedPlanes<int[], IOException> planes = planes((plane, progress) -> {
            loads.add(plane);
            if (plane == 9 && cache.size() > 0) throw new OutOfMemoryError("test");
            if (plane == 10) throw new OutOfMemoryError("test");
            return made(plane);
        });
        for (int plane = 0; plane < 10; plane++) assertArrayEquals(made(plane), planes.get(plane, Progress.NONE));
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9), loads);
        assertEquals(BYTES, cache.size());
        assertThrows(OutOfMemoryError.class, () -> planes.get(10, Progress.NONE));
        assertEquals(0, cache.size());
    }

    @Test
    void nextPlanesAreDecodedAheadAfterTwoStepsInOneDirection() throws Exception {
        CachedPlanes<int[], IOException> planes = planes(new Numbers());
        show(planes, 20, 21);
        assertNoThread();
        assertEquals(List.of(), aheads);
        show(planes, 22);
        awaitAheads(List.of(23, 24, 25, 26));
        show(planes, 23);
        awaitAheads(List.of(23, 24, 25, 26, 27));
        assertEquals(List.of(20, 21, 22), loads);
        // Backward, the first step is a change of direction; 21 and 22 are in the cache.
        show(planes, 22);
        show(planes, 21);
        awaitAheads(List.of(23, 24, 25, 26, 27, 19, 18, 17));
        assertEquals(List.of(20, 21, 22), loads);
    }

    /** Slices of a channel of a hyperstack are several planes apart. */
    @Test
    void stepsMayBeLongerThanOne() throws Exception {
        CachedPlanes<int[], IOException> planes = planes(new Numbers());
        show(planes, 30, 33, 36);
        awaitAheads(List.of(39));
        planes.release();
        show(planes, 0, 2, 4);
        awaitAheads(List.of(39, 6, 8, 10, 12));
    }

    @Test
    void damagedPlanesAreLeftForTheirRequest() throws Exception {
        CachedPlanes<int[], IOException> planes = planes(new Numbers());
        show(planes, 9, 10, 11);
        awaitAheads(List.of(12, 13, 14, 15));
        show(planes, 12);
        awaitAheads(List.of(12, 13, 14, 15, 16));
        assertThrows(IOException.class, () -> planes.get(13, Progress.NONE));
    }

    @Test
    void jumpsCancelTheDecodingAhead() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch canceled = new CountDownLatch(1);
        CachedPlanes<int[], IOException> planes = planes(new Numbers() {
            @Override
            public Optional<int[]> loadAhead(int plane, Progress progress) {
                aheads.add(plane);
                begun.countDown();
                while (!progress.isCancelled()) Thread.onSpinWait();
                canceled.countDown();
                throw new CancellationException();
            }
        });
        show(planes, 0, 1, 2);
        waitFor(begun);
        show(planes, 30);
        waitFor(canceled);
        assertNoThread();
        assertEquals(List.of(3), aheads);
        assertArrayEquals(made(3), planes.get(3, Progress.NONE));
    }

    @Test
    void planesThatARequestWaitedForReachTheCache() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch waits = new CountDownLatch(1);
        CachedPlanes<int[], IOException> planes = planes(new Numbers() {
            @Override
            public Optional<int[]> loadAhead(int plane, Progress progress) {
                if (plane != 3) return Optional.empty();
                begun.countDown();
                waitFor(waits);
                return Optional.of(made(plane));
            }
        });
        show(planes, 0, 1, 2);
        waitFor(begun);
        Progress waiting = new Progress() {
            @Override
            public void update(long done, long total) {}

            @Override
            public boolean isCancelled() {
                waits.countDown();
                return false;
            }
        };
        assertArrayEquals(made(3), planes.get(3, waiting));
        assertEquals(List.of(0, 1, 2), loads);
        assertEquals(4 * BYTES, cache.size());
        planes.release();
        assertNoThread();
    }

    @Test
    void closedImagesLeaveNoThreadAndNoPlane() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CachedPlanes<int[], IOException> planes = planes(new Numbers() {
            @Override
            public Optional<int[]> loadAhead(int plane, Progress progress) {
                begun.countDown();
                while (!progress.isCancelled()) Thread.onSpinWait();
                return Optional.of(made(plane));
            }
        });
        show(planes, 0, 1, 2);
        waitFor(begun);
        assertTrue(isThread());
        planes.release();
        assertNoThread();
        assertEquals(0, cache.size());
    }

    @Test
    void memoryThatIsUsedUpEndsTheDecodingAhead() throws Exception {
        CachedPlanes<int[], IOException> planes = planes(new Numbers() {
            @Override
            public Optional<int[]> loadAhead(int plane, Progress progress) {
                aheads.add(plane);
                throw new OutOfMemoryError("test");
            }
        });
        show(planes, 0, 1, 2);
        awaitAheads(List.of(3));
        assertNoThread();
        assertEquals(List.of(3), aheads);
        assertEquals(0, cache.size());
    }

    private static void show(CachedPlanes<int[], IOException> planes, int... indexes) throws IOException {
        for (int plane : indexes) {
            assertArrayEquals(made(plane), planes.get(plane, Progress.NONE));
            planes.shown(plane);
        }
    }

    /** Waits until these planes, and no others, are decoded ahead. */
    private void awaitAheads(List<Integer> expected) throws InterruptedException {
        while (aheads.size() < expected.size()) Thread.sleep(1);
        Thread.sleep(20);
        assertEquals(expected, List.copyOf(aheads));
    }

    private static int[] get(CachedPlanes<int[], IOException> planes, int plane, Progress progress) {
        try {
            return planes.get(plane, progress);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(ReadAhead.THREAD));
    }

    private static void assertNoThread() throws InterruptedException {
        for (int i = 0; i < 500 && isThread(); i++) Thread.sleep(10);
        assertFalse(isThread(), "the thread goes on");
    }
}
