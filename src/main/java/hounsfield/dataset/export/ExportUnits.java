package hounsfield.dataset.export;

import hounsfield.dataset.part.Shard;
import hounsfield.dataset.picture.ExportOutcome;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The units of an export: files or series.
 *
 * @param <T> the type of a unit: a file or a series
 */
abstract class ExportUnits<T> {
    private final List<String> allNames;
    private final List<String> names = new ArrayList<>();
    private final List<T> units = new ArrayList<>();

    /**
     * @param all the units of the input
     * @param name the path of a file relative to the input
     * @param shard the units that are exported
     */
    ExportUnits(List<? extends T> all, Function<T, String> name, Shard shard) {
        allNames = new ArrayList<>(all.size());
        for (T unit : all) {
            String own = name.apply(unit);
            allNames.add(own);
            if (!shard.has(own)) continue;
            names.add(own);
            units.add(unit);
        }
    }

    /** Returns the names of all units of the input, in order; {@link #names} are a subset if the export has a shard. */
    final List<String> allNames() {
        return allNames;
    }

    /** Returns the names in the list, each the path of a file relative to the input. */
    final List<String> names() {
        return names;
    }

    /** Returns a unit of this export by its index in the list. */
    final T unit(int index) {
        return units.get(index);
    }

    /** Returns the files on disk that contain a unit. */
    abstract List<Path> sources(int index);

    /** Returns how many units are processed at the same time. */
    abstract int threads();

    /**
     * Writes the pictures of a unit.
     *
     * @param folder receives the pictures
     * @param name of the pictures in the folder, without an extension
     * @param exists whether a picture already exists and need not be written, by its path in the folder
     * @throws DicomException if a picture cannot be written
     */
    abstract ExportOutcome export(int index, Path folder, String name, Predicate<String> exists, Progress progress)
            throws DicomException;
}
