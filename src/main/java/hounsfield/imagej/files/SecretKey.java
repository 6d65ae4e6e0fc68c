package hounsfield.imagej.files;

import hounsfield.deidentify.key.KeyFile;
import hounsfield.deidentify.key.Pseudonyms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the secret key of pseudonyms from a file that the user names, or from the one in ImageJ's preferences folder. */
public final class SecretKey {
    private SecretKey() {}

    /**
     * Reads a key.
     *
     * @param file a file of at least 16 bytes; empty for the key in the preferences folder, which is created at first use
     * @return its pseudonyms
     * @throws IllegalArgumentException if there is no such file, or it is too short or too long for a key
     * @throws IOException if it cannot be read
     */
    public static Pseudonyms read(Optional<Path> file) throws IOException {
        return new Pseudonyms(
                file.isPresent() ? KeyFile.read(file.get()) : KeyFile.readOrCreate(PreferencesFile.key()));
    }

    /**
     * Refuses a key inside the output folder, because it would be passed on with the files.
     *
     * @param file the file of the key; empty for the one in the preferences folder
     * @param output the output folder
     * @throws IllegalArgumentException if the key is in it
     */
    public static void checkApart(Optional<Path> file, Path output) {
        Path place = output.toAbsolutePath().normalize();
        if (file.isPresent() && file.get().toAbsolutePath().normalize().startsWith(place)) {
            throw new IllegalArgumentException(
                    "the key is in the output folder; move it elsewhere, so that it is not passed on with the files");
        }
    }
}
