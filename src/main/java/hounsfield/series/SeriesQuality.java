package hounsfield.series;

import hounsfield.geometry.StackGeometry;
import hounsfield.series.slice.Slice;
import hounsfield.series.slice.SliceValues;
import hounsfield.standard.Labeled;
import hounsfield.standard.Numbers;
import hounsfield.standard.error.OneLine;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The regular and irregular properties of a series: a summary of its import. Lengths are along the normal of the slices [mm].
 *
 * @param slices number of positions, the slices of one channel at one time point
 * @param channels number of channels
 * @param times number of time points
 * @param images number of images that files have, without those that are missing
 * @param leastSpacing least distance of neighboring positions; NaN for a single position or if positions are unknown
 * @param greatestSpacing greatest distance of neighboring positions; NaN as above
 * @param meanSpacing mean distance of neighboring positions; NaN as above
 * @param isEven whether all distances are within 1 % of their median
 * @param gaps distances of more than 1.5 times the median, with the numbers of their slices, counted from 1
 * @param duplicates number of slices at the position of another one, in a series without channels and time points
 * @param tilt angle between the step from slice to slice and the normal [degrees]; 0 if it is unknown
 * @param rescales the different pairs of Rescale Slope and Intercept, in the order of the slices, as text; {@code none}
 *     is one of them if some slices have none, and so in the next three
 * @param windows the different first windows, in the order of the slices, as text such as {@code 40/400}
 * @param kernels the different Convolution Kernels, in the order of the slices
 * @param units the different units, in the order of the slices
 * @param instanceOrder Instance Numbers against positions
 * @param incomplete the volumes that lack images, by the words of their time point and channel
 */
public record SeriesQuality(
        int slices,
        int channels,
        int times,
        int images,
        double leastSpacing,
        double greatestSpacing,
        double meanSpacing,
        boolean isEven,
        List<StackGeometry.Gap> gaps,
        int duplicates,
        double tilt,
        List<String> rescales,
        List<String> windows,
        List<String> kernels,
        List<String> units,
        InstanceOrder instanceOrder,
        List<String> incomplete) {

    /** The text for slices without a value if other slices have one. */
    private static final String NONE = "none";

    /**
     * The order of Instance Numbers (0020,0013), or of frame numbers in one file, compared with the order of positions.
     */
    public enum InstanceOrder implements Labeled {
        /** Instance Numbers ascend with the positions. */
        SAME,
        /** Instance Numbers descend while the positions ascend. */
        OPPOSITE,
        /** Instance Numbers neither ascend nor descend. */
        NEITHER,
        /** There are no positions or no Instance Numbers, or only one. */
        UNKNOWN
    }

    /**
     * Copies the lists.
     *
     * @param slices number of positions
     * @param channels number of channels
     * @param times number of time points
     * @param images number of images that files have
     * @param leastSpacing least distance of neighboring positions
     * @param greatestSpacing greatest distance of neighboring positions
     * @param meanSpacing mean distance of neighboring positions
     * @param isEven whether all distances are alike
     * @param gaps large distances
     * @param duplicates number of slices at the position of another one
     * @param tilt angle between the step from slice to slice and the normal
     * @param rescales the different pairs of Rescale Slope and Intercept
     * @param windows the different first windows
     * @param kernels the different Convolution Kernels
     * @param units the different units
     * @param instanceOrder Instance Numbers against positions
     * @param incomplete the volumes that lack images
     */
    public SeriesQuality {
        gaps = List.copyOf(gaps);
        rescales = List.copyOf(rescales);
        windows = List.copyOf(windows);
        kernels = List.copyOf(kernels);
        units = List.copyOf(units);
        incomplete = List.copyOf(incomplete);
    }

    /**
     * Returns the quality of positions alone, without values.
     *
     * @param slices number of positions
     * @param channels number of channels
     * @param times number of time points
     * @param stack the slices of one channel at one time, whose numbers are those of the given order; empty if their
     *     positions are unknown
     * @return a quality without values and without missing images
     */
    public static SeriesQuality ofStack(int slices, int channels, int times, Optional<StackGeometry> stack) {
        double[] spacings = stack.stream()
                .flatMapToDouble(each -> Arrays.stream(each.spacings()))
                .filter(mm -> mm >= StackGeometry.SAME_POSITION)
                .toArray();
        return new SeriesQuality(
                slices,
                channels,
                times,
                slices * channels * times,
                Arrays.stream(spacings).min().orElse(Double.NaN),
                Arrays.stream(spacings).max().orElse(Double.NaN),
                stack.map(StackGeometry::meanSpacing).orElse(Double.NaN),
                stack.isPresent() && !stack.get().isUneven(),
                stack.map(SeriesQuality::gaps).orElse(List.of()),
                stack.map(each -> each.planes().size() - each.positions()).orElse(0),
                stack.map(StackGeometry::shearDegrees).orElse(0.0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                InstanceOrder.UNKNOWN,
                List.of());
    }

    /** Returns the gaps with the numbers of the slices in the order in which the planes were given. */
    private static List<StackGeometry.Gap> gaps(StackGeometry stack) {
        int[] order = stack.order();
        return stack.gaps().stream()
                .map(gap -> gap(order[gap.from() - 1] + 1, order[gap.to() - 1] + 1, gap.mm()))
                .toList();
    }

    private static StackGeometry.Gap gap(int one, int other, double mm) {
        return new StackGeometry.Gap(Math.min(one, other), Math.max(one, other), mm);
    }

    static SeriesQuality of(Series series) {
        List<SliceValues> values = series.slices().stream()
                .filter(slice -> !slice.isMissing())
                .map(Slice::values)
                .toList();
        SeriesQuality placed =
                ofStack(series.positions(), series.channels().size(), series.timePoints(), series.geometry());
        return new SeriesQuality(
                placed.slices,
                placed.channels,
                placed.times,
                values.size(),
                placed.leastSpacing,
                placed.greatestSpacing,
                placed.meanSpacing,
                placed.isEven,
                placed.gaps,
                placed.duplicates,
                placed.tilt,
                different(values, SeriesQuality::rescale),
                different(values, SeriesQuality::window),
                different(values, each -> OneLine.of(each.kernel())),
                different(values, each -> OneLine.of(each.unit())),
                series.geometry().isPresent() ? instanceOrder(series) : InstanceOrder.UNKNOWN,
                incomplete(series));
    }

    private static String rescale(SliceValues values) {
        if (!values.hasRescale()) return "";
        return "slope " + Numbers.exact(values.slope()) + ", intercept " + Numbers.exact(values.intercept());
    }

    private static String window(SliceValues values) {
        if (!values.hasWindow()) return "";
        return Numbers.exact(values.windowCenter()) + "/" + Numbers.exact(values.windowWidth());
    }

    /** Returns the different texts, {@value #NONE} for slices that have none; no texts if no slice has one. */
    private static List<String> different(List<SliceValues> values, Function<SliceValues, String> text) {
        Set<SliceValues> distinct = new LinkedHashSet<>(values);
        List<String> texts = distinct.stream()
                .map(text)
                .map(each -> each.isEmpty() ? NONE : each)
                .distinct()
                .toList();
        return texts.equals(List.of(NONE)) ? List.of() : texts;
    }

    /** Compares numbers of neighboring positions of the same channel and time point. */
    private static InstanceOrder instanceOrder(Series series) {
        int channels = series.channels().size();
        int volume = channels * series.positions();
        List<Slice> slices = series.slices();
        boolean ascending = false;
        boolean descending = false;
        for (int i = channels; i < slices.size(); i++) {
            if (i % volume < channels) continue;
            int step = compare(slices.get(i - channels), slices.get(i));
            ascending |= step < 0;
            descending |= step > 0;
        }
        if (ascending && descending) return InstanceOrder.NEITHER;
        if (ascending) return InstanceOrder.SAME;
        return descending ? InstanceOrder.OPPOSITE : InstanceOrder.UNKNOWN;
    }

    /** Compares Instance Numbers, or frame numbers in one file. Returns 0 if a slice has no number. */
    private static int compare(Slice one, Slice other) {
        if (one.isMissing() || other.isMissing()) return 0;
        if (one.bytes() == other.bytes()) return Slice.BY_FILE.compare(one, other);
        if (one.instanceNumber().isEmpty() || other.instanceNumber().isEmpty()) return 0;
        return Integer.compare(
                one.instanceNumber().getAsInt(), other.instanceNumber().getAsInt());
    }

    private static List<String> incomplete(Series series) {
        return IntStream.range(0, series.slices().size())
                .filter(index -> series.slices().get(index).isMissing())
                .mapToObj(series::step)
                .distinct()
                .toList();
    }

    /** {@return number of images that are missing and are NaN} */
    public int missing() {
        return slices * channels * times - images;
    }

    /** {@return each gap as text, such as {@code 12-13 (5 mm)}} */
    public List<String> gapTexts() {
        return gaps.stream().map(QualityText::gap).toList();
    }

    /**
     * Describes the geometry.
     *
     * @return one line for logs, such as {@code 28 slices, spacing 2.5 mm, even}
     */
    public String geometryText() {
        return QualityText.geometry(this);
    }

    /**
     * Describes what the values mean.
     *
     * @return one line for logs, such as {@code unit HU, kernel B30f, window 40/400}; empty if the files say nothing
     */
    public String valuesText() {
        return QualityText.values(this);
    }

    /** {@return one or two lines for logs: {@link #geometryText}, and {@link #valuesText} unless it is empty} */
    public List<String> lines() {
        String values = valuesText();
        return values.isEmpty() ? List.of(geometryText()) : List.of(geometryText(), values);
    }
}
