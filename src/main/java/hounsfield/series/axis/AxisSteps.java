package hounsfield.series.axis;

import hounsfield.series.slice.AxisAttribute;
import java.util.List;

/**
 * An axis with the values of its steps.
 *
 * @param values of the attributes, by step
 * @param axis the same in words
 */
record AxisSteps(List<List<Object>> values, SeriesAxis axis) {
    static AxisSteps of(List<AxisAttribute> attributes, List<List<Object>> values, boolean guess) {
        return new AxisSteps(values, AxisOrder.axis(attributes, values, guess));
    }

    int size() {
        return axis.size();
    }

    /** Returns the same axis with some of its steps. */
    AxisSteps only(List<Integer> kept) {
        if (kept.size() == size()) return this;
        return of(axis.attributes(), kept.stream().map(values::get).toList(), axis.isGuess());
    }
}
