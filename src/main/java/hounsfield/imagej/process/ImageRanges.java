package hounsfield.imagej.process;

import hounsfield.calibrate.PixelPadding;
import hounsfield.imagej.display.ImageWindows;
import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.standard.Numbers;
import hounsfield.window.ClosedRange;
import hounsfield.window.Outside;
import hounsfield.window.RangeFilter;
import hounsfield.window.voi.VoiWindow;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.OptionalDouble;

/** Shows a range of an image's calibrated values, or removes the values outside it. */
public final class ImageRanges {
    private ImageRanges() {}

    /**
     * Returns a range of an image's values. An end that is not given is the smallest or largest value without padding.
     *
     * @param image a grayscale image
     * @param min the lower end in the image's unit, empty for the smallest value
     * @param max the upper end in the image's unit, empty for the largest value
     * @param progress reports and cancels
     * @return the range
     * @throws IllegalArgumentException for a color image, if an end is not finite, or if both are given and the range is empty
     */
    public static ClosedRange of(ImagePlus image, OptionalDouble min, OptionalDouble max, Progress progress) {
        if (min.isPresent() && max.isPresent()) return new ClosedRange(min.getAsDouble(), max.getAsDouble());
        return between(min, max, ImageValues.of(image), Selection.ALL.excluding(ImagePadding.of(image)), progress);
    }

    /**
     * Returns a range of the values of planes. An end that is not given is the smallest or largest value without padding.
     *
     * @param min the lower end, empty for the smallest value
     * @param max the upper end, empty for the largest value
     * @param planes the values
     * @param selection the padding of the planes
     * @param progress reports and cancels
     * @return the range
     */
    public static ClosedRange between(
            OptionalDouble min, OptionalDouble max, Planes planes, Selection selection, Progress progress) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int plane = 0; plane < planes.count(); plane++) {
            progress.check();
            progress.update(plane, planes.count());
            PixelPadding padding = selection.padding(plane);
            for (float value : planes.values(plane)) {
                if (!Float.isFinite(value) || padding != null && padding.contains(value)) continue;
                if (value < least) least = value;
                if (value > greatest) greatest = value;
            }
        }
        progress.update(planes.count(), planes.count());
        // If all values are beyond the given end, the range contains none of them.
        if (max.isPresent())
            return new ClosedRange(
                    least < (float) max.getAsDouble() ? least : max.getAsDouble() - 1, max.getAsDouble());
        double low = min.orElse(least);
        return new ClosedRange(low, greatest > (float) low ? greatest : low + 1);
    }

    /**
     * Shows a range from black to white. Pixels do not change.
     *
     * @param image a grayscale image
     * @param range the range in the image's unit
     */
    public static void show(ImagePlus image, ClosedRange range) {
        ImageWindows.show(image, VoiWindow.exact(range.window()));
    }

    /**
     * Makes a new image with replaced values outside a range, shown over that range. Only pixels in the area selection change;
     * for {@link Outside#MASK} pixels outside it are 0. 8 and 16-bit images keep their type and calibration, except that NaN
     * requires 32-bit.
     *
     * @param image a grayscale image
     * @param range the range in the image's unit
     * @param outside the treatment of values outside the range
     * @param progress reports and cancels
     * @return a new image
     * @throws IllegalArgumentException for a color image, if all pixels are padding or NaN, or if an 8 or 16-bit image cannot
     *     represent a value in the range
     */
    public static ImagePlus keep(ImagePlus image, ClosedRange range, Outside outside, Progress progress) {
        checkAnyValue(image, progress);
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
        ImageUnit.copyTo(image, result);
        if (outside == Outside.CLIP || image.getRoi() != null) ImagePadding.copyTo(result, ImagePadding.of(image));
        ImageRecord.copyValuesTo(image, result);
        ImageRecord record = ImageRecord.read(result);
        record.with(record.values().changed()).writeTo(result);
        result.setLut(image.getProcessor().getLut());
        show(result, range);
        return result;
    }

    /** Checks that there is a value other than padding and NaN. Stops at the first one. */
    private static void checkAnyValue(ImagePlus image, Progress progress) {
        Planes planes = ImageValues.of(image);
        Selection noPadding = Selection.ALL.excluding(ImagePadding.of(image));
        for (int plane = 0; plane < planes.count(); plane++) {
            progress.check();
            PixelPadding padding = noPadding.padding(plane);
            for (float value : planes.values(plane)) {
                if (!Float.isNaN(value) && (padding == null || !padding.contains(value))) return;
            }
        }
        throw new IllegalArgumentException("there is no value to keep: all pixels are padding or not a number");
    }

    /**
     * Returns the gray levels of a slice as {@link #keep} would make it, shown over the range.
     *
     * @param slice the slice's values
     * @param selection the slice's own selection
     * @param filter range and treatment of values outside
     * @return a gray level per pixel, 0 and 1 at the ends of the range
     */
    public static float[] preview(Planes slice, Selection selection, RangeFilter filter) {
        float[] values = slice.values(0);
        double low = filter.range().min();
        double width = filter.range().max() - low;
        Planes floats = Planes.ofFloats(values);
        float[] grays = new float[values.length];
        if (filter.outside() == Outside.MASK) {
            byte[] mask = (byte[]) filter.pixels(floats, selection);
            for (int i = 0; i < grays.length; i++) grays[i] = (mask[i] & 0xFF) / 255f;
            return grays;
        }
        float[] kept = (float[]) filter.pixels(floats, selection);
        for (int i = 0; i < grays.length; i++) {
            grays[i] = Float.isNaN(kept[i]) ? (filter.inverted() ? 1 : 0) : (float) ((kept[i] - low) / width);
        }
        return grays;
    }
}
