package hounsfield.phantom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A sample that can be written as DICOM files; the same bytes each time. */
public sealed interface Phantom permits CtPhantom, UltrasoundPhantom, EnhancedCtPhantom {
    /** What menus and macros call it. */
    String name();

    /** Whether {@link #write} makes a file for each slice, which belong together as a series; else one multi-frame file. */
    boolean isSeries();

    /**
     * Writes its files into a folder, which is made if it is not there; files of the same names are replaced.
     *
     * @return the files, in the order of their names
     */
    List<Path> write(Path folder) throws IOException;
}
