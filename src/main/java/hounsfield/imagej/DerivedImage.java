package hounsfield.imagej;

import hounsfield.planes.Planes;
import hounsfield.standard.Progress;
import hounsfield.standard.Workers;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Undo;
import java.util.List;

/** Images made slice by slice from others, whose place in space, labels and Info they keep. */
final class DerivedImage {
    /** Makes one slice of the new image; called from many threads. */
    @FunctionalInterface
    interface SliceMap {
        /**
         * @param slice the values of one slice of the original, not to be written to
         * @param index its place in the stack, counted from 0
         * @return ImageJ's pixel array of the new slice: {@code byte[]}, {@code short[]}, {@code int[]} or {@code float[]}
         */
        Object pixels(Planes slice, int index);
    }

    private DerivedImage() {}

    /**
     * A new image of the same size. Of a virtual stack each slice is decoded once, and none is kept.
     *
     * @throws IllegalArgumentException for a colour image
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    static ImagePlus of(ImagePlus image, String title, SliceMap map, Progress progress) {
        return of(image, title, image.getWidth(), image.getHeight(), map, progress);
    }

    /** As above, of another size; the caller then sets the pixel size and the origin. */
    static ImagePlus of(ImagePlus image, String title, int width, int height, SliceMap map, Progress progress) {
        ImageValues.checkGrey(image);
        ImageStack original = image.getStack();
        float[] table = ImageValues.table(image);
        ImageStack stack = new ImageStack(width, height, original.size());
        Workers.forEach(original.size(), progress, index -> {
            Object pixels = map.pixels(ImageValues.planes(List.of(pixels(original, index + 1)), table), index);
            stack.setPixels(pixels, index + 1);
        });
        for (int n = 1; n <= stack.size(); n++) stack.setSliceLabel(original.getSliceLabel(n), n);
        ImagePlus result = new ImagePlus(title, stack);
        ImageWindows.copyPlace(image, result);
        return result;
    }

    /** Whether a result can take its original's place: a single image of the same kind and size, so that Undo can go back. */
    static boolean canReplace(ImagePlus image, ImagePlus result) {
        return image.getStackSize() == 1
                && !image.getStack().isVirtual()
                && image.getBitDepth() == result.getBitDepth()
                && image.getWidth() == result.getWidth()
                && image.getHeight() == result.getHeight();
    }

    /** Puts the result of a single image in its original's place; Undo brings pixels and calibration back. */
    static void replace(ImagePlus image, ImagePlus result) {
        Undo.setup(Undo.TYPE_CONVERSION, image);
        image.setProcessor(null, result.getProcessor());
        image.setCalibration(result.getCalibration());
        image.changes = true;
        image.updateAndRepaintWindow();
    }

    /** Our own virtual stack may be read by many threads at once; others are read by one at a time. */
    private static Object pixels(ImageStack stack, int n) {
        if (!stack.isVirtual() || stack instanceof FrameStack) return stack.getPixels(n);
        synchronized (stack) {
            return stack.getPixels(n);
        }
    }
}
