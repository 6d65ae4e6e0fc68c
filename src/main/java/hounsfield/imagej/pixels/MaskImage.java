package hounsfield.imagej.pixels;

import hounsfield.planes.LazyPlaneList;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An 8-bit image that says which pixels of another count: all that are not 0. One slice serves a whole stack. */
public final class MaskImage {
    private final ImagePlus mask;

    private MaskImage(ImagePlus mask) {
        this.mask = mask;
    }

    /**
     * A mask for an image.
     *
     * @throws IllegalArgumentException if it is not 8-bit, of another size, or of another number of slices and not one
     */
    public static MaskImage of(ImagePlus mask, ImagePlus image) {
        if (!fits(mask, image)) {
            throw new IllegalArgumentException("\"" + mask.getTitle() + "\" is no mask for \"" + image.getTitle()
                    + "\": that is an 8-bit image of " + image.getWidth() + " x " + image.getHeight()
                    + " pixels with 1 slice or " + image.getStackSize());
        }
        return new MaskImage(mask);
    }

    /** The open images that can be masks for an image, by their titles; of a title that comes twice the first. */
    public static Map<String, MaskImage> open(ImagePlus image) {
        Map<String, MaskImage> masks = new LinkedHashMap<>();
        int[] ids = WindowManager.getIDList();
        for (int id : ids == null ? new int[0] : ids) {
            ImagePlus each = WindowManager.getImage(id);
            if (each != null && fits(each, image)) masks.putIfAbsent(each.getTitle(), new MaskImage(each));
        }
        return masks;
    }

    private static boolean fits(ImagePlus mask, ImagePlus image) {
        return mask != image
                && mask.getBitDepth() == 8
                && mask.getWidth() == image.getWidth()
                && mask.getHeight() == image.getHeight()
                && (mask.getStackSize() == 1 || mask.getStackSize() == image.getStackSize());
    }

    /** The mask of each of so many slices, where it and {@code region} agree. */
    List<byte[]> planes(int slices, Optional<byte[]> region) {
        ImageStack stack = mask.getStack();
        int length = mask.getWidth() * mask.getHeight();
        LazyPlaneList<byte[]> masks = new LazyPlaneList<>(
                stack.size(), length, plane -> both((byte[]) ImageValues.pixels(stack, plane + 1), region));
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
