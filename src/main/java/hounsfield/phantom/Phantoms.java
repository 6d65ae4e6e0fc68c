package hounsfield.phantom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All samples, by name. */
public final class Phantoms {
    private static final List<Phantom> ALL = List.of(new CtPhantom(), new UltrasoundPhantom(), new EnhancedCtPhantom());

    private Phantoms() {}

    public static List<Phantom> all() {
        return ALL;
    }

    /** The names, in the order of the menu. */
    public static String[] names() {
        return ALL.stream().map(Phantom::name).toArray(String[]::new);
    }

    /**
     * The sample of a name; upper and lower case are the same.
     *
     * @throws IllegalArgumentException if there is none, with the names that there are
     */
    public static Phantom byName(String name) {
        for (Phantom phantom : ALL) {
            if (phantom.name().equalsIgnoreCase(name.strip())) return phantom;
        }
        throw new IllegalArgumentException(
                "no sample is called \"" + name + "\"; there are " + String.join(", ", names()));
    }

    /** Writes a sample by its name; see {@link Phantom#write}. */
    public static List<Path> write(String name, Path folder) throws IOException {
        return byName(name).write(folder);
    }
}
