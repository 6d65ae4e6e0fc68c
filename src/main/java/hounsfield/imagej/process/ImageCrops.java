package hounsfield.imagej.process;

import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.memory.ValueProperties;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.mask.Box;
import hounsfield.mask.Crop;
import hounsfield.mask.Raster2D;
import hounsfield.mask.Size;
import hounsfield.mask.SplineZoom;
import hounsfield.planes.Planes;
import hounsfield.standard.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Parts of ImageJ images, and images at other sizes. The results are calibrated values, lie where they were in mm, and are
 * shown as their originals are.
 */
public final class ImageCrops {
    private ImageCrops() {}

    /** The pixels in a box, of the image's own type. */
    public static ImagePlus crop(ImagePlus image, Box box, Progress progress) {
        ImagePlus result = DerivedImage.of(
                image,
                "Crop of " + image.getTitle(),
                box.columns(),
                box.rows(),
                (slice, index) -> cropped(array(slice), image.getWidth(), box),
                progress);
        Calibration calibration = image.getCalibration().copy();
        move(calibration, box.columnStart(), box.columns(), box.columns(), box.rowStart(), box.rows(), box.rows());
        result.setCalibration(calibration);
        show(image, result);
        return result;
    }

    /** A box, grown to the shape of the new size. */
    public static ImagePlus cropResize(ImagePlus image, Box box, Size size, Progress progress) {
        Box seen = box.shaped(size, image.getHeight(), image.getWidth());
        ImagePlus result = map(image, "Crop of ", size, plane -> Crop.resize(plane, seen, size), progress);
        move(
                result.getCalibration(),
                seen.columnStart(),
                seen.columns(),
                size.columns(),
                seen.rowStart(),
                seen.rows(),
                size.rows());
        return result;
    }

    /** A box as fastai crops to it. */
    public static ImagePlus cropResizeSquared(ImagePlus image, Box box, Size size, Progress progress) {
        Crop.Square square = Crop.squared(box, image.getWidth());
        if (square.side() == 0) throw new IllegalArgumentException("a mask of one pixel has no size as fastai counts");
        ImagePlus result = map(image, "Crop of ", size, plane -> Crop.resizeSquared(plane, box, size), progress);
        move(
                result.getCalibration(),
                square.left(),
                square.side(),
                size.columns(),
                square.top(),
                square.side(),
                size.rows());
        return result;
    }

    /** Each slice blurred, padding like any other value. */
    public static ImagePlus blur(ImagePlus image, UnaryOperator<Raster2D> blur, Progress progress) {
        return map(image, "Blurred ", new Size(image.getHeight(), image.getWidth()), blur, progress);
    }

    /** Crops as the step before training does, with or without another size. */
    public static ImagePlus crop(ImagePlus image, Box box, Optional<Size> size, Progress progress) {
        return size.isPresent() ? cropResize(image, box, size.get(), progress) : crop(image, box, progress);
    }

    /** The whole image at another size, corner pixels upon corner pixels, by cubic splines. */
    public static ImagePlus zoom(ImagePlus image, Size size, Progress progress) {
        ImagePlus result = map(image, "Zoomed ", size, plane -> SplineZoom.zoom(plane, size), progress);
        Calibration calibration = result.getCalibration();
        double across = ratio(image.getWidth(), size.columns());
        double down = ratio(image.getHeight(), size.rows());
        calibration.pixelWidth *= across;
        calibration.pixelHeight *= down;
        // The first pixel's middle stays where it was.
        calibration.xOrigin = 0.5 - (0.5 - calibration.xOrigin) / across;
        calibration.yOrigin = 0.5 - (0.5 - calibration.yOrigin) / down;
        return result;
    }

    /** The image's calibrated values themselves. */
    public static ImagePlus floats(ImagePlus image, Progress progress) {
        Size size = new Size(image.getHeight(), image.getWidth());
        return map(image, "", size, UnaryOperator.identity(), progress);
    }

    /** Each slice made into another plane of one size. */
    private static ImagePlus map(
            ImagePlus image, String what, Size size, UnaryOperator<Raster2D> map, Progress progress) {
        ImageValues.checkGrey(image);
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

    /** One slice of an image, calibrated. */
    static Raster2D plane(ImagePlus image, Planes slice) {
        return new Raster2D(image.getHeight(), image.getWidth(), slice.values(0));
    }

    /** Shows a result of calibrated values as its original is shown. */
    private static void show(ImagePlus image, ImagePlus result) {
        ImageUnit.keep(image, result);
        ImagePadding.keep(result, ImagePadding.of(image));
        ValueProperties.keep(image, result);
        result.setLut(image.getProcessor().getLut());
        double low = image.getCalibration().getCValue(image.getDisplayRangeMin());
        double high = image.getCalibration().getCValue(image.getDisplayRangeMax());
        double rawLow = ImageValues.raw(result, low);
        double rawHigh = ImageValues.raw(result, high);
        result.setDisplayRange(Math.min(rawLow, rawHigh), Math.max(rawLow, rawHigh));
    }

    /** Old pixels for each new one when corner pixels lie upon corner pixels. */
    private static double ratio(int old, int now) {
        return old == 1 || now == 1 ? 1 : (double) (old - 1) / (now - 1);
    }

    /** The new pixels begin at a place of the old ones and share out a length of them. */
    private static void move(
            Calibration calibration, double left, double width, int columns, double top, double height, int rows) {
        calibration.pixelWidth *= width / columns;
        calibration.pixelHeight *= height / rows;
        calibration.xOrigin = (calibration.xOrigin - left) * columns / width;
        calibration.yOrigin = (calibration.yOrigin - top) * rows / height;
    }

    private static Object array(Planes slice) {
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
