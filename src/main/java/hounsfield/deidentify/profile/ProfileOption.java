package hounsfield.deidentify.profile;

import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The options of the Basic Application Level Confidentiality Profile (PS3.15 E.3) with their codes (PS3.16 CID 7050). */
public enum ProfileOption implements Labeled {
    /** Pixel data is reviewed, and identifying text in it is blanked (E.3.1). */
    CLEAN_PIXEL_DATA("clean pixel data", ' ', "113101", "Clean Pixel Data Option"),
    /** Overlays and graphics are kept without what identifies (E.3.3). */
    CLEAN_GRAPHICS("clean graphics", 'G', "113103", "Clean Graphics Option"),
    /** Content of reports and of specimens is kept without what identifies (E.3.4). */
    CLEAN_STRUCTURED_CONTENT("clean structured content", 'S', "113104", "Clean Structured Content Option"),
    /** Descriptions are kept without what identifies (E.3.5). */
    CLEAN_DESCRIPTORS("clean descriptors", 'T', "113105", "Clean Descriptors Option"),
    /** Dates and times are unchanged (E.3.6). */
    RETAIN_FULL_DATES("retain full dates", 'F', "113106", "Retain Longitudinal Temporal Information Full Dates Option"),
    /** Dates are shifted; the intervals between the dates of a patient are unchanged (E.3.6). */
    RETAIN_MODIFIED_DATES(
            "retain modified dates", 'M', "113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
    /** Age, sex, size, weight and the like are unchanged (E.3.7). */
    RETAIN_PATIENT_CHARACTERISTICS(
            "retain patient characteristics", 'P', "113108", "Retain Patient Characteristics Option"),
    /** Names and numbers of devices are unchanged (E.3.8). */
    RETAIN_DEVICE_IDENTITY("retain device identity", 'D', "113109", "Retain Device Identity Option"),
    /** UIDs are unchanged (E.3.9). */
    RETAIN_UIDS("retain uids", 'U', "113110", "Retain UIDs Option"),
    /** The private elements that the standard lists as safe are unchanged (E.3.10). */
    RETAIN_SAFE_PRIVATE("retain safe private", ' ', "113111", "Retain Safe Private Option"),
    /** Names and addresses of institutions are unchanged (E.3.11). */
    RETAIN_INSTITUTION_IDENTITY("retain institution identity", 'I', "113112", "Retain Institution Identity Option");

    private final String label;
    private final char letter;
    private final String code;
    private final String meaning;

    ProfileOption(String label, char letter, String code, String meaning) {
        this.label = label;
        this.letter = letter;
        this.code = code;
        this.meaning = meaning;
    }

    @Override
    public String label() {
        return label;
    }

    /** {@return the letter in the resource, a space if the table has no column for it} */
    char letter() {
        return letter;
    }

    /** {@return the Code Value of CID 7050} */
    public String code() {
        return code;
    }

    /** {@return the Code Meaning of CID 7050} */
    public String meaning() {
        return meaning;
    }

    /**
     * Reads options.
     *
     * @param text labels in any case, separated by commas; empty for none
     * @return the options
     * @throws IllegalArgumentException if an option is unknown, or if the options both keep and shift dates
     */
    public static Set<ProfileOption> parse(String text) {
        EnumSet<ProfileOption> options = EnumSet.noneOf(ProfileOption.class);
        for (String word : text.split(",")) {
            if (!word.isBlank()) options.add(Labels.find("option", values(), word.strip()));
        }
        if (options.containsAll(List.of(RETAIN_FULL_DATES, RETAIN_MODIFIED_DATES))) {
            throw new IllegalArgumentException(
                    "dates cannot be both kept and shifted; choose retain full dates or retain modified dates");
        }
        return options;
    }
}
