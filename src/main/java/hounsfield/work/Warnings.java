package hounsfield.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects messages about problems that do not stop the work, such as a contradictory header or truncated pixels.
 * Thread-safe. Duplicates are dropped, and so are messages beyond {@link #LIMIT}.
 */
public final class Warnings {
    /** Largest number of messages; more would not be read. */
    public static final int LIMIT = 100;

    /** Creates an empty collection. */
    private final Set<String> messages = Collections.synchronizedSet(new LinkedHashSet<>());

    /**
     * Adds a message.
     *
     * @param message must not contain patient attributes
     */
    public void add(String message) {
        if (messages.size() < LIMIT) messages.add(message);
    }

    /**
     * Adds all messages of another collection.
     *
     * @param others the messages to add
     */
    public void addAll(Warnings others) {
        others.list().forEach(this::add);
    }

    /** {@return whether there are no messages} */
    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** {@return the messages so far, in the order in which they were added} */
    public List<String> list() {
        synchronized (messages) {
            return List.copyOf(new ArrayList<>(messages));
        }
    }
}
