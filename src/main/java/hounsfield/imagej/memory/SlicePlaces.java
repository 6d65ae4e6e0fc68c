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
 * The positions of an image's slices along their normal, in mm. They come from the headers in the slice labels, which move
 * with the slices when slices are removed, added or reordered. For images whose labels have no header, a property holds the
 * positions; it is used only while the image has as many slices as were opened.
 */
public final class SlicePlaces {
    /** The property's name, visible in Show Info. */
    private static final String KEY = "Slice positions";

    private SlicePlaces() {}

    /**
     * Stores the positions in an image.
     *
     * @param stack the slices of one time point
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

    /** Copies the positions to an image with as many slices. */
    static void keep(ImagePlus image, ImagePlus result) {
        result.setProp(KEY, image.getProp(KEY));
    }

    private static String even(int slices) {
        return "even " + slices;
    }

    /**
     * Returns the thickness of the slab that each slice represents, see {@link Slabs}.
     *
     * @param image any image
     * @return one thickness per z position [mm]; empty if positions are unknown, or if the image has the evenly spaced
     *     slices that were opened, so that the voxel depth applies
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

    /**
     * Returns the positions from the labels of the first channel and time point; empty unless all slices have a position and
     * the same orientation.
     */
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

    /** Returns the plane of a header text, with pixels of 1 mm; empty if it has no position. */
    static Optional<PlaneGeometry> plane(String header) {
        double[] position = numbers(Header.value(header, Tag.IMAGE_POSITION_PATIENT));
        double[] orientation = numbers(Header.value(header, Tag.IMAGE_ORIENTATION_PATIENT));
        if (position.length < 3 || orientation.length < 6) return Optional.empty();
        Vector3 row = Vector3.of(orientation, 0);
        Vector3 column = Vector3.of(orientation, 3);
        if (!(row.cross(column).length() > 0)) return Optional.empty();
        return Optional.of(new PlaneGeometry(Vector3.of(position, 0), row.normalized(), column.normalized(), 1, 1));
    }

    /** Parses a multi-valued text; returns no numbers if one is invalid. */
    private static double[] numbers(String text) {
        double[] numbers = Arrays.stream(text.split("\\\\"))
                .mapToDouble(number -> Tools.parseDouble(number.trim(), Double.NaN))
                .toArray();
        return Arrays.stream(numbers).allMatch(Double::isFinite) ? numbers : new double[0];
    }
}
