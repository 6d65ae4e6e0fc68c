package hounsfield.region;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.Optional;

/**
 * A code of a terminology.
 *
 * @param value Code Value, Long Code Value or URN Code Value
 * @param scheme Coding Scheme Designator, such as {@code SCT}; may be empty
 * @param meaning Code Meaning; may be empty
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/chapter_8.html">PS3.3 8.8</a>
 */
public record CodedConcept(String value, String scheme, String meaning) {
    /**
     * Returns the code of the first Item of a sequence.
     *
     * @param owner contains the sequence
     * @param sequenceTag a Code Sequence
     * @param findings receives a sentence for each unreadable attribute
     * @return the code; empty if there is none
     */
    public static Optional<CodedConcept> of(DataSet owner, int sequenceTag, Diagnostics findings) {
        return owner.item(sequenceTag)
                .map(item -> of(item, findings))
                .filter(code -> !code.value.isEmpty() || !code.meaning.isEmpty());
    }

    /**
     * Returns the code of an Item.
     *
     * @param item an Item of a Code Sequence
     * @param findings receives a sentence for each unreadable attribute
     * @return the code; its parts may be empty
     */
    public static CodedConcept of(DataSet item, Diagnostics findings) {
        OptionalAttributes attributes = new OptionalAttributes(item, findings);
        String value = attributes.text(Tag.CODE_VALUE);
        if (value.isEmpty()) value = attributes.text(Tag.LONG_CODE_VALUE);
        if (value.isEmpty()) value = attributes.text(Tag.URN_CODE_VALUE);
        return new CodedConcept(
                value, attributes.text(Tag.CODING_SCHEME_DESIGNATOR), attributes.text(Tag.CODE_MEANING));
    }

    /**
     * Returns whether this is a code of a scheme.
     *
     * @param otherValue Code Value
     * @param otherScheme Coding Scheme Designator
     * @return whether both are equal
     */
    public boolean is(String otherValue, String otherScheme) {
        return value.equals(otherValue) && scheme.equals(otherScheme);
    }

    /** {@return meaning, value and scheme, such as {@code Liver (10200004, SCT)}} */
    public String text() {
        String code = scheme.isEmpty() ? value : value + ", " + scheme;
        return meaning.isEmpty() ? code : meaning + " (" + code + ")";
    }
}
