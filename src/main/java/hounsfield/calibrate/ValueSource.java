package hounsfield.calibrate;

import hounsfield.standard.Labels;
import java.util.Arrays;
import java.util.List;

/** Which of a file's ways from stored to real values counts: the values of the commands' {@code values} option. */
public enum ValueSource {
    /** Dose Grid Scaling, the rescale or the Modality LUT; a Real World Value Mapping where there is none of these. */
    RESCALE("rescale"),
    /** The Real World Value Mapping. */
    REAL_WORLD("real world"),
    /** None: stored values as they are. */
    STORED("stored");

    private final String label;

    ValueSource(String label) {
        this.label = label;
    }

    /** The words that users and macros write. */
    public String label() {
        return label;
    }

    /** All words, the default first. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(ValueSource::label).toList();
    }

    /** @throws IllegalArgumentException if there is none of this label */
    public static ValueSource byLabel(String label) {
        return Labels.find("values", values(), ValueSource::label, label);
    }
}
