package hounsfield.equalize;

import hounsfield.planes.CountedIntegers;
import hounsfield.planes.Limits;
import hounsfield.planes.Planes;
import hounsfield.planes.RankedValues;
import hounsfield.planes.Selection;
import hounsfield.standard.Progress;
import java.util.Arrays;
import java.util.Optional;

/**
 * The breaks between frequency bins: values such that about the same number of pixels lies between any two neighbours.
 *
 * <p>With the N selected values sorted, the breaks are the values at 0.001 N, at (i + 1/2)/n N for each of the n bins, and
 * at 0.999 N, each place rounded down, equal ones once. As in fastai's medical imaging module the places are computed in
 * single precision for up to 2^24 values; beyond, where single precision no longer tells neighbouring places apart, they
 * are exact.
 */
public final class FrequencyBins {
    /** Up to here single precision counts every integer. */
    private static final long SINGLE_PRECISION_LIMIT = 1L << 24;

    private final float[] breaks;
    private final long population;
    private final Optional<CountedIntegers> integers;

    private FrequencyBins(float[] breaks, long population, Optional<CountedIntegers> integers) {
        this.breaks = breaks;
        this.population = population;
        this.integers = integers;
    }

    /** The bins of every value, NaN and infinite ones aside. */
    public static FrequencyBins of(Planes planes, BinSettings settings) {
        return of(planes, Selection.ALL, settings, Progress.NONE);
    }

    /**
     * The bins of the selected values, clipped to floor and ceiling.
     *
     * @throws IllegalArgumentException if no value is selected, or a mask is of another size than its plane
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static FrequencyBins of(Planes planes, Selection selection, BinSettings settings, Progress progress) {
        return find(planes, selection, settings, progress)
                .orElseThrow(() ->
                        new IllegalArgumentException("no pixel is selected: all are masked, padding or not a number"));
    }

    /** As {@link #of(Planes, Selection, BinSettings, Progress)}, empty if no value is selected. */
    public static Optional<FrequencyBins> find(
            Planes planes, Selection selection, BinSettings settings, Progress progress) {
        RankedValues values = RankedValues.of(planes, selection, settings.limits(), progress);
        if (values.size() == 0) return Optional.empty();
        float[] breaks = distinct(values.at(ranks(values.size(), settings.bins())));
        return Optional.of(new FrequencyBins(breaks, values.size(), values.integers()));
    }

    /** The breaks in ascending order, each once; a single one for a constant image. */
    public float[] breaks() {
        return breaks.clone();
    }

    /** How many values were binned. */
    public long population() {
        return population;
    }

    /**
     * The map through these breaks to 0..1. It is fastest for the very planes that the bins are of, as long as nobody
     * writes to them.
     */
    public Equalization equalization() {
        return new Equalization(breaks, Limits.NONE, integers);
    }

    static long[] ranks(long size, int bins) {
        long[] ranks = new long[bins + 2];
        if (size <= SINGLE_PRECISION_LIMIT) {
            float half = (float) (1.0 / 2 / bins);
            for (int i = 0; i < bins; i++) ranks[i] = (long) (size * ((float) i / bins + half));
            ranks[bins] = (long) (size * 0.001f);
            ranks[bins + 1] = (long) (size * 0.999f);
        } else {
            for (int i = 0; i < bins; i++) ranks[i] = scaled(size, 2L * i + 1, 2L * bins);
            ranks[bins] = scaled(size, 1, 1000);
            ranks[bins + 1] = scaled(size, 999, 1000);
        }
        Arrays.sort(ranks);
        return ranks;
    }

    /** {@code size * numerator / denominator} rounded down, without overflow for any number of pixels. */
    private static long scaled(long size, long numerator, long denominator) {
        return size / denominator * numerator + size % denominator * numerator / denominator;
    }

    private static float[] distinct(float[] ascending) {
        int count = 0;
        for (float value : ascending) {
            if (count == 0 || ascending[count - 1] != value) ascending[count++] = value;
        }
        return Arrays.copyOf(ascending, count);
    }
}
