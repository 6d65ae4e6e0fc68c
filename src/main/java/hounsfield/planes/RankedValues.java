package hounsfield.planes;

import hounsfield.work.Progress;
import java.util.Optional;

/** The selected values of an image in sorted order, found without sorting all of them. */
public interface RankedValues {
    /**
     * Ranks the selected values: by counting if there are few distinct values, as in HU, otherwise by selection.
     *
     * @param planes the image
     * @param selection the pixels to rank
     * @param limits values outside are clipped or excluded
     * @param progress receives progress, and can cancel
     * @return the ranked values
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    static RankedValues of(Planes planes, Selection selection, Limits limits, Progress progress) {
        Optional<ValueCounts> counts = ValueCounts.of(planes, selection, limits, progress);
        if (counts.isPresent()) return counts.get();
        // Only floats can have too many distinct values to count.
        SelectedFloats values = new SelectedFloats((Planes.Floats) planes, selection, limits);
        return new RadixSelection(values, progress, RadixSelection.DEFAULT_GATHER_LIMIT);
    }

    /** {@return the number of values} */
    long size();

    /**
     * Returns the values at some ranks.
     *
     * @param ranks ascending, each 0 to {@code size() - 1}
     * @return one value per rank, ascending
     */
    float[] at(long[] ranks);

    /**
     * Returns the findings of counting about all values of the planes, selected or not.
     *
     * @return empty if not all values were counted, or if some are not integers
     */
    default Optional<CountedIntegers> integers() {
        return Optional.empty();
    }
}
