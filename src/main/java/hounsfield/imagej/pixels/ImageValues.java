package hounsfield.imagej.pixels;

import hounsfield.imagej.memory.ImagePadding;
import hounsfield.planes.LazyPlaneList;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.Calibration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The calibrated values of an ImageJ image: what its status bar shows, not what its arrays hold. */
public final class ImageValues {
    private ImageValues() {}

    /**
     * All slices. The arrays are the image's own; those of a virtual stack are decoded at every look.
     *
     * @throws IllegalArgumentException for a colour image
     */
    public static Planes of(ImagePlus image) {
        return of(image, IntStream.range(0, image.getStackSize()).toArray());
    }

    /** Some slices, counted from 0, in this order; a single one of a virtual stack is decoded now, once. */
    public static Planes of(ImagePlus image, int[] slices) {
        checkGrey(image);
        ImageStack stack = image.getStack();
        int length = image.getWidth() * image.getHeight();
        LazyPlaneList<Object> chosen =
                new LazyPlaneList<>(slices.length, length, plane -> pixels(stack, slices[plane] + 1));
        return planes(stack.isVirtual() && slices.length > 1 ? chosen : List.copyOf(chosen), table(image));
    }

    /**
     * A slice's pixels to work with. Our own virtual stack may be read by many threads at once, others are read by one at
     * a time.
     *
     * @throws java.io.UncheckedIOException if a slice of ours cannot be decoded; to look at, it would be blank
     */
    public static Object pixels(ImageStack stack, int n) {
        if (!stack.isVirtual()) return stack.getPixels(n);
        if (stack instanceof FrameStack frames) return frames.decode(n);
        synchronized (stack) {
            Object pixels = stack.getPixels(n);
            if (pixels == null) throw new IllegalArgumentException("slice " + n + " of the virtual stack is not there");
            return pixels;
        }
    }

    /** One slice, counted from 1. */
    public static Planes ofSlice(ImagePlus image, int slice) {
        checkGrey(image);
        return planes(List.of(image.getStack().getPixels(slice)), table(image));
    }

    /** The slice that is shown. */
    public static Planes ofCurrentSlice(ImagePlus image) {
        checkGrey(image);
        return planes(List.of(image.getProcessor().getPixels()), table(image));
    }

    /** Of a slice's own pixels, its padding and what lies outside an area selection do not count. */
    public static Selection selection(ImagePlus image) {
        Selection all = Selection.ALL.excluding(ImagePadding.of(image));
        return roiMask(image).map(all::within).orElse(all);
    }

    /** As {@link #selection(ImagePlus)}, and neither does what lies outside a mask. */
    public static Selection selection(ImagePlus image, MaskImage mask) {
        Selection all = Selection.ALL.excluding(ImagePadding.of(image));
        return all.withinEach(mask.planes(image.getStackSize(), roiMask(image)));
    }

    /** The area selection as a byte a pixel, 0 for outside; empty without one. */
    static Optional<byte[]> roiMask(ImagePlus image) {
        Roi roi = image.getRoi();
        return roi == null || !roi.isArea()
                ? Optional.empty()
                : Optional.of((byte[]) image.createRoiMask().getPixels());
    }

    /** The raw value that stands for a calibrated one, for display ranges. */
    public static double raw(ImagePlus image, double calibrated) {
        Calibration calibration = image.getCalibration();
        return calibration.calibrated() ? calibration.getRawValue(calibrated) : calibrated;
    }

    /** @throws IllegalArgumentException for a colour image */
    public static void checkGrey(ImagePlus image) {
        if (image.getType() == ImagePlus.COLOR_RGB || image.getType() == ImagePlus.COLOR_256) {
            throw new IllegalArgumentException(
                    "\"" + image.getTitle() + "\" is a colour image; this needs grey values");
        }
    }

    /**
     * Planes of ImageJ's arrays, all of one kind.
     *
     * @param table of {@link #table}
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

    /** The calibrated value of each of an 8 or 16-bit image's numbers; empty for floats, which are calibrated. */
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
