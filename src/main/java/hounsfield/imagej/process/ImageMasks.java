package hounsfield.imagej.process;

import hounsfield.imagej.pixels.ImageValues;
import hounsfield.mask.Box;
import hounsfield.mask.Mask;
import hounsfield.mask.MaskCrop;
import hounsfield.mask.MaskSettings;
import hounsfield.mask.Raster2D;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.window.Windowing;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes masks of ImageJ images by a threshold on a blurred window, one per slice, and finds the box around the masks of all slices.
 * Padding is outside the masks; an area selection limits them.
 */
public final class ImageMasks {
    private static final float OUTSIDE = 0.35f;

    private ImageMasks() {}

    /**
     * Checks that an image is grayscale.
     *
     * @param image any image
     * @throws IllegalArgumentException for a color image
     */
    public static void check(ImagePlus image) {
        ImageValues.checkGray(image);
    }

    /**
     * Makes the masks of all slices.
     *
     * @param image a grayscale image
     * @param settings window, blur and threshold
     * @param progress reports and cancels
     * @return an 8-bit image, 255 inside and 0 outside
     */
    public static ImagePlus masks(ImagePlus image, MaskSettings settings, Progress progress) {
        Selection selection = ImageValues.selection(image);
        ImagePlus result = DerivedImage.of(
                image,
                "Mask of " + image.getTitle(),
                (slice, index) ->
                        mask(image, slice, selection.plane(index), settings).pixels(),
                progress);
        result.setDisplayRange(0, 255);
        return result;
    }

    /**
     * Makes the masks of all slices and checks that at least one is not empty.
     *
     * @param image a grayscale image
     * @param settings window, blur and threshold
     * @param progress reports and cancels
     * @return an 8-bit image, 255 inside and 0 outside
     * @throws IllegalArgumentException if no pixel is inside
     */
    public static ImagePlus nonEmptyMasks(ImagePlus image, MaskSettings settings, Progress progress) {
        ImagePlus masks = masks(image, settings, progress);
        box(masks);
        return masks;
    }

    /**
     * Returns the smallest box around the masks of all slices.
     *
     * @param masks an 8-bit image; pixels that are not 0 are inside
     * @return the box
     * @throws IllegalArgumentException if no pixel is inside, or the image is not 8-bit
     */
    public static Box box(ImagePlus masks) {
        if (masks.getType() != ImagePlus.GRAY8) {
            throw new IllegalArgumentException(
                    "\"" + masks.getTitle() + "\" is not a mask: it is not an 8-bit grayscale image");
        }
        Optional<Box> box = Optional.empty();
        for (int n = 1; n <= masks.getStackSize(); n++) {
            byte[] pixels = (byte[]) masks.getStack().getPixels(n);
            box = union(box, new Mask(masks.getHeight(), masks.getWidth(), pixels).box());
        }
        return box.orElseThrow(() -> new IllegalArgumentException("the mask is empty: no pixel is inside"));
    }

    /**
     * Returns the smallest box around the masks of all slices, and checks that they fit an image.
     *
     * @param masks an 8-bit image; pixels that are not 0 are inside
     * @param image the image to be cropped
     * @return the box
     * @throws IllegalArgumentException if no pixel is inside, or the masks are not 8-bit or have another size
     */
    public static Box box(ImagePlus masks, ImagePlus image) {
        if (masks.getWidth() != image.getWidth() || masks.getHeight() != image.getHeight()) {
            throw new IllegalArgumentException("the mask has " + masks.getWidth() + " x " + masks.getHeight()
                    + " pixels, the image " + image.getWidth() + " x " + image.getHeight());
        }
        return box(masks);
    }

    /**
     * Crops all slices to the box around their masks and resizes them if {@code step} has a size. The masks are not kept.
     *
     * @param image a grayscale image
     * @param step mask settings and size
     * @param progress reports and cancels
     * @return a new image
     * @throws IllegalArgumentException if no pixel is inside the masks
     */
    public static ImagePlus crop(ImagePlus image, MaskCrop step, Progress progress) {
        return ImageCrops.crop(image, box(image, step, progress), step.size(), progress);
    }

    /** Returns the box of the image that {@link #crop} cuts out. */
    static Box cropBox(ImagePlus image, MaskCrop step, Progress progress) {
        return step.cropBox(box(image, step, progress), image.getHeight(), image.getWidth());
    }

    /**
     * Returns a slice for a preview: windowed, bright inside its mask, dark outside, with its box outlined.
     *
     * @param image the image; its current slice is previewed
     * @param slice the current slice's values
     * @param step mask settings and size
     * @return a gray level of 0..1 per pixel
     */
    public static float[] preview(ImagePlus image, Planes slice, MaskCrop step) {
        Selection selection = ImageValues.selection(image).plane(image.getCurrentSlice() - 1);
        Mask mask = mask(image, slice, selection, step.settings());
        float[] grays = Windowing.apply(step.settings().window(), slice.values(0));
        for (int i = 0; i < grays.length; i++) {
            grays[i] = mask.pixels()[i] == 0 ? OUTSIDE * grays[i] : 1 - OUTSIDE * (1 - grays[i]);
        }
        mask.box()
                .ifPresent(box ->
                        outline(grays, image.getWidth(), step.cropBox(box, image.getHeight(), image.getWidth())));
        return grays;
    }

    private static void outline(float[] grays, int width, Box box) {
        for (int x = box.columnStart(); x < box.columnEnd(); x++) {
            grays[box.rowStart() * width + x] = 1;
            grays[(box.rowEnd() - 1) * width + x] = 1;
        }
        for (int y = box.rowStart(); y < box.rowEnd(); y++) {
            grays[y * width + box.columnStart()] = 1;
            grays[y * width + box.columnEnd() - 1] = 1;
        }
    }

    private static Box box(ImagePlus image, MaskCrop step, Progress progress) {
        Selection selection = ImageValues.selection(image);
        AtomicReference<Optional<Box>> box = new AtomicReference<>(Optional.empty());
        DerivedImage.visit(
                image,
                (slice, index) -> {
                    Optional<Box> one = step.box(ImageCrops.plane(image, slice), selection.plane(index));
                    box.accumulateAndGet(one, ImageMasks::union);
                },
                progress);
        return box.get()
                .orElseThrow(() -> new IllegalArgumentException("nothing is inside the mask: no blurred value is above "
                        + step.settings().threshold()));
    }

    private static Optional<Box> union(Optional<Box> one, Optional<Box> other) {
        if (one.isEmpty()) return other;
        return other.isEmpty() ? one : Optional.of(one.get().union(other.get()));
    }

    private static Mask mask(ImagePlus image, Planes slice, Selection selection, MaskSettings settings) {
        Raster2D plane = ImageCrops.plane(image, slice);
        return Mask.fromBlur(plane, selection, settings);
    }
}
