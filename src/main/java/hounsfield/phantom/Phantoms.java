package hounsfield.phantom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All samples, by name. */
public final class Phantoms {
    private static final List<Phantom> ALL = List.of(new CtPhantom(), new UltrasoundPhantom(), new EnhancedCtPhantom());

    private Phantoms() {}

    /** {@return all samples, in the order of the menu} */
    public static List<Phantom> all() {
        return ALL;
    }

    /** {@return the names, in the order of the menu} */
    public static String[] names() {
        return ALL.stream().map(Phantom::name).toArray(String[]::new);
    }

    /**
     * Returns a sample by name.
     *
     * @param name case and surrounding spaces are ignored
     * @return the sample
     * @throws IllegalArgumentException if no sample has the name; the message lists the names
     */
    public static Phantom byName(String name) {
        for (Phantom phantom : ALL) {
            if (phantom.name().equalsIgnoreCase(name.strip())) return phantom;
        }
        throw new IllegalArgumentException(
                "no sample is named \"" + name + "\"; the samples are " + String.join(", ", names()));
    }

    /**
     * Writes a sample; see {@link Phantom#write}.
     *
     * @param name case and surrounding spaces are ignored
     * @param folder receives the files
     * @return the files, in the order of their names
     * @throws IOException if a file cannot be written
     */
    public static List<Path> write(String name, Path folder) throws IOException {
        return byName(name).write(folder);
    }
}
