package hounsfield.imagej.open;

import hounsfield.calibrate.ValueSource;
import hounsfield.calibrate.WhenDamaged;
import java.util.List;

/**
 * The options that {@code Open DICOM...} and {@code Import DICOM Series...} share.
 *
 * @param pixels the form of the pixels
 * @param values the source of the values; with the default, {@link PixelForm#STORED} pixels are still stored values
 * @param damaged the treatment of frames that cannot be decoded, for calibrated floats; other forms have no value for
 *     missing pixels, so that opening fails
 * @param virtual whether frames are decoded when they are shown instead of now
 */
public record OpenSettings(PixelForm pixels, ValueSource values, WhenDamaged damaged, boolean virtual) {
    /** The defaults of the commands: calibrated floats in memory. */
    public static final OpenSettings DEFAULT =
            new OpenSettings(PixelForm.CALIBRATED, ValueSource.RESCALE, WhenDamaged.FILL, false);

    /**
     * Checks the settings.
     *
     * @param pixels the form of the pixels
     * @param values the source of the values
     * @param damaged the treatment of frames that cannot be decoded
     * @param virtual whether frames are decoded when they are shown
     * @throws IllegalArgumentException for stored pixels with real world values
     */
    public OpenSettings {
        if (pixels == PixelForm.STORED && values == ValueSource.REAL_WORLD) {
            throw new IllegalArgumentException("stored pixels have no real world values; choose 32-bit or 16-bit");
        }
    }

    /**
     * Returns settings for the labels that macros and scripts use.
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

    /**
     * Returns these settings with another form of pixels.
     *
     * @param form the form
     * @return new settings
     */
    public OpenSettings with(PixelForm form) {
        return new OpenSettings(form, values, damaged, virtual);
    }

    /**
     * Returns these settings with another source of values.
     *
     * @param source the source
     * @return new settings
     */
    public OpenSettings with(ValueSource source) {
        return new OpenSettings(pixels, source, damaged, virtual);
    }

    /**
     * Returns these settings with another treatment of damage.
     *
     * @param other the treatment
     * @return new settings
     */
    public OpenSettings with(WhenDamaged other) {
        return new OpenSettings(pixels, values, other, virtual);
    }

    /**
     * Returns these settings with another source of values.
     *
     * @param label one of {@link #valueLabels}
     * @return new settings
     * @throws IllegalArgumentException if there is no such source, or the pixels cannot have its values
     */
    public OpenSettings withValues(String label) {
        return with(ValueSource.byLabel(label));
    }

    /**
     * Returns these settings with another treatment of damage.
     *
     * @param label one of {@link #damagedLabels}
     * @return new settings
     * @throws IllegalArgumentException if there is no such treatment
     */
    public OpenSettings withDamaged(String label) {
        return with(WhenDamaged.byLabel(label));
    }

    /** {@return the labels of the treatments of damage, the default first} */
    public static List<String> damagedLabels() {
        return WhenDamaged.labels();
    }

    /** {@return the labels of the sources of values, the default first} */
    public static List<String> valueLabels() {
        return ValueSource.labels();
    }

    /**
     * Returns these settings for a virtual stack or for a stack in memory.
     *
     * @param whenShown whether frames are decoded when they are shown
     * @return new settings
     */
    public OpenSettings virtual(boolean whenShown) {
        return new OpenSettings(pixels, values, damaged, whenShown);
    }
}
