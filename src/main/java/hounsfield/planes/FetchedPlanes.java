package hounsfield.planes;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * Planes that are not in memory: each is fetched when it is asked for, every time anew, and kept by nobody. All have one
 * length, so that work can be laid out before the first is there.
 *
 * @param <A> {@code float[]}, {@code short[]} or {@code byte[]}
 */
public final class FetchedPlanes<A> extends AbstractList<A> {
    private final int count;
    private final int length;
    private final IntFunction<A> fetch;

    /**
     * @param length pixels of each plane
     * @param fetch gives a plane, counted from 0; called from many threads
     */
    public FetchedPlanes(int count, int length, IntFunction<A> fetch) {
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

    /** The same planes as arrays of their kind; fetched ones stay so. */
    public static <A> List<A> cast(List<?> planes, Class<A> kind) {
        return planes instanceof FetchedPlanes<?> fetched
                ? new FetchedPlanes<>(fetched.count, fetched.length, plane -> kind.cast(fetched.get(plane)))
                : planes.stream().<A>map(kind::cast).toList();
    }

    /** A plane's length, without fetching it. */
    static <A> int length(List<A> planes, int plane, ToIntFunction<A> lengthOf) {
        return planes instanceof FetchedPlanes<A> fetched ? fetched.length : lengthOf.applyAsInt(planes.get(plane));
    }

    /** The same list if it fetches, a copy otherwise. */
    static <A> List<A> keep(List<A> planes) {
        return planes instanceof FetchedPlanes ? planes : List.copyOf(planes);
    }

    /** One of the planes; a fetched one stays so. */
    static <A> List<A> one(List<A> planes, int plane) {
        return planes instanceof FetchedPlanes<A> fetched
                ? new FetchedPlanes<>(1, fetched.length, ignored -> fetched.get(plane))
                : List.of(planes.get(plane));
    }
}
