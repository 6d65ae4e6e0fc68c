package hounsfield.imagej.open;

import hounsfield.series.Slice;
import hounsfield.standard.Labels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** In which order a series' slices come: the values of the import command's {@code order} option. */
public enum SeriesOrder {
    /** By place in the patient, and by time where there are several images at each place. */
    POSITION("position", null),
    /** By Instance Number (0020,0013). */
    INSTANCE(
            "instance number",
            Comparator.comparingInt((Slice slice) -> slice.instanceNumber().orElse(Integer.MAX_VALUE))
                    .thenComparing(slice -> slice.path().toString())
                    .thenComparingInt(Slice::frame)),
    /** By the files' names. */
    FILE_NAME(
            "file name",
            Comparator.comparing((Slice slice) -> slice.path().toString()).thenComparingInt(Slice::frame));

    private final String label;
    private final Comparator<Slice> comparator;

    SeriesOrder(String label, Comparator<Slice> comparator) {
        this.label = label;
        this.comparator = comparator;
    }

    /** The words that users and macros write. */
    public String label() {
        return label;
    }

    /** All labels, the default first. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(SeriesOrder::label).toList();
    }

    /** @throws IllegalArgumentException if there is no such order */
    public static SeriesOrder byLabel(String label) {
        return Labels.find("order", values(), SeriesOrder::label, label);
    }

    /** The slices in this order; a series has them by position already. */
    List<Slice> sort(List<Slice> byPosition) {
        return comparator == null
                ? byPosition
                : byPosition.stream().sorted(comparator).toList();
    }
}
