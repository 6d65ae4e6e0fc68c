package hounsfield.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Affine transforms from voxels to patient coordinates: one per slice, and one for all slices if they are evenly
 * spaced.
 *
 * @param slices one plane per slice, in the order of the image; none if not all slices have a position
 * @param sized whether the size of the pixels is known
 */
public record PatientTransform(List<PlaneGeometry> slices, boolean sized) {
    /** Maximum distance of a slice from its computed position, as a fraction of the smallest edge of a voxel. */
    private static final double TOLERANCE = 0.1;

    /**
     * Creates the transforms of slices that are in the order of the stack.
     *
     * @param stack empty if not all slices have a position
     * @param sized whether the size of the pixels is known
     * @return the transforms
     */
    public static PatientTransform ofOrdered(Optional<StackGeometry> stack, boolean sized) {
        return new PatientTransform(stack.map(StackGeometry::planes).orElse(List.of()), sized);
    }

    /**
     * Creates the transforms of slices in the order in which the planes were given to the stack.
     *
     * @param stack empty if not all slices have a position
     * @param sized whether the size of the pixels is known
     * @return the transforms
     */
    public static PatientTransform ofGiven(Optional<StackGeometry> stack, boolean sized) {
        if (stack.isEmpty()) return ofOrdered(stack, sized);
        int[] order = stack.get().order();
        PlaneGeometry[] given = new PlaneGeometry[order.length];
        for (int i = 0; i < order.length; i++)
            given[order[i]] = stack.get().planes().get(i);
        return new PatientTransform(Arrays.asList(given), sized);
    }

    /** {@return the reason why a single slice has no transform; empty if it has one} */
    public Optional<String> problemOfSlice() {
        if (slices.isEmpty()) return Optional.of("not all slices have a position");
        return sized ? Optional.empty() : Optional.of("the size of the pixels is not known");
    }

    /** {@return the reason why no single transform is valid for all slices; empty if one is} */
    public Optional<String> problem() {
        Optional<String> problem = problemOfSlice();
        if (problem.isPresent() || slices.size() == 1) return problem;
        PlaneGeometry first = slices.get(0);
        if (!slices.stream().allMatch(first::hasOrientationOf)) {
            return Optional.of("the slices have different orientations");
        }
        if (!slices.stream().allMatch(first::hasSpacingOf)) return Optional.of("the slices have different pixel sizes");
        Vector3 step = step();
        double along = Math.abs(step.dot(first.normal()));
        if (along < StackGeometry.SAME_POSITION) return Optional.of("the slices have the same position");
        double edge = Math.min(along, Math.min(first.rowSpacing(), first.columnSpacing()));
        for (int slice = 0; slice < slices.size(); slice++) {
            Vector3 computed = first.position().plus(step.times(slice));
            if (slices.get(slice).position().minus(computed).length() > TOLERANCE * edge) {
                return Optional.of("the slices are not evenly spaced");
            }
        }
        return Optional.empty();
    }

    /**
     * {@return the transform for all slices, which must have no {@link #problem}, from voxel to mm: 4 rows of 4
     * numbers}
     */
    public double[][] matrix() {
        return matrix(slices.get(0), slices.size() == 1 ? slices.get(0).normal() : step());
    }

    /**
     * {@return the transform for one slice, which must have no {@link #problemOfSlice}: 4 rows of 4 numbers}
     *
     * @param slice counted from 0
     */
    public double[][] matrix(int slice) {
        return matrix(slices.get(slice), slices.get(slice).normal());
    }

    private Vector3 step() {
        Vector3 all =
                slices.get(slices.size() - 1).position().minus(slices.get(0).position());
        return all.times(1.0 / (slices.size() - 1));
    }

    private static double[][] matrix(PlaneGeometry plane, Vector3 step) {
        Vector3 x = plane.rowDirection().times(plane.columnSpacing());
        Vector3 y = plane.columnDirection().times(plane.rowSpacing());
        Vector3 origin = plane.position();
        return new double[][] {
            {x.x(), y.x(), step.x(), origin.x()},
            {x.y(), y.y(), step.y(), origin.y()},
            {x.z(), y.z(), step.z(), origin.z()},
            {0, 0, 0, 1}
        };
    }
}
