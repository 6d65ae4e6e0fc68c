package hounsfield.imagej.process;

import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.pixels.TrackedImage;
import hounsfield.mask.Box;
import hounsfield.mask.Crop;
import hounsfield.mask.Raster2D;
import hounsfield.mask.Size;
import hounsfield.mask.SplineZoom;
import hounsfield.planes.Planes;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.LUT;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Crops and resizes ImageJ images. The results keep calibrated values, position in mm and display.
 */
public final class ImageCrops {
    private ImageCrops() {}

    /**
     * Crops an image to a box. The pixel type does not change.
     *
     * @param image a grayscale image
     * @param box the box
     * @param progress reports and cancels
     * @return a new image
     */
    public static ImagePlus crop(ImagePlus image, Box box, Progress progress) {
        ImagePlus result = DerivedImage.of(
                image,
                "Crop of " + image.getTitle(),
                box.columns(),
                box.rows(),
                (slice, index) -> cropped(array(slice), image.getWidth(), box),
                progress);
        result.setCalibration(image.getCalibration().copy());
        move(image, result, box.columnStart(), box.columns(), box.rowStart(), box.rows());
        show(image, result);
        return result;
    }

    /**
     * Crops an image to a box, enlarged to the aspect ratio of the new size, and resizes it.
     *
     * @param image a grayscale image
     * @param box the box
     * @param size rows and columns of the result
     * @param progress reports and cancels
     * @return a new 32-bit image
     */
    public static ImagePlus cropResize(ImagePlus image, Box box, Size size, Progress progress) {
        Box seen = box.shaped(size, image.getHeight(), image.getWidth());
        ImagePlus result = map(image, "Crop of ", size, plane -> Crop.resize(plane, seen, size), progress);
        move(image, result, seen.columnStart(), seen.columns(), seen.rowStart(), seen.rows());
        return result;
    }

    /**
     * Crops an image to the square around a box and resizes it, as fastai does.
     *
     * @param image a grayscale image
     * @param box the box
     * @param size rows and columns of the result
     * @param progress reports and cancels
     * @return a new 32-bit image
     * @throws IllegalArgumentException if the box is a single pixel, whose size is 0 in fastai
     */
    public static ImagePlus cropResizeSquared(ImagePlus image, Box box, Size size, Progress progress) {
        Crop.Square square = Crop.squared(box, image.getWidth());
        if (square.side() == 0) throw new IllegalArgumentException("a mask of one pixel has size 0 in fastai");
        ImagePlus result = map(image, "Crop of ", size, plane -> Crop.resizeSquared(plane, box, size), progress);
        move(image, result, square.left(), square.side(), square.top(), square.side());
        return result;
    }

    /**
     * Blurs each slice, padding included.
     *
     * @param image a grayscale image
     * @param blur the filter
     * @param progress reports and cancels
     * @return a new 32-bit image
     */
    public static ImagePlus blur(ImagePlus image, UnaryOperator<Raster2D> blur, Progress progress) {
        return map(image, "Blurred ", new Size(image.getHeight(), image.getWidth()), blur, progress);
    }

    /**
     * Crops an image to a box and resizes it if a size is given.
     *
     * @param image a grayscale image
     * @param box the box
     * @param size rows and columns of the result; empty to keep those of the box
     * @param progress reports and cancels
     * @return a new image
     */
    public static ImagePlus crop(ImagePlus image, Box box, Optional<Size> size, Progress progress) {
        return size.isPresent() ? cropResize(image, box, size.get(), progress) : crop(image, box, progress);
    }

    /**
     * Resizes an image by cubic splines. The centers of corner pixels keep their positions.
     *
     * @param image a grayscale image
     * @param size rows and columns of the result
     * @param progress reports and cancels
     * @return a new 32-bit image
     */
    public static ImagePlus zoom(ImagePlus image, Size size, Progress progress) {
        ImagePlus result = map(image, "Zoomed ", size, plane -> SplineZoom.zoom(plane, size), progress);
        Calibration calibration = result.getCalibration();
        double across = ratio(image.getWidth(), size.columns());
        double down = ratio(image.getHeight(), size.rows());
        calibration.pixelWidth *= across;
        calibration.pixelHeight *= down;
        // The center of the first pixel keeps its position.
        calibration.xOrigin = 0.5 - (0.5 - calibration.xOrigin) / across;
        calibration.yOrigin = 0.5 - (0.5 - calibration.yOrigin) / down;
        double left = 0.5 - 0.5 * across;
        double top = 0.5 - 0.5 * down;
        ImageRecord.read(image)
                .writeAreaTo(
                        result,
                        image.getWidth(),
                        image.getHeight(),
                        left,
                        top,
                        across * size.columns(),
                        down * size.rows());
        return result;
    }

    /**
     * Copies an image's calibrated values.
     *
     * @param image a grayscale image
     * @param progress reports and cancels
     * @return a new 32-bit image
     */
    public static ImagePlus floats(ImagePlus image, Progress progress) {
        Size size = new Size(image.getHeight(), image.getWidth());
        return map(image, "", size, UnaryOperator.identity(), progress);
    }

    /** Converts each slice to a plane of the new size. */
    private static ImagePlus map(
            ImagePlus image, String what, Size size, UnaryOperator<Raster2D> map, Progress progress) {
        ImageValues.checkGray(image);
        long bytes = (long) Float.BYTES * size.rows() * size.columns();
        boolean other = size.rows() != image.getHeight() || size.columns() != image.getWidth();
        if (other) Memory.require("the result", new Memory.Need(image.getStackSize(), bytes), List.of());
        ImagePlus result = DerivedImage.of(
                image,
                what + image.getTitle(),
                size.columns(),
                size.rows(),
                (slice, index) -> map.apply(plane(image, slice)).values(),
                progress);
        show(image, result);
        return result;
    }

    /** Returns the calibrated values of a slice. */
    static Raster2D plane(ImagePlus image, Planes slice) {
        return new Raster2D(image.getHeight(), image.getWidth(), slice.values(0));
    }

    /** Copies unit, padding, value metadata, lookup table and display range to a result with calibrated values. */
    private static void show(ImagePlus image, ImagePlus result) {
        ImageUnit.copyTo(image, result);
        ImagePadding.copyTo(result, ImagePadding.of(image));
        ImageRecord.copyValuesTo(image, result);
        showLike(image, result);
    }

    /** Copies lookup table and display range to a result with calibrated values. */
    static void showLike(ImagePlus image, ImagePlus result) {
        show(image, result, lut -> calibrate(lut, image, result));
    }

    private static void show(ImagePlus image, ImagePlus result, Consumer<LUT> ends) {
        LUT lut = (LUT) image.getProcessor().getLut().clone();
        lut.min = image.getDisplayRangeMin();
        lut.max = image.getDisplayRangeMax();
        ends.accept(lut);
        result.setLut(lut);
        result.setDisplayRange(lut.min, lut.max);
    }

    /** Shows a result with calibrated values as the original is, each channel by its own lookup table and display range. */
    static ImagePlus shownLike(ImagePlus image, ImagePlus result) {
        return shownLike(image, result, lut -> calibrate(lut, image, result));
    }

    /** Does the same, but {@code ends} converts the display ranges of the original. */
    static ImagePlus shownLike(ImagePlus image, ImagePlus result, Consumer<LUT> ends) {
        if (!(image instanceof CompositeImage channels)) {
            show(image, result, ends);
            return result;
        }
        CompositeImage composite = new TrackedImage.Composite(result, channels.getMode());
        for (int channel = 1; channel <= channels.getNChannels(); channel++) {
            LUT lut = (LUT) channels.getChannelLut(channel).clone();
            ends.accept(lut);
            composite.setChannelLut(lut, channel);
        }
        return composite;
    }

    /** Changes a display range in raw values of the original to one of the same values in the result. */
    private static void calibrate(LUT lut, ImagePlus image, ImagePlus result) {
        double low = ImageValues.raw(result, image.getCalibration().getCValue(lut.min));
        double high = ImageValues.raw(result, image.getCalibration().getCValue(lut.max));
        lut.min = Math.min(low, high);
        lut.max = Math.max(low, high);
    }

    /** Returns old pixels per new pixel if the centers of corner pixels keep their positions. */
    private static double ratio(int old, int now) {
        return old == 1 || now == 1 ? 1 : (double) (old - 1) / (now - 1);
    }

    /** Sets pixel size, origin and shown area for new pixels that divide a rectangle of the old image. */
    private static void move(ImagePlus image, ImagePlus result, double left, double width, double top, double height) {
        Calibration calibration = result.getCalibration();
        int columns = result.getWidth();
        int rows = result.getHeight();
        calibration.pixelWidth *= width / columns;
        calibration.pixelHeight *= height / rows;
        calibration.xOrigin = (calibration.xOrigin - left) * columns / width;
        calibration.yOrigin = (calibration.yOrigin - top) * rows / height;
        ImageRecord.read(image).writeAreaTo(result, image.getWidth(), image.getHeight(), left, top, width, height);
    }

    /** Returns the pixel array of a slice. */
    static Object array(Planes slice) {
        if (slice instanceof Planes.Bytes bytes) return bytes.planes().get(0);
        if (slice instanceof Planes.Shorts shorts) return shorts.planes().get(0);
        return slice.values(0);
    }

    private static Object cropped(Object array, int width, Box box) {
        Object target = Array.newInstance(array.getClass().getComponentType(), box.rows() * box.columns());
        for (int row = 0; row < box.rows(); row++) {
            int from = (box.rowStart() + row) * width + box.columnStart();
            System.arraycopy(array, from, target, row * box.columns(), box.columns());
        }
        return target;
    }
}
