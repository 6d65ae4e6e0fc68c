package hounsfield.dataset.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resolves names of pictures to paths in a folder. */
public final class PicturePlace {
    private PicturePlace() {}

    /**
     * Returns the path of a picture.
     *
     * @param folder the folder of the pictures
     * @param picture its name, made by {@link ExportNames}
     * @return the path
     */
    public static Path of(Path folder, String picture) {
        return folder.resolve(picture);
    }

    /**
     * Returns the path of a picture, after creating its folders.
     *
     * @param folder the folder of the pictures
     * @param picture its name, made by {@link ExportNames}
     * @return the path
     * @throws IOException if a folder cannot be created
     */
    public static Path place(Path folder, String picture) throws IOException {
        Path file = of(folder, picture);
        Files.createDirectories(file.getParent());
        return file;
    }
}
