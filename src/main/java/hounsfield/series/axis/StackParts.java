package hounsfield.series.axis;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.series.slice.AxisAttribute;
import hounsfield.series.slice.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Divides images of one orientation into stacks that are separate volumes: stacks beside each other at the same heights, and derived
 * images at the positions of original ones.
 */
public final class StackParts {
    /** Images at one height are in different stacks if they are farther apart, as a fraction of the field of view. */
    private static final double BESIDE = 0.1;

    private static final String DERIVED = "DERIVED";

    private StackParts() {}

    /**
     * Divides images.
     *
     * @param columns of each image
     * @param rows of each image
     * @param slices of one orientation and size, each with a plane or none with a plane
     * @return the parts, the images of each in the given order
     */
    public static List<List<Slice>> of(List<Slice> slices, int rows, int columns) {
        if (!slices.stream().allMatch(slice -> slice.plane().isPresent())) return List.of(slices);
        List<List<Slice>> parts = new ArrayList<>();
        for (List<Slice> kind : derivedApart(slices)) parts.addAll(beside(kind, rows, columns));
        return parts;
    }

    /** Divides original and derived images (Image Type, PS3.3 C.7.6.1.1.2) if there are both at a position. */
    private static List<List<Slice>> derivedApart(List<Slice> slices) {
        Map<Boolean, List<Slice>> kinds = slices.stream().collect(Collectors.partitioningBy(StackParts::isDerived));
        List<Slice> original = kinds.get(false);
        List<Slice> derived = kinds.get(true);
        if (original.isEmpty() || derived.isEmpty()) return List.of(slices);
        boolean mixed = SliceOrder.positions(slices).stream()
                .anyMatch(images ->
                        images.stream().map(StackParts::isDerived).distinct().count() > 1);
        return mixed ? List.of(original, derived) : List.of(slices);
    }

    private static boolean isDerived(Slice slice) {
        return slice.axisValues().get(AxisAttribute.IMAGE_TYPE) instanceof String type && type.startsWith(DERIVED);
    }

    private static List<List<Slice>> beside(List<Slice> slices, int rows, int columns) {
        PlaneGeometry first = slices.get(0).plane().orElseThrow();
        double distance = BESIDE * Math.min(rows * first.rowSpacing(), columns * first.columnSpacing());
        List<List<Slice>> positions = SliceOrder.positions(slices);
        Vector3 normal = first.normal();
        if (positions.stream().noneMatch(images -> isBeside(images, normal, distance))) return List.of(slices);
        Map<Vector3, List<Slice>> stacks = new LinkedHashMap<>();
        for (List<Slice> images : positions) {
            for (Slice slice : images) {
                Vector3 place = within(slice, normal);
                Vector3 nearest = stacks.keySet().stream()
                        .filter(other -> other.minus(place).length() <= distance)
                        .findFirst()
                        .orElse(place);
                stacks.computeIfAbsent(nearest, ignored -> new ArrayList<>()).add(slice);
            }
        }
        return List.copyOf(stacks.values());
    }

    private static boolean isBeside(List<Slice> images, Vector3 normal, double distance) {
        if (images.size() == 1) return false;
        Vector3 place = within(images.get(0), normal);
        return images.stream()
                .anyMatch(slice -> within(slice, normal).minus(place).length() > distance);
    }

    /** Returns the position of a slice within its plane. */
    private static Vector3 within(Slice slice, Vector3 normal) {
        Vector3 position = slice.plane().orElseThrow().position();
        return position.minus(normal.times(position.dot(normal)));
    }
}
