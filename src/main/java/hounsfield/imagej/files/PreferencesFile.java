package hounsfield.imagej.files;

import ij.Prefs;
import java.nio.file.Path;

/** Paths of files in ImageJ's preferences folder. */
public final class PreferencesFile {
    private PreferencesFile() {}

    /** {@return the path of the secret key of {@code De-identify DICOM...}; the file need not exist} */
    public static Path key() {
        return Path.of(Prefs.getPrefsDir(), "hounsfield-deidentify.key");
    }
}
