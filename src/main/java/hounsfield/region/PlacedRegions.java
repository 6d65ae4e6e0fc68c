package hounsfield.region;

import java.util.List;

/**
 * Regions on the slices of an image.
 *
 * @param target the slices
 * @param regions the regions, in the order of their file, including those that are on no slice
 * @param findings sentences for the log: what is not on a slice and why, and what was assumed
 */
public record PlacedRegions(RegionTarget target, List<PlacedRegion> regions, List<String> findings) {
    /**
     * Copies the lists.
     *
     * @param target the slices
     * @param regions the regions
     * @param findings sentences for the log
     */
    public PlacedRegions {
        regions = List.copyOf(regions);
        findings = List.copyOf(findings);
    }

    /**
     * Returns a label for each pixel of a place.
     *
     * @param place index of the place
     * @return for each pixel, row by row, the index of its region in {@link #regions()}, from 1; 0 for none
     */
    public int[] labels(int place) {
        int[] labels = new int[Math.multiplyExact(target.rows(), target.columns())];
        fill(place, labels);
        return labels;
    }

    /** Fills in the labels; returns the number of pixels that belong to more than one region. */
    private int fill(int place, int[] labels) {
        boolean[] several = new boolean[labels.length];
        for (int i = 0; i < regions.size(); i++) {
            PlacedRegion region = regions.get(i);
            PlaneMask mask = region.masks().get(place);
            if (mask == null) continue;
            int right = Math.min(target.columns(), mask.left() + mask.width());
            int end = Math.min(target.rows(), mask.top() + mask.height());
            for (int row = mask.top(); row < end; row++) {
                for (int column = mask.left(); column < right; column++) {
                    if (!region.isIn(mask.at(column, row))) continue;
                    int pixel = row * target.columns() + column;
                    if (labels[pixel] != 0) several[pixel] = true;
                    labels[pixel] = i + 1;
                }
            }
        }
        int count = 0;
        for (boolean each : several) if (each) count++;
        return count;
    }

    /** {@return number of pixels that belong to more than one region, over all places} */
    public long overlappingPixels() {
        long all = 0;
        for (int place = 0; place < target.places().size(); place++) {
            all += fill(place, new int[Math.multiplyExact(target.rows(), target.columns())]);
        }
        return all;
    }
}
