package hounsfield.planes;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A set of arrays in which each value, selected or not, is an integer from {@code first} to {@code last}, as counting
 * has found. A map can then look up results without checking the values again.
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

    /**
     * Returns whether this is known of an array. Arrays are compared by identity, not by content.
     *
     * @param values the array
     * @return whether all its values are integers from {@link #first} to {@link #last}
     */
    public boolean covers(float[] values) {
        return arrays.contains(values);
    }

    /** {@return the least of the integers} */
    public int first() {
        return first;
    }

    /** {@return the greatest of the integers} */
    public int last() {
        return last;
    }
}
