package hounsfield.imagej.process;

import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.display.ImageWindows;
import hounsfield.imagej.pixels.SliceMap;
import hounsfield.window.voi.VoiLut8;
import hounsfield.window.voi.VoiTransform;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes 8-bit gray images from images and a window or VOI LUT. The original keeps its values. */
public final class WindowedImage {
    private WindowedImage() {}

    /**
     * Applies one transform to all slices.
     *
     * @param image grayscale
     * @param gray the transform
     * @param title of the result
     * @param progress reports and cancels
     * @return a new 8-bit image, 0 for black to 255 for white
     */
    public static ImagePlus of(ImagePlus image, VoiTransform gray, String title, Progress progress) {
        return of(image, Collections.nCopies(image.getStackSize(), gray), title, progress);
    }

    /**
     * Applies the window or VOI LUT of a name to each slice. {@code file n} and {@code lut n} resolve to each slice's own
     * file.
     *
     * @param image grayscale
     * @param name a preset, {@code file n} or {@code lut n}
     * @param change applied to each slice's transform before it is used
     * @param title of the result
     * @param progress reports and cancels
     * @return a new 8-bit image, 0 for black to 255 for white
     * @throws IllegalArgumentException if a slice has no such window or VOI LUT
     */
    public static ImagePlus of(
            ImagePlus image, String name, UnaryOperator<VoiTransform> change, String title, Progress progress) {
        List<VoiTransform> each = DisplayWindow.of(image).grays(name, progress).stream()
                .map(change)
                .toList();
        return of(image, each, title, progress);
    }

    /**
     * Applies a transform to each slice.
     *
     * @param image grayscale
     * @param grays one transform for each slice of the stack
     * @param title of the result
     * @param progress reports and cancels
     * @return a new 8-bit image, 0 for black to 255 for white
     */
    public static ImagePlus of(ImagePlus image, List<VoiTransform> grays, String title, Progress progress) {
        VoiLut8 first = new VoiLut8(grays.get(0));
        SliceMap map = (slice, index) -> {
            VoiTransform gray = grays.get(index);
            return (gray.equals(grays.get(0)) ? first : new VoiLut8(gray)).of(slice, 0);
        };
        ImagePlus result = DerivedImage.of(image, title, map, progress);
        if (ImageWindows.isInverted(image)) result.setLut(ImageWindows.ramp(true));
        return result;
    }
}
