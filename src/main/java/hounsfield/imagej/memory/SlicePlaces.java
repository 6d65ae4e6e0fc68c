package hounsfield.imagej.memory;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Slabs;
import hounsfield.geometry.Vector3;
import hounsfield.standard.Tag;
import ij.ImagePlus;
import ij.util.Tools;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The positions of an image's slices along their normal, in mm. They come from the {@link ImageRecord}, and for images of
 * other programs from the headers in the slice labels.
 */
public final class SlicePlaces {
    private SlicePlaces() {}

    /**
     * Returns the thickness of the slab that each slice represents, see {@link Slabs}.
     *
     * @param image any image
     * @return one thickness per z position [mm]; empty if positions are unknown, or if the image has the evenly spaced
     *     slices that were opened, so that the voxel depth applies
     */
    public static Optional<double[]> slabs(ImagePlus image) {
        int slices = image.getNSlices();
        SliceTable table = ImageRecord.read(image).slices();
        if (slices < 2 || slices == table.positions() && table.isEven()) return Optional.empty();
        return planes(image, table).flatMap(SlicePlaces::places).flatMap(Slabs::of);
    }

    /** Returns the plane of each slice of the first channel and time point; empty unless all have one. */
    private static Optional<List<PlaneGeometry>> planes(ImagePlus image, SliceTable table) {
        List<PlaneGeometry> planes = new ArrayList<>();
        int[] indexes = table.slices().isEmpty() ? new int[0] : table.indexes(image);
        for (int z = 1; z <= image.getNSlices(); z++) {
            int n = image.getStackIndex(1, z, 1);
            int index = indexes.length > 0 ? indexes[n - 1] : -1;
            Optional<PlaneGeometry> plane = index >= 0
                    ? table.slices().get(index).plane()
                    : Header.ofSlice(image, n).flatMap(SlicePlaces::plane);
            if (plane.isEmpty()) return Optional.empty();
            planes.add(plane.get());
        }
        return Optional.of(planes);
    }

    /** Returns the positions along the normal of the first plane; empty unless all have the same orientation. */
    private static Optional<double[]> places(List<PlaneGeometry> planes) {
        PlaneGeometry first = planes.get(0);
        if (!planes.stream().allMatch(first::hasOrientationOf)) return Optional.empty();
        Vector3 normal = first.normal();
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
