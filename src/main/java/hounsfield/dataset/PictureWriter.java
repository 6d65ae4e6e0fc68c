package hounsfield.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** Writes pictures as files; called from many threads. */
@FunctionalInterface
public interface PictureWriter {
    /**
     * @param file to be there only when it is whole; its folder may have to be made
     * @throws IllegalArgumentException if the format cannot hold the picture; the message says why
     */
    void write(Picture picture, ExportSettings settings, Path file) throws IOException;
}
