package hounsfield.imagej.measure;

import hounsfield.measure.ValueRange;
import hounsfield.standard.Labeled;
import java.util.Optional;

/**
 * The options of a measurement.
 *
 * @param scope the slices of a row
 * @param inside a range whose fraction and volume are measured; empty for none
 * @param only the range of values that count; others are ignored
 */
public record MeasureSettings(Scope scope, Optional<ValueRange> inside, ValueRange only) {
    /** The slices that are measured together: the values of the {@code scope} option of {@code HU Statistics...}. */
    public enum Scope implements Labeled {
        /** All slices. */
        ALL("all"),
        /** All slices of one channel and time point, which form a volume. */
        VOLUME("stack"),
        /** Each slice separately. */
        SLICE("slice"),
        /** One slice: the region's own or, if it has none, the current one. */
        CURRENT("current slice");

        private final String label;

        Scope(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Measures all values of all slices together. */
    public static final MeasureSettings ALL = new MeasureSettings(Scope.ALL, Optional.empty(), ValueRange.ALL);

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
