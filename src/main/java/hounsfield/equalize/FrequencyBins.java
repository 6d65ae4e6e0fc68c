package hounsfield.equalize;

import hounsfield.planes.CountedIntegers;
import hounsfield.planes.Limits;
import hounsfield.planes.Planes;
import hounsfield.planes.RankedValues;
import hounsfield.planes.Selection;
import hounsfield.work.Progress;
import java.util.Arrays;
import java.util.Optional;

/**
 * The breaks between frequency bins: about the same number of pixels is between any two neighboring breaks.
 *
 * <p>The breaks are the values of the N sorted selected values at the ranks 0.001 N, (i + 1/2)/n N for each of n bins,
 * and 0.999 N, rounded down, without duplicates. As in fastai's medical imaging module, ranks are computed in single
 * precision for up to 2^24 values. For more values, single precision cannot distinguish neighboring ranks, and they are
 * computed exactly.
 */
public final class FrequencyBins {
    /** Single precision represents every integer up to this one. */
    private static final long SINGLE_PRECISION_LIMIT = 1L << 24;

    private final float[] breaks;
    private final long population;
    private final Optional<CountedIntegers> integers;

    private FrequencyBins(float[] breaks, long population, Optional<CountedIntegers> integers) {
        this.breaks = breaks;
        this.population = population;
        this.integers = integers;
    }

    /**
     * Finds the bins of all finite values.
     *
     * @param planes the image
     * @param settings number of bins, floor and ceiling
     * @return the bins
     * @throws IllegalArgumentException if there is no value
     */
    public static FrequencyBins of(Planes planes, BinSettings settings) {
        return of(planes, Selection.ALL, settings, Progress.NONE);
    }

    /**
     * Finds the bins of the selected values, clipped to floor and ceiling.
     *
     * @param planes the image
     * @param selection the pixels to use
     * @param settings number of bins, floor and ceiling
     * @param progress receives progress, and can cancel
     * @return the bins
     * @throws IllegalArgumentException if no value is selected, or a mask and its plane differ in length
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static FrequencyBins of(Planes planes, Selection selection, BinSettings settings, Progress progress) {
        return find(planes, selection, settings, progress)
                .orElseThrow(() ->
                        new IllegalArgumentException("no pixel is selected: all are masked, padding or not a number"));
    }

    /**
     * Finds the bins of the selected values, clipped to floor and ceiling.
     *
     * @param planes the image
     * @param selection the pixels to use
     * @param settings number of bins, floor and ceiling
     * @param progress receives progress, and can cancel
     * @return empty if no value is selected
     * @throws IllegalArgumentException if a mask and its plane differ in length
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static Optional<FrequencyBins> find(
            Planes planes, Selection selection, BinSettings settings, Progress progress) {
        RankedValues values = RankedValues.of(planes, selection, settings.limits(), progress);
        if (values.size() == 0) return Optional.empty();
        float[] breaks = distinct(values.at(ranks(values.size(), settings.bins())));
        return Optional.of(new FrequencyBins(breaks, values.size(), values.integers()));
    }

    /** {@return the breaks, strictly ascending; a single one for a constant image} */
    public float[] breaks() {
        return breaks.clone();
    }

    /** {@return the number of values in the bins} */
    public long population() {
        return population;
    }

    /**
     * {@return the map of values to 0..1 through these breaks} It is fastest for the planes that the bins were computed
     * from, which must not change.
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

    /** Returns {@code size * numerator / denominator}, rounded down, without overflow for any number of pixels. */
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
