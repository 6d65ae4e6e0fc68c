package hounsfield.series.slice;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a complex image, in the order in which they become channels. */
public final class ComplexComponent {
    /** The terms of Complex Image Component (0008,9208), PS3.3 C.8.13.3.1.1. */
    private static final List<String> TERMS = List.of("MAGNITUDE", "PHASE", "REAL", "IMAGINARY");

    private ComplexComponent() {}

    /**
     * Returns the component that a header names, in Complex Image Component (0008,9208) or Image Type (0008,0008).
     *
     * @param header the header of an image
     * @return a word such as {@code PHASE}; empty if the header names none
     */
    public static Optional<String> of(DataSet header) {
        OptionalAttributes attributes = new OptionalAttributes(header);
        String own = ofTerm(attributes.text(Tag.COMPLEX_IMAGE_COMPONENT));
        return Optional.ofNullable(own != null ? own : ofImageType(attributes.texts(Tag.IMAGE_TYPE)))
                .map(name -> name.toUpperCase(Locale.ROOT));
    }

    /** {@return the component in lower case; {@code null} for other terms, such as {@code MIXED}} */
    static String ofTerm(String term) {
        return TERMS.contains(term) ? term.toLowerCase(Locale.ROOT) : null;
    }

    /**
     * Returns the component in Image Type after its first two values: one of the terms, or a vendor's abbreviation.
     */
    static String ofImageType(List<String> imageType) {
        for (String value : imageType.subList(Math.min(2, imageType.size()), imageType.size())) {
            String component =
                    switch (value) {
                        case "P", "PHASE", "PHASE MAP" -> "phase";
                        case "R", "REAL" -> "real";
                        case "I", "IMAGINARY" -> "imaginary";
                        case "M", "MAGNITUDE" -> "magnitude";
                        default -> null;
                    };
            if (component != null) return component;
        }
        return null;
    }

    /**
     * Returns the place of a component among the channels.
     *
     * @param component name of a component
     * @return its index
     */
    public static int order(String component) {
        return TERMS.indexOf(component.toUpperCase(Locale.ROOT));
    }
}
