package hounsfield.series.axis;

import hounsfield.series.slice.AxisAttribute;
import hounsfield.series.slice.Slice;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/** The interval from time point to time point of a hyperstack. */
final class TimeSteps {
    /** The times are steady if their steps differ by at most this fraction of the median. */
    private static final double STEADY = 0.1;

    /** Attributes that count acquisitions of the same kind, one after the other. */
    private static final Set<AxisAttribute> REPETITIONS = Set.of(
            AxisAttribute.TEMPORAL_INDEX,
            AxisAttribute.TEMPORAL_POSITION,
            AxisAttribute.FILE,
            AxisAttribute.DIMENSION_INDICES,
            AxisAttribute.CONTENT_TIME,
            AxisAttribute.INSTANCE_NUMBER,
            AxisAttribute.ACQUISITION_NUMBER);

    private TimeSteps() {}

    /**
     * Returns the median interval. It is computed from the times that distinguish the time points. Repetitions are
     * distinguished by counters: their interval is that of the times of acquisition if these are steady, otherwise
     * Repetition Time of echo planar images, in which a volume is acquired.
     *
     * @param grid the images
     * @return the interval [s]; empty for a single time point, for steps such as b-values, and if no time is known
     */
    static OptionalDouble seconds(AxisGrid grid) {
        if (grid.times().size() < 2) return OptionalDouble.empty();
        for (AxisAttribute attribute : grid.times().attributes()) {
            if (attribute.seconds() > 0) return interval(means(grid, attribute), false);
        }
        if (!REPETITIONS.containsAll(grid.times().attributes())) return OptionalDouble.empty();
        OptionalDouble steady = interval(means(grid, AxisAttribute.ACQUISITION_TIME), true);
        return steady.isPresent() ? steady : grid.first(0).series().volumeSeconds();
    }

    /** Returns the mean time of each step [s]; NaN if an image has none. */
    private static double[] means(AxisGrid grid, AxisAttribute attribute) {
        double[] means = new double[grid.times().size()];
        for (int time = 0; time < means.length; time++) {
            DoubleStream.Builder values = DoubleStream.builder();
            for (Slice[][] position : grid.cells()) {
                for (Slice image : position[time]) {
                    if (image != null) values.add(image.axisValues().number(attribute));
                }
            }
            means[time] = values.build().average().orElse(Double.NaN) * attribute.seconds();
        }
        return means;
    }

    private static OptionalDouble interval(double[] times, boolean onlySteady) {
        double[] steps = new double[times.length - 1];
        for (int i = 0; i < steps.length; i++) steps[i] = times[i + 1] - times[i];
        Arrays.sort(steps);
        double median = steps[steps.length / 2];
        // Sorted ascending, so that NaN is last.
        boolean valid = steps[0] > 0 && Double.isFinite(steps[steps.length - 1]);
        boolean steady = steps[steps.length - 1] - steps[0] <= STEADY * median;
        return valid && (steady || !onlySteady) ? OptionalDouble.of(median) : OptionalDouble.empty();
    }
}
