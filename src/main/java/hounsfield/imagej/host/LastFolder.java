package hounsfield.imagej.host;

import ij.io.OpenDialog;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that was read last. All dialogs for folders and files begin there, also in the next session. */
public final class LastFolder {
    private LastFolder() {}

    /** {@return the folder; empty if none was read} */
    public static String text() {
        return UserOption.FOLDER.text();
    }

    /**
     * Remembers the folder of a path. A path that is not on a disk is ignored.
     *
     * @param path a folder or a file
     */
    public static void keep(Path path) {
        Path absolute = path.toAbsolutePath();
        Path folder = Files.isDirectory(absolute) ? absolute : absolute.getParent();
        if (folder == null || !Files.isDirectory(folder)) return;
        String name = folder.toString();
        if (!name.equals(text())) UserOption.FOLDER.set(name);
        OpenDialog.setDefaultDirectory(name);
    }
}
