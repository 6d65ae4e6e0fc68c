package hounsfield.imagej.open;

import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import java.util.List;

/** The form of pixels in ImageJ: the values of the commands' {@code pixels} option. */
public enum PixelForm implements Labeled {
    /** Floats in the image's unit, HU for CT; every ImageJ tool shows the same numbers. */
    CALIBRATED("32-bit"),
    /** Stored 16-bit values with ImageJ's linear calibration, if one calibration fits all slices. */
    COMPACT("16-bit"),
    /** Stored values, neither rescaled nor calibrated. */
    STORED("stored");

    private final String label;

    PixelForm(String label) {
        this.label = label;
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
     * Returns the form of a label.
     *
     * @param label one of {@link #labels}
     * @return the form
     * @throws IllegalArgumentException if there is no such form
     */
    public static PixelForm byLabel(String label) {
        return Labels.find("pixel form", values(), label);
    }
}
