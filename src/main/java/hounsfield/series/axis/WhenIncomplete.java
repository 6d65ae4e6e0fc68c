package hounsfield.series.axis;

import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import java.util.List;

/** The treatment of volumes that lack images, as the import command's {@code incomplete} option names it. */
public enum WhenIncomplete implements Labeled {
    /** Missing images are NaN. */
    FILL,
    /** Time points or channels that lack images are left out. */
    DROP;

    /** {@return all labels, the default first} */
    public static List<String> labels() {
        return Labels.of(values());
    }

    /**
     * Finds a constant by its label.
     *
     * @param label the option's value
     * @return the constant
     * @throws IllegalArgumentException if the label is unknown
     */
    public static WhenIncomplete byLabel(String label) {
        return Labels.find("incomplete", values(), label);
    }
}
