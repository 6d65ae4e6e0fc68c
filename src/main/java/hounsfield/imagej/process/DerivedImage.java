package hounsfield.imagej.process;

import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.ReplacedValues;
import hounsfield.imagej.pixels.FrameStack;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.pixels.LabeledStack;
import hounsfield.imagej.pixels.LazyLabel;
import hounsfield.imagej.pixels.SliceMap;
import hounsfield.imagej.pixels.TrackedImage;
import hounsfield.planes.Planes;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Undo;
import ij.measure.Calibration;
import java.lang.reflect.Array;
import java.util.List;

/** Makes images slice by slice from other images. The results keep position in space, labels and Info. */
public final class DerivedImage {
    /** Converts one slice of an image to several slices of a new image. Called from many threads. */
    @FunctionalInterface
    interface SlicesMap {
        /** Converts a slice as {@link SliceMap#pixels} does; returns one array per new slice. */
        Object[] pixels(Planes slice, int index);
    }

    /** Reads one slice. Called from many threads. */
    @FunctionalInterface
    interface SliceVisitor {
        /** Receives a slice as {@link SliceMap#pixels} does. */
        void visit(Planes slice, int index);
    }

    private DerivedImage() {}

    /**
     * Makes a new image of the same size. Each slice of a virtual stack is decoded once and not kept.
     *
     * @param image a grayscale image
     * @param title title of the result
     * @param map converts the slices
     * @param progress reports and cancels
     * @return a new image
     * @throws IllegalArgumentException for a color image
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static ImagePlus of(ImagePlus image, String title, SliceMap map, Progress progress) {
        return of(image, title, image.getWidth(), image.getHeight(), map, progress);
    }

    /**
     * Makes a new image of another size. The caller sets pixel size and origin afterwards.
     *
     * @param image a grayscale image
     * @param title title of the result
     * @param width columns of the result
     * @param height rows of the result
     * @param map converts the slices to the new size
     * @param progress reports and cancels
     * @return a new image
     * @throws IllegalArgumentException for a color image
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static ImagePlus of(ImagePlus image, String title, int width, int height, SliceMap map, Progress progress) {
        LabeledStack stack =
                stack(image, width, height, 1, (slice, index) -> new Object[] {map.pixels(slice, index)}, progress);
        for (int n = 1; n <= stack.size(); n++) stack.setSliceLabelLater(LazyLabel.of(image.getStack(), n), n);
        return placed(image, title, stack, List.of());
    }

    /**
     * Makes a new image with one channel per name from each slice. The names are added to the slice labels. If the image has
     * several channels, the results of its first channel come first.
     */
    static ImagePlus channels(ImagePlus image, String title, List<String> names, SlicesMap map, Progress progress) {
        int count = names.size();
        LabeledStack stack = stack(image, image.getWidth(), image.getHeight(), count, map, progress);
        for (int n = 1; n <= stack.size(); n++) {
            LazyLabel label = LazyLabel.of(image.getStack(), (n - 1) / count + 1);
            String name = names.get((n - 1) % count);
            stack.setSliceLabelLater(new LazyLabel(label(label.name(), name), () -> label(label.get(), name)), n);
        }
        ImagePlus result = placed(image, title, stack, names);
        result.setDimensions(image.getNChannels() * count, image.getNSlices(), image.getNFrames());
        result.setOpenAsHyperStack(stack.size() > 1);
        return result;
    }

    private static LabeledStack stack(
            ImagePlus image, int width, int height, int each, SlicesMap map, Progress progress) {
        Object[] planes = new Object[Math.multiplyExact(image.getStackSize(), each)];
        Memory.Need most = new Memory.Need(planes.length, (long) Float.BYTES * width * height);
        Object[] first = Memory.isAmple(most) ? null : first(image, planes.length, map, progress);
        visit(
                image,
                (slice, index) -> {
                    Object[] made = index == 0 && first != null ? first : map.pixels(slice, index);
                    for (int i = 0; i < each; i++) planes[index * each + i] = kept(made[i], slice, image);
                },
                progress);
        return new LabeledStack(width, height, List.of(planes));
    }

    /** Returns a copy of an array that belongs to the cache of a virtual stack, otherwise the array itself. */
    private static Object kept(Object made, Planes slice, ImagePlus image) {
        boolean cached = image.getStack() instanceof FrameStack && made == ImageCrops.array(slice);
        return cached ? FrameStack.copy(made) : made;
    }

    /**
     * Converts the first slice to find out how much memory the others need.
     *
     * @param count number of new slices
     * @throws hounsfield.standard.error.InsufficientMemoryException if they do not fit
     */
    private static Object[] first(ImagePlus image, int count, SlicesMap map, Progress progress) {
        ImageValues.checkGray(image);
        progress.check();
        Object original = ImageValues.pixels(image.getStack(), 1, Progress.NONE);
        Object[] first = map.pixels(ImageValues.planes(List.of(original), ImageValues.table(image)), 0);
        boolean shared = first[0] == original && !image.getStack().isVirtual();
        long each = shared ? 0 : (long) Array.getLength(first[0]) * bytes(first[0]);
        String what = "a new image of " + count + " slices";
        Memory.require(what, new Memory.Need(shared ? 0 : count - first.length, each), List.of());
        return first;
    }

    private static int bytes(Object array) {
        if (array instanceof byte[]) return Byte.BYTES;
        return array instanceof short[] ? Short.BYTES : Integer.BYTES;
    }

    /** Visits every slice from many threads. Each slice of a virtual stack is decoded once and not kept. */
    static void visit(ImagePlus image, SliceVisitor visitor, Progress progress) {
        ImageValues.checkGray(image);
        ImageStack original = image.getStack();
        float[] table = ImageValues.table(image);
        Workers.forEach(original.size(), progress, index -> {
            visitor.visit(ImageValues.planes(List.of(ImageValues.pixels(original, index + 1, progress)), table), index);
        });
    }

    private static ImagePlus placed(ImagePlus image, String title, ImageStack stack, List<String> added) {
        ImagePlus result = new TrackedImage(title, stack);
        copyPlace(image, result, added);
        return result;
    }

    /**
     * Makes a new image of the same size. For a virtual stack of DICOM frames, the result is virtual too and converts slices
     * when they are shown; for other images as {@link #of(ImagePlus, String, SliceMap, Progress)}.
     *
     * @param bitDepth bits per pixel of the result: 8, 16, 24 or 32
     */
    static ImagePlus whenShown(ImagePlus image, String title, int bitDepth, SliceMap map, Progress progress) {
        if (!(image.getStack() instanceof FrameStack frames)) return of(image, title, map, progress);
        ImageValues.checkGray(image);
        ImagePlus result = new TrackedImage(title, frames.mapped(bitDepth, ImageValues.table(image), map));
        copyPlace(image, result, List.of());
        return result;
    }

    /** Adds a name to a label's first line; the following lines are the header. */
    private static String label(String original, String name) {
        if (original == null || original.isEmpty()) return name;
        int end = original.indexOf('\n');
        return end < 0 ? original + " " + name : original.substring(0, end) + " " + name + original.substring(end);
    }

    /**
     * Returns whether {@link #replace} can be used.
     *
     * @param image the original
     * @param result the image made from it
     * @return whether the original is a single image with the result's type and size
     */
    public static boolean canReplace(ImagePlus image, ImagePlus result) {
        return image.getStackSize() == 1
                && !image.getStack().isVirtual()
                && image.getBitDepth() == result.getBitDepth()
                && image.getWidth() == result.getWidth()
                && image.getHeight() == result.getHeight();
    }

    /**
     * Replaces a single image by its result. Undo restores pixels, calibration and value metadata.
     *
     * @param image the original
     * @param result the image made from it
     */
    public static void replace(ImagePlus image, ImagePlus result) {
        Undo.setup(Undo.TYPE_CONVERSION, image);
        ReplacedValues.replace(image, result, () -> image.setProcessor(null, result.getProcessor()));
        image.setCalibration(result.getCalibration());
        image.changes = true;
        image.updateAndRepaintWindow();
    }

    /**
     * Copies dimensions, Info and position in space to a result, and marks its values as computed. For results with the
     * original's values, the caller calls {@link ImageRecord#copyValuesTo} afterwards.
     *
     * @param image the original
     * @param result the image made from it
     * @param added names that were added to the slice labels, one per channel; none if the labels are the same
     */
    private static void copyPlace(ImagePlus image, ImagePlus result, List<String> added) {
        if (image.getStackSize() == result.getStackSize()) {
            result.setDimensions(image.getNChannels(), image.getNSlices(), image.getNFrames());
            result.setOpenAsHyperStack(image.isHyperStack());
        }
        Calibration calibration = image.getCalibration().copy();
        calibration.disableDensityCalibration();
        result.setCalibration(calibration);
        ImageRecord.copyPlaceTo(image, result, added);
        Object info = image.getProperty("Info");
        if (info != null) result.setProperty("Info", info);
    }
}
