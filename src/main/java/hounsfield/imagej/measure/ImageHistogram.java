package hounsfield.imagej.measure;

import hounsfield.calibrate.PixelPadding;
import hounsfield.equalize.Equalization;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.process.EqualizeSettings;
import hounsfield.imagej.process.ImageEqualizer;
import hounsfield.measure.Histogram;
import hounsfield.measure.HistogramBins;
import hounsfield.planes.LazyPlaneList;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Histograms of images: of the whole stack or one slice, in the area selection if there is one, without padding.
 */
public final class ImageHistogram {
    /** Number of frequency bins for equalized values. */
    private static final int EQUALIZING_BINS = 100;

    /** The values to count. */
    public enum Source implements Labeled {
        /** The image's values, in HU or the image's unit. */
        HU,
        /**
         * Stored values before any rescale. For an 8 or 16-bit image they are its raw values, less the one that represents 0
         * if they are signed; for a 32-bit image they are read from the DICOM files of its slices.
         */
        STORED,
        /** Values of 0..1, equalized by 100 frequency bins of the same pixels. */
        EQUALIZED;

        /** {@return all labels, the default first} */
        public static List<String> labels() {
            return Labels.of(values());
        }

        /**
         * Returns the source of a label.
         *
         * @param label {@code hu}, {@code stored} or {@code equalized}
         * @return the source
         * @throws IllegalArgumentException if there is no such source
         */
        public static Source byLabel(String label) {
            return Labels.find("values", values(), label);
        }
    }

    private ImageHistogram() {}

    /**
     * Counts an image's values.
     *
     * @param image a grayscale image
     * @param source the values to count
     * @param bins the number and range of the bins
     * @param slice the slice to count, from 1; 0 for all slices
     * @param progress reports and cancels
     * @return the histogram
     * @throws IllegalArgumentException for a color image, if there is no pixel to count, if the range of the bins is empty, or if the
     *     stored values are unknown; the message has the reason
     * @throws IOException if a file with the stored values cannot be read
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static Histogram of(ImagePlus image, Source source, HistogramBins bins, int slice, Progress progress)
            throws IOException {
        Planes planes = ImageValues.of(image, progress);
        Selection selection = ImageValues.selection(image);
        return switch (source) {
            case HU -> count(planes, selection, bins, slice, progress);
            case EQUALIZED -> {
                Equalization map = equalization(image, planes, slice, progress);
                yield countMade(planes, selection, bins, slice, progress, one -> map.map(one, Progress.NONE)
                        .get(0));
            }
            case STORED -> {
                if (image.getBitDepth() < 32) {
                    float[] numbers = numbers(image);
                    yield countMade(planes, selection, bins, slice, progress, one -> numbers(one, numbers));
                }
                try (StoredValueReader stored = StoredValueReader.of(image, progress)) {
                    Selection noPadding = selection.excluding(stored.padding());
                    yield count(stored.planes(), noPadding, bins, slice, progress);
                }
            }
        };
    }

    /**
     * Returns the unit of the values, for axes and columns.
     *
     * @param image any image
     * @param source the values to count
     * @param slice the slice that is counted, from 1; 0 for all slices
     * @return the unit; empty if there is none, or the units of slices differ
     */
    public static String unit(ImagePlus image, Source source, int slice) {
        if (source != Source.HU) return "";
        return slice == 0 ? ImageUnit.of(image) : ImageUnit.ofSlices(image).get(slice - 1);
    }

    private static Histogram count(
            Planes planes, Selection selection, HistogramBins bins, int slice, Progress progress) {
        if (slice == 0) return Histogram.of(planes, selection, bins, progress);
        return Histogram.of(planes.plane(slice - 1), selection.plane(slice - 1), bins, progress);
    }

    /** A conversion of a plane's pixels. */
    private interface Maker {
        float[] make(Planes one);
    }

    /** Counts converted values, one plane at a time. Padding is detected before the conversion and replaced by NaN. */
    private static Histogram countMade(
            Planes planes, Selection selection, HistogramBins bins, int slice, Progress progress, Maker maker) {
        Planes made = Planes.ofFloats(new LazyPlaneList<>(planes.count(), planes.length(0), plane -> {
            float[] values = maker.make(planes.plane(plane));
            PixelPadding padding = selection.padding(plane);
            if (padding == null) return values;
            float[] own = planes.values(plane);
            for (int i = 0; i < values.length; i++) if (padding.contains(own[i])) values[i] = Float.NaN;
            return values;
        }));
        Selection noPadding = selection.excluding(Collections.nCopies(planes.count(), Optional.empty()));
        return count(made, noPadding, bins, slice, progress);
    }

    private static Equalization equalization(ImagePlus image, Planes planes, int slice, Progress progress) {
        EqualizeSettings settings = EqualizeSettings.of(EQUALIZING_BINS);
        if (slice == 0) return ImageEqualizer.shared(image, settings, progress);
        Selection selection = ImageValues.selection(image).plane(slice - 1);
        return ImageEqualizer.ofSlice(planes.plane(slice - 1), selection, settings, progress);
    }

    /** Returns the stored value of each raw value of an 8 or 16-bit image. */
    private static float[] numbers(ImagePlus image) {
        int less = ImageRecord.storedZero(image);
        float[] numbers = new float[1 << image.getBitDepth()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = i - less;
        return numbers;
    }

    private static float[] numbers(Planes one, float[] numbers) {
        Planes planes = one instanceof Planes.Shorts shorts
                ? new Planes.Shorts(shorts.planes(), numbers)
                : new Planes.Bytes(((Planes.Bytes) one).planes(), numbers);
        return planes.values(0);
    }
}
