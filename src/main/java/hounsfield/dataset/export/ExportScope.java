package hounsfield.dataset.export;

import hounsfield.dataset.part.Shard;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.series.SeriesSelection;
import java.util.Optional;

/**
 * Which files of a folder are exported, and by which key they get pseudonyms.
 *
 * @param series the series whose files are taken
 * @param shard the share of the files
 * @param key of the pseudonyms of an anonymous export; not used for others
 */
public record ExportScope(SeriesSelection series, Shard shard, Optional<Pseudonyms> key) {
    /** All files, by their names. */
    public static final ExportScope ALL = new ExportScope(SeriesSelection.ALL, Shard.ALL, Optional.empty());
}
