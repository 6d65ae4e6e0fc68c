package hounsfield.imagej.open;

import hounsfield.series.slice.Slice;
import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import java.util.Comparator;
import java.util.List;

/** The order of a series' slices: the values of the import command's {@code order} option. */
public enum SeriesOrder implements Labeled {
    /** By position in the patient, then by time if there are several images at each position. */
    POSITION("position", null),
    /** By Instance Number (0020,0013). */
    INSTANCE("instance number", Slice.BY_INSTANCE),
    /** By path, then by frame. */
    FILE_NAME("file name", Slice.BY_FILE);

    private final String label;
    private final Comparator<Slice> comparator;

    SeriesOrder(String label, Comparator<Slice> comparator) {
        this.label = label;
        this.comparator = comparator;
    }

    /** {@return the option's value in macros} */
    @Override
    public String label() {
        return label;
    }

    /** {@return all labels, the default first} */
    public static List<String> labels() {
        return Labels.of(values());
    }

    /**
     * Returns the order of a label.
     *
     * @param label one of {@link #labels}
     * @return the order
     * @throws IllegalArgumentException if there is no such order
     */
    public static SeriesOrder byLabel(String label) {
        return Labels.find("order", values(), label);
    }

    /**
     * Returns the slices in this order. Orders other than that of positions omit the placeholders of missing images.
     *
     * @param byPosition in order of position
     */
    List<Slice> sort(List<Slice> byPosition) {
        if (comparator == null) return byPosition;
        return byPosition.stream()
                .filter(slice -> !slice.isMissing())
                .sorted(comparator)
                .toList();
    }
}
