package hounsfield.imagej.operation;

import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import java.util.List;

/** The slices that are counted together: the values of the commands' {@code scope} option. */
public enum Scope implements Labeled {
    /** All slices. */
    STACK,
    /** One slice. */
    SLICE;

    /** {@return all labels, the default first} */
    public static List<String> labels() {
        return Labels.of(values());
    }

    /**
     * {@return the scope of a label in any case}
     *
     * @param label the label
     * @throws IllegalArgumentException if there is none
     */
    public static Scope byLabel(String label) {
        return Labels.find("scope", values(), label);
    }
}
