package hounsfield.imagej.measure;

import hounsfield.calibrate.PixelPadding;
import hounsfield.equalize.Equalization;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.memory.ValueProperties;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.process.EqualizeSettings;
import hounsfield.imagej.process.ImageEqualizer;
import hounsfield.measure.Histogram;
import hounsfield.measure.HistogramBins;
import hounsfield.planes.LazyPlaneList;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.standard.Labels;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/**
 * The histogram of an image: of the whole stack or the current slice, within the area selection if there is one, padding
 * left out.
 */
public final class ImageHistogram {
    /** How many bins the equalized values come from. */
    private static final int EQUALIZING_BINS = 100;

    /** Which of an image's values. */
    public enum Source {
        /** The image's own values, in HU or the unit that it has. */
        HU,
        /**
         * Before any rescale: the numbers of an 8 or 16-bit image, less the one that stands for 0 where they are signed, and
         * for a 32-bit image those in the DICOM files of its slices.
         */
        STORED,
        /** 0..1, by 100 frequency bins of the same pixels. */
        EQUALIZED;

        /** The word for it in macros. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Source byLabel(String label) {
            return Labels.find("values", values(), Source::label, label);
        }
    }

    private ImageHistogram() {}

    /**
     * Counts an image's values.
     *
     * @param slice the only slice to count, from 1; 0 for all
     * @throws IllegalArgumentException for a colour image, if no pixel counts, if the range of the bins is empty, or if the
     *     stored values are not known; the message says why
     * @throws IOException if a file with the stored values cannot be read
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static Histogram of(ImagePlus image, Source source, HistogramBins bins, int slice, Progress progress)
            throws IOException {
        Planes planes = ImageValues.of(image);
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

    /** What the values are in, for axes and columns; empty for bare numbers. */
    public static String unit(ImagePlus image, Source source) {
        return source == Source.HU ? ImageUnit.of(image) : "";
    }

    private static Histogram count(
            Planes planes, Selection selection, HistogramBins bins, int slice, Progress progress) {
        if (slice == 0) return Histogram.of(planes, selection, bins, progress);
        return Histogram.of(planes.plane(slice - 1), selection.plane(slice - 1), bins, progress);
    }

    /** What a plane's pixels are made into. */
    private interface Maker {
        float[] make(Planes one);
    }

    /** Counts what is made of planes, a plane at a time. Padding is known by what it was, and made not a number. */
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

    /** What each of an 8 or 16-bit image's numbers stands for as a stored value. */
    private static float[] numbers(ImagePlus image) {
        int less = ValueProperties.storedZero(image);
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
