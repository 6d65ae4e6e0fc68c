package hounsfield.planes;

import hounsfield.calibrate.PixelPadding;
import java.util.Arrays;
import java.util.Optional;

/** Values and how often they occur, gathered in any order; padding is left out on the way, the rest clipped. */
final class Occurrences {
    private final Limits limits;
    private final PixelPadding padding;
    private float[] values = new float[1 << 10];
    private long[] counts = new long[values.length];
    private int size;
    private boolean integers = true;
    private float least = Float.POSITIVE_INFINITY;
    private float greatest = Float.NEGATIVE_INFINITY;

    /** @param padding what does not count, {@code null} for nothing */
    Occurrences(Limits limits, PixelPadding padding) {
        this.limits = limits;
        this.padding = padding;
    }

    /** Adds values of one kind; they do not count if they are padding, or not finite within the limits. */
    void add(float value, long count) {
        integers &= value == Math.rint(value) && Math.abs(value) < FloatCounts.INTEGERS;
        if (value < least) least = value;
        if (value > greatest) greatest = value;
        if (padding != null && padding.contains(value)) return;
        float clipped = limits.of(value);
        if (Float.isFinite(clipped)) addClipped(clipped, count);
    }

    /** Adds what a limit has made of values that were no padding. */
    void addClipped(float value, long count) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        // There is one zero.
        values[size] = value + 0f;
        counts[size++] = count;
    }

    /** What is known of these planes if all of their values were added; empty if any is no integer. */
    Optional<CountedIntegers> integers(Planes.Floats planes) {
        return integers && least <= greatest
                ? Optional.of(new CountedIntegers(planes, (int) least, (int) greatest))
                : Optional.empty();
    }

    /** In ascending order; a value may stand twice. */
    ValueCounts counts() {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) order[i] = (long) FloatOrder.key(values[i]) << 32 | i;
        Arrays.sort(order);
        float[] sorted = new float[size];
        long[] times = new long[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = values[(int) order[i]];
            times[i] = counts[(int) order[i]];
        }
        return new ValueCounts(sorted, times);
    }
}
