package hounsfield.planes;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.PixelPadding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Which pixels count: those whose mask byte is not 0 and whose value is no padding. Values that are not a number never
 * count, nor do infinite ones that no floor or ceiling brings back.
 */
public final class Selection {
    /** Every pixel. */
    public static final Selection ALL = new Selection(plane -> null, plane -> Optional.empty());

    private final IntFunction<byte[]> masks;
    private final IntFunction<Optional<PixelPadding>> padding;

    private Selection(IntFunction<byte[]> masks, IntFunction<Optional<PixelPadding>> padding) {
        this.masks = masks;
        this.padding = padding;
    }

    /** The pixels that are no padding of this image. */
    public static Selection of(CalibratedImage image) {
        List<Optional<PixelPadding>> each = new ArrayList<>();
        for (int z = 0; z < image.depth(); z++) each.add(image.padding(z));
        return ALL.excluding(each);
    }

    /** The pixels under one mask for all planes, in place of any other masks: a byte a pixel, 0 for outside. */
    public Selection within(byte[] mask) {
        return new Selection(plane -> mask, padding);
    }

    /** The pixels under masks, one a plane, which may be {@link FetchedPlanes}; in place of any other masks. */
    public Selection withinEach(List<byte[]> planeMasks) {
        List<byte[]> kept = FetchedPlanes.keep(planeMasks);
        return new Selection(kept::get, padding);
    }

    /** Of these pixels the ones that are no padding; one entry a plane. */
    public Selection excluding(List<Optional<PixelPadding>> planePadding) {
        List<Optional<PixelPadding>> copy = List.copyOf(planePadding);
        return new Selection(masks, copy::get);
    }

    /** The same selection for one plane alone. */
    public Selection plane(int plane) {
        return planes(plane);
    }

    /** The same selection for some of the planes, in this order. */
    public Selection planes(int... chosen) {
        return new Selection(plane -> masks.apply(chosen[plane]), plane -> padding.apply(chosen[plane]));
    }

    /** The plane's mask, {@code null} for the whole plane. */
    public byte[] mask(int plane, int length) {
        byte[] mask = masks.apply(plane);
        if (mask != null && mask.length != length) {
            throw new IllegalArgumentException(
                    "the mask of plane " + plane + " has " + mask.length + " pixels, the plane " + length);
        }
        return mask;
    }

    /** The plane's padding, {@code null} for none. */
    public PixelPadding padding(int plane) {
        return padding.apply(plane).orElse(null);
    }
}
