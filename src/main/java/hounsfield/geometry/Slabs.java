package hounsfield.geometry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * The slab thickness of each slice of a stack, for computing volumes. A slab extends halfway to the neighboring
 * positions; at the ends it is as thick as the distance to the only neighbor. Slices at the same position share a slab.
 */
public final class Slabs {
    private Slabs() {}

    /**
     * Returns the thickness of each slice's slab.
     *
     * @param places positions of the slices along their normal, in any order [mm]
     * @return in the order of the slices [mm]; empty if all are at one position
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
