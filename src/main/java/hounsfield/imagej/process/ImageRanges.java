package hounsfield.imagej.process;

import hounsfield.calibrate.PixelPadding;
import hounsfield.imagej.display.ImageWindows;
import hounsfield.imagej.host.Numbers;
import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.memory.ValueProperties;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.window.ClosedRange;
import hounsfield.window.Outside;
import hounsfield.window.RangeFilter;
import hounsfield.window.VoiWindow;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.OptionalDouble;

/** Shows, or keeps only, a range of an image's calibrated values. */
public final class ImageRanges {
    private ImageRanges() {}

    /**
     * A range of an image's values. An end that is not given is open: it is the least or the greatest of all values, padding
     * aside.
     *
     * @throws IllegalArgumentException for a color image, if an end is not finite, or if both are given and the range is empty
     */
    public static ClosedRange of(ImagePlus image, OptionalDouble min, OptionalDouble max) {
        if (min.isPresent() && max.isPresent()) return new ClosedRange(min.getAsDouble(), max.getAsDouble());
        return between(min, max, ImageValues.of(image), Selection.ALL.excluding(ImagePadding.of(image)));
    }

    /** As above, of some of the planes. */
    public static ClosedRange between(OptionalDouble min, OptionalDouble max, Planes planes, Selection selection) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int plane = 0; plane < planes.count(); plane++) {
            PixelPadding padding = selection.padding(plane);
            for (float value : planes.values(plane)) {
                if (!Float.isFinite(value) || padding != null && padding.contains(value)) continue;
                if (value < least) least = value;
                if (value > greatest) greatest = value;
            }
        }
        // Where all values are beyond the end that is given, the range is one that holds none of them.
        if (max.isPresent())
            return new ClosedRange(
                    least < (float) max.getAsDouble() ? least : max.getAsDouble() - 1, max.getAsDouble());
        double low = min.orElse(least);
        return new ClosedRange(low, greatest > (float) low ? greatest : low + 1);
    }

    /** Shows a range from black to white; the pixels stay. */
    public static void show(ImagePlus image, ClosedRange range) {
        ImageWindows.show(image, VoiWindow.exact(range.window()));
    }

    /**
     * A new image without the values outside the range, shown from end to end. An area selection limits what changes; in a
     * mask all beside it is 0. 8 and 16-bit images keep their type and calibration, but for NaN become 32-bit.
     *
     * @throws IllegalArgumentException for a colour image, if all is padding or not a number, or if an 8 or 16-bit image has
     *     no number for a value in the range
     */
    public static ImagePlus keep(ImagePlus image, ClosedRange range, Outside outside, Progress progress) {
        checkAnyValue(image);
        RangeFilter filter = new RangeFilter(range, outside, ImageWindows.isInverted(image));
        Selection selection = ImageValues.selection(image);
        String title = image.getTitle() + " " + Numbers.text(range.min()) + " to " + Numbers.text(range.max());
        ImagePlus result =
                DerivedImage.of(image, title, (slice, index) -> filter.pixels(slice, selection.plane(index)), progress);
        if (outside == Outside.MASK) {
            result.setDisplayRange(0, 255);
            return result;
        }
        if (result.getBitDepth() == image.getBitDepth()) {
            result.setCalibration(image.getCalibration().copy());
            ImagePadding.forget(result);
        }
        ImageUnit.keep(image, result);
        if (outside == Outside.CLIP || image.getRoi() != null) ImagePadding.keep(result, ImagePadding.of(image));
        ValueProperties.keep(image, result);
        ValueProperties.markChanged(result);
        result.setLut(image.getProcessor().getLut());
        show(result, range);
        return result;
    }

    /** Looks no further than to the first value. */
    private static void checkAnyValue(ImagePlus image) {
        Planes planes = ImageValues.of(image);
        Selection noPadding = Selection.ALL.excluding(ImagePadding.of(image));
        for (int plane = 0; plane < planes.count(); plane++) {
            PixelPadding padding = noPadding.padding(plane);
            for (float value : planes.values(plane)) {
                if (!Float.isNaN(value) && (padding == null || !padding.contains(value))) return;
            }
        }
        throw new IllegalArgumentException("there is no value to keep: all pixels are padding or not a number");
    }

    /** Shows what {@link #keep} gave: in the original's place with Undo if it can take it, or else as a new image. */
    public static void put(ImagePlus image, ImagePlus result, Outside outside) {
        if (outside != Outside.MASK && DerivedImage.canReplace(image, result)) {
            DerivedImage.replace(image, result);
            return;
        }
        result.show();
        result.setSlice(image.getCurrentSlice());
    }

    /**
     * Greys of a slice as {@link #keep} would make it, for a display range that is the range.
     *
     * @param selection the slice's own
     */
    public static float[] preview(Planes slice, Selection selection, RangeFilter filter) {
        float[] values = slice.values(0);
        double low = filter.range().min();
        double width = filter.range().max() - low;
        Planes floats = Planes.ofFloats(values);
        float[] greys = new float[values.length];
        if (filter.outside() == Outside.MASK) {
            byte[] mask = (byte[]) filter.pixels(floats, selection);
            for (int i = 0; i < greys.length; i++) greys[i] = (mask[i] & 0xFF) / 255f;
            return greys;
        }
        float[] kept = (float[]) filter.pixels(floats, selection);
        for (int i = 0; i < greys.length; i++) {
            greys[i] = Float.isNaN(kept[i]) ? (filter.inverted() ? 1 : 0) : (float) ((kept[i] - low) / width);
        }
        return greys;
    }
}
