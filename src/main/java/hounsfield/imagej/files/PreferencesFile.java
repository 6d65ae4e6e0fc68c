package hounsfield.imagej.files;

import ij.Prefs;
import java.nio.file.Path;

/** Files beside ImageJ's preferences. */
public final class PreferencesFile {
    private PreferencesFile() {}

    /** {@return the path of the secret key of {@code De-identify DICOM...}; the file need not exist} */
    public static Path key() {
        return Path.of(Prefs.getPrefsDir(), "hounsfield-deidentify.key");
    }
}
