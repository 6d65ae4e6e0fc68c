package hounsfield.geometry.grid;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import java.util.ArrayList;
import java.util.List;

/** The planes between the axes of the patient (PS3.3 C.7.6.2.1.1), as they are looked at: the head or the front is up. */
public enum AnatomicalPlane implements Labeled {
    /** Columns towards the left of the patient, rows towards the back, slices towards the head. */
    AXIAL(new Vector3(1, 0, 0), new Vector3(0, 1, 0)),
    /** Columns towards the left of the patient, rows towards the feet, slices towards the back. */
    CORONAL(new Vector3(1, 0, 0), new Vector3(0, 0, -1)),
    /** Columns towards the back of the patient, rows towards the feet, slices towards the right. */
    SAGITTAL(new Vector3(0, 1, 0), new Vector3(0, 0, -1));

    private final Vector3 right;
    private final Vector3 down;

    AnatomicalPlane(Vector3 right, Vector3 down) {
        this.right = right;
        this.down = down;
    }

    /**
     * Returns the plane of a name.
     *
     * @param label axial, coronal or sagittal, in any case
     * @return the plane
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static AnatomicalPlane byLabel(String label) {
        return Labels.find("view", values(), label);
    }

    /**
     * Creates the grid of cubes in the axes of the patient that contains a stack. Each plane of the stack extends half a pixel
     * around its pixels, and the first and last half the distance to their neighbors. The three grids of a stack have the same
     * voxels in another order.
     *
     * @param stack the planes, in any orientation
     * @param columns of each plane
     * @param rows of each plane
     * @param edge of each voxel [mm]
     * @return the grid, with slices in this plane
     * @throws IllegalArgumentException if there is a {@link EvenGrid#problem}, the edge is not above 0, or the grid is too
     *     large
     */
    public EvenGrid grid(StackGeometry stack, int columns, int rows, double edge) {
        EvenGrid.problem(stack).ifPresent(problem -> {
            throw new IllegalArgumentException("The stack cannot be resampled: " + problem);
        });
        if (!(edge > 0) || !Double.isFinite(edge)) {
            throw new IllegalArgumentException("the edge of a voxel is " + edge + " mm; it must be above 0");
        }
        List<Vector3> corners = corners(stack, columns, rows);
        // The same voxels for all planes: from the least to the greatest coordinate along each axis.
        double[] low = new double[3];
        int[] counts = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            int index = axis;
            double least = corners.stream()
                    .mapToDouble(corner -> corner.toArray()[index])
                    .min()
                    .orElseThrow();
            double greatest = corners.stream()
                    .mapToDouble(corner -> corner.toArray()[index])
                    .max()
                    .orElseThrow();
            low[axis] = least + 0.5 * edge;
            counts[axis] = EvenGrid.count((greatest - least) / edge);
        }
        Vector3 first = new Vector3(low[0], low[1], low[2]);
        for (Vector3 direction : List.of(right, down, right.cross(down))) {
            // Directions towards lower coordinates begin at the greatest.
            boolean towardsLow = direction.x() + direction.y() + direction.z() < 0;
            if (towardsLow) first = first.plus(direction.times(-edge * (count(counts, direction) - 1)));
        }
        if ((long) count(counts, right) * count(counts, down) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a slice of the grid would be more pixels than an array contains");
        }
        return new EvenGrid(
                new PlaneGeometry(first, right, down, edge, edge),
                count(counts, right),
                count(counts, down),
                count(counts, right.cross(down)),
                edge);
    }

    private static int count(int[] counts, Vector3 direction) {
        return direction.x() != 0 ? counts[0] : direction.y() != 0 ? counts[1] : counts[2];
    }

    private static List<Vector3> corners(StackGeometry stack, int columns, int rows) {
        double[] gaps = stack.spacings();
        List<Vector3> corners = new ArrayList<>();
        List<PlaneGeometry> planes = stack.planes();
        for (int i = 0; i < planes.size(); i++) {
            double half = i == 0
                    ? -0.5 * FreeResampling.endGap(gaps, true)
                    : i == planes.size() - 1 ? 0.5 * FreeResampling.endGap(gaps, false) : 0;
            Vector3 end = stack.normal().times(half);
            for (double column : new double[] {-0.5, columns - 0.5}) {
                for (double row : new double[] {-0.5, rows - 0.5}) {
                    corners.add(planes.get(i).pixel(column, row).plus(end));
                }
            }
        }
        return corners;
    }
}
