package hounsfield.imagej.pixels;

import hounsfield.planes.LazyPlaneList;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An 8-bit image as mask for another image: pixels that are not 0 count. A single slice applies to a whole stack. */
public final class MaskImage {
    private final ImagePlus mask;

    private MaskImage(ImagePlus mask) {
        this.mask = mask;
    }

    /**
     * Returns a mask for an image.
     *
     * @param mask an 8-bit image
     * @param image the image to be masked
     * @return the mask
     * @throws IllegalArgumentException if the mask is not 8-bit, has another size, or has neither one slice nor as many as
     *     the image
     */
    public static MaskImage of(ImagePlus mask, ImagePlus image) {
        if (!fits(mask, image)) {
            throw new IllegalArgumentException("\"" + mask.getTitle() + "\" is not a mask for \"" + image.getTitle()
                    + "\": a mask is another 8-bit image of " + image.getWidth() + " x " + image.getHeight()
                    + " pixels with 1 slice or " + image.getStackSize());
        }
        return new MaskImage(mask);
    }

    /**
     * Returns the open images that can be masks for an image.
     *
     * @param image the image to be masked
     * @return 8-bit images by title; the first one if several images have the same title
     */
    public static Map<String, ImagePlus> open(ImagePlus image) {
        Map<String, ImagePlus> masks = new LinkedHashMap<>();
        int[] ids = WindowManager.getIDList();
        for (int id : ids == null ? new int[0] : ids) {
            ImagePlus each = WindowManager.getImage(id);
            if (each != null && fits(each, image)) masks.putIfAbsent(each.getTitle(), each);
        }
        return masks;
    }

    /** {@return whether both are the same image} */
    @Override
    public boolean equals(Object other) {
        return other instanceof MaskImage image && image.mask == mask;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(mask);
    }

    private static boolean fits(ImagePlus mask, ImagePlus image) {
        return mask != image
                && mask.getBitDepth() == 8
                && mask.getWidth() == image.getWidth()
                && mask.getHeight() == image.getHeight()
                && (mask.getStackSize() == 1 || mask.getStackSize() == image.getStackSize());
    }

    /** Returns the mask of each slice, one byte per pixel, 0 outside the mask or outside {@code region}. */
    List<byte[]> planes(int slices, Optional<byte[]> region) {
        ImageStack stack = mask.getStack();
        int length = mask.getWidth() * mask.getHeight();
        LazyPlaneList<byte[]> masks = new LazyPlaneList<>(
                stack.size(),
                length,
                plane -> both((byte[]) ImageValues.pixels(stack, plane + 1, Progress.NONE), region));
        if (stack.size() == 1) {
            byte[] one = masks.get(0);
            return new LazyPlaneList<>(slices, length, plane -> one);
        }
        return stack.isVirtual() ? masks : List.copyOf(masks);
    }

    private static byte[] both(byte[] mask, Optional<byte[]> region) {
        if (region.isEmpty()) return mask;
        byte[] both = new byte[mask.length];
        for (int i = 0; i < both.length; i++) both[i] = region.get()[i] == 0 ? 0 : mask[i];
        return both;
    }
}
