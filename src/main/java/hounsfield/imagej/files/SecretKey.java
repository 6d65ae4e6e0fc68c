package hounsfield.imagej.files;

import hounsfield.deidentify.key.KeyFile;
import hounsfield.deidentify.key.Pseudonyms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The secret key of pseudonyms: of a file that the user names, or of one beside ImageJ's preferences. */
public final class SecretKey {
    private SecretKey() {}

    /**
     * Reads a key.
     *
     * @param file with at least 16 bytes; empty for the user's own key, which is made once
     * @return its pseudonyms
     * @throws IllegalArgumentException if there is no such file, or it is too short or too long for a key
     * @throws IOException if it cannot be read
     */
    public static Pseudonyms read(Optional<Path> file) throws IOException {
        return new Pseudonyms(
                file.isPresent() ? KeyFile.read(file.get()) : KeyFile.readOrCreate(PreferencesFile.key()));
    }

    /**
     * Refuses a key in the output, from where it would be passed on with the files.
     *
     * @param file of the key; empty for the user's own
     * @param output the output folder
     * @throws IllegalArgumentException if the key is in it
     */
    public static void checkApart(Optional<Path> file, Path output) {
        Path place = output.toAbsolutePath().normalize();
        if (file.isPresent() && file.get().toAbsolutePath().normalize().startsWith(place)) {
            throw new IllegalArgumentException("the key is in the output folder; keep it apart from the files");
        }
    }
}
