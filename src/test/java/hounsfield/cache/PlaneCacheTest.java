package hounsfield.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.error.InsufficientMemoryException;
import hounsfield.standard.error.Memory;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaneCacheTest {
    private static final int BYTES = 1000;

    private final PlaneCache cache = new PlaneCache(10 * BYTES);

    private void fill(PlaneCache.Owner owner, int count) {
        for (int i = 0; i < count; i++) cache.put(owner, i, new byte[BYTES], 1, BYTES);
    }

    @Test
    void sizeStaysBelowTheLimit() {
        PlaneCache.Owner owner = cache.owner(this);
        fill(owner, 100);
        assertTrue(cache.size() <= 10 * BYTES, () -> cache.size() + " bytes");
        assertTrue(cache.size() >= 5 * BYTES, () -> cache.size() + " bytes");
        cache.setLimit(3 * BYTES);
        assertTrue(cache.size() <= 3 * BYTES, () -> cache.size() + " bytes");
        cache.setLimit(0);
        assertEquals(0, cache.size());
        fill(owner, 1);
        assertNull(cache.get(owner, 0));
        assertThrows(IllegalArgumentException.class, () -> cache.setLimit(-1));
    }

    @Test
    void planesOfImagesAreApart() {
        Object other = new Object();
        PlaneCache.Owner first = cache.owner(this);
        PlaneCache.Owner second = cache.owner(other);
        cache.put(first, 0, "first", 1, BYTES);
        cache.put(second, 0, "second", 1, BYTES);
        assertEquals("first", cache.get(first, 0));
        assertEquals("second", cache.get(second, 0));
        cache.remove(first);
        assertNull(cache.get(first, 0));
        assertNotNull(cache.get(second, 0));
        assertEquals(BYTES, cache.size());
    }

    @Test
    void planesOfCollectedImagesAreRemoved() throws InterruptedException {
        Object image = new Object();
        WeakReference<Object> gone = new WeakReference<>(image);
        fill(cache.owner(image), 5);
        assertEquals(5 * BYTES, cache.size());
        image = null;
        for (int i = 0; i < 100 && (gone.get() != null || cache.size() > 0); i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertEquals(0, cache.size());
    }

    /** An operation that does not fit makes the shared cache yield before it is refused. */
    @Test
    void sharedCacheYieldsWhenMemoryIsShort() {
        PlaneCache shared = PlaneCache.shared();
        long limit = Math.min(256L << 20, (Runtime.getRuntime().maxMemory() - (128L << 20)) / 8);
        assertEquals(limit, shared.limit());
        PlaneCache.Owner owner = shared.owner(this);
        shared.put(owner, 0, new byte[BYTES], 1, BYTES);
        Memory.require("an image", new Memory.Need(1, BYTES), List.of());
        assertNotNull(shared.get(owner, 0));
        Memory.Need much = new Memory.Need(1 << 20, 1 << 20);
        assertThrows(InsufficientMemoryException.class, () -> Memory.require("an image", much, List.of()));
        assertNull(shared.get(owner, 0));
        shared.put(owner, 0, new byte[BYTES], 1, BYTES);
        assertThrows(
                InsufficientMemoryException.class,
                () -> Memory.guarded(() -> {
                    throw new OutOfMemoryError();
                }));
        assertNull(shared.get(owner, 0));
    }
}
