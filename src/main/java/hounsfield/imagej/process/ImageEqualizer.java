package hounsfield.imagej.process;

import hounsfield.equalize.Equalization;
import hounsfield.equalize.FrequencyBins;
import hounsfield.equalize.FullScale;
import hounsfield.imagej.display.ImageWindows;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.pixels.SliceMap;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Frequency-bin equalization of ImageJ images. The bins come from the pixels in the area selection, if there is one, without
 * padding. All pixels are equalized, since equalized and original values are not comparable.
 */
public final class ImageEqualizer {
    /** The pixel type of the result. */
    public enum Output implements Labeled {
        /** 0..1 as floats. */
        FLOATS("32-bit"),
        /** 0..65535. */
        SHORTS("16-bit"),
        /** 0..255. */
        BYTES("8-bit");

        private final String label;

        Output(String label) {
            this.label = label;
        }

        /** {@return the option's value in macros} */
        @Override
        public String label() {
            return label;
        }

        /** {@return all labels, the default first} */
        public static List<String> labels() {
            return Labels.of(values());
        }

        /**
         * Returns the output of a label.
         *
         * @param label {@code 8-bit}, {@code 16-bit} or {@code 32-bit}
         * @return the output
         * @throws IllegalArgumentException if there is no such output
         */
        public static Output byLabel(String label) {
            return Labels.find("output", values(), label);
        }

        int bitDepth() {
            return this == BYTES ? 8 : this == SHORTS ? 16 : 32;
        }

        /** The largest value, shown as white. */
        double white() {
            return this == BYTES ? 255 : this == SHORTS ? 65535 : 1;
        }

        Object pixels(float[] results) {
            return switch (this) {
                case BYTES -> FullScale.toBytes(results);
                case SHORTS -> FullScale.toShorts(results);
                case FLOATS -> results;
            };
        }
    }

    /** Maps every value to 0. */
    private static final Equalization NOTHING = new Equalization(new float[] {0});

    private ImageEqualizer() {}

    /**
     * Checks that an image is grayscale.
     *
     * @param image any image
     * @throws IllegalArgumentException for a color image
     */
    public static void check(ImagePlus image) {
        ImageValues.checkGray(image);
    }

    /**
     * Computes the bins of all slices together.
     *
     * @param image a grayscale image
     * @param settings bins and mask
     * @param progress reports and cancels
     * @return the bins
     * @throws IllegalArgumentException for a color image, or if there is no pixel to count
     */
    public static FrequencyBins bins(ImagePlus image, EqualizeSettings settings, Progress progress) {
        return FrequencyBins.of(ImageValues.of(image, progress), selection(image, settings), settings.bins(), progress);
    }

    /**
     * Computes one equalization for all slices, by the given breaks or the bins of all slices.
     *
     * @param image a grayscale image
     * @param settings bins, breaks and mask
     * @param progress reports and cancels
     * @return the equalization
     * @throws IllegalArgumentException if there is no pixel to count, or all that count have one value
     */
    public static Equalization shared(ImagePlus image, EqualizeSettings settings, Progress progress) {
        Optional<Equalization> given = settings.given();
        if (given.isPresent()) return given.get();
        FrequencyBins bins = bins(image, settings, progress);
        float[] breaks = bins.breaks();
        if (breaks.length == 1) {
            throw new IllegalArgumentException(
                    "there is nothing to equalize: all pixels that define the bins are " + breaks[0]);
        }
        return bins.equalization();
    }

    /**
     * Computes the equalization of one slice.
     *
     * @param slice the slice's values
     * @param selection the pixels of the slice that count
     * @param settings bins
     * @param progress cancels
     * @return the equalization; it maps every value to 0 if there is no pixel to count or all have one value
     */
    public static Equalization ofSlice(
            Planes slice, Selection selection, EqualizeSettings settings, Progress progress) {
        return FrequencyBins.find(slice, selection, settings.bins(), progress)
                .map(FrequencyBins::equalization)
                .orElse(NOTHING);
    }

    /**
     * Returns the pixels that define the bins.
     *
     * @param image any image
     * @param settings with or without a mask
     * @return the selection
     */
    public static Selection selection(ImagePlus image, EqualizeSettings settings) {
        return settings.mask()
                .map(mask -> ImageValues.selection(image, mask))
                .orElseGet(() -> ImageValues.selection(image));
    }

    /**
     * Equalizes every slice. For a virtual stack of DICOM frames the result is virtual too and equalizes slices when they are
     * shown. Bins of all slices need one pass over the frames if values are integers, as HU are, and a few passes otherwise.
     *
     * @param image a grayscale image
     * @param settings bins, breaks, mask and scope
     * @param output the pixel type of the result
     * @param progress reports and cancels
     * @return a new image with the same dimensions and position, in the full range of {@code output}
     * @throws IllegalArgumentException for a color image, or if there is no pixel to count or all that count have one value
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static ImagePlus equalize(ImagePlus image, EqualizeSettings settings, Output output, Progress progress) {
        check(image);
        Selection selection = selection(image, settings);
        boolean together = !settings.sliceBySlice() || settings.breaks().isPresent();
        Optional<Equalization> shared = together ? Optional.of(shared(image, settings, progress)) : Optional.empty();
        AtomicBoolean any = new AtomicBoolean(together || image.getStack().isVirtual());
        SliceMap map = (slice, index) -> {
            Equalization equalization =
                    shared.orElseGet(() -> ofSlice(slice, selection.plane(index), settings, progress.ofPart()));
            if (!equalization.isConstant()) any.set(true);
            return output.pixels(equalization.map(slice, progress.ofPart()).get(0));
        };
        String title = "Equalized " + image.getTitle();
        ImagePlus result = DerivedImage.whenShown(image, title, output.bitDepth(), map, progress);
        if (!any.get()) {
            throw new IllegalArgumentException(
                    "there is nothing to equalize: in each slice the pixels that define the bins are equal or missing");
        }
        result.setLut(ImageWindows.ramp(ImageWindows.isInverted(image)));
        result.setDisplayRange(0, output.white());
        return result;
    }
}
