package hounsfield.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The stack of several planes: their order along the normal of the first given plane, the distances between them, and
 * everything that makes a single slice spacing misleading, which {@link #findings()} describes in words.
 */
public final class StackGeometry {
    /** Planes closer than this are at the same position [mm]. */
    public static final double SAME_POSITION = 1e-4;
    /** Gaps this close to the median are even, as a fraction of it ... */
    private static final double EVEN_PART = 0.01;
    /** ... or in mm, where that is more. */
    private static final double EVEN_MM = 1e-3;
    /** Steps this close to the normal are not sheared [degrees]. */
    private static final double UPRIGHT = 0.1;
    /** Gaps more than this many times the median are listed separately. */
    private static final double LARGE_GAP = 1.5;

    /**
     * A large distance, or several equal ones in a row.
     *
     * @param from number of the slice before the first, counted from 1
     * @param to number of the slice after the last, counted from 1
     * @param mm from slice to slice along the normal
     */
    public record Gap(int from, int to, double mm) {
        /** {@return whether the distance occurs once, between two slices} */
        public boolean isSingle() {
            return to == from + 1;
        }
    }

    private final int[] order;
    private final List<PlaneGeometry> planes;
    private final Vector3 normal;
    private final double[] distances;
    private final double[] spacings;
    private final double[] distinctSpacings;
    private final double medianSpacing;
    private final double shearDegrees;
    private final boolean even;
    private final boolean mixedOrientation;

    private StackGeometry(List<PlaneGeometry> unordered, Vector3 normal, int[] order) {
        this.order = order;
        this.normal = normal;
        planes = Arrays.stream(order).mapToObj(unordered::get).toList();
        distances = planes.stream()
                .mapToDouble(plane -> plane.distanceAlong(normal))
                .toArray();
        spacings = IntStream.range(1, distances.length)
                .mapToDouble(i -> distances[i] - distances[i - 1])
                .toArray();
        distinctSpacings =
                Arrays.stream(spacings).filter(gap -> gap >= SAME_POSITION).toArray();
        medianSpacing = median(distinctSpacings);
        even = Arrays.stream(distinctSpacings).allMatch(gap -> agree(gap, medianSpacing));
        shearDegrees = IntStream.range(1, planes.size())
                .filter(i -> spacings[i - 1] >= SAME_POSITION)
                .mapToDouble(i -> step(i).degreesToLine(normal))
                .max()
                .orElse(0);
        mixedOrientation = planes.stream().anyMatch(plane -> !plane.hasOrientationOf(planes.get(0)));
    }

    /**
     * Creates the stack of planes. Planes at the same position keep their order.
     *
     * @param unordered the planes, in any order
     * @return the stack
     * @throws IllegalArgumentException if there are none
     */
    public static StackGeometry of(List<PlaneGeometry> unordered) {
        if (unordered.isEmpty()) throw new IllegalArgumentException("no planes");
        Vector3 normal = unordered.get(0).normal();
        int[] order = IntStream.range(0, unordered.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> unordered.get(i).distanceAlong(normal)))
                .mapToInt(Integer::intValue)
                .toArray();
        return new StackGeometry(unordered, normal, order);
    }

    /** {@return for each slice, ascending along the normal, the index of its plane in the given list} */
    public int[] order() {
        return order.clone();
    }

    /** {@return whether the planes were given in ascending order} */
    public boolean isInGivenOrder() {
        return IntStream.range(0, order.length).allMatch(i -> order[i] == i);
    }

    /** {@return the planes, ascending along the normal} */
    public List<PlaneGeometry> planes() {
        return planes;
    }

    /** {@return the normal of the first given plane, a unit vector} */
    public Vector3 normal() {
        return normal;
    }

    /** {@return positions of the slices along the normal, ascending [mm]} */
    public double[] distances() {
        return distances.clone();
    }

    /** {@return distances from each slice to the next along the normal, one fewer than slices, 0 at the same position [mm]} */
    public double[] spacings() {
        return spacings.clone();
    }

    /** {@return mean distance between neighboring positions along the normal [mm]; NaN for a single position} */
    public double meanSpacing() {
        return Arrays.stream(distinctSpacings).average().orElse(Double.NaN);
    }

    /** {@return median distance between neighboring positions along the normal [mm]; NaN for a single position} */
    public double medianSpacing() {
        return medianSpacing;
    }

    /** {@return whether distances deviate from their median by more than 1 %} */
    public boolean isUneven() {
        return !even;
    }

    /** {@return whether several slices are at the same position} */
    public boolean hasDuplicates() {
        return distinctSpacings.length < spacings.length;
    }

    /** {@return number of different positions along the normal} */
    public int positions() {
        return distinctSpacings.length + 1;
    }

    /** {@return largest angle between the step from slice to slice and the normal [degrees], the gantry tilt} */
    public double shearDegrees() {
        return shearDegrees;
    }

    /** {@return whether the stack is sheared, as by gantry tilt} */
    public boolean isSheared() {
        return shearDegrees > UPRIGHT;
    }

    /** {@return whether planes have different orientations} */
    public boolean hasMixedOrientation() {
        return mixedOrientation;
    }

    /**
     * Returns the affine transform from voxel (column, row, slice, 1) to patient coordinates, LPS [mm]. It is valid for
     * all slices if the spacing is even, otherwise only for the first two positions; use {@link #planes()} then. For a
     * single position the third column is the normal.
     *
     * @return a 4 x 4 matrix, row by row
     */
    public double[][] affineLps() {
        PlaneGeometry first = planes.get(0);
        Vector3 x = first.rowDirection().times(first.columnSpacing());
        Vector3 y = first.columnDirection().times(first.rowSpacing());
        Vector3 z = sliceStep();
        Vector3 origin = first.position();
        return new double[][] {
            {x.x(), y.x(), z.x(), origin.x()},
            {x.y(), y.y(), z.y(), origin.y()},
            {x.z(), y.z(), z.z(), origin.z()},
            {0, 0, 0, 1}
        };
    }

    /** {@return sentences for the log about unusual properties} */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        if (mixedOrientation) {
            long different = planes.stream()
                    .filter(plane -> !plane.hasOrientationOf(planes.get(0)))
                    .count();
            findings.add(text(
                    "Mixed orientation: %d of %d slices point in another direction than the first",
                    different, planes.size()));
        }
        findings.addAll(spacingFindings());
        return findings;
    }

    /** {@return those of the {@link #findings()} that are about the distances between slices} */
    public List<String> spacingFindings() {
        List<String> findings = new ArrayList<>();
        if (hasDuplicates()) {
            findings.add(text("Duplicate positions: %d slices are at %d positions", planes.size(), positions()));
        }
        if (isUneven()) addUneven(findings);
        if (isSheared()) {
            findings.add(text(
                    "Tilted stack: the step from slice to slice and the normal are %.2f degrees apart", shearDegrees));
        }
        return findings;
    }

    private void addUneven(List<String> findings) {
        findings.add(text(
                "Uneven spacing: %.3f to %.3f mm from slice to slice, median %.3f mm, mean %.3f mm",
                Arrays.stream(distinctSpacings).min().orElseThrow(),
                Arrays.stream(distinctSpacings).max().orElseThrow(),
                medianSpacing,
                meanSpacing()));
        for (Gap gap : gaps()) {
            String between = gap.isSingle() ? "slices %d and %d" : "neighboring slices from %d to %d";
            findings.add(text(
                    "Gap: %.3f mm between " + between + ", %.1f times the median",
                    gap.mm,
                    gap.from,
                    gap.to,
                    gap.mm / medianSpacing));
        }
    }

    /** {@return the distances of more than 1.5 times the median, in the order of the slices} */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (int from = 0, to; from < spacings.length; from = to) {
            to = from + 1;
            if (spacings[from] <= LARGE_GAP * medianSpacing) continue;
            while (to < spacings.length && agree(spacings[to], spacings[from])) to++;
            gaps.add(new Gap(from + 1, to + 1, spacings[from]));
        }
        return gaps;
    }

    private static boolean agree(double gap, double other) {
        return Math.abs(gap - other) <= Math.max(EVEN_PART * other, EVEN_MM);
    }

    private Vector3 sliceStep() {
        Vector3 first = planes.get(0).position();
        if (even && distinctSpacings.length > 0) {
            return planes.get(planes.size() - 1).position().minus(first).times(1.0 / distinctSpacings.length);
        }
        for (int i = 1; i < planes.size(); i++) {
            if (spacings[i - 1] >= SAME_POSITION)
                return planes.get(i).position().minus(planes.get(i - 1).position());
        }
        return normal;
    }

    private Vector3 step(int slice) {
        return planes.get(slice).position().minus(planes.get(slice - 1).position());
    }

    private static double median(double[] values) {
        if (values.length == 0) return Double.NaN;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
