package hounsfield.command;

import hounsfield.imagej.host.UserOption;
import hounsfield.imagej.operation.OpenPath;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Plugin;

/**
 * Opens DICOM for Fiji, if {@code DICOM Options...} enables it. Fiji asks plugins with the attribute {@code eager} before ImageJ's own
 * readers: for File &gt; Open, Open Recent, dropped files, {@code open} in macros, {@code IJ.openImage} and Image Sequence.
 *
 * <p>Fiji shows only images of its own kind that a plugin returns, so this plugin shows the image itself when Fiji opens a
 * file for the user. Other callers, such as {@code IJ.openImage} and SciJava's {@code IOService}, get it unshown.
 */
@Plugin(type = IOPlugin.class, attrs = @Attr(name = "eager"))
public final class DicomIO extends AbstractIOPlugin<Object> {
    /** Methods of Fiji's {@code LegacyHooks} that open a file for the user. */
    private static final Set<String> SHOWING = Set.of("interceptFileOpen", "interceptOpenRecent");

    private static final String DROP = "interceptDragAndDropFile";

    /** Creates the plugin, for SciJava. */
    public DicomIO() {}

    @Override
    public Class<Object> getDataType() {
        return Object.class;
    }

    /**
     * Returns whether the option is on and a path holds DICOM files. The check takes a few milliseconds.
     *
     * @param source a path
     * @return whether {@link #open} is for it
     */
    @Override
    public boolean supportsOpen(String source) {
        if (!UserOption.OPEN.isOn()) return false;
        try {
            return OpenPath.isDicom(Path.of(source));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Returns whether this class opens a location, as {@code IOService} asks it for a path.
     *
     * @param source the location of a file or folder
     * @return whether {@link #open} opens it; false if it is not on a disk
     */
    @Override
    public boolean supportsOpen(Location source) {
        return source instanceof FileLocation file
                && supportsOpen(file.getFile().getPath());
    }

    @Override
    public Object open(Location source) throws IOException {
        if (source instanceof FileLocation file) return open(file.getFile().getPath());
        throw new IOException(source.getName() + " is not a file on a disk");
    }

    /**
     * Opens a path.
     *
     * @param source a DICOM file, a folder, a ZIP archive or a DICOMDIR
     * @return the image, not shown; or {@code true} if it is shown, or if the user was told why it is not
     * @throws IOException if it is not shown, and a file cannot be read or the path holds several series
     */
    @Override
    public Object open(String source) throws IOException {
        Path path = Path.of(source);
        if (Callers.has(method -> method.getMethodName().equals(DROP))) {
            DicomDrops.add(path);
            return Boolean.TRUE;
        }
        if (Callers.has(method -> SHOWING.contains(method.getMethodName()))) {
            new OpenPathsCommand(List.of(path)).run("");
            return Boolean.TRUE;
        }
        return OpenPath.run(path)
                .orElseThrow(() -> new IOException(
                        path + " holds several series; choose one with Import DICOM Series... or DICOM Browser"));
    }
}
