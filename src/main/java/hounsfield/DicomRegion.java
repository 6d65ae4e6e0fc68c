package hounsfield;

import hounsfield.geometry.Vector3;
import hounsfield.region.PlacedRegion;
import hounsfield.region.Region;
import hounsfield.region.RegionTarget;
import hounsfield.standard.error.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.imglib2.img.Img;
import net.imglib2.img.basictypeaccess.array.BooleanArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.util.Fraction;

/** A region of a structure set, segmentation, report or overlay, on the slices of a series. */
public final class DicomRegion {
    private final PlacedRegion region;
    private final RegionTarget target;

    DicomRegion(PlacedRegion region, RegionTarget target) {
        this.region = region;
        this.target = target;
    }

    /** {@return number, name, codes, algorithm and tracking identifiers} */
    public Region description() {
        return region.region();
    }

    /** {@return the name} */
    public String name() {
        return region.region().name();
    }

    /** {@return the recommended color, {@code 0xRRGGBB}, if any} */
    public OptionalInt color() {
        return region.region().color();
    }

    /** {@return number of pixels inside} */
    public long count() {
        return region.count();
    }

    /** {@return the volume [ml]: areas times slabs, halfway to the neighboring slices; NaN if a size is not known} */
    public double milliliters() {
        return region.milliliters(target);
    }

    /** {@return the center of the region in the patient (LPS), x, y and z [mm]; empty without pixels or positions} */
    public Optional<double[]> centroid() {
        return region.centroid(target).map(Vector3::toArray);
    }

    /**
     * Returns which pixels are inside. A pixel of a fractional segmentation is inside if its fraction is at least one half.
     *
     * @return an image with axes x, y and z, which has a plane for each position of the series, in order
     */
    public Img<NativeBoolType> mask() {
        int planes = target.places().size();
        long[] size = {target.columns(), target.rows(), planes};
        Memory.require("the mask", new Memory.Need(planes, size[0] * size[1]), List.of());
        List<BooleanArray> insides = new ArrayList<>();
        for (int place = 0; place < planes; place++) {
            byte[] pixels = region.pixels(place, target.rows(), target.columns());
            boolean[] inside = new boolean[pixels.length];
            for (int i = 0; i < inside.length; i++) inside[i] = pixels[i] != 0;
            insides.add(new BooleanArray(inside));
        }
        PlanarImg<NativeBoolType, BooleanArray> mask = new PlanarImg<>(insides, size, new Fraction());
        mask.setLinkedType(new NativeBoolType(mask));
        return mask;
    }
}
