package hounsfield.planes;

import hounsfield.calibrate.PixelPadding;
import java.util.Arrays;
import java.util.Optional;

/** Collects values and how often they occur, in any order. Padding is excluded, other values are clipped. */
final class Occurrences {
    private final Limits limits;
    private final PixelPadding padding;
    private float[] values = new float[1 << 10];
    private long[] counts = new long[values.length];
    private int size;
    private boolean integers = true;
    private float least = Float.POSITIVE_INFINITY;
    private float greatest = Float.NEGATIVE_INFINITY;

    /** @param padding values to exclude, {@code null} for none */
    Occurrences(Limits limits, PixelPadding padding) {
        this.limits = limits;
        this.padding = padding;
    }

    /** Adds a value that occurs {@code count} times. It is ignored if it is padding, or not finite after clipping. */
    void add(float value, long count) {
        integers &= value == Math.rint(value) && Math.abs(value) < FloatCounts.INTEGERS;
        if (value < least) least = value;
        if (value > greatest) greatest = value;
        if (padding != null && padding.contains(value)) return;
        float clipped = limits.of(value);
        if (Float.isFinite(clipped)) addClipped(clipped, count);
    }

    /** Adds a value that has already been clipped and is not padding. */
    void addClipped(float value, long count) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        // Adding 0 turns -0 into 0.
        values[size] = value + 0f;
        counts[size++] = count;
    }

    /** Returns what is known of these planes if all their values were added; empty if any value is not an integer. */
    Optional<CountedIntegers> integers(Planes.Floats planes) {
        return integers && least <= greatest
                ? Optional.of(new CountedIntegers(planes, (int) least, (int) greatest))
                : Optional.empty();
    }

    /** Returns the counts in ascending order of value. A value may occur twice. */
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
