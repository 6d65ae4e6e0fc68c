package hounsfield.phantom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A sample that can be written as DICOM files. The bytes are the same each time. */
public sealed interface Phantom permits CtPhantom, UltrasoundPhantom, EnhancedCtPhantom {
    /** {@return the name in menus and macros} */
    String name();

    /**
     * {@return whether {@link #write} writes a series of single-frame files; otherwise it writes one multi-frame file}
     */
    boolean isSeries();

    /**
     * Writes the sample's files. The folder is created if necessary; files of the same names are replaced.
     *
     * @param folder receives the files
     * @return the files, in the order of their names
     * @throws IOException if a file cannot be written
     */
    List<Path> write(Path folder) throws IOException;
}
