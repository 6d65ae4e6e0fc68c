package hounsfield.standard;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names of private elements that GE, Siemens and Philips have published in their conformance statements: a small part of what
 * these creators write. PS3.6 has none of them. The table is loaded at the first use.
 */
public final class PrivateDictionary {
    private static final String RESOURCE = "private.tsv";

    private PrivateDictionary() {}

    /**
     * Finds the name of a private element.
     *
     * @param creator the value of the Private Creator element that reserves the element (PS3.5 7.8.1), without blanks at its end
     * @param tag the tag of the element, in any of the blocks that its creator may have
     * @return such as {@code CSA Image Header Info}; empty if it is not in the table
     */
    public static Optional<String> name(String creator, int tag) {
        if (!Tag.isPrivate(tag)) return Optional.empty();
        return Optional.ofNullable(Loaded.NAMES.get(new Key(creator, Tag.group(tag), tag & 0xFF)));
    }

    /** @param element the lower byte of the number; the upper one is the block, which differs between files */
    private record Key(String creator, int group, int element) {}

    private static final class Loaded {
        static final Map<Key, String> NAMES = load();

        private static Map<Key, String> load() {
            try (InputStream stream = PrivateDictionary.class.getResourceAsStream(RESOURCE)) {
                if (stream == null) throw new FileNotFoundException(RESOURCE);
                Map<Key, String> names = new HashMap<>();
                new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> {
                            String[] fields = line.split("\t");
                            int number = Integer.parseInt(fields[1], 16);
                            names.put(new Key(fields[0], number >>> 8, number & 0xFF), fields[2]);
                        });
                return names;
            } catch (IOException e) {
                throw new UncheckedIOException("the dictionary of private elements is missing from the jar", e);
            }
        }
    }
}
