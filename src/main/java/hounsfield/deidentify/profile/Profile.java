package hounsfield.deidentify.profile;

import hounsfield.standard.Dictionary;
import hounsfield.standard.DictionaryEntry;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The basic profile with some of its options. It decides what happens to each standard attribute. */
public final class Profile {
    private static final List<String> KINDS =
            List.of("SOPClass", "TransferSyntax", "CodingScheme", "ContextUID", "ContextGroup", "MappingResource");

    private final Set<ProfileOption> options;

    /**
     * Creates a profile.
     *
     * @param options those that the user has chosen
     */
    public Profile(Set<ProfileOption> options) {
        this.options = options.isEmpty() ? EnumSet.noneOf(ProfileOption.class) : EnumSet.copyOf(options);
    }

    /**
     * The decision for an attribute.
     *
     * @param action what happens to it
     * @param reason the cell of table E.1-1 or the rule, for a preview
     */
    public record Decision(ProfileAction action, String reason) {}

    /**
     * {@return whether an option is chosen}
     *
     * @param option any option
     */
    public boolean has(ProfileOption option) {
        return options.contains(option);
    }

    /** {@return the chosen options, in the order of their codes} */
    public List<ProfileOption> options() {
        return List.copyOf(options);
    }

    /**
     * Decides about a standard attribute. Options override the basic profile, and an option that keeps a value overrides one that
     * cleans it. Attributes that the table lacks are removed if they are not in PS3.6; names of people, addresses of computers, dates
     * and times are treated like similar attributes in the table.
     *
     * @param tag not private
     * @param vr the Value Representation in the dictionary or, if there is a choice, in the file
     * @return the decision
     */
    public Decision decide(int tag, VR vr) {
        boolean overlay = isOverlay(tag);
        if (overlay && !has(ProfileOption.CLEAN_GRAPHICS)) return new Decision(ProfileAction.REMOVE, "overlay");
        if (tag == Tag.GRAPHIC_ANNOTATION_SEQUENCE && !has(ProfileOption.CLEAN_GRAPHICS)) {
            // The sequence is removed instead of getting a dummy, which would be a drawing. Its module is optional.
            return new Decision(ProfileAction.REMOVE, "D");
        }
        ProfileRule rule = ConfidentialityTable.find(tag);
        if (rule == null) return outsideTable(tag, vr);
        ProfileOption cleaning = null;
        for (Map.Entry<ProfileOption, ProfileAction> entry : rule.options().entrySet()) {
            if (!options.contains(entry.getKey())) continue;
            if (entry.getValue() == ProfileAction.KEEP)
                return new Decision(ProfileAction.KEEP, entry.getKey().label());
            cleaning = entry.getKey();
        }
        boolean data = overlay && Tag.element(tag) == Tag.element(Tag.OVERLAY_DATA);
        boolean cleanable = vr.isText() || vr == VR.SQ || data;
        if (cleaning != null && cleanable) return new Decision(ProfileAction.CLEAN, cleaning.label());
        return new Decision(rule.basicAction(vr, tag == Tag.ACQUISITION_CONTEXT_SEQUENCE), rule.basic());
    }

    /**
     * {@return whether an element belongs to an overlay plane (60xx)}
     *
     * @param tag any tag
     */
    public static boolean isOverlay(int tag) {
        return !Tag.isPrivate(tag) && (Tag.group(tag) & 0xFF00) == 0x6000;
    }

    private Decision outsideTable(int tag, VR vr) {
        if (Dictionary.vrs(tag).isEmpty()) return new Decision(ProfileAction.REMOVE, "not in PS3.6");
        return switch (vr) {
            case PN -> new Decision(ProfileAction.EMPTY, "name of a person");
            case AE, UR -> new Decision(ProfileAction.REMOVE, "address of a computer");
            case DA, TM, DT -> dates();
            case UI -> uids(tag);
            default -> new Decision(ProfileAction.KEEP, "not in table E.1-1");
        };
    }

    /**
     * Decides about UIDs that the table lacks. UIDs of classes, syntaxes and coding schemes are kept, because they do not identify an
     * object of a patient.
     */
    private Decision uids(int tag) {
        String keyword = Dictionary.find(tag).map(DictionaryEntry::keyword).orElse("");
        for (String kind : KINDS)
            if (keyword.contains(kind)) return new Decision(ProfileAction.KEEP, "UID of a class or scheme");
        return has(ProfileOption.RETAIN_UIDS)
                ? new Decision(ProfileAction.KEEP, ProfileOption.RETAIN_UIDS.label())
                : new Decision(ProfileAction.UID, "UID of an object");
    }

    private Decision dates() {
        if (has(ProfileOption.RETAIN_FULL_DATES)) {
            return new Decision(ProfileAction.KEEP, ProfileOption.RETAIN_FULL_DATES.label());
        }
        return has(ProfileOption.RETAIN_MODIFIED_DATES)
                ? new Decision(ProfileAction.CLEAN, ProfileOption.RETAIN_MODIFIED_DATES.label())
                : new Decision(ProfileAction.EMPTY, "date or time");
    }
}
