package hounsfield.measure;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a histogram's bins are laid out. Without a number, each is one unit wide where the values are integers, or span many
 * units; without ends, they reach from the least value to the greatest.
 *
 * @param count how many bins, 1 to {@link #MAX_BINS}
 * @param min the first bin's lower end
 * @param max the last bin's upper end
 */
public record HistogramBins(OptionalInt count, OptionalDouble min, OptionalDouble max) {
    public static final int MAX_BINS = 100_000;

    /** Neither number nor ends. */
    public static final HistogramBins AUTOMATIC =
            new HistogramBins(OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** Where one unit a bin would be too many or too few. */
    private static final int DEFAULT_BINS = 256;

    /** Fractional values that span fewer units than this want finer bins. */
    private static final int FEW_UNITS = 64;

    public HistogramBins {
        if (count.isPresent() && (count.getAsInt() < 1 || count.getAsInt() > MAX_BINS)) {
            throw new IllegalArgumentException("the number of bins is " + count.getAsInt() + ", not 1 to " + MAX_BINS);
        }
        if (min.isPresent() && !Double.isFinite(min.getAsDouble())
                || max.isPresent() && !Double.isFinite(max.getAsDouble())) {
            throw new IllegalArgumentException("the histogram's ends must be finite");
        }
        if (min.isPresent() && max.isPresent() && !(min.getAsDouble() < max.getAsDouble())) {
            throw new IllegalArgumentException("the histogram's range is empty: min " + min.getAsDouble()
                    + " is not below max " + max.getAsDouble());
        }
    }

    /** So many bins from one value to another. */
    public static HistogramBins between(int count, double min, double max) {
        return new HistogramBins(OptionalInt.of(count), OptionalDouble.of(min), OptionalDouble.of(max));
    }

    /**
     * The edges for values that reach from {@code least} to {@code greatest}.
     *
     * @param integers whether all are integers
     * @return one more than there are bins, ascending
     */
    double[] edges(double least, double greatest, boolean integers) {
        double units = Math.floor(greatest) - Math.floor(least) + 1;
        boolean unitWide = count.isEmpty() && units <= MAX_BINS && (integers || units >= FEW_UNITS);
        double low = min.orElse(unitWide ? Math.floor(least) : least);
        double high = max.orElse(unitWide ? Math.floor(greatest) + 1 : greatest);
        if (min.isEmpty() && max.isEmpty() && low == high) {
            // As numpy has it: a bin around a constant.
            low -= 0.5;
            high += 0.5;
        }
        if (!(low < high)) {
            throw new IllegalArgumentException("the histogram's range is empty: the values reach from " + least + " to "
                    + greatest + ", its ends are " + low + " and " + high);
        }
        if (unitWide && Math.ceil(high - low) <= MAX_BINS) return edges(low, high, (int) Math.ceil(high - low), 1);
        int bins = count.orElse(DEFAULT_BINS);
        return edges(low, high, bins, (high - low) / bins);
    }

    private static double[] edges(double low, double high, int bins, double width) {
        double[] edges = new double[bins + 1];
        for (int i = 0; i < bins; i++) edges[i] = low + i * width;
        edges[bins] = high;
        return edges;
    }
}
