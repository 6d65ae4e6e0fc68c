package hounsfield.geometry.grid;

import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;

/**
 * How the value at a point is computed from the voxels around it. At the center of a voxel, each method gives the value
 * of the voxel.
 */
public enum Interpolation implements Labeled {
    /** The value of the nearest voxel, so that no new values appear. */
    NEAREST,
    /** Linear between the two neighbors along each axis; results stay within the range of their values. */
    LINEAR,
    /**
     * A cubic polynomial through the four neighbors along each axis, with the slopes of parabolas through three of them:
     * Catmull-Rom, where they are evenly spaced. It is sharper than linear, and can exceed the values at edges.
     */
    CUBIC;

    /**
     * Points this close to a voxel get its value, as a fraction of the distance to the next voxel, because positions in
     * files are rounded.
     */
    private static final double ON_VOXEL = 1e-4;

    /**
     * {@return the interpolation of a name}
     *
     * @param label nearest, linear or cubic, in any case
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static Interpolation byLabel(String label) {
        return Labels.find("interpolation", values(), label);
    }

    /**
     * The voxels along an axis from which a value is computed.
     *
     * @param indexes of the voxels; some may be equal
     * @param weights of the voxels; their sum is 1
     * @param before index of the nearest voxel before the place, or of the one at the place
     * @param after index of the nearest voxel after the place, or of the one at the place
     */
    record Taps(int[] indexes, double[] weights, int before, int after) {
        private static Taps of(int index) {
            return new Taps(new int[] {index}, new double[] {1}, index, index);
        }
    }

    /**
     * Returns the voxels for a place. Places before the first voxel or after the last have the value of that voxel.
     *
     * @param centers centers of the voxels along the axis, ascending
     * @param place on the same axis
     * @return the voxels and their weights
     */
    Taps taps(double[] centers, double place) {
        int last = centers.length - 1;
        if (last == 0 || place <= centers[0]) return Taps.of(0);
        if (place >= centers[last]) return Taps.of(last);
        int from = 0;
        for (int to = last; to - from > 1; ) {
            int middle = (from + to) >>> 1;
            if (centers[middle] <= place) from = middle;
            else to = middle;
        }
        double gap = centers[from + 1] - centers[from];
        double part = (place - centers[from]) / gap;
        if (part < ON_VOXEL) return Taps.of(from);
        if (part > 1 - ON_VOXEL) return Taps.of(from + 1);
        return switch (this) {
            case NEAREST -> Taps.of(part > 0.5 ? from + 1 : from);
            case LINEAR -> new Taps(new int[] {from, from + 1}, new double[] {1 - part, part}, from, from + 1);
            case CUBIC -> cubic(centers, from, part);
        };
    }

    /** Returns the weights of the cubic Hermite polynomial between two voxels. */
    private static Taps cubic(double[] centers, int from, double part) {
        int last = centers.length - 1;
        double square = part * part;
        double cube = square * part;
        double gap = centers[from + 1] - centers[from];
        double[] weights = {0, 2 * cube - 3 * square + 1, 3 * square - 2 * cube, 0};
        addSlope(weights, 0, gap * (cube - 2 * square + part), centers, from);
        addSlope(weights, 1, gap * (cube - square), centers, from + 1);
        int[] indexes = {Math.max(0, from - 1), from, from + 1, Math.min(last, from + 2)};
        return new Taps(indexes, weights, from, from + 1);
    }

    /**
     * Adds the weights of the slope at a voxel, that of the parabola through it and its neighbors; at the ends of the
     * axis, that of the line to the only neighbor.
     *
     * @param first index in weights of the voxel before
     * @param factor of the slope
     */
    private static void addSlope(double[] weights, int first, double factor, double[] centers, int voxel) {
        boolean begins = voxel == 0;
        boolean ends = voxel == centers.length - 1;
        double before = begins ? 0 : centers[voxel] - centers[voxel - 1];
        double after = ends ? 0 : centers[voxel + 1] - centers[voxel];
        // The slope on each side is weighted by the distance on the other side.
        double beforeFactor = begins ? 0 : factor * (ends ? 1 : after / (before + after)) / before;
        double afterFactor = ends ? 0 : factor * (begins ? 1 : before / (before + after)) / after;
        weights[first] -= beforeFactor;
        weights[first + 1] += beforeFactor - afterFactor;
        if (!ends) weights[first + 2] += afterFactor;
    }
}
