package hounsfield.measure;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The layout of the bins of a histogram. If {@code count} is empty, each bin is one unit wide if the values are
 * integers or span at least 64 units; otherwise there are 256 bins. If {@code min} or {@code max} is empty, the bins
 * extend to the least or greatest value.
 *
 * @param count the number of bins, 1 to {@link #MAX_BINS}
 * @param min lower edge of the first bin
 * @param max upper edge of the last bin
 */
public record HistogramBins(OptionalInt count, OptionalDouble min, OptionalDouble max) {
    /** Largest number of bins. */
    public static final int MAX_BINS = 100_000;

    /** The default layout: {@code count}, {@code min} and {@code max} are empty. */
    public static final HistogramBins AUTOMATIC =
            new HistogramBins(OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** Number of bins if bins of one unit would be too many or too few. */
    private static final int DEFAULT_BINS = 256;

    /** Fractional values that span fewer units than this need finer bins. */
    private static final int FEW_UNITS = 64;

    /**
     * Checks the ranges.
     *
     * @param count 1 to {@link #MAX_BINS}
     * @param min finite, below {@code max}
     * @param max finite
     * @throws IllegalArgumentException if one is outside its range
     */
    public HistogramBins {
        if (count.isPresent() && (count.getAsInt() < 1 || count.getAsInt() > MAX_BINS)) {
            throw new IllegalArgumentException(
                    "the number of bins is " + count.getAsInt() + "; it must be 1 to " + MAX_BINS);
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

    /**
     * {@return a layout with all three given}
     *
     * @param count the number of bins, 1 to {@link #MAX_BINS}
     * @param min lower edge of the first bin
     * @param max upper edge of the last bin
     * @throws IllegalArgumentException if one is outside its range
     */
    public static HistogramBins between(int count, double min, double max) {
        return new HistogramBins(OptionalInt.of(count), OptionalDouble.of(min), OptionalDouble.of(max));
    }

    /**
     * Returns the edges for values from {@code least} to {@code greatest}.
     *
     * @param integers whether all values are integers
     * @return ascending, one more than there are bins
     */
    double[] edges(double least, double greatest, boolean integers) {
        double units = Math.floor(greatest) - Math.floor(least) + 1;
        boolean unitWide = count.isEmpty() && units <= MAX_BINS && (integers || units >= FEW_UNITS);
        double low = min.orElse(unitWide ? Math.floor(least) : least);
        double high = max.orElse(unitWide ? Math.floor(greatest) + 1 : greatest);
        if (min.isEmpty() && max.isEmpty() && low == high) {
            // A bin around a constant, as in numpy.
            low -= 0.5;
            high += 0.5;
        }
        if (!(low < high)) {
            throw new IllegalArgumentException("the histogram's range is empty: the values are " + least + " to "
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
