package hounsfield.imagej.measure;

import hounsfield.measure.ValueRange;
import java.util.Optional;

/**
 * The options of a measurement.
 *
 * @param scope the slices of a row
 * @param inside a range whose fraction and volume are measured; empty for none
 * @param only the range of values that count; others are ignored
 */
public record MeasureSettings(Scope scope, Optional<ValueRange> inside, ValueRange only) {
    /** The slices that are measured together. */
    public enum Scope {
        /** All slices. */
        ALL,
        /** All slices of one channel and time point, which form a volume. */
        VOLUME,
        /** Each slice separately. */
        SLICE,
        /** One slice: the region's own or, if it has none, the current one. */
        CURRENT
    }

    /** Measures all values of all slices together. */
    public static final MeasureSettings ALL = new MeasureSettings(Scope.ALL, Optional.empty(), ValueRange.ALL);

    /** {@return these settings with one row per slice} */
    public MeasureSettings eachSlice() {
        return new MeasureSettings(Scope.SLICE, inside, only);
    }

    /**
     * Returns these settings with a range to measure.
     *
     * @param range the range in the image's unit
     * @return new settings
     */
    public MeasureSettings inside(ValueRange range) {
        return new MeasureSettings(scope, Optional.of(range), only);
    }
}
