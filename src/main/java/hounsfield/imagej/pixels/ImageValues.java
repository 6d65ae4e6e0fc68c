package hounsfield.imagej.pixels;

import hounsfield.imagej.memory.ImagePadding;
import hounsfield.planes.LazyPlaneList;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.Calibration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The calibrated values of an ImageJ image: those in its status bar, as opposed to the raw numbers in its arrays. */
public final class ImageValues {
    private ImageValues() {}

    /**
     * Returns the values of all slices. The arrays are the image's own; those of a virtual stack are decoded at every access.
     *
     * @param image a grayscale image
     * @return its values
     * @throws IllegalArgumentException for a color image
     */
    public static Planes of(ImagePlus image) {
        return of(image, Progress.NONE);
    }

    /**
     * Returns the values of all slices as {@link #of(ImagePlus)} does, for an operation.
     *
     * @param image a grayscale image
     * @param progress can cancel the decoding of a slice of a virtual stack
     * @return its values
     * @throws IllegalArgumentException for a color image
     */
    public static Planes of(ImagePlus image, Progress progress) {
        return of(image, IntStream.range(0, image.getStackSize()).toArray(), progress);
    }

    /**
     * Returns the values of some slices. A single slice of a virtual stack is decoded once, by this call.
     *
     * @param image a grayscale image
     * @param slices counted from 0, in the order of the result
     * @param progress can cancel the decoding of a slice of a virtual stack
     * @return their values
     * @throws IllegalArgumentException for a color image
     */
    public static Planes of(ImagePlus image, int[] slices, Progress progress) {
        checkGray(image);
        ImageStack stack = image.getStack();
        int length = image.getWidth() * image.getHeight();
        LazyPlaneList<Object> chosen =
                new LazyPlaneList<>(slices.length, length, plane -> pixels(stack, slices[plane] + 1, progress));
        return planes(stack.isVirtual() && slices.length > 1 ? chosen : List.copyOf(chosen), table(image));
    }

    /**
     * Returns a slice's pixel array for processing. Safe for many threads: a {@link FrameStack} decodes in parallel, other
     * virtual stacks are read by one thread at a time.
     *
     * @param stack any stack
     * @param n the slice, counted from 1
     * @param progress can cancel the decoding of a slice of a {@link FrameStack}
     * @return ImageJ's pixel array
     * @throws java.io.UncheckedIOException if a slice of a {@link FrameStack} cannot be decoded, which would be shown blank
     */
    public static Object pixels(ImageStack stack, int n, Progress progress) {
        if (!stack.isVirtual()) return stack.getPixels(n);
        if (stack instanceof FrameStack frames) return frames.decode(n, progress);
        synchronized (stack) {
            Object pixels = stack.getPixels(n);
            if (pixels == null) throw new IllegalArgumentException("slice " + n + " of the virtual stack is missing");
            return pixels;
        }
    }

    /**
     * Returns the values of one slice.
     *
     * @param image a grayscale image
     * @param slice counted from 1
     * @param progress can cancel the decoding of a slice of a {@link FrameStack}
     * @return its values as one plane; those of a slice that cannot be decoded are blank, as ImageJ shows it
     * @throws IllegalArgumentException for a color image
     */
    public static Planes ofSlice(ImagePlus image, int slice, Progress progress) {
        checkGray(image);
        ImageStack stack = image.getStack();
        Object pixels = stack instanceof FrameStack frames ? frames.pixels(slice, progress) : stack.getPixels(slice);
        return planes(List.of(pixels), table(image));
    }

    /**
     * Returns the values of the current slice.
     *
     * @param image a grayscale image
     * @return its values as one plane
     * @throws IllegalArgumentException for a color image
     */
    public static Planes ofCurrentSlice(ImagePlus image) {
        checkGray(image);
        return planes(List.of(image.getProcessor().getPixels()), table(image));
    }

    /**
     * Returns the pixels that count: those in the area selection, if there is one, without padding.
     *
     * @param image any image
     * @return the selection
     */
    public static Selection selection(ImagePlus image) {
        Selection all = Selection.ALL.excluding(ImagePadding.of(image));
        return roiMask(image).map(all::within).orElse(all);
    }

    /**
     * Returns the pixels that count as {@link #selection(ImagePlus)} does, restricted to a mask.
     *
     * @param image any image
     * @param mask a mask for this image
     * @return the selection
     */
    public static Selection selection(ImagePlus image, MaskImage mask) {
        Selection all = Selection.ALL.excluding(ImagePadding.of(image));
        return all.withinEach(mask.planes(image.getStackSize(), roiMask(image)));
    }

    /** Returns the area selection as one byte per pixel, 0 outside; empty without an area selection. */
    static Optional<byte[]> roiMask(ImagePlus image) {
        Roi roi = image.getRoi();
        return roi == null || !roi.isArea()
                ? Optional.empty()
                : Optional.of((byte[]) image.createRoiMask().getPixels());
    }

    /**
     * Converts a calibrated value to a raw value, for display ranges.
     *
     * @param image any image
     * @param calibrated a value in the image's unit
     * @return the raw value
     */
    public static double raw(ImagePlus image, double calibrated) {
        Calibration calibration = image.getCalibration();
        return calibration.calibrated() ? calibration.getRawValue(calibrated) : calibrated;
    }

    /**
     * Checks that an image is grayscale.
     *
     * @param image any image
     * @throws IllegalArgumentException for a color image
     */
    public static void checkGray(ImagePlus image) {
        if (image.getType() == ImagePlus.COLOR_RGB || image.getType() == ImagePlus.COLOR_256) {
            throw new IllegalArgumentException(
                    "\"" + image.getTitle() + "\" is a color image; this needs a grayscale image");
        }
    }

    /**
     * Wraps ImageJ's pixel arrays as planes.
     *
     * @param arrays pixel arrays of one type, one per slice
     * @param table the image's {@link #table}
     * @return the calibrated values
     */
    public static Planes planes(List<?> arrays, float[] table) {
        switch (table.length) {
            case 1 << 8:
                return new Planes.Bytes(LazyPlaneList.cast(arrays, byte[].class), table);
            case 1 << 16:
                return new Planes.Shorts(LazyPlaneList.cast(arrays, short[].class), table);
            default:
                return Planes.ofFloats(LazyPlaneList.cast(arrays, float[].class));
        }
    }

    /**
     * Returns the calibrated value of each raw value.
     *
     * @param image a grayscale image
     * @return 256 or 65536 values for an 8 or 16-bit image; none for a 32-bit image, whose floats are calibrated
     */
    public static float[] table(ImagePlus image) {
        if (image.getBitDepth() == 32) return new float[0];
        int size = 1 << image.getBitDepth();
        Calibration calibration = image.getCalibration();
        float[] calibrated = calibration.calibrated() ? calibration.getCTable() : null;
        if (calibrated != null && calibrated.length == size) return calibrated;
        float[] values = new float[size];
        for (int i = 0; i < size; i++) values[i] = i;
        return values;
    }
}
