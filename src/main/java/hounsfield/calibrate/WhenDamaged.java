package hounsfield.calibrate;

import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import java.util.List;

/** The treatment of images with frames that cannot be decoded: the values of the commands' {@code damaged} option. */
public enum WhenDamaged implements Labeled {
    /** Frames that cannot be decoded become NaN; the image lists them with reasons. */
    FILL,
    /** No image; the message lists the readable frames. */
    REFUSE;

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
    public static WhenDamaged byLabel(String label) {
        return Labels.find("damaged", values(), label);
    }
}
