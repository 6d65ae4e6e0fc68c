package hounsfield.imagej.open;

import hounsfield.standard.Labels;
import java.util.Arrays;
import java.util.List;

/** In which form pixels come to ImageJ: the values of the commands' {@code pixels} option. */
public enum PixelForm {
    /** Floats in the image's unit, HU for CT: the same number in every tool of ImageJ. */
    CALIBRATED("32-bit"),
    /** The stored 16 bits with ImageJ's linear calibration, where one line serves all slices. */
    COMPACT("16-bit"),
    /** The stored values, neither rescaled nor calibrated. */
    STORED("stored");

    private final String label;

    PixelForm(String label) {
        this.label = label;
    }

    /** The word that users and macros write. */
    public String label() {
        return label;
    }

    /** All words, the default first. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(PixelForm::label).toList();
    }

    /** @throws IllegalArgumentException if there is no such form */
    public static PixelForm byLabel(String label) {
        return Labels.find("pixel form", values(), PixelForm::label, label);
    }
}
