package hounsfield.cache;

import hounsfield.standard.error.InsufficientMemoryException;
import hounsfield.work.Progress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;

/**
 * The planes of one image, decoded on access and kept in a {@link PlaneCache}. A plane that several threads request at once
 * is decoded once. Safe for many threads.
 *
 * @param <T> what a plane is: an array, or the arrays of its channels
 * @param <X> the failure of the decoding
 */
public final class CachedPlanes<T, X extends Exception> {
    /** Time between two checks whether the user cancelled [ms]. */
    private static final long PATIENCE = 20;

    /**
     * Decodes planes. Called from many threads.
     *
     * @param <T> what a plane is
     * @param <X> the failure
     */
    public interface Loader<T, X extends Exception> {
        /**
         * Decodes a plane that was requested.
         *
         * @param plane counted from 0
         * @param progress can cancel
         * @return the plane
         * @throws X if it cannot be decoded
         */
        T load(int plane, Progress progress) throws X;

        /**
         * Decodes a plane that was not requested yet. Reports nothing.
         *
         * @param plane counted from 0
         * @param progress can cancel
         * @return the plane; empty if it is damaged
         * @throws X if it cannot be decoded
         */
        default Optional<T> loadAhead(int plane, Progress progress) throws X {
            return Optional.of(load(plane, progress));
        }
    }

    private final PlaneCache cache;
    private final PlaneCache.Owner owner;
    private final int count;
    private final long bytes;
    private final Loader<T, X> loader;
    private final ConcurrentHashMap<Integer, CompletableFuture<T>> loading = new ConcurrentHashMap<>();
    /**
     * A few planes that were decoded ahead. The cache itself would remove them at once in favor of planes that were used
     * before.
     */
    private final Map<Integer, T> fetched = new ConcurrentHashMap<>();

    private final ReadAhead ahead;

    /**
     * Creates the planes of an image, without decoding any.
     *
     * @param cache keeps the planes
     * @param count number of planes
     * @param bytes size of each
     * @param loader decodes them
     */
    public CachedPlanes(PlaneCache cache, int count, long bytes, Loader<T, X> loader) {
        this.cache = cache;
        this.count = count;
        this.bytes = bytes;
        this.loader = loader;
        owner = cache.owner(this);
        ahead = new ReadAhead(this);
    }

    /** {@return whether planes of this size are kept, so that several callers can get the same arrays} */
    public boolean isCaching() {
        return cache.holds(2, bytes);
    }

    /**
     * Returns a plane.
     *
     * @param plane counted from 0
     * @param progress can cancel
     * @return the plane, whose arrays must not change if {@link #isCaching()}
     * @throws X if it cannot be decoded
     * @throws CancellationException if the user or an interrupt ended the work
     */
    public T get(int plane, Progress progress) throws X {
        if (!isCaching()) return loader.load(plane, progress);
        T known = cached(plane);
        if (known != null) return known;
        CompletableFuture<T> own = new CompletableFuture<>();
        CompletableFuture<T> other = loading.putIfAbsent(plane, own);
        if (other == null) return load(plane, progress, own);
        T made = await(other, progress);
        if (made == null) return loadOrYield(plane, progress);
        // A plane that was decoded ahead now counts as used.
        take(plane);
        return made;
    }

    private T load(int plane, Progress progress, CompletableFuture<T> own) throws X {
        T made = null;
        try {
            // Another thread may have completed it since the first check.
            made = cached(plane);
            if (made != null) return made;
            made = loadOrYield(plane, progress);
            cache.put(owner, plane, made, count, bytes);
            return made;
        } finally {
            loading.remove(plane, own);
            own.complete(made);
        }
    }

    /** Decodes a plane. If memory is used up, empties the cache and tries again. */
    private T loadOrYield(int plane, Progress progress) throws X {
        boolean empty = cache.size() == 0;
        try {
            return loader.load(plane, progress);
        } catch (OutOfMemoryError | InsufficientMemoryException e) {
            if (empty) throw e;
            ahead.stop();
            cache.clear();
        }
        return loader.load(plane, progress);
    }

    /** Returns the plane that another thread decodes; {@code null} if that fails or is cancelled. */
    private static <T> T await(CompletableFuture<T> other, Progress progress) {
        while (true) {
            progress.check();
            try {
                return other.get(PATIENCE, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Not yet.
            } catch (ExecutionException e) {
                return null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
    }

    /**
     * Notes that the user looks at a plane. After two steps in one direction, the next planes are decoded in the background.
     *
     * @param plane counted from 0
     */
    public void shown(int plane) {
        if (cache.holds(ReadAhead.PLANES + 2, bytes)) ahead.shown(plane);
    }

    /** Removes the planes from the cache and ends work in the background. They are decoded again if they are requested. */
    public void release() {
        ahead.stop();
        cache.remove(owner);
    }

    int count() {
        return count;
    }

    long bytes() {
        return bytes;
    }

    /** Returns whether a plane is decoded, or a thread decodes it. */
    boolean isComing(int plane) {
        return fetched.containsKey(plane) || loading.containsKey(plane) || cache.contains(owner, plane);
    }

    /**
     * Decodes a plane ahead of its request, unless it is decoded or another thread decodes it. Damaged planes are left for the request,
     * which reports them.
     *
     * @return false if it cannot be decoded
     */
    boolean fetch(int plane, Progress progress) {
        CompletableFuture<T> own = new CompletableFuture<>();
        if (loading.putIfAbsent(plane, own) != null) return true;
        T made = null;
        try {
            if (cache.contains(owner, plane)) return true;
            made = loader.loadAhead(plane, progress).orElse(null);
            if (made == null) return false;
            fetched.put(plane, made);
            return true;
        } catch (OutOfMemoryError | InsufficientMemoryException e) {
            ahead.stop();
            cache.clear();
            return true;
        } catch (CancellationException e) {
            return true;
        } catch (Exception e) {
            return false;
        } finally {
            loading.remove(plane, own);
            own.complete(made);
        }
    }

    void discardFetched() {
        fetched.clear();
    }

    /** Passes to the cache the planes that were decoded ahead but will not be looked at next. */
    void dropFetched(IntPredicate wanted) {
        for (int plane : fetched.keySet()) if (!wanted.test(plane)) take(plane);
    }

    /** Passes a plane that was decoded ahead to the cache, and returns it; {@code null} if there is none. */
    private T take(int plane) {
        T ready = fetched.get(plane);
        if (ready == null) return null;
        // In this order, other threads always find the plane and do not decode it again.
        cache.put(owner, plane, ready, count, bytes);
        fetched.remove(plane, ready);
        return ready;
    }

    @SuppressWarnings("unchecked") // The owner's planes are put by this object alone.
    private T cached(int plane) {
        T ready = take(plane);
        return ready != null ? ready : (T) cache.get(owner, plane);
    }
}
