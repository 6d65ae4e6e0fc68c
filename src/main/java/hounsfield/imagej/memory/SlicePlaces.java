package hounsfield.imagej.memory;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Slabs;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.standard.Tag;
import ij.ImagePlus;
import ij.util.Tools;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the slices of an image are along their normal. The header in a slice's label says so and moves with the slice when
 * others are removed, added or reordered. A property has the same for images whose labels have no header; it counts as long
 * as the image has as many slices as were opened.
 */
public final class SlicePlaces {
    /** The property's name; users see it in Show Info. */
    private static final String KEY = "Slice positions";

    private SlicePlaces() {}

    /**
     * Keeps the places with an image of one channel or more.
     *
     * @param stack of the slices of one time point
     */
    static void keep(ImagePlus image, StackGeometry stack) {
        if (stack.positions() < 2) return;
        int[] order = stack.order();
        double[] sorted = stack.distances();
        if (!stack.isUneven() && !stack.hasDuplicates()) {
            image.setProp(KEY, even(order.length));
            return;
        }
        double[] places = new double[order.length];
        for (int i = 0; i < order.length; i++) places[order[i]] = sorted[i];
        image.setProp(
                KEY,
                Arrays.stream(places)
                        .mapToObj(place -> String.format(Locale.ROOT, "%.4f", place))
                        .collect(Collectors.joining(" ")));
    }

    /** Keeps the places of another image, of as many slices, with an image made of it. */
    static void keep(ImagePlus image, ImagePlus result) {
        result.setProp(KEY, image.getProp(KEY));
    }

    private static String even(int slices) {
        return "even " + slices;
    }

    /**
     * How thick the slab of each slice is, see {@link Slabs}.
     *
     * @return a number for each of the image's z positions [mm]; empty where they are unknown, or where the image has the
     *     evenly spaced slices that were opened, so that the depth of a voxel counts
     */
    public static Optional<double[]> slabs(ImagePlus image) {
        int slices = image.getNSlices();
        String kept = image.getProp(KEY);
        if (slices < 2 || even(slices).equals(kept)) return Optional.empty();
        Optional<double[]> slabs = fromHeaders(image).flatMap(Slabs::of);
        return slabs.isPresent() ? slabs : kept(kept, slices).flatMap(Slabs::of);
    }

    private static Optional<double[]> kept(String text, int slices) {
        if (text == null) return Optional.empty();
        double[] places = Arrays.stream(text.trim().split(" "))
                .mapToDouble(place -> Tools.parseDouble(place, Double.NaN))
                .toArray();
        boolean known = places.length == slices && Arrays.stream(places).allMatch(Double::isFinite);
        return known ? Optional.of(places) : Optional.empty();
    }

    /** By the labels of the first channel and time point; empty unless all have a place, and all point the same way. */
    private static Optional<double[]> fromHeaders(ImagePlus image) {
        List<PlaneGeometry> planes = new ArrayList<>();
        for (int z = 1; z <= image.getNSlices(); z++) {
            Optional<PlaneGeometry> plane =
                    Header.ofSlice(image, image.getStackIndex(1, z, 1)).flatMap(SlicePlaces::plane);
            if (plane.isEmpty()) return Optional.empty();
            if (z > 1 && !plane.get().hasOrientationOf(planes.get(0))) return Optional.empty();
            planes.add(plane.get());
        }
        Vector3 normal = planes.get(0).normal();
        return Optional.of(planes.stream()
                .mapToDouble(plane -> plane.distanceAlong(normal))
                .toArray());
    }

    private static Optional<PlaneGeometry> plane(String header) {
        double[] position = numbers(Header.value(header, Tag.IMAGE_POSITION_PATIENT));
        double[] orientation = numbers(Header.value(header, Tag.IMAGE_ORIENTATION_PATIENT));
        if (position.length < 3 || orientation.length < 6) return Optional.empty();
        Vector3 row = Vector3.of(orientation, 0);
        Vector3 column = Vector3.of(orientation, 3);
        if (!(row.cross(column).length() > 0)) return Optional.empty();
        return Optional.of(new PlaneGeometry(Vector3.of(position, 0), row.normalized(), column.normalized(), 1, 1));
    }

    /** None if one is not a number. */
    private static double[] numbers(String text) {
        double[] numbers = Arrays.stream(text.split("\\\\"))
                .mapToDouble(number -> Tools.parseDouble(number.trim(), Double.NaN))
                .toArray();
        return Arrays.stream(numbers).allMatch(Double::isFinite) ? numbers : new double[0];
    }
}
