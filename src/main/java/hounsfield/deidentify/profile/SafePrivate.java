package hounsfield.deidentify.profile;

import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Private elements that do not identify: those of PS3.15 table E.3.10-1, and, marked {@code own} in the list, numbers that this project
 * needs to divide mosaics and to order diffusion images. If the table names no VR, the list has UN.
 */
public final class SafePrivate {
    private static final String RESOURCE = "safe-private.tsv";

    private SafePrivate() {}

    /**
     * Finds the Value Representation of a safe element.
     *
     * @param creator the value of its Private Creator element, without blanks at its end
     * @param tag of the element, in any block
     * @return its VR, which files with implicit VR do not contain; empty if the element is not safe
     */
    public static Optional<VR> find(String creator, int tag) {
        if (!Tag.isPrivate(tag) || Tag.element(tag) < 0x1000) return Optional.empty();
        return Optional.ofNullable(Loaded.VRS.get(new Key(creator, Tag.group(tag), tag & 0xFF)));
    }

    /** @param element the lower byte of the number */
    private record Key(String creator, int group, int element) {}

    private static final class Loaded {
        static final Map<Key, VR> VRS = load();

        private static Map<Key, VR> load() {
            try (InputStream stream = SafePrivate.class.getResourceAsStream(RESOURCE)) {
                if (stream == null) throw new FileNotFoundException(RESOURCE);
                Map<Key, VR> vrs = new HashMap<>();
                new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                        .lines()
                        .forEach(line -> {
                            String[] fields = line.split("\t");
                            int number = Integer.parseInt(fields[1], 16);
                            vrs.put(new Key(fields[0], number >>> 8, number & 0xFF), VR.valueOf(fields[2]));
                        });
                return vrs;
            } catch (IOException e) {
                throw new UncheckedIOException("the list of safe private elements is missing from the jar", e);
            }
        }
    }
}
