package hounsfield.planes;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * Planes that are not in memory. Each call of {@link #get} fetches the plane again; nothing is cached. All planes have
 * the same length, so that work can be divided before the first plane is fetched.
 *
 * @param <A> {@code float[]}, {@code short[]} or {@code byte[]}
 */
public final class LazyPlaneList<A> extends AbstractList<A> {
    private final int count;
    private final int length;
    private final IntFunction<A> fetch;

    /**
     * Creates the list without fetching a plane.
     *
     * @param count the number of planes
     * @param length pixels in each plane
     * @param fetch returns a plane by its index from 0; called from several threads
     */
    public LazyPlaneList(int count, int length, IntFunction<A> fetch) {
        this.count = count;
        this.length = length;
        this.fetch = fetch;
    }

    @Override
    public A get(int plane) {
        return fetch.apply(plane);
    }

    @Override
    public int size() {
        return count;
    }

    /**
     * Casts each plane to the class of its array. Fetched planes remain fetched.
     *
     * @param <A> {@code float[]}, {@code short[]} or {@code byte[]}
     * @param planes arrays of that class
     * @param kind the class
     * @return the same planes
     */
    public static <A> List<A> cast(List<?> planes, Class<A> kind) {
        return planes instanceof LazyPlaneList<?> fetched
                ? new LazyPlaneList<>(fetched.count, fetched.length, plane -> kind.cast(fetched.get(plane)))
                : planes.stream().<A>map(kind::cast).toList();
    }

    /** Returns the length of a plane without fetching it. */
    static <A> int length(List<A> planes, int plane, ToIntFunction<A> lengthOf) {
        return planes instanceof LazyPlaneList<A> fetched ? fetched.length : lengthOf.applyAsInt(planes.get(plane));
    }

    /** Returns the list itself if it fetches its planes, otherwise an unmodifiable copy. */
    static <A> List<A> keep(List<A> planes) {
        return planes instanceof LazyPlaneList ? planes : List.copyOf(planes);
    }

    /** Returns a list of one of the planes. A fetched plane remains fetched. */
    static <A> List<A> one(List<A> planes, int plane) {
        return planes instanceof LazyPlaneList<A> fetched
                ? new LazyPlaneList<>(1, fetched.length, ignored -> fetched.get(plane))
                : List.of(planes.get(plane));
    }
}
