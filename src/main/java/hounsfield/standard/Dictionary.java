package hounsfield.standard;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The registry of Data Elements: PS3.6 section 6, including File Meta Information and delimiters, and the command
 * elements of PS3.7 annex E. It is loaded at the first use; parsing explicit VR Data Sets does not need it.
 *
 * <p>Two rules extend the registry: (gggg,0000) is a Group Length, and (gggg,0010) to (gggg,00FF) of an odd group are
 * Private Creators (PS3.5 7.2 and 7.8.1).
 */
public final class Dictionary {
    private static final String RESOURCE = "dictionary.tsv";

    private Dictionary() {}

    /**
     * Finds the entry of a tag.
     *
     * @param tag any tag
     * @return the entry; empty for private and unknown tags
     */
    public static Optional<DictionaryEntry> find(int tag) {
        Table table = Loaded.TABLE;
        int line = table.line(tag);
        return line >= 0 ? Optional.of(table.entry(line, tag)) : Optional.ofNullable(byRule(tag));
    }

    /**
     * Finds the name of a tag, without creating an entry.
     *
     * @param tag any tag
     * @return the name in {@link #find}'s entry; empty for private and unknown tags
     */
    public static Optional<String> name(int tag) {
        Table table = Loaded.TABLE;
        int line = table.line(tag);
        return line >= 0
                ? Optional.of(table.field(line, 4))
                : Optional.ofNullable(byRule(tag)).map(DictionaryEntry::name);
    }

    /**
     * Finds the element with a keyword.
     *
     * @param keyword case-sensitive
     * @return the entry; the first of a range, such as (6000,3000)
     */
    public static Optional<DictionaryEntry> byKeyword(String keyword) {
        return Optional.ofNullable(Keywords.ENTRIES.get(keyword));
    }

    /**
     * Returns the Value Representations that an element may have.
     *
     * @param tag any tag
     * @return the list {@link DictionaryEntry#vrs()}; empty for private and unknown tags
     */
    public static List<VR> vrs(int tag) {
        Table table = Loaded.TABLE;
        int line = table.line(tag);
        if (line >= 0) return table.vrs(line);
        DictionaryEntry rule = byRule(tag);
        return rule == null ? List.of() : rule.vrs();
    }

    /** {@return all entries: single tags, then ranges} */
    public static Stream<DictionaryEntry> entries() {
        return Loaded.TABLE.entries();
    }

    private static DictionaryEntry byRule(int tag) {
        int element = Tag.element(tag);
        if (element == 0) return new DictionaryEntry(tag, List.of(VR.UL), "1", "", "Group Length", true);
        if (Tag.isPrivate(tag) && element >= 0x10 && element <= 0xFF) {
            return new DictionaryEntry(tag, List.of(VR.LO), "1", "", "Private Creator", false);
        }
        return null;
    }

    private static final class Loaded {
        static final Table TABLE = Table.load();
    }

    private static final class Keywords {
        static final Map<String, DictionaryEntry> ENTRIES = new HashMap<>();

        static {
            Loaded.TABLE
                    .entries()
                    .filter(entry -> !entry.keyword().isEmpty())
                    .forEach(entry -> ENTRIES.put(entry.keyword(), entry));
        }
    }

    /** The text of the resource, with an index; entries are created on demand. */
    private static final class Table {
        private static final Map<VR, List<VR>> SINGLE = new EnumMap<>(VR.class);

        static {
            for (VR vr : VR.values()) SINGLE.put(vr, List.of(vr));
        }

        private final byte[] text;
        /** Tags without wildcards, ascending as unsigned numbers, and the offsets of their lines. */
        private final int[] tags;

        private final int[] lines;
        /** Ranges: a tag is in a range if its masked bits equal those of the range. */
        private final int[] rangeBits;

        private final int[] rangeMasks;
        private final int[] rangeLines;

        private Table(byte[] text) {
            this.text = text;
            int count = 0;
            for (byte character : text) if (character == '\n') count++;
            int[] bits = new int[count];
            int[] masks = new int[count];
            int[] starts = new int[count];
            int singles = 0;
            int start = 0;
            for (int i = 0; i < count; i++) {
                starts[i] = start;
                for (int digit = 0; digit < 8; digit++) {
                    int character = text[start + digit];
                    boolean wild = character == 'x';
                    bits[i] = bits[i] << 4 | (wild ? 0 : Character.digit(character, 16));
                    masks[i] = masks[i] << 4 | (wild ? 0 : 0xF);
                }
                if (masks[i] == -1) singles++;
                while (text[start++] != '\n') {}
            }
            tags = Arrays.copyOf(bits, singles);
            lines = Arrays.copyOf(starts, singles);
            rangeBits = Arrays.copyOfRange(bits, singles, count);
            rangeMasks = Arrays.copyOfRange(masks, singles, count);
            rangeLines = Arrays.copyOfRange(starts, singles, count);
        }

        static Table load() {
            try (InputStream stream = Dictionary.class.getResourceAsStream(RESOURCE)) {
                if (stream == null) throw new FileNotFoundException(RESOURCE);
                return new Table(stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("the element dictionary is missing from the jar", e);
            }
        }

        /** Returns the offset of a tag's line, or -1. */
        int line(int tag) {
            int low = 0;
            int high = tags.length - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int order = Integer.compareUnsigned(tags[middle], tag);
                if (order == 0) return lines[middle];
                if (order < 0) low = middle + 1;
                else high = middle - 1;
            }
            // Repeating groups have even numbers (PS3.5 7.6); odd ones are private.
            if (Tag.isPrivate(tag)) return -1;
            for (int i = 0; i < rangeBits.length; i++) {
                if ((tag & rangeMasks[i]) == rangeBits[i]) return rangeLines[i];
            }
            return -1;
        }

        List<VR> vrs(int line) {
            int at = line + 9;
            VR first = VR.ofCode(text[at], text[at + 1]);
            if (first == null) return List.of();
            if (text[at + 2] == '\t') return SINGLE.get(first);
            return Stream.of(field(line, 1).split(" or ")).map(VR::valueOf).toList();
        }

        DictionaryEntry entry(int line, int tag) {
            return new DictionaryEntry(
                    tag,
                    vrs(line),
                    field(line, 2),
                    field(line, 3),
                    field(line, 4),
                    field(line, 5).equals("R"));
        }

        Stream<DictionaryEntry> entries() {
            Stream.Builder<DictionaryEntry> all = Stream.builder();
            for (int i = 0; i < tags.length; i++) all.add(entry(lines[i], tags[i]));
            for (int i = 0; i < rangeBits.length; i++) all.add(entry(rangeLines[i], rangeBits[i]));
            return all.build();
        }

        private String field(int line, int number) {
            int from = line;
            for (int i = 0; i < number; i++) {
                while (text[from++] != '\t') {}
            }
            int to = from;
            while (text[to] != '\t' && text[to] != '\n') to++;
            return new String(text, from, to - from, StandardCharsets.UTF_8);
        }
    }
}
