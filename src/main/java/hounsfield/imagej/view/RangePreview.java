package hounsfield.imagej.view;

import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.display.ImageWindows;
import hounsfield.imagej.display.Luts;
import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.operation.KeepRange;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.process.ImageRanges;
import hounsfield.planes.Selection;
import hounsfield.window.ClosedRange;
import hounsfield.window.Outside;
import hounsfield.window.RangeFilter;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.OptionalDouble;

/** Shows the current slice limited to a range of values while a dialog is open. */
public final class RangePreview implements AutoCloseable {
    private final ImagePlus image;
    private final DisplayWindow display;
    private final SlicePreview preview;
    private final boolean inverted;
    private boolean shown;

    /**
     * Creates a preview that is not shown yet.
     *
     * @param image a grayscale image
     * @throws IllegalArgumentException for a color image
     */
    public RangePreview(ImagePlus image) {
        this.image = image;
        display = DisplayWindow.of(image);
        preview = new SlicePreview(image);
        inverted = ImageWindows.isInverted(image);
    }

    /**
     * Shows the current slice limited to a range. Sets display range and lookup table at once, and changes the slice's pixels
     * in the background. An open end of the range is that of the current slice only.
     *
     * @param options range, fate of other values, and lookup table
     * @throws IllegalArgumentException if an option is invalid
     */
    public void show(KeepRange.Options options) {
        ClosedRange range = range(options.min(), options.max());
        Outside outside = options.outside();
        hide();
        shown = true;
        ImageRanges.show(image, range);
        Luts.apply(image, options.lut());
        if (outside == Outside.UNCHANGED || outside == Outside.CLIP) return;
        RangeFilter filter = new RangeFilter(range, outside, inverted);
        preview.show((slice, progress) ->
                ImageRanges.preview(slice, ImageValues.selection(image).plane(image.getCurrentSlice() - 1), filter));
    }

    private ClosedRange range(OptionalDouble min, OptionalDouble max) {
        if (min.isPresent() && max.isPresent()) return new ClosedRange(min.getAsDouble(), max.getAsDouble());
        hide();
        Selection selection = Selection.ALL.excluding(ImagePadding.of(image)).plane(image.getCurrentSlice() - 1);
        return ImageRanges.between(min, max, ImageValues.ofCurrentSlice(image), selection, Progress.NONE);
    }

    /** Restores pixels, display range and lookup table. */
    public void hide() {
        preview.hide();
        if (shown) display.restore();
        shown = false;
    }

    @Override
    public void close() {
        preview.close();
    }
}
