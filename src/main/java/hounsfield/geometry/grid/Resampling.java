package hounsfield.geometry.grid;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.geometry.grid.Interpolation.Taps;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Resamples a stack of parallel planes to an {@link EvenGrid}. Each voxel is computed at its place in the patient: in
 * each plane by interpolation along rows and columns, then from plane to plane along the normal. So neither uneven gaps
 * nor a tilted gantry shift the anatomy.
 *
 * <p>A voxel is outside if it is beyond the pixels of the nearest planes on both sides; a pixel extends half its size
 * around its center. A value that is not finite affects only the voxels that are computed from it. If several planes
 * are at one position, the first is used.
 *
 * <p>The loops are written here because ImgLib2 has neither a cubic interpolator nor one for uneven distances.
 */
public final class Resampling {
    /** Number of consecutive slices per thread, so that most planes are resampled along rows and columns only once. */
    private static final int RUN = 16;

    /** Points up to this far outside of a plane count as inside, because positions are rounded [pixels]. */
    private static final double EDGE = 1e-3;

    /** The value outside of planes in HU, below that of air. */
    private static final float OUTSIDE_HU = -1024;

    private final int columns;
    private final int rows;
    private final EvenGrid grid;
    private final Interpolation interpolation;
    private final float outside;
    private final List<PlaneGeometry> planes;
    private final int[] indexes;
    private final double[] depths;

    /**
     * {@return the usual value of voxels outside: -1024 for HU, NaN for other units}
     *
     * @param hounsfield whether the values are in HU
     */
    public static float outside(boolean hounsfield) {
        return hounsfield ? OUTSIDE_HU : Float.NaN;
    }

    /** Supplies the values of planes. It is called from several threads. */
    @FunctionalInterface
    public interface Source {
        /**
         * Returns a plane.
         *
         * @param plane index in the list from which the stack was made
         * @return its values, row by row; they are not changed
         */
        float[] values(int plane);
    }

    /**
     * Creates a resampling.
     *
     * @param stack the planes
     * @param columns of each plane
     * @param rows of each plane
     * @param grid made for the stack
     * @param interpolation the method
     * @param outside the value of voxels outside of the planes
     */
    public Resampling(
            StackGeometry stack, int columns, int rows, EvenGrid grid, Interpolation interpolation, float outside) {
        this.columns = columns;
        this.rows = rows;
        this.grid = grid;
        this.interpolation = interpolation;
        this.outside = outside;
        DistinctPlanes distinct = DistinctPlanes.of(stack);
        planes = distinct.planes();
        indexes = distinct.indexes();
        depths = distinct.depths();
    }

    /**
     * Resamples all slices of the grid, on several threads.
     *
     * @param source supplies the planes
     * @param progress receives progress in slices, and can cancel
     * @return one array per slice of the grid
     */
    public float[][] run(Source source, Progress progress) {
        float[][] slices = new float[grid.slices()][];
        int runs = (grid.slices() + RUN - 1) / RUN;
        Progress part = progress.ofPart();
        Workers.forEach(runs, progress, run -> {
            Map<Integer, Flat> kept = new LinkedHashMap<>();
            for (int slice = run * RUN; slice < Math.min(grid.slices(), (run + 1) * RUN); slice++) {
                part.check();
                slices[slice] = slice(slice, source, kept);
            }
        });
        return slices;
    }

    /**
     * A plane resampled to the columns and rows of the grid.
     *
     * @param values of the grid's pixels; outside of the plane, those of its nearest pixel
     * @param left first column inside of the plane
     * @param right the column after the last one inside
     * @param top first row inside
     * @param bottom the row after the last one inside
     */
    private record Flat(float[] values, int left, int right, int top, int bottom) {}

    private float[] slice(int slice, Source source, Map<Integer, Flat> kept) {
        double depth = grid.plane(slice).distanceAlong(grid.first().normal());
        Taps taps = interpolation.taps(depths, depth);
        List<Integer> needed = Arrays.stream(taps.indexes()).boxed().toList();
        kept.keySet().retainAll(needed);
        for (int plane : needed) {
            if (!kept.containsKey(plane)) kept.put(plane, flat(plane, source.values(indexes[plane])));
        }
        float[] values = new float[grid.columns() * grid.rows()];
        Flat before = kept.get(taps.before());
        Flat after = kept.get(taps.after());
        int left = Math.max(before.left, after.left);
        int right = Math.min(before.right, after.right);
        int top = Math.max(before.top, after.top);
        int bottom = Math.min(before.bottom, after.bottom);
        Arrays.fill(values, outside);
        if (right <= left) return values;
        double[] sums = new double[right - left];
        for (int y = top; y < bottom; y++) {
            int start = y * grid.columns() + left;
            Arrays.fill(sums, 0);
            for (int tap = 0; tap < taps.indexes().length; tap++) {
                float[] from = kept.get(taps.indexes()[tap]).values;
                double weight = taps.weights()[tap];
                for (int x = 0; x < sums.length; x++) sums[x] += weight * from[start + x];
            }
            for (int x = 0; x < sums.length; x++) values[start + x] = (float) sums[x];
        }
        return values;
    }

    /** Resamples a plane to the columns and rows of the grid, first along rows, then along columns. */
    private Flat flat(int index, float[] values) {
        PlaneGeometry plane = planes.get(index);
        Vector3 offset = grid.first().position().minus(plane.position());
        double[] acrossPlaces = places(
                offset.dot(grid.first().rowDirection()),
                grid.first().columnSpacing(),
                plane.columnSpacing(),
                grid.columns());
        double[] downPlaces = places(
                offset.dot(grid.first().columnDirection()), grid.first().rowSpacing(), plane.rowSpacing(), grid.rows());
        Taps[] across = taps(acrossPlaces, columns);
        Taps[] down = taps(downPlaces, rows);
        float[] wide = alongRows(values, across);
        float[] flat = new float[grid.columns() * grid.rows()];
        double[] sums = new double[grid.columns()];
        for (int y = 0; y < grid.rows(); y++) {
            Arrays.fill(sums, 0);
            for (int tap = 0; tap < down[y].indexes().length; tap++) {
                int start = down[y].indexes()[tap] * grid.columns();
                double weight = down[y].weights()[tap];
                for (int x = 0; x < sums.length; x++) sums[x] += weight * wide[start + x];
            }
            int start = y * grid.columns();
            for (int x = 0; x < sums.length; x++) flat[start + x] = (float) sums[x];
        }
        return new Flat(
                flat,
                firstInside(acrossPlaces),
                endInside(acrossPlaces, columns),
                firstInside(downPlaces),
                endInside(downPlaces, rows));
    }

    private float[] alongRows(float[] values, Taps[] taps) {
        float[] wide = new float[taps.length * rows];
        for (int x = 0; x < taps.length; x++) {
            int[] from = taps[x].indexes();
            double[] weights = taps[x].weights();
            for (int y = 0; y < rows; y++) {
                double sum = 0;
                for (int tap = 0; tap < from.length; tap++) sum += weights[tap] * values[y * columns + from[tap]];
                wide[y * taps.length + x] = (float) sum;
            }
        }
        return wide;
    }

    /** Returns where the centers of the grid are along one axis of a plane, in its pixels. */
    private static double[] places(double offset, double step, double pixel, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> (offset + i * step) / pixel)
                .toArray();
    }

    private Taps[] taps(double[] places, int pixels) {
        double[] centers = IntStream.range(0, pixels).asDoubleStream().toArray();
        return Arrays.stream(places)
                .mapToObj(place -> interpolation.taps(centers, place))
                .toArray(Taps[]::new);
    }

    private static int firstInside(double[] places) {
        return (int) Arrays.stream(places).filter(place -> place < -0.5 - EDGE).count();
    }

    private static int endInside(double[] places, int pixels) {
        return (int) Arrays.stream(places)
                .filter(place -> place <= pixels - 0.5 + EDGE)
                .count();
    }
}
