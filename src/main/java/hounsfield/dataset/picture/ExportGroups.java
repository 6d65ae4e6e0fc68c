package hounsfield.dataset.picture;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.standard.Tag;
import java.util.List;
import java.util.Optional;

/**
 * Pseudonyms of patient, study and series, which group anonymous pictures. {@code De-identify DICOM...} makes the same pseudonyms with
 * the same key.
 *
 * @param key of the pseudonyms; empty if pictures are not anonymous
 */
record ExportGroups(Optional<Pseudonyms> key) {
    private static final List<String> UNKNOWN = List.of("", "", "");

    /**
     * Returns the groups. Anonymous pictures use the key, others do not.
     *
     * @throws IllegalArgumentException if an anonymous export has no key
     */
    static ExportGroups of(ExportSettings settings, Optional<Pseudonyms> key) {
        if (settings.anonymous() && key.isEmpty()) {
            throw new IllegalArgumentException("an anonymous export needs a key for its pseudonyms");
        }
        return new ExportGroups(settings.anonymous() ? key : Optional.empty());
    }

    /** Returns the groups of a file whose header cannot be read. */
    List<String> unknown() {
        return key.isPresent() ? UNKNOWN : List.of();
    }

    /** Returns the pseudonyms of a header, with an empty text for each absent attribute; an empty list without a key. */
    List<String> of(DataSet header) {
        if (key.isEmpty()) return List.of();
        OptionalAttributes attributes = new OptionalAttributes(header);
        String patient = attributes.text(Tag.PATIENT_ID);
        return List.of(
                patient.isEmpty() ? "" : key.get().code("patient", patient),
                uid(attributes.text(Tag.STUDY_INSTANCE_UID)),
                uid(attributes.text(Tag.SERIES_INSTANCE_UID)));
    }

    private String uid(String uid) {
        return uid.isEmpty() ? "" : key.get().uid(uid);
    }
}
