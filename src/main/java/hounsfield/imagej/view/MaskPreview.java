package hounsfield.imagej.view;

import hounsfield.imagej.operation.MaskAndCrop;
import hounsfield.imagej.process.ImageMasks;
import hounsfield.mask.MaskCrop;
import ij.ImagePlus;

/** Shows the mask of the current slice and its box while a dialog is open. */
public final class MaskPreview implements AutoCloseable {
    private final ImagePlus image;
    private final SlicePreview preview;

    /**
     * Creates a preview that is not shown yet.
     *
     * @param image grayscale
     */
    public MaskPreview(ImagePlus image) {
        this.image = image;
        preview = new SlicePreview(image);
    }

    /**
     * Starts to show the mask in the background: bright inside, dark outside, its box outlined.
     *
     * @param options mask and size of the crop
     * @throws IllegalArgumentException if the image has no such window, or a number is outside its range
     */
    public void show(MaskAndCrop.Options options) {
        MaskCrop step = options.step(image);
        preview.show((slice, progress) -> ImageMasks.preview(image, slice, step));
    }

    /** Restores the slice's own pixels. */
    public void hide() {
        preview.hide();
    }

    @Override
    public void close() {
        preview.close();
    }
}
