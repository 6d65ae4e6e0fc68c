package hounsfield.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hounsfield.standard.error.Memory;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The decoded planes of all images whose frames are decoded on access. Their total size is bounded; the planes that are
 * used least are removed first. The planes of an image are removed when it is closed or garbage-collected, and all are
 * removed when memory is short. Safe for many threads; has no thread of its own.
 */
public final class PlaneCache {
    /** The system property with the limit of the shared cache [MiB]; 0 for no cache. */
    public static final String PROPERTY = "hounsfield.cache";

    private static final long MIB = 1 << 20;
    /** The largest default limit [bytes]. */
    private static final long MOST = 256 * MIB;
    /** The default limit is this fraction of the heap above {@link #SPARED}. */
    private static final int PART_OF_HEAP = 8;
    /**
     * The part of the heap that decoding needs [bytes]. In a smaller heap, a cache costs more in garbage collection
     * than it saves in decoding.
     */
    private static final long SPARED = 128 * MIB;

    private static final PlaneCache SHARED = new PlaneCache(standardLimit());

    static {
        Memory.whenShort(SHARED::clear);
    }

    private final Cache<Key, Entry> entries;
    /** A copy of the limit, because Caffeine locks the cache to return its own. */
    private volatile long limit;

    private final Set<Reference<?>> owners = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    /** Identifies the planes of one image; compared by identity. */
    static final class Owner {}

    private record Key(Owner owner, int plane) {}

    /** @param kept planes as {@link PackedPlanes} keeps them */
    private record Entry(Object kept, int bytes) {}

    /** Queued when the image of an owner was garbage-collected. */
    private static final class Watch extends PhantomReference<Object> {
        private final Owner owner;

        Watch(Object image, Owner owner, ReferenceQueue<Object> queue) {
            super(image, queue);
            this.owner = owner;
        }
    }

    /**
     * Creates a cache.
     *
     * @param limit total size of the arrays [bytes]; 0 for no cache
     */
    PlaneCache(long limit) {
        this.limit = limit;
        entries = Caffeine.newBuilder()
                .maximumWeight(limit)
                .weigher((Key key, Entry entry) -> entry.bytes)
                .executor(Runnable::run)
                .build();
    }

    /** {@return the cache of all images of this JVM} */
    public static PlaneCache shared() {
        return SHARED;
    }

    /**
     * Returns the limit that the system property sets, otherwise an eighth of the heap above 128 MiB, at most 256 MiB.
     */
    private static long standardLimit() {
        long heap = Runtime.getRuntime().maxMemory();
        long limit = Math.min(MOST, Math.max(0, heap - SPARED) / PART_OF_HEAP);
        String given = System.getProperty(PROPERTY, "").strip();
        try {
            return given.isEmpty() ? limit : Math.max(0, (long) (Double.parseDouble(given) * MIB));
        } catch (NumberFormatException e) {
            return limit;
        }
    }

    /** {@return the maximum total size of the arrays [bytes]} */
    public long limit() {
        return limit;
    }

    /**
     * Changes the limit. Planes that do not fit any more are removed.
     *
     * @param bytes maximum total size of the arrays; 0 for no cache
     * @throws IllegalArgumentException if the number is negative
     */
    public void setLimit(long bytes) {
        if (bytes < 0) throw new IllegalArgumentException("a cache of " + bytes + " bytes");
        limit = bytes;
        entries.policy().eviction().orElseThrow().setMaximum(bytes);
        entries.cleanUp();
    }

    /** {@return the total size of the arrays in the cache [bytes]} */
    public long size() {
        removeCollected();
        entries.cleanUp();
        return entries.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    /** Removes all planes. Images decode them again when they are requested. */
    public void clear() {
        entries.invalidateAll();
    }

    /** Returns whether several planes of this size fit. */
    boolean holds(int planes, long bytes) {
        return bytes <= Integer.MAX_VALUE && planes * bytes <= limit;
    }

    /** Returns a new owner, whose planes are removed when the image is garbage-collected. */
    Owner owner(Object image) {
        Owner owner = new Owner();
        owners.add(new Watch(image, owner, collected));
        return owner;
    }

    /** Returns a plane, in new arrays if it was packed; {@code null} if it is not in the cache. */
    Object get(Owner owner, int plane) {
        Entry entry = entries.getIfPresent(new Key(owner, plane));
        return entry == null ? null : PackedPlanes.unpack(entry.kept);
    }

    /** Returns whether a plane is in the cache, without counting that as a use. */
    boolean contains(Owner owner, int plane) {
        return entries.asMap().containsKey(new Key(owner, plane));
    }

    /**
     * Keeps a plane.
     *
     * @param count number of planes of the image; only those of an image that does not fit as a whole are packed, since
     *     unpacking takes longer than handing out an array
     * @param bytes size of each
     */
    void put(Owner owner, int plane, Object planes, int count, long bytes) {
        removeCollected();
        if (!holds(1, bytes)) return;
        Object kept = holds(count, bytes) ? planes : PackedPlanes.pack(planes);
        entries.put(new Key(owner, plane), new Entry(kept, (int) PackedPlanes.bytes(kept, bytes)));
    }

    /** Removes the planes of an image. */
    void remove(Owner owner) {
        entries.asMap().keySet().removeIf(key -> key.owner == owner);
    }

    private void removeCollected() {
        for (Reference<?> next = collected.poll(); next != null; next = collected.poll()) {
            owners.remove(next);
            remove(((Watch) next).owner);
        }
    }
}
