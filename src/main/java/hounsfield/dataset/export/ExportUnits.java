package hounsfield.dataset.export;

import hounsfield.dataset.picture.ExportOutcome;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** What an export consists of: files, or series. */
interface ExportUnits {
    /** Returns the names of all units of the input, of which the names of this export are some, in the same order. */
    List<String> allNames();

    /** Returns the names in the list, each the path of a file relative to the input. */
    List<String> names();

    /** Returns the files on the disk that have the bytes of a unit. */
    List<Path> sources(int unit);

    /** Returns how many units may be under way at once. */
    int threads();

    /**
     * Writes the pictures of a unit.
     *
     * @param folder of the pictures
     * @param name of the pictures in the folder, without an extension
     * @param there whether a picture need not be written, by its path in the folder
     * @throws DicomException if a picture cannot be written
     */
    ExportOutcome export(int unit, Path folder, String name, Predicate<String> there, Progress progress)
            throws DicomException;
}
