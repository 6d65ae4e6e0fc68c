package hounsfield.deidentify;

import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.deidentify.pixels.Rectangles;
import hounsfield.deidentify.profile.Profile;

/**
 * The settings of a de-identification.
 *
 * @param profile the basic profile and its options
 * @param pseudonyms of UIDs, identifiers and dates
 * @param rectangles of pixels to blank, by device
 */
public record DeidentifySettings(Profile profile, Pseudonyms pseudonyms, Rectangles rectangles) {
    /** Returns a text that identifies settings and key without revealing key or rectangles. */
    String describe() {
        StringBuilder text = new StringBuilder("options=");
        profile.options().forEach(option -> text.append(option.label()).append(", "));
        return text + "\nkey and rectangles=" + pseudonyms.mark("settings", rectangles.lines()) + "\n";
    }
}
