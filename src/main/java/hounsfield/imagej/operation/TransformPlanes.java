package hounsfield.imagej.operation;

import hounsfield.imagej.process.ImageCrops;
import hounsfield.mask.Blur;
import hounsfield.mask.Size;
import hounsfield.mask.SplineZoom;
import hounsfield.work.Progress;
import ij.ImagePlus;

/** Blurs and resizes all slices. The results are new images of 32-bit values in the unit of the image, not shown. */
public final class TransformPlanes {
    private TransformPlanes() {}

    /**
     * Blurs by fastai's {@code gauss_blur2d}.
     *
     * @param image grayscale
     * @param sigma standard deviation of the kernel [pixels]; its radius is a quarter of that
     * @param progress reports and cancels
     * @return a new image
     */
    public static ImagePlus gaussBlur(ImagePlus image, double sigma, Progress progress) {
        return ImageCrops.blur(image, plane -> Blur.gauss(plane, sigma), progress);
    }

    /**
     * Blurs by fastai's {@code uniform_blur2d}.
     *
     * @param image grayscale
     * @param size side of the square over which values are averaged [pixels]
     * @param progress reports and cancels
     * @return a new image
     */
    public static ImagePlus uniformBlur(ImagePlus image, int size, Progress progress) {
        return ImageCrops.blur(image, plane -> Blur.uniform(plane, size), progress);
    }

    /**
     * Resizes by a ratio, by cubic splines.
     *
     * @param image grayscale
     * @param ratio new rows and columns per old ones
     * @param progress reports and cancels
     * @return a new image at the same position in mm
     */
    public static ImagePlus zoom(ImagePlus image, double ratio, Progress progress) {
        return ImageCrops.zoom(image, SplineZoom.size(image.getHeight(), image.getWidth(), ratio), progress);
    }

    /**
     * Resizes to a size, by cubic splines.
     *
     * @param image grayscale
     * @param rows of the result
     * @param columns of the result
     * @param progress reports and cancels
     * @return a new image at the same position in mm
     */
    public static ImagePlus zoomTo(ImagePlus image, int rows, int columns, Progress progress) {
        return ImageCrops.zoom(image, new Size(rows, columns), progress);
    }
}
