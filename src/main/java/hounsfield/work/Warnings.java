package hounsfield.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where rooms leave what a user should know and that does not stop the work: a header that contradicts itself, pixels that
 * end early. Safe for many threads; the same words are kept once, and no more than {@link #LIMIT} of them.
 */
public final class Warnings {
    /** A file may be wrong in more places than anyone reads. */
    public static final int LIMIT = 100;

    private final Set<String> messages = Collections.synchronizedSet(new LinkedHashSet<>());

    /** Keeps a message; it must not quote patient attributes. */
    public void add(String message) {
        if (messages.size() < LIMIT) messages.add(message);
    }

    public void addAll(Warnings others) {
        others.list().forEach(this::add);
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** The messages so far, in the order in which they came. */
    public List<String> list() {
        synchronized (messages) {
            return List.copyOf(new ArrayList<>(messages));
        }
    }
}
