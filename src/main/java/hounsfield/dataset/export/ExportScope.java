package hounsfield.dataset.export;

import hounsfield.dataset.part.Shard;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.series.SeriesSelection;
import java.util.Optional;

/**
 * The files of a folder that are exported, and the key of their pseudonyms.
 *
 * @param series the series whose files are taken
 * @param shard the share of the files
 * @param key the pseudonyms of an anonymous export; not used otherwise
 */
public record ExportScope(SeriesSelection series, Shard shard, Optional<Pseudonyms> key) {
    /** All files, not anonymous. */
    public static final ExportScope ALL = new ExportScope(SeriesSelection.ALL, Shard.ALL, Optional.empty());
}
