package hounsfield.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Codes that say what a region is.
 *
 * @param interpretedType RT ROI Interpreted Type (3006,00A4) of a structure set, such as {@code GTV}; may be empty
 * @param category Segmented Property Category Code Sequence (0062,0003)
 * @param type Segmented Property Type Code Sequence (0062,000F), or RT ROI Identification Code Sequence (3006,0086)
 * @param modifier Segmented Property Type Modifier Code Sequence (0062,0011)
 * @param anatomicRegion Anatomic Region Sequence (0008,2218)
 */
public record RegionCodes(
        String interpretedType,
        Optional<CodedConcept> category,
        Optional<CodedConcept> type,
        Optional<CodedConcept> modifier,
        Optional<CodedConcept> anatomicRegion) {
    /** No codes. */
    public static final RegionCodes NONE =
            new RegionCodes("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** {@return the parts that are known, in the order of the components} */
    public String text() {
        List<String> parts = new ArrayList<>();
        if (!interpretedType.isEmpty()) parts.add(interpretedType);
        for (Optional<CodedConcept> code : List.of(category, type, modifier, anatomicRegion)) {
            code.map(CodedConcept::text).ifPresent(parts::add);
        }
        return String.join("; ", parts);
    }
}
