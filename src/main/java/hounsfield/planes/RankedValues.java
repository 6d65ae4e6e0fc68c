package hounsfield.planes;

import hounsfield.standard.Progress;
import java.util.Optional;

/** The values that count, as if sorted, without sorting them. */
public interface RankedValues {
    /**
     * The selected values of planes: counted where few differ, as with HU, and else picked from among them.
     *
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    static RankedValues of(Planes planes, Selection selection, Limits limits, Progress progress) {
        Optional<ValueCounts> counts = ValueCounts.of(planes, selection, limits, progress);
        if (counts.isPresent()) return counts.get();
        // Only floats can be too many to count.
        SelectedFloats values = new SelectedFloats((Planes.Floats) planes, selection, limits);
        return new RadixSelection(values, progress, RadixSelection.DEFAULT_GATHER_LIMIT);
    }

    /** How many values. */
    long size();

    /**
     * The values at some places of the sorted order.
     *
     * @param ranks ascending, each 0 to {@code size() - 1}
     * @return ascending values, one a rank
     */
    float[] at(long[] ranks);

    /** What counting has shown of all the planes' values, if it went over all of them and they are such. */
    default Optional<CountedIntegers> integers() {
        return Optional.empty();
    }
}
