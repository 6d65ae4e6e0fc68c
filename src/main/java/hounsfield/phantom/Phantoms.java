package hounsfield.phantom;

import hounsfield.standard.Labels;
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
     * {@return a sample by name}
     *
     * @param name in any case, words separated by blanks, underscores or hyphens
     * @throws IllegalArgumentException if no sample has the name; the message lists the names
     */
    public static Phantom byName(String name) {
        return Labels.find(ALL, Phantom::name, name)
                .orElseThrow(() -> Labels.unknown("sample", name, List.of(names())));
    }

    /**
     * Writes a sample; see {@link Phantom#write}.
     *
     * @param name in any case, words separated by blanks, underscores or hyphens
     * @param folder receives the files
     * @return the files, in the order of their names
     * @throws IOException if a file cannot be written
     */
    public static List<Path> write(String name, Path folder) throws IOException {
        return byName(name).write(folder);
    }
}
