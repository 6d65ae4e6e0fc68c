package hounsfield.mask;

import hounsfield.planes.Selection;
import java.util.Optional;

/**
 * Mask, box, crop and resize in one, plane by plane: the step that comes before training on pictures of one size.
 *
 * @param size of the result; empty for the box's own
 */
public record MaskCrop(MaskSettings settings, Optional<Size> size) {
    /** @param box what of the original plane is seen, so that the new pixel size can be told */
    public record Result(Plane plane, Box box) {}

    /**
     * What {@link #crop} should take of a plane; of several planes, take the {@linkplain Box#union union}.
     *
     * @param selection of this plane alone
     * @return empty if no pixel is inside the mask
     */
    public Optional<Box> box(Plane values, Selection selection) {
        return Mask.fromBlur(values, selection, settings).box();
    }

    /** The box that is seen if the mask's box is this one: grown to the result's shape. */
    public Box seen(Box box, int rows, int columns) {
        return size.map(shape -> box.shaped(shape, rows, columns)).orElse(box);
    }

    /** Crops to a mask's box, and resizes. */
    public Result crop(Plane values, Box box) {
        Box seen = seen(box, values.rows(), values.columns());
        Plane plane = size.isPresent() ? Crop.resize(values, seen, size.get()) : Crop.crop(values, seen);
        return new Result(plane, seen);
    }

    /**
     * One plane by its own mask; all of it if no pixel is inside, as in fastai.
     *
     * @param selection of this plane alone
     */
    public Result apply(Plane values, Selection selection) {
        return crop(values, box(values, selection).orElseGet(() -> Crop.everything(values)));
    }
}
