package hounsfield.imagej.view;

import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.display.ImageWindows;
import hounsfield.imagej.display.Luts;
import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.process.ImageRanges;
import hounsfield.planes.Selection;
import hounsfield.window.ClosedRange;
import hounsfield.window.Outside;
import hounsfield.window.RangeFilter;
import ij.ImagePlus;
import java.util.OptionalDouble;

/** Shows the current slice as a range would leave it while a dialog is open. */
public final class RangePreview implements AutoCloseable {
    private final ImagePlus image;
    private final DisplayWindow display;
    private final SlicePreview preview;
    private final boolean inverted;
    private boolean shown;

    /** @throws IllegalArgumentException for a colour image */
    public RangePreview(ImagePlus image) {
        this.image = image;
        display = DisplayWindow.of(image);
        preview = new SlicePreview(image);
        inverted = ImageWindows.isInverted(image);
    }

    /** A range as {@link ImageRanges#of} has it, an open end by the current slice alone. */
    public ClosedRange range(OptionalDouble min, OptionalDouble max) {
        if (min.isPresent() && max.isPresent()) return new ClosedRange(min.getAsDouble(), max.getAsDouble());
        hide();
        Selection selection = Selection.ALL.excluding(ImagePadding.of(image)).plane(image.getCurrentSlice() - 1);
        return ImageRanges.between(min, max, ImageValues.ofCurrentSlice(image), selection);
    }

    /** Shows the image so: display range and lookup table at once, the slice's changed pixels a little later. */
    public void show(ClosedRange range, Outside outside, String lut) {
        hide();
        shown = true;
        ImageRanges.show(image, range);
        Luts.apply(image, lut);
        if (outside == Outside.UNCHANGED || outside == Outside.CLIP) return;
        RangeFilter filter = new RangeFilter(range, outside, inverted);
        preview.show((slice, progress) ->
                ImageRanges.preview(slice, ImageValues.selection(image).plane(image.getCurrentSlice() - 1), filter));
    }

    /** Brings back pixels, display range and lookup table. */
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
