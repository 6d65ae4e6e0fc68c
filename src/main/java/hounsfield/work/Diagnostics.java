package hounsfield.work;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects problems of files that are read nevertheless, such as a contradictory header or truncated pixels.
 * Thread-safe. Duplicates are dropped, and so are entries beyond {@link #LIMIT}.
 */
public final class Diagnostics {
    /** Largest number of entries; more would not be read. */
    public static final int LIMIT = 100;

    private final Set<Diagnostic> entries = Collections.synchronizedSet(new LinkedHashSet<>());

    /** Creates an empty collection. */
    public Diagnostics() {}

    /**
     * Adds a warning that names no file.
     *
     * @param sentence must not contain patient attributes
     */
    public void add(String sentence) {
        add(Diagnostic.warning(sentence));
    }

    /**
     * Adds an entry.
     *
     * @param entry the entry
     */
    public void add(Diagnostic entry) {
        if (entries.size() < LIMIT) entries.add(entry);
    }

    /**
     * Adds warnings that name no file.
     *
     * @param sentences must not contain patient attributes
     */
    public void addAll(Collection<String> sentences) {
        sentences.forEach(this::add);
    }

    /**
     * Adds all entries of another collection.
     *
     * @param others the entries to add
     */
    public void addAll(Diagnostics others) {
        others.entries().forEach(this::add);
    }

    /** {@return whether there are no entries} */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** {@return the entries so far, in the order in which they were added} */
    public List<Diagnostic> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /** {@return the sentences of the entries so far, in the order in which they were added} */
    public List<String> sentences() {
        if (entries.isEmpty()) return List.of();
        return entries().stream().map(Diagnostic::sentence).toList();
    }
}
