package hounsfield.geometry.grid;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.StackGeometry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The planes of a stack that are resampled: the first plane at each position.
 *
 * @param planes ascending along the normal
 * @param indexes of the planes in the list from which the stack was made
 * @param depths positions of the planes along the normal, ascending [mm]
 */
record DistinctPlanes(List<PlaneGeometry> planes, int[] indexes, double[] depths) {
    static DistinctPlanes of(StackGeometry stack) {
        double[] gaps = stack.spacings();
        int[] used = IntStream.range(0, stack.planes().size())
                .filter(i -> i == 0 || gaps[i - 1] >= StackGeometry.SAME_POSITION)
                .toArray();
        int[] order = stack.order();
        double[] distances = stack.distances();
        return new DistinctPlanes(
                Arrays.stream(used).mapToObj(stack.planes()::get).toList(),
                Arrays.stream(used).map(i -> order[i]).toArray(),
                Arrays.stream(used).mapToDouble(i -> distances[i]).toArray());
    }
}
