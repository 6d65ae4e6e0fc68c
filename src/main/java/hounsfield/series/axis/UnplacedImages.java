package hounsfield.series.axis;

import hounsfield.series.slice.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Divides images whose positions are unknown by chosen attributes. */
final class UnplacedImages {
    private UnplacedImages() {}

    /**
     * Returns the keys of the images. The n-th images of all classes are taken to be at the same position.
     *
     * @param slices in order
     * @param words the choice
     * @throws IllegalArgumentException if an attribute does not differ, or classes have different numbers of images
     */
    static AxisKeys keys(List<Slice> slices, List<AxisChoice.Word> words) {
        AxisKeys all = new AxisKeys(List.of(slices));
        for (AxisChoice.Word word : words) {
            if (word.attributes().stream().noneMatch(all::divide)) {
                throw new IllegalArgumentException(
                        "axes: the images do not differ in " + word.text() + "; they differ in " + all.differing());
            }
        }
        Map<List<Object>, List<List<Slice>>> classes = all.classes();
        List<Integer> sizes = classes.values().stream()
                .map(cells -> cells.get(0).size())
                .sorted()
                .toList();
        int count = sizes.get(0);
        int most = sizes.get(sizes.size() - 1);
        if (count < most) {
            throw new IllegalArgumentException("axes: the images have no positions, and steps have " + count + " to "
                    + most + " of them, so that they cannot be assigned to each other");
        }
        List<List<Slice>> positions = new ArrayList<>();
        List<List<List<Object>>> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Slice> images = new ArrayList<>();
            for (List<List<Slice>> cells : classes.values())
                images.add(cells.get(0).get(i));
            positions.add(images);
            keys.add(new ArrayList<>(classes.keySet()));
        }
        return new AxisKeys(positions, keys, all.attributes());
    }
}
