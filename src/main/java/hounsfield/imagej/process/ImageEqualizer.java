package hounsfield.imagej.process;

import hounsfield.equalize.Equalization;
import hounsfield.equalize.FrequencyBins;
import hounsfield.equalize.FullScale;
import hounsfield.imagej.display.ImageWindows;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.pixels.SliceMap;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.standard.Labels;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Frequency-bin equalization of ImageJ images. The bins come from the selected pixels: without padding, and within the area
 * selection if there is one. The result covers the whole image, since equalized and original values do not mix.
 */
public final class ImageEqualizer {
    /** What the results are stored as. */
    public enum Output {
        BYTES("8-bit"),
        SHORTS("16-bit"),
        FLOATS("32-bit");

        private final String label;

        Output(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static Output byLabel(String label) {
            return Labels.find("output", values(), Output::label, label);
        }

        int bitDepth() {
            return this == BYTES ? 8 : this == SHORTS ? 16 : 32;
        }

        /** The white of a full scale. */
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

    /** Makes every value 0. */
    private static final Equalization NOTHING = new Equalization(new float[] {0});

    private ImageEqualizer() {}

    /** @throws IllegalArgumentException for a colour image */
    public static void check(ImagePlus image) {
        ImageValues.checkGrey(image);
    }

    /** The bins of all slices together. */
    public static FrequencyBins bins(ImagePlus image, EqualizeSettings settings, Progress progress) {
        return FrequencyBins.of(ImageValues.of(image), selection(image, settings), settings.bins(), progress);
    }

    /**
     * The map for all slices together.
     *
     * @throws IllegalArgumentException if no pixel counts, or all that count have one value
     */
    public static Equalization shared(ImagePlus image, EqualizeSettings settings, Progress progress) {
        Optional<Equalization> given = settings.given();
        if (given.isPresent()) return given.get();
        FrequencyBins bins = bins(image, settings, progress);
        float[] breaks = bins.breaks();
        if (breaks.length == 1) {
            throw new IllegalArgumentException(
                    "there is nothing to equalize: all pixels that make the bins are " + breaks[0]);
        }
        return bins.equalization();
    }

    /** The map for a slice alone; one that makes everything black if none of its pixels count, or all are of one value. */
    public static Equalization ofSlice(
            Planes slice, Selection selection, EqualizeSettings settings, Progress progress) {
        return FrequencyBins.find(slice, selection, settings.bins(), progress)
                .map(FrequencyBins::equalization)
                .orElse(NOTHING);
    }

    public static Selection selection(ImagePlus image, EqualizeSettings settings) {
        return settings.mask()
                .map(mask -> ImageValues.selection(image, mask))
                .orElseGet(() -> ImageValues.selection(image));
    }

    /**
     * Equalizes every slice. Of a virtual stack of DICOM frames the result is a virtual stack too, whose slices are
     * equalized when they are shown; the bins of all slices together take one look at each frame where values are
     * integers, as HU are, and a few where they are not.
     *
     * @return a new image of the same dimensions and place: 0..1 as floats, 0..255 or 0..65535
     * @throws IllegalArgumentException for a colour image, or if there is nothing to equalize
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
                    "there is nothing to equalize: in each slice all pixels that make the bins are alike, or there are none");
        }
        result.setLut(ImageWindows.ramp(ImageWindows.isInverted(image)));
        result.setDisplayRange(0, output.white());
        return result;
    }

    /** Whether {@link #replace} can be used. */
    public static boolean canReplace(ImagePlus image, ImagePlus result) {
        return DerivedImage.canReplace(image, result);
    }

    /** Puts an equalized single image in its original's place; Undo brings pixels and calibration back. */
    public static void replace(ImagePlus image, ImagePlus result) {
        DerivedImage.replace(image, result);
    }
}
