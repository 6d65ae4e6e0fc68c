package hounsfield.planes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hounsfield.work.Progress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Fetched planes: how often they are fetched, and that results equal those of planes in memory. */
class LazyPlaneListTest {
    private static final int COUNT = 5;
    /** More than one tile of pixels in memory. */
    private static final int LENGTH = Tile.PIXELS + 1000;

    private final AtomicInteger fetches = new AtomicInteger();

    private Planes planes(float step) {
        return Planes.ofFloats(new LazyPlaneList<>(COUNT, LENGTH, plane -> {
            fetches.incrementAndGet();
            return draw(plane, step);
        }));
    }

    private static float[] draw(int plane, float step) {
        float[] values = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) values[i] = (i * 31 + plane) % 4001 * step;
        return values;
    }

    private static Planes inMemory(float step) {
        return Planes.ofFloats(List.of(draw(0, step), draw(1, step), draw(2, step), draw(3, step), draw(4, step)));
    }

    @Test
    void integersTakeOneLookAtEachPlane() {
        RankedValues values = RankedValues.of(planes(1), Selection.ALL, Limits.NONE, Progress.NONE);
        assertEquals(COUNT, fetches.get());
        assertSameRanks(values, 1);
        assertEquals(COUNT, fetches.get());
    }

    @Test
    void fractionsTakeAFewLooksAtEachPlane() {
        RankedValues values = RankedValues.of(planes(0.3f), Selection.ALL, Limits.NONE, Progress.NONE);
        assertSameRanks(values, 0.3f);
        // One fetch per thread to find that they are not integers, one to count, one to select.
        assertEquals(2 * COUNT, fetches.get(), Runtime.getRuntime().availableProcessors());
    }

    private static void assertSameRanks(RankedValues values, float step) {
        RankedValues expected = RankedValues.of(inMemory(step), Selection.ALL, Limits.NONE, Progress.NONE);
        long[] ranks = {0, 7, 1000, 500_000, values.size() - 1};
        assertEquals(expected.size(), values.size());
        assertArrayEquals(expected.at(ranks), values.at(ranks));
    }

    @Test
    void sizesAreKnownWithoutFetching() {
        Planes planes = planes(1);
        assertEquals(COUNT, planes.count());
        assertEquals(LENGTH, planes.length(3));
        assertEquals(COUNT, Tile.of(planes).size());
        assertFalse(planes.plane(2).inMemory());
        assertEquals(0, fetches.get());
        assertArrayEquals(draw(2, 1), planes.plane(2).values(0));
    }
}
