package hounsfield.region.structure;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.region.Outline;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the contours of an ROI: its Contour Sequence (3006,0040). */
final class ContourReader {
    private final Diagnostics findings;

    ContourReader(Diagnostics findings) {
        this.findings = findings;
    }

    /** Returns the contours that have points, in order. */
    List<Contour> of(DataSet roi, int number) {
        List<Contour> contours = new ArrayList<>();
        for (DataSet item : roi.items(Tag.CONTOUR_SEQUENCE)) {
            contour(item, "a contour of ROI " + number).ifPresent(contours::add);
        }
        return contours;
    }

    private Optional<Contour> contour(DataSet item, String name) {
        OptionalAttributes attributes = new OptionalAttributes(item, findings);
        double[] numbers = attributes.numbers(Tag.CONTOUR_DATA);
        if (numbers.length < 3) {
            findings.add(name + " has no points in Contour Data (3006,0050)");
            return Optional.empty();
        }
        if (numbers.length % 3 != 0) {
            findings.add("Contour Data (3006,0050) of " + name
                    + " has a count of numbers that is not a multiple of three; the last numbers are ignored");
            numbers = Arrays.copyOf(numbers, numbers.length / 3 * 3);
        }
        OptionalInt declared = attributes.integer(Tag.NUMBER_OF_CONTOUR_POINTS);
        if (declared.isPresent() && declared.getAsInt() != numbers.length / 3) {
            findings.add("Number of Contour Points (3006,0046) of " + name
                    + " differs from the number of points, which is used");
        }
        Outline.Kind kind = kind(attributes.text(Tag.CONTOUR_GEOMETRIC_TYPE), numbers.length / 3, name);
        Optional<String> image = item.item(Tag.CONTOUR_IMAGE_SEQUENCE)
                .map(reference -> new OptionalAttributes(reference, findings).text(Tag.REFERENCED_SOP_INSTANCE_UID))
                .filter(uid -> !uid.isEmpty());
        return Optional.of(new Contour(kind, numbers, image));
    }

    /** Returns the kind of a contour. A closed contour of one or two points encloses nothing. */
    private Outline.Kind kind(String type, int points, String name) {
        switch (type) {
            case "POINT" -> {
                return Outline.Kind.POINT;
            }
            case "OPEN_PLANAR", "OPEN_NONPLANAR" -> {
                return Outline.Kind.OPEN;
            }
            default -> {
                boolean closed = type.startsWith("CLOSED");
                if (!closed) {
                    findings.add("Contour Geometric Type (3006,0042) of " + name + " is "
                            + (type.isEmpty() ? "absent" : "not a defined term") + "; CLOSED_PLANAR is assumed");
                }
                if (points > 2) return Outline.Kind.CLOSED;
                findings.add(name + " is closed and has " + points + (points == 1 ? " point" : " points")
                        + ", which enclose nothing");
                return points == 1 ? Outline.Kind.POINT : Outline.Kind.OPEN;
            }
        }
    }
}
