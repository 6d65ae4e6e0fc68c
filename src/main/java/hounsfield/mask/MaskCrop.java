package hounsfield.mask;

import hounsfield.planes.Selection;
import java.util.Optional;

/**
 * Masks, crops and resizes planes: the usual preparation of pictures of one size for training.
 *
 * @param settings of the mask
 * @param size of the result; empty to keep the size of the box
 */
public record MaskCrop(MaskSettings settings, Optional<Size> size) {
    /**
     * A crop.
     *
     * @param plane the cropped values
     * @param box the part of the original plane that it shows, from which the new pixel spacing follows
     */
    public record Result(Raster2D plane, Box box) {}

    /**
     * Returns the box of a plane's mask. For several planes take the {@linkplain Box#union union} of their boxes.
     *
     * @param values calibrated values
     * @param selection the selection of this plane alone
     * @return empty if no pixel is inside the mask
     */
    public Optional<Box> box(Raster2D values, Selection selection) {
        return Mask.fromBlur(values, selection, settings).box();
    }

    /**
     * Returns the box that is cropped for the box of a mask: enlarged to the aspect ratio of the result.
     *
     * @param box the box of the mask
     * @param rows rows of the plane
     * @param columns columns of the plane
     * @return the enlarged box, or {@code box} itself if there is no size
     */
    public Box cropBox(Box box, int rows, int columns) {
        return size.map(shape -> box.shaped(shape, rows, columns)).orElse(box);
    }

    /**
     * Crops the box of a mask, enlarged by {@link #cropBox}, and resizes it.
     *
     * @param values calibrated values
     * @param box the box of the mask
     * @return the crop
     */
    public Result crop(Raster2D values, Box box) {
        Box seen = cropBox(box, values.rows(), values.columns());
        Raster2D plane = size.isPresent() ? Crop.resize(values, seen, size.get()) : Crop.crop(values, seen);
        return new Result(plane, seen);
    }

    /**
     * Crops a plane by its own mask. If no pixel is inside the mask, the whole plane is taken, as in fastai.
     *
     * @param values calibrated values
     * @param selection the selection of this plane alone
     * @return the crop
     */
    public Result apply(Raster2D values, Selection selection) {
        return crop(values, box(values, selection).orElseGet(() -> Crop.everything(values)));
    }
}
