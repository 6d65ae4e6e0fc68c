package hounsfield.imagej;

import hounsfield.equalize.BinSettings;
import hounsfield.equalize.Equalization;
import hounsfield.equalize.FrequencyBins;
import hounsfield.equalize.FullScale;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.standard.Progress;
import ij.ImagePlus;
import ij.ImageStack;
import java.util.List;

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

        String label() {
            return label;
        }

        public static Output byLabel(String label) {
            for (Output output : values()) {
                if (output.label.equals(label)) return output;
            }
            throw new IllegalArgumentException("no output \"" + label + "\"; there are 8-bit, 16-bit, 32-bit");
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

    private ImageEqualizer() {}

    /** @throws IllegalArgumentException for a colour image */
    public static void check(ImagePlus image) {
        ImageValues.checkGrey(image);
    }

    /** The bins of all slices together. */
    static FrequencyBins bins(ImagePlus image, BinSettings settings, Progress progress) {
        return FrequencyBins.of(ImageValues.of(image), ImageValues.selection(image), settings, progress);
    }

    /**
     * Equalizes every slice.
     *
     * @param sliceBySlice whether each slice has bins of its own, instead of the whole stack's
     * @return a new image of the same dimensions and place: 0..1 as floats, 0..255 or 0..65535
     */
    public static ImagePlus equalize(
            ImagePlus image, BinSettings settings, boolean sliceBySlice, Output output, Progress progress) {
        Planes planes = ImageValues.of(image);
        Selection selection = ImageValues.selection(image);
        Equalization shared = sliceBySlice
                ? null
                : FrequencyBins.of(planes, selection, settings, progress).equalization();
        // All at once is fastest; other outputs go plane by plane, so that no second volume of floats is held.
        List<float[]> floats = sliceBySlice || output != Output.FLOATS ? List.of() : shared.map(planes, progress);
        ImageStack stack = new ImageStack(image.getWidth(), image.getHeight(), planes.count());
        for (int plane = 0; plane < planes.count(); plane++) {
            progress.check();
            if (floats.isEmpty()) {
                Planes one = planes.plane(plane);
                Equalization equalization = sliceBySlice
                        ? FrequencyBins.of(one, selection.plane(plane), settings, Progress.NONE)
                                .equalization()
                        : shared;
                float[] results = equalization.map(one, Progress.NONE).get(0);
                stack.setPixels(output.pixels(results), plane + 1);
            } else {
                stack.setPixels(floats.get(plane), plane + 1);
            }
            stack.setSliceLabel(image.getStack().getSliceLabel(plane + 1), plane + 1);
            progress.update(plane + 1L, planes.count());
        }
        ImagePlus result = new ImagePlus("Equalized " + image.getTitle(), stack);
        ImageWindows.copyPlace(image, result);
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
