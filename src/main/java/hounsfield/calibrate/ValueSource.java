package hounsfield.calibrate;

import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import java.util.List;

/** The transform from stored to real values that is used: the values of the commands' {@code values} option. */
public enum ValueSource implements Labeled {
    /** Dose Grid Scaling, the rescale or the Modality LUT; without any of these, a Real World Value Mapping. */
    RESCALE,
    /** The Real World Value Mapping. */
    REAL_WORLD,
    /** None: unchanged stored values. */
    STORED;

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
    public static ValueSource byLabel(String label) {
        return Labels.find("values", values(), label);
    }
}
