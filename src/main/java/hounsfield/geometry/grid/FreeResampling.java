package hounsfield.geometry.grid;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * Resamples a stack of parallel planes to a grid in any orientation. Each voxel is computed at its place in the patient: linear
 * along rows and columns in the planes before and after it, and linear between these along the normal, as {@link Resampling}
 * does for grids that are parallel to the stack. So neither uneven gaps nor a tilted gantry displace anything.
 *
 * <p>A voxel is outside if it is beyond the pixels of one of its planes, or beyond the first or last plane by more than half
 * the distance to the next. Values that are not finite spread to the voxels that are computed from them, and to no others. Of
 * planes at the same position the first is used.
 */
public final class FreeResampling {
    /** Places this close to a pixel are on it, and this far beyond an edge are inside [pixels]. */
    private static final double ROUNDING = 1e-3;

    private final int columns;
    private final int rows;
    private final EvenGrid grid;
    private final float outside;
    private final int[] indexes;
    /** Positions of the planes along the normal, ascending [mm]. */
    private final double[] depths;
    /** Positions of the first pixels along rows and columns [mm]. */
    private final double[] lefts;

    private final double[] tops;
    private final double columnSpacing;
    private final double rowSpacing;
    private final Vector3 right;
    private final Vector3 down;
    private final Vector3 normal;

    /**
     * Creates a resampling.
     *
     * @param stack the planes, all in one orientation
     * @param columns of each plane
     * @param rows of each plane
     * @param grid in any orientation
     * @param outside the value of voxels outside of the planes
     */
    public FreeResampling(StackGeometry stack, int columns, int rows, EvenGrid grid, float outside) {
        this.columns = columns;
        this.rows = rows;
        this.grid = grid;
        this.outside = outside;
        DistinctPlanes distinct = DistinctPlanes.of(stack);
        List<PlaneGeometry> planes = distinct.planes();
        indexes = distinct.indexes();
        depths = distinct.depths();
        normal = stack.normal();
        right = planes.get(0).rowDirection();
        down = normal.cross(right);
        lefts = planes.stream().mapToDouble(plane -> plane.distanceAlong(right)).toArray();
        tops = planes.stream().mapToDouble(plane -> plane.distanceAlong(down)).toArray();
        columnSpacing = planes.get(0).columnSpacing();
        rowSpacing = planes.get(0).rowSpacing();
    }

    /** Returns the first or last distance between planes that is not 0. */
    static double endGap(double[] gaps, boolean first) {
        double[] distinct = Arrays.stream(gaps)
                .filter(gap -> gap >= StackGeometry.SAME_POSITION)
                .toArray();
        return distinct[first ? 0 : distinct.length - 1];
    }

    /**
     * Resamples all slices of the grid, on several threads. All planes are held in memory meanwhile.
     *
     * @param source supplies the planes, by their index in the list from which the stack was made
     * @param progress receives progress in slices, and can cancel
     * @return one array per slice of the grid
     */
    public float[][] run(Resampling.Source source, Progress progress) {
        float[][] planes = new float[indexes.length][];
        Workers.forEach(planes.length, progress.ofPart(), i -> planes[i] = source.values(indexes[i]));
        float[][] slices = new float[grid.slices()][];
        Workers.forEach(slices.length, progress, slice -> slices[slice] = slice(slice, planes));
        return slices;
    }

    private float[] slice(int slice, float[][] planes) {
        PlaneGeometry plane = grid.plane(slice);
        Vector3 step = plane.rowDirection().times(plane.columnSpacing());
        double depthStep = step.dot(normal);
        double acrossStep = step.dot(right);
        double downStep = step.dot(down);
        int last = depths.length - 1;
        double top = depths[0] - 0.5 * (depths[1] - depths[0]) - ROUNDING;
        double bottom = depths[last] + 0.5 * (depths[last] - depths[last - 1]) + ROUNDING;
        float[] values = new float[grid.columns() * grid.rows()];
        Arrays.fill(values, outside);
        int before = 0;
        for (int y = 0; y < grid.rows(); y++) {
            Vector3 start = plane.pixel(0, y);
            double depth0 = start.dot(normal);
            double across0 = start.dot(right);
            double down0 = start.dot(down);
            for (int x = 0; x < grid.columns(); x++) {
                double depth = depth0 + x * depthStep;
                if (depth < top || depth > bottom) continue;
                // The planes around the place of the last voxel are most often those of this one.
                while (before < last && depths[before + 1] <= depth) before++;
                while (before > 0 && depths[before] > depth) before--;
                double part = 0;
                if (before < last) part = Math.max(0, (depth - depths[before]) / (depths[before + 1] - depths[before]));
                double across = across0 + x * acrossStep;
                double along = down0 + x * downStep;
                double u = (across - lefts[before]) / columnSpacing;
                double v = (along - tops[before]) / rowSpacing;
                if (isOutside(u, v)) continue;
                int index = y * grid.columns() + x;
                if (part < ROUNDING) {
                    values[index] = (float) value(planes[before], u, v);
                    continue;
                }
                double nextU = (across - lefts[before + 1]) / columnSpacing;
                double nextV = (along - tops[before + 1]) / rowSpacing;
                if (isOutside(nextU, nextV)) continue;
                double next = value(planes[before + 1], nextU, nextV);
                values[index] = part > 1 - ROUNDING
                        ? (float) next
                        : (float) ((1 - part) * value(planes[before], u, v) + part * next);
            }
        }
        return values;
    }

    private boolean isOutside(double u, double v) {
        return !(u >= -0.5 - ROUNDING
                && u <= columns - 0.5 + ROUNDING
                && v >= -0.5 - ROUNDING
                && v <= rows - 0.5 + ROUNDING);
    }

    /** Returns the value between four pixels; beyond the outer ones that of the nearest. */
    private double value(float[] plane, double u, double v) {
        double x = Math.max(0, Math.min(columns - 1, u));
        double y = Math.max(0, Math.min(rows - 1, v));
        int column = (int) (x + ROUNDING);
        int row = (int) (y + ROUNDING);
        double across = x - column;
        double below = y - row;
        int index = row * columns + column;
        double upper = plane[index];
        if (across >= ROUNDING) upper += across * (plane[index + 1] - upper);
        if (below < ROUNDING) return upper;
        double lower = plane[index + columns];
        if (across >= ROUNDING) lower += across * (plane[index + columns + 1] - lower);
        return upper + below * (lower - upper);
    }
}
