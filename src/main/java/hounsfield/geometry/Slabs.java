package hounsfield.geometry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * The thickness of the slab that each slice of a stack represents, for volumes: from half way to the position before to half
 * way to the position after it. The slab of an end slice is as thick as the distance to its neighbor. Slices at one position
 * share its slab.
 */
public final class Slabs {
    private Slabs() {}

    /**
     * The thickness of each slice's slab.
     *
     * @param places where the slices are along their normal, in any order [mm]
     * @return in the order of the slices [mm]; empty if they are all at one position, which has no neighbor
     */
    public static Optional<double[]> of(double[] places) {
        Integer[] order = new Integer[places.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> places[i]));
        int[] position = new int[places.length];
        double[] positions = new double[places.length];
        int[] slices = new int[places.length];
        int count = 0;
        for (int index : order) {
            boolean same = count > 0 && places[index] - positions[count - 1] < StackGeometry.SAME_POSITION;
            if (!same) positions[count++] = places[index];
            position[index] = count - 1;
            slices[count - 1]++;
        }
        if (count < 2) return Optional.empty();
        double[] slabs = new double[places.length];
        for (int i = 0; i < slabs.length; i++) {
            slabs[i] = thickness(positions, count, position[i]) / slices[position[i]];
        }
        return Optional.of(slabs);
    }

    private static double thickness(double[] positions, int count, int at) {
        if (at == 0) return positions[1] - positions[0];
        if (at == count - 1) return positions[at] - positions[at - 1];
        return (positions[at + 1] - positions[at - 1]) / 2;
    }
}
