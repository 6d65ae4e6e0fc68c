package hounsfield.region.report;

import hounsfield.region.CodedConcept;
import java.util.List;
import java.util.Optional;

/**
 * A measurement of a report: a NUM Content Item.
 *
 * @param name what was measured
 * @param value Numeric Value (0040,A30A) as in the file; empty if there is none
 * @param unit the unit
 * @param qualifier the reason why there is no value, or what is unusual about it
 * @param modifiers codes that describe it further, such as its derivation
 * @param coordinates where it was measured
 */
public record Measurement(
        CodedConcept name,
        String value,
        Optional<CodedConcept> unit,
        Optional<CodedConcept> qualifier,
        List<Coded> modifiers,
        List<Coordinates> coordinates) {
    /**
     * A code with a name.
     *
     * @param name Concept Name
     * @param value the code
     */
    public record Coded(CodedConcept name, CodedConcept value) {}
}
