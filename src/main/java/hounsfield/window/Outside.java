package hounsfield.window;

import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import java.util.List;

/** The treatment of values outside a {@link ClosedRange}. */
public enum Outside implements Labeled {
    /** Unchanged, displayed as the nearest end of the range. */
    UNCHANGED,
    /** Replaced by the nearest end; padding and NaN are unchanged. */
    CLIP,
    /** Replaced by the end that is displayed black, including padding and NaN. */
    BLACK,
    /** Replaced by NaN, including padding. */
    NAN,
    /** Replaced by 0, including padding and NaN; values inside become 255. */
    MASK;

    /** {@return all labels, in the order of declaration} */
    public static List<String> labels() {
        return Labels.of(values());
    }

    /**
     * Finds a constant by its label.
     *
     * @param label in any case
     * @return the constant
     * @throws IllegalArgumentException if the label is unknown; the message lists the valid ones
     */
    public static Outside byLabel(String label) {
        return Labels.find("outside", values(), label);
    }
}
