package hounsfield.imagej.open;

import hounsfield.calibrate.ValueSource;
import hounsfield.calibrate.WhenDamaged;
import java.util.List;

/**
 * How pixels come to ImageJ: the options that {@code Open DICOM...} and {@code Import DICOM Series...} have in common.
 *
 * @param pixels in which form
 * @param values what the pixels' values come from; {@link PixelForm#STORED} pixels are stored ones by the default, too
 * @param damaged what to do if frames cannot be decoded and the pixels are calibrated floats; in other forms no value means
 *     "none", and there is no image
 * @param virtual whether frames are decoded when they are shown, instead of now
 */
public record OpenSettings(PixelForm pixels, ValueSource values, WhenDamaged damaged, boolean virtual) {
    /** What the commands do without options: calibrated floats in memory. */
    public static final OpenSettings DEFAULT =
            new OpenSettings(PixelForm.CALIBRATED, ValueSource.RESCALE, WhenDamaged.FILL, false);

    /** @throws IllegalArgumentException if the pixels would be stored values, and those of a mapping are wanted */
    public OpenSettings {
        if (pixels == PixelForm.STORED && values == ValueSource.REAL_WORLD) {
            throw new IllegalArgumentException("stored pixels have no real world values; choose 32-bit or 16-bit ones");
        }
    }

    /**
     * Settings from the words that macros and scripts write.
     *
     * @param pixels a {@link PixelForm}'s label
     * @param values a {@link ValueSource}'s label
     * @param damaged a {@link WhenDamaged}'s label
     * @param virtual whether frames are decoded when they are shown
     * @return the settings
     * @throws IllegalArgumentException if a word is unknown, or the pixels cannot have such values
     */
    public static OpenSettings of(String pixels, String values, String damaged, boolean virtual) {
        return new OpenSettings(
                PixelForm.byLabel(pixels), ValueSource.byLabel(values), WhenDamaged.byLabel(damaged), virtual);
    }

    /** These settings with pixels in another form. */
    public OpenSettings with(PixelForm form) {
        return new OpenSettings(form, values, damaged, virtual);
    }

    /** These settings with values from another source. */
    public OpenSettings with(ValueSource source) {
        return new OpenSettings(pixels, source, damaged, virtual);
    }

    /** These settings with something else to do about damage. */
    public OpenSettings with(WhenDamaged other) {
        return new OpenSettings(pixels, values, other, virtual);
    }

    /**
     * These settings with values from the source of this label.
     *
     * @throws IllegalArgumentException if there is none, or the pixels cannot have them
     */
    public OpenSettings withValues(String label) {
        return with(ValueSource.byLabel(label));
    }

    /**
     * These settings with what this label means to do about damage.
     *
     * @throws IllegalArgumentException if it means nothing
     */
    public OpenSettings withDamaged(String label) {
        return with(WhenDamaged.byLabel(label));
    }

    /** The words for what to do about damage, the default first. */
    public static List<String> damagedLabels() {
        return WhenDamaged.labels();
    }

    /** The words for where values come from, the default first. */
    public static List<String> valueLabels() {
        return ValueSource.labels();
    }

    /** These settings for a virtual stack, or for one in memory. */
    public OpenSettings virtual(boolean whenShown) {
        return new OpenSettings(pixels, values, damaged, whenShown);
    }
}
