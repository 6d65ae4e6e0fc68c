package hounsfield.planes;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What counting has shown of some arrays: each of their values, not only the selected ones, is an integer from
 * {@code first} to {@code last}. Then a map may look results up without looking at the values again.
 */
public final class CountedIntegers {
    private final Set<float[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    private final int first;
    private final int last;

    CountedIntegers(Planes.Floats planes, int first, int last) {
        if (planes.inMemory()) arrays.addAll(planes.planes());
        this.first = first;
        this.last = last;
    }

    /** Whether this is known of these values: of this very array, not of others like it. */
    public boolean covers(float[] values) {
        return arrays.contains(values);
    }

    /** The least of the integers. */
    public int first() {
        return first;
    }

    /** The greatest of the integers. */
    public int last() {
        return last;
    }
}
