package hounsfield.series;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A selection of the series for a table or an export.
 *
 * @param uids Series Instance UIDs in the order in which they were given; none for all files
 */
public record SeriesSelection(Set<String> uids) {
    /** All files, including those without a Series Instance UID. */
    public static final SeriesSelection ALL = new SeriesSelection(Set.of());

    /**
     * Copies the UIDs.
     *
     * @param uids Series Instance UIDs
     */
    public SeriesSelection {
        uids = Collections.unmodifiableSet(new LinkedHashSet<>(uids));
    }

    /**
     * Parses a list.
     *
     * @param text Series Instance UIDs, {@value Series#NO_UID} for files without a UID, or names from {@link Series#name}, which begin
     *     with the UID; separated by commas; empty for all files
     * @return the selection
     */
    public static SeriesSelection parse(String text) {
        return new SeriesSelection(Arrays.stream(text.split(","))
                .map(String::strip)
                .map(name -> name.replaceFirst("#\\d+$", ""))
                .filter(uid -> !uid.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** {@return whether all files are selected} */
    public boolean isAll() {
        return uids.isEmpty();
    }
}
