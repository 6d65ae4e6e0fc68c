package hounsfield.region.report;

import hounsfield.region.CodedConcept;
import java.util.List;
import java.util.Optional;

/**
 * A group of measurements of one finding: a container (125007, DCM).
 *
 * @param measurements its measurements
 * @param coordinates its regions
 * @param images the images that it names
 * @param segments the segments that it names
 * @param codes its codes, such as finding and site
 * @param texts its texts and UIDs, such as its tracking identifiers
 */
public record MeasurementGroup(
        List<Measurement> measurements,
        List<Coordinates> coordinates,
        List<Coordinates.ImageReference> images,
        List<Coordinates.ImageReference> segments,
        List<Measurement.Coded> codes,
        List<Text> texts) {
    /**
     * A text with a name.
     *
     * @param name Concept Name
     * @param value the text or UID
     */
    public record Text(CodedConcept name, String value) {}

    /** {@return Tracking Identifier (112039, DCM); may be empty} */
    public String trackingId() {
        return text("112039");
    }

    /** {@return Tracking Unique Identifier (112040, DCM); may be empty} */
    public String trackingUid() {
        return text("112040");
    }

    /** {@return Finding (121071, DCM), if any} */
    public Optional<CodedConcept> finding() {
        return code("121071", "DCM");
    }

    /** {@return Finding category (276214006, SCT), if any} */
    public Optional<CodedConcept> category() {
        return code("276214006", "SCT");
    }

    private Optional<CodedConcept> code(String value, String scheme) {
        return codes.stream()
                .filter(code -> code.name().is(value, scheme))
                .map(Measurement.Coded::value)
                .findFirst();
    }

    private String text(String value) {
        return texts.stream()
                .filter(text -> text.name().is(value, "DCM"))
                .map(Text::value)
                .findFirst()
                .orElse("");
    }
}
