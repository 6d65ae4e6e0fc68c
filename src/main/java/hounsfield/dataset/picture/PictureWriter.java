package hounsfield.dataset.picture;

import java.io.IOException;
import java.nio.file.Path;

/** Writes pictures as files. Methods are called from several threads. */
@FunctionalInterface
public interface PictureWriter {
    /**
     * Writes a picture.
     *
     * @param picture the picture
     * @param settings the form of the picture
     * @param file must only exist when complete; its folder may not exist
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the format does not support the picture; the message gives the reason
     */
    void write(Picture picture, ExportSettings settings, Path file) throws IOException;
}
