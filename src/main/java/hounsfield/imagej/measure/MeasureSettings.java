package hounsfield.imagej.measure;

import hounsfield.measure.ValueRange;
import java.util.Optional;

/**
 * What statistics are wanted of an image.
 *
 * @param scope what makes a row
 * @param inside a range to say how many of the values lie in
 * @param only which values count at all
 */
public record MeasureSettings(Scope scope, Optional<ValueRange> inside, ValueRange only) {
    /** Which slices are measured together. */
    public enum Scope {
        /** All there are. */
        ALL,
        /** All of one channel and time point: those that make a volume. */
        VOLUME,
        /** Each by itself. */
        SLICE,
        /** One alone: the slice that a region was drawn on, or the current one. */
        CURRENT
    }

    /** All values of all slices. */
    public static final MeasureSettings ALL = new MeasureSettings(Scope.ALL, Optional.empty(), ValueRange.ALL);

    public MeasureSettings eachSlice() {
        return new MeasureSettings(Scope.SLICE, inside, only);
    }

    public MeasureSettings inside(ValueRange range) {
        return new MeasureSettings(scope, Optional.of(range), only);
    }
}
