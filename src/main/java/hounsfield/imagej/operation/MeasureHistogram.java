package hounsfield.imagej.operation;

import hounsfield.imagej.measure.ImageHistogram;
import hounsfield.imagej.measure.ImageHistogram.Source;
import hounsfield.measure.Histogram;
import hounsfield.measure.HistogramBins;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** {@code HU Histogram...}: counts the values of an image without padding, in the area selection if there is one. */
public final class MeasureHistogram {
    private MeasureHistogram() {}

    /**
     * The options of {@code HU Histogram...}.
     *
     * @param source the kind of values: the image's, stored or equalized
     * @param scope all slices, or the current one
     * @param bins number and range of the bins
     */
    public record Options(Source source, Scope scope, HistogramBins bins) {
        /** The image's values in all slices, in bins of one unit if they are integers. */
        public static final Options DEFAULT = new Options(Source.HU, Scope.STACK, HistogramBins.AUTOMATIC);

        /**
         * {@return these options for other values}
         *
         * @param other the kind of values
         */
        public Options with(Source other) {
            return new Options(other, scope, bins);
        }

        /**
         * {@return these options for all slices, or the current one}
         *
         * @param other the slices
         */
        public Options with(Scope other) {
            return new Options(source, other, bins);
        }

        /**
         * {@return these options with other bins}
         *
         * @param other number and range of the bins
         */
        public Options with(HistogramBins other) {
            return new Options(source, scope, other);
        }

        /**
         * {@return these options for other values}
         *
         * @param label one of {@link MeasureHistogram#values}, in any case
         * @throws IllegalArgumentException if there is no such source
         */
        public Options withValues(String label) {
            return with(Source.byLabel(label));
        }

        /**
         * {@return the slice that is counted, from 1; 0 for all slices}
         *
         * @param image the image
         */
        public int slice(ImagePlus image) {
            return scope == Scope.SLICE ? image.getCurrentSlice() : 0;
        }

        /**
         * {@return these options for all slices, or the current one}
         *
         * @param label {@code stack} or {@code slice}, in any case
         * @throws IllegalArgumentException if it is neither
         */
        public Options withScope(String label) {
            return with(Scope.byLabel(label));
        }

        /**
         * {@return these options with other bins}
         *
         * @param count empty for bins of one unit
         * @param min lower edge of the first bin; empty for the least value
         * @param max upper edge of the last bin; empty for the greatest value
         * @throws IllegalArgumentException if a number is outside its range
         */
        public Options withBins(OptionalInt count, OptionalDouble min, OptionalDouble max) {
            return with(new HistogramBins(count, min, max));
        }

        /**
         * {@return these options with other bins}
         *
         * @param count 0 for bins of one unit
         * @param min lower edge of the first bin; NaN for the least value
         * @param max upper edge of the last bin; NaN for the greatest value
         * @throws IllegalArgumentException if a number is outside its range
         */
        public Options withBins(int count, double min, double max) {
            OptionalInt given = count == 0 ? OptionalInt.empty() : OptionalInt.of(count);
            return withBins(given, Equalize.optional(min), Equalize.optional(max));
        }

        /**
         * {@return these options with bins of equal width between two values}
         *
         * @param count number of bins, at least 1
         * @param min lower edge of the first bin
         * @param max upper edge of the last bin
         * @throws IllegalArgumentException if a number is outside its range
         */
        public Options between(int count, double min, double max) {
            return with(HistogramBins.between(count, min, max));
        }
    }

    /** {@return the labels of the sources of values, the default first} */
    public static List<String> values() {
        return Arrays.stream(Source.values()).map(Source::label).toList();
    }

    /**
     * Counts values.
     *
     * @param image grayscale
     * @param options values, slices and bins
     * @param progress reports and cancels
     * @return edges of the bins and counts
     * @throws IOException if a file with the stored values cannot be read
     * @throws IllegalArgumentException for a color image, if there is no pixel to count, or if stored values are not known
     */
    public static Histogram run(ImagePlus image, Options options, Progress progress) throws IOException {
        int slice = options.slice(image);
        return ImageHistogram.of(image, options.source(), options.bins(), slice, progress);
    }

    /**
     * Counts values.
     *
     * @param image grayscale
     * @param options values, slices and bins
     * @param progress reports and cancels
     * @return two rows: the edges of the bins, one more than bins, and the count of each bin
     * @throws IOException if a file with the stored values cannot be read
     */
    public static double[][] edgesAndCounts(ImagePlus image, Options options, Progress progress) throws IOException {
        Histogram histogram = run(image, options, progress);
        double[] counts = Arrays.stream(histogram.counts()).asDoubleStream().toArray();
        return new double[][] {histogram.edges(), counts};
    }
}
