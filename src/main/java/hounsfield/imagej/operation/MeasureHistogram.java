package hounsfield.imagej.operation;

import hounsfield.imagej.measure.ImageHistogram;
import hounsfield.imagej.measure.ImageHistogram.Source;
import hounsfield.measure.Histogram;
import hounsfield.measure.HistogramBins;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;

/** {@code HU Histogram...}: counts the values of an image, padding left out, in the area selection if there is one. */
public final class MeasureHistogram {
    private MeasureHistogram() {}

    /**
     * The options of {@code HU Histogram...}.
     *
     * @param source which of the values of an image
     * @param scope all slices, or the current one
     * @param bins layout of the bins
     */
    public record Options(Source source, Scope scope, HistogramBins bins) {
        /** The own values of all slices, in bins of one unit if they are integers. */
        public static final Options DEFAULT = new Options(Source.HU, Scope.STACK, HistogramBins.AUTOMATIC);

        /**
         * {@return these options for other values}
         *
         * @param other which values
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
         * @param other their layout
         */
        public Options with(HistogramBins other) {
            return new Options(source, scope, other);
        }
    }

    /**
     * Counts values.
     *
     * @param image grayscale
     * @param options values, slices and bins
     * @param progress reports and cancels
     * @return edges of the bins and counts
     * @throws IOException if a file with the stored values cannot be read
     * @throws IllegalArgumentException for a color image, if no pixel counts, or if stored values are not known
     */
    public static Histogram run(ImagePlus image, Options options, Progress progress) throws IOException {
        int slice = options.scope() == Scope.SLICE ? image.getCurrentSlice() : 0;
        return ImageHistogram.of(image, options.source(), options.bins(), slice, progress);
    }
}
