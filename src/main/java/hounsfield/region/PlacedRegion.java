package hounsfield.region;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A region on the slices of an image. A pixel belongs to the region if its fraction is at least one half.
 *
 * @param region its description
 * @param maximum the value of a pixel that belongs to the region entirely; 1 unless it is fractional
 * @param masks its pixels by index of {@link RegionTarget#places()}; places without pixels are absent
 * @param outlines its contours by index of the place; empty for a segmentation
 */
public record PlacedRegion(
        Region region, int maximum, SortedMap<Integer, PlaneMask> masks, SortedMap<Integer, List<Outline>> outlines) {
    /**
     * Copies the maps.
     *
     * @param region its description
     * @param maximum the value of a pixel that belongs to the region entirely
     * @param masks its pixels
     * @param outlines its contours
     */
    public PlacedRegion {
        masks = new TreeMap<>(masks);
        outlines = new TreeMap<>(outlines);
    }

    /**
     * {@return a copy with the same pixels and contours and another description}
     *
     * @param other the description
     */
    public PlacedRegion of(Region other) {
        return new PlacedRegion(other, maximum, masks, outlines);
    }

    /**
     * Returns whether a value of a mask belongs to the region.
     *
     * @param value of a pixel
     * @return whether it is at least half of {@link #maximum}
     */
    public boolean isIn(int value) {
        return value > 0 && 2 * value >= maximum;
    }

    /** {@return whether pixels can belong to the region in part} */
    public boolean isFractional() {
        return maximum > 1;
    }

    /** {@return whether it has neither pixels nor contours on any slice} */
    public boolean isEmpty() {
        return masks.isEmpty() && outlines.isEmpty();
    }

    /**
     * Returns which pixels of a place belong to the region.
     *
     * @param place index of the place
     * @param rows of the slices
     * @param columns of the slices
     * @return 1 or 0 for each pixel, row by row
     */
    public byte[] pixels(int place, int rows, int columns) {
        PlaneMask mask = masks.get(place);
        if (mask == null) return new byte[Math.multiplyExact(rows, columns)];
        byte[] pixels = mask.toBytes(rows, columns);
        for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (isIn(pixels[i] & 0xFF) ? 1 : 0);
        return pixels;
    }

    /** {@return number of pixels that belong to the region, over all places} */
    public long count() {
        long count = 0;
        for (PlaneMask mask : masks.values()) count += (long) sums(mask)[0];
        return count;
    }

    /**
     * Returns the volume: the area on each slice times the thickness of its slab. Pixels of a fractional region count by their
     * fraction.
     *
     * @param target the slices
     * @return the volume [ml]; NaN if the size of a pixel or a slab is not known
     */
    public double milliliters(RegionTarget target) {
        double volume = 0;
        for (Map.Entry<Integer, PlaneMask> each : masks.entrySet()) {
            volume += sums(each.getValue())[1] * voxel(target.places().get(each.getKey()));
        }
        return volume / 1000;
    }

    private static double voxel(RegionTarget.Place place) {
        Optional<PlaneGeometry> plane = place.plane().plane();
        return plane.isEmpty()
                ? Double.NaN
                : plane.get().rowSpacing() * plane.get().columnSpacing() * place.slab();
    }

    /**
     * Returns the mean of the centers of the pixels, weighted by thickness of the slab and by fraction.
     *
     * @param target the slices
     * @return the point in the patient (LPS) [mm]; empty without pixels or positions
     */
    public Optional<Vector3> centroid(RegionTarget target) {
        Vector3 sum = new Vector3(0, 0, 0);
        double weight = 0;
        for (Map.Entry<Integer, PlaneMask> each : masks.entrySet()) {
            RegionTarget.Place place = target.places().get(each.getKey());
            double[] sums = sums(each.getValue());
            if (sums[1] == 0) continue;
            Optional<PlaneGeometry> plane = place.plane().plane();
            if (plane.isEmpty()) return Optional.empty();
            double share = sums[1] * (Double.isNaN(place.slab()) ? 1 : place.slab());
            sum = sum.plus(
                    plane.get().pixel(sums[2] / sums[1], sums[3] / sums[1]).times(share));
            weight += share;
        }
        return weight == 0 ? Optional.empty() : Optional.of(sum.times(1 / weight));
    }

    /** Returns the number of pixels, the sum of fractions, and the sums of columns and rows by fraction. */
    private double[] sums(PlaneMask mask) {
        double[] sums = new double[4];
        for (int row = mask.top(); row < mask.top() + mask.height(); row++) {
            for (int column = mask.left(); column < mask.left() + mask.width(); column++) {
                int value = mask.at(column, row);
                if (value == 0) continue;
                double share = value / (double) maximum;
                if (isIn(value)) sums[0]++;
                sums[1] += share;
                sums[2] += share * column;
                sums[3] += share * row;
            }
        }
        return sums;
    }
}
