package hounsfield.deidentify.profile;

import hounsfield.standard.Tag;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** PS3.15 table E.1-1, loaded at the first use. */
final class ConfidentialityTable {
    private static final String RESOURCE = "confidentiality.tsv";

    /**
     * Rows that the table lacks. It treats free text in reports and graphics as part of their sequences, but the text needs rows of its
     * own if an option keeps the sequences. The other rows are for digital signatures and encrypted originals.
     */
    private static final Map<Integer, ProfileRule> OWN = Map.of(
            Tag.ENCRYPTED_ATTRIBUTES_SEQUENCE, new ProfileRule("X", Map.of()),
            Tag.MAC_PARAMETERS_SEQUENCE, new ProfileRule("X", Map.of()),
            Tag.TEXT_VALUE, text("D"),
            Tag.UNFORMATTED_TEXT_VALUE, text("D"),
            Tag.GRAPHIC_LAYER_DESCRIPTION, text("X"),
            Tag.OVERLAY_DESCRIPTION, text("X"),
            Tag.OVERLAY_LABEL, text("X"));

    private ConfidentialityTable() {}

    private static ProfileRule text(String basic) {
        return new ProfileRule(basic, Map.of(ProfileOption.CLEAN_DESCRIPTORS, ProfileAction.CLEAN));
    }

    /** Returns the row of a standard attribute, or {@code null}. */
    static ProfileRule find(int tag) {
        int group = Tag.group(tag);
        boolean overlay = (group & 0xFF00) == 0x6000;
        int first = overlay ? Tag.of(0x6000, Tag.element(tag)) : tag;
        ProfileRule rule = Loaded.RULES.get(first);
        if (rule != null) return rule;
        // All curves (50xx,xxxx) share a row.
        return (group & 0xFF00) == 0x5000 ? Loaded.CURVES : null;
    }

    private static final class Loaded {
        static final Map<Integer, ProfileRule> RULES = new HashMap<>(OWN);
        static final ProfileRule CURVES;

        static {
            ProfileRule curves = null;
            for (String line : text().split("\n")) {
                String[] fields = line.split("\t", -1);
                ProfileRule rule = new ProfileRule(fields[1], options(fields[2]));
                // Curves have no bits that could be blanked, so no option cleans them.
                if (fields[0].startsWith("50x")) curves = new ProfileRule(fields[1], Map.of());
                else RULES.put(Integer.parseUnsignedInt(fields[0].replace('x', '0'), 16), rule);
            }
            CURVES = curves;
        }

        private static String text() {
            try (InputStream stream = ConfidentialityTable.class.getResourceAsStream(RESOURCE)) {
                if (stream == null) throw new FileNotFoundException(RESOURCE);
                return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new UncheckedIOException("the confidentiality table is missing from the jar", e);
            }
        }

        private static Map<ProfileOption, ProfileAction> options(String field) {
            Map<ProfileOption, ProfileAction> actions = new EnumMap<>(ProfileOption.class);
            for (String cell : field.split(" ")) {
                for (ProfileOption option : ProfileOption.values()) {
                    if (!cell.isEmpty() && option.letter() == cell.charAt(0)) {
                        actions.put(option, ProfileAction.of(cell.substring(1)));
                    }
                }
            }
            return actions;
        }
    }
}
