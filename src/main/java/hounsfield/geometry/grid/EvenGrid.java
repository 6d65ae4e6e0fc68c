package hounsfield.geometry.grid;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.Vector3;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A grid of voxels in the patient with even distances and right angles. Its slices are parallel to those of the stack that
 * it was made for, and contain all of its pixels.
 *
 * @param first the plane of the first slice
 * @param columns number of columns
 * @param rows number of rows
 * @param slices number of slices
 * @param spacing from slice to slice along the normal [mm]
 */
public record EvenGrid(PlaneGeometry first, int columns, int rows, int slices, double spacing) {
    /** Gaps below this fraction of the median are errors in positions, and not used as spacing. */
    private static final double TRUE_GAP = 0.1;

    /** Gaps that differ less than this part are the same. */
    private static final double SAME_GAP = 0.01;

    /** The largest number of pixels of a side. */
    private static final int LARGEST = 1 << 20;

    /**
     * Returns why a stack has no grid.
     *
     * @param stack the planes
     * @return a sentence; empty if a grid is possible
     */
    public static Optional<String> problem(StackGeometry stack) {
        PlaneGeometry first = stack.planes().get(0);
        if (stack.hasMixedOrientation()) return Optional.of("the slices have different orientations");
        if (!stack.planes().stream().allMatch(first::hasSpacingOf)) {
            return Optional.of("the slices have different pixel sizes");
        }
        return stack.positions() < 2 ? Optional.of("all slices have the same position") : Optional.empty();
    }

    /**
     * Returns the smallest distance between positions that is not an error. Because positions are rounded, it is
     * averaged with all distances within 1 % of it.
     *
     * @param stack at least two positions
     * @return along the normal [mm]
     */
    public static double finestSpacing(StackGeometry stack) {
        double least = Math.max(StackGeometry.SAME_POSITION, TRUE_GAP * stack.medianSpacing());
        double finest = Arrays.stream(stack.spacings())
                .filter(gap -> gap >= least)
                .min()
                .orElseThrow(() -> new IllegalArgumentException("all slices have the same position"));
        return Arrays.stream(stack.spacings())
                .filter(gap -> gap >= finest && gap <= (1 + SAME_GAP) * finest)
                .average()
                .orElseThrow();
    }

    /**
     * Returns the edge of isotropic voxels that keep all detail: the smallest of the pixel sizes and the finest
     * spacing.
     *
     * @param stack at least two positions
     * @return edge of a voxel [mm]
     */
    public static double finestEdge(StackGeometry stack) {
        PlaneGeometry first = stack.planes().get(0);
        return Math.min(finestSpacing(stack), Math.min(first.rowSpacing(), first.columnSpacing()));
    }

    /**
     * Creates the grid with the pixel size of the stack.
     *
     * @param stack the planes
     * @param columns of each plane
     * @param rows of each plane
     * @param spacing from slice to slice [mm]
     * @return the grid
     * @throws IllegalArgumentException if there is a {@link #problem}, the spacing is not above 0, or the grid is too large
     */
    public static EvenGrid of(StackGeometry stack, int columns, int rows, double spacing) {
        PlaneGeometry plane = stack.planes().get(0);
        return of(stack, columns, rows, plane.rowSpacing(), plane.columnSpacing(), spacing);
    }

    /**
     * Creates a grid of cubes.
     *
     * @param stack the planes
     * @param columns of each plane
     * @param rows of each plane
     * @param edge of each voxel [mm]
     * @return the grid
     * @throws IllegalArgumentException if there is a {@link #problem}, the edge is not above 0, or the grid is too large
     */
    public static EvenGrid isotropic(StackGeometry stack, int columns, int rows, double edge) {
        return of(stack, columns, rows, edge, edge, edge);
    }

    private static EvenGrid of(
            StackGeometry stack, int columns, int rows, double rowSpacing, double columnSpacing, double spacing) {
        problem(stack).ifPresent(problem -> {
            throw new IllegalArgumentException("The stack cannot be resampled: " + problem);
        });
        if (!(spacing > 0) || !Double.isFinite(spacing)) {
            throw new IllegalArgumentException("the spacing is " + spacing + " mm; it must be above 0");
        }
        PlaneGeometry plane = stack.planes().get(0);
        Vector3 right = plane.rowDirection();
        Vector3 normal = stack.normal();
        Vector3 down = normal.cross(right);
        double[] left = along(stack, right);
        double[] top = along(stack, down);
        double[] depth = stack.distances();
        // Edges, not centers, because pixels of the grid may have another size.
        double firstColumn = min(left) - 0.5 * plane.columnSpacing() + 0.5 * columnSpacing;
        double firstRow = min(top) - 0.5 * plane.rowSpacing() + 0.5 * rowSpacing;
        double width = max(left) - min(left) + columns * plane.columnSpacing();
        double height = max(top) - min(top) + rows * plane.rowSpacing();
        Vector3 origin = right.times(firstColumn).plus(down.times(firstRow)).plus(normal.times(depth[0]));
        PlaneGeometry first = new PlaneGeometry(origin, right, down, rowSpacing, columnSpacing);
        int gridColumns = count(width / columnSpacing);
        int gridRows = count(height / rowSpacing);
        if ((long) gridColumns * gridRows > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a slice of the grid would be " + gridColumns + " x " + gridRows
                    + " pixels, more than an array contains");
        }
        // Each slice represents half a spacing on both sides.
        int slices = count(Math.rint((depth[depth.length - 1] - depth[0]) / spacing) + 1);
        return new EvenGrid(first, gridColumns, gridRows, slices, spacing);
    }

    private static double[] along(StackGeometry stack, Vector3 direction) {
        return stack.planes().stream()
                .mapToDouble(plane -> plane.distanceAlong(direction))
                .toArray();
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    /**
     * Returns the number of pixels that cover a length. A remainder of up to a thousandth of a pixel is a rounding error and
     * ignored.
     */
    static int count(double pixels) {
        if (!(pixels < LARGEST)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "the grid would be %.0f voxels along one side, above %d", pixels, LARGEST));
        }
        return Math.max(1, (int) Math.ceil(pixels - 1e-3));
    }

    /**
     * {@return the plane of a slice}
     *
     * @param slice counted from 0
     */
    public PlaneGeometry plane(int slice) {
        Vector3 position = first.position().plus(first.normal().times(slice * spacing));
        return new PlaneGeometry(
                position, first.rowDirection(), first.columnDirection(), first.rowSpacing(), first.columnSpacing());
    }

    /** {@return number of voxels} */
    public long voxels() {
        return (long) columns * rows * slices;
    }
}
