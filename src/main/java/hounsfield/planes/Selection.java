package hounsfield.planes;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.PixelPadding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Selects pixels: those whose mask byte is not 0 and whose value is not padding. NaN is never selected, and infinite
 * values only if {@link Limits} clip them.
 */
public final class Selection {
    /** Selects every pixel. */
    public static final Selection ALL = new Selection(plane -> null, plane -> Optional.empty());

    private final IntFunction<byte[]> masks;
    private final IntFunction<Optional<PixelPadding>> padding;

    private Selection(IntFunction<byte[]> masks, IntFunction<Optional<PixelPadding>> padding) {
        this.masks = masks;
        this.padding = padding;
    }

    /**
     * Selects the pixels that are not padding of an image.
     *
     * @param image supplies the padding of each plane
     * @return the selection
     */
    public static Selection of(CalibratedImage image) {
        List<Optional<PixelPadding>> each = new ArrayList<>();
        for (int z = 0; z < image.depth(); z++) each.add(image.padding(z));
        return ALL.excluding(each);
    }

    /**
     * {@return this selection with one mask for all planes, which replaces any other masks}
     *
     * @param mask one byte per pixel, 0 for outside; shared, not copied
     */
    public Selection within(byte[] mask) {
        return new Selection(plane -> mask, padding);
    }

    /**
     * {@return this selection with one mask per plane; they replace any other masks}
     *
     * @param planeMasks one mask per plane; may be {@link LazyPlaneList}
     */
    public Selection withinEach(List<byte[]> planeMasks) {
        List<byte[]> kept = LazyPlaneList.keep(planeMasks);
        return new Selection(kept::get, padding);
    }

    /**
     * {@return this selection with other padding, which replaces any previous padding}
     *
     * @param planePadding one entry per plane
     */
    public Selection excluding(List<Optional<PixelPadding>> planePadding) {
        List<Optional<PixelPadding>> copy = List.copyOf(planePadding);
        return new Selection(masks, copy::get);
    }

    /**
     * Returns the selection for one of the planes.
     *
     * @param plane counted from 0
     * @return a selection whose plane 0 is that plane
     */
    public Selection plane(int plane) {
        return planes(plane);
    }

    /**
     * {@return the selection for some of the planes}
     *
     * @param chosen indexes of the planes, in the new order
     */
    public Selection planes(int... chosen) {
        return new Selection(plane -> masks.apply(chosen[plane]), plane -> padding.apply(chosen[plane]));
    }

    /**
     * Returns the mask of a plane.
     *
     * @param plane counted from 0
     * @param length pixels in the plane
     * @return one byte per pixel, 0 for outside; {@code null} for the whole plane
     * @throws IllegalArgumentException if the mask has another length
     */
    public byte[] mask(int plane, int length) {
        byte[] mask = masks.apply(plane);
        if (mask != null && mask.length != length) {
            throw new IllegalArgumentException(
                    "the mask of plane " + plane + " has " + mask.length + " pixels, the plane " + length);
        }
        return mask;
    }

    /**
     * Returns the padding of a plane.
     *
     * @param plane counted from 0
     * @return {@code null} for none
     */
    public PixelPadding padding(int plane) {
        return padding.apply(plane).orElse(null);
    }
}
