package hounsfield.imagej.operation;

import hounsfield.imagej.process.ImageCrops;
import hounsfield.imagej.process.ImageMasks;
import hounsfield.mask.Box;
import hounsfield.mask.Size;
import hounsfield.work.Progress;
import ij.ImagePlus;

/** Crops all slices to the box around a given mask image. {@link MaskAndCrop} computes the mask. */
public final class CropToMask {
    private CropToMask() {}

    /**
     * Returns the smallest box around the masks of all slices.
     *
     * @param mask 8-bit; pixels that are not 0 are inside
     * @return left, top, width and height [pixels]
     * @throws IllegalArgumentException if no pixel is inside, or the image is not 8-bit
     */
    public static int[] box(ImagePlus mask) {
        Box box = ImageMasks.box(mask);
        return new int[] {box.columnStart(), box.rowStart(), box.columns(), box.rows()};
    }

    /**
     * Crops to the box. The pixel type does not change.
     *
     * @param image grayscale
     * @param mask of the same size
     * @param progress reports and cancels
     * @return a new image
     * @throws IllegalArgumentException if no pixel is inside, or the mask is not 8-bit or has another size
     */
    public static ImagePlus crop(ImagePlus image, ImagePlus mask, Progress progress) {
        return ImageCrops.crop(image, ImageMasks.box(mask, image), progress);
    }

    /**
     * Crops to the box, enlarged to the aspect ratio of the result, and resizes.
     *
     * @param image grayscale
     * @param mask of the same size
     * @param width of the result [pixels]
     * @param height of the result [pixels]
     * @param progress reports and cancels
     * @return a new 32-bit image
     * @throws IllegalArgumentException as {@link #crop} throws it
     */
    public static ImagePlus resize(ImagePlus image, ImagePlus mask, int width, int height, Progress progress) {
        return ImageCrops.cropResize(image, ImageMasks.box(mask, image), new Size(height, width), progress);
    }

    /**
     * Crops to the square around the box and resizes, to the same pixels as fastai's {@code crop_resize}.
     *
     * @param image square, grayscale
     * @param mask of the same size
     * @param size rows and columns of the result
     * @param progress reports and cancels
     * @return a new 32-bit image
     * @throws IllegalArgumentException as {@link #crop} throws it
     */
    public static ImagePlus resizeSquared(ImagePlus image, ImagePlus mask, int size, Progress progress) {
        return ImageCrops.cropResizeSquared(image, ImageMasks.box(mask, image), new Size(size, size), progress);
    }
}
