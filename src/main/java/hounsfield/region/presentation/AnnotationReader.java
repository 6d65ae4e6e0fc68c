package hounsfield.region.presentation;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the Graphic Annotation Sequence (0070,0001). */
final class AnnotationReader {
    private final Diagnostics findings;

    AnnotationReader(Diagnostics findings) {
        this.findings = findings;
    }

    List<Annotation> of(DataSet dataSet) {
        List<Annotation> annotations = new ArrayList<>();
        for (DataSet item : dataSet.items(Tag.GRAPHIC_ANNOTATION_SEQUENCE)) {
            annotations.add(new Annotation(
                    attributes(item).text(Tag.GRAPHIC_LAYER),
                    images(item),
                    item.items(Tag.GRAPHIC_OBJECT_SEQUENCE).stream()
                            .map(this::graphic)
                            .toList(),
                    item.items(Tag.TEXT_OBJECT_SEQUENCE).stream()
                            .map(this::text)
                            .toList()));
        }
        return annotations;
    }

    /** Returns the SOP Instance UIDs of the Referenced Image Sequence of an item. */
    List<String> images(DataSet item) {
        return item.items(Tag.REFERENCED_IMAGE_SEQUENCE).stream()
                .map(image -> attributes(image).text(Tag.REFERENCED_SOP_INSTANCE_UID))
                .toList();
    }

    private Annotation.Graphic graphic(DataSet item) {
        OptionalAttributes attributes = attributes(item);
        return new Annotation.Graphic(
                attributes.text(Tag.GRAPHIC_TYPE),
                units(attributes, Tag.GRAPHIC_ANNOTATION_UNITS),
                attributes.numbers(Tag.GRAPHIC_DATA),
                attributes.text(Tag.GRAPHIC_FILLED).equals("Y"));
    }

    private Annotation.Text text(DataSet item) {
        OptionalAttributes attributes = attributes(item);
        double[] anchor = attributes.numbers(Tag.ANCHOR_POINT);
        double[] first = attributes.numbers(Tag.BOUNDING_BOX_TOP_LEFT_HAND_CORNER);
        double[] last = attributes.numbers(Tag.BOUNDING_BOX_BOTTOM_RIGHT_HAND_CORNER);
        return new Annotation.Text(
                String.join("\\", attributes.texts(Tag.UNFORMATTED_TEXT_VALUE)),
                anchor.length < 2
                        ? Optional.empty()
                        : Optional.of(new Annotation.Anchor(
                                anchor[0], anchor[1], units(attributes, Tag.ANCHOR_POINT_ANNOTATION_UNITS))),
                attributes.text(Tag.ANCHOR_POINT_VISIBILITY).equals("Y"),
                first.length < 2 || last.length < 2
                        ? Optional.empty()
                        : Optional.of(new Annotation.Box(
                                first[0],
                                first[1],
                                last[0],
                                last[1],
                                units(attributes, Tag.BOUNDING_BOX_ANNOTATION_UNITS))),
                attributes.text(Tag.BOUNDING_BOX_TEXT_HORIZONTAL_JUSTIFICATION));
    }

    private static Annotation.Units units(OptionalAttributes attributes, int tag) {
        return switch (attributes.text(tag)) {
            case "DISPLAY" -> Annotation.Units.DISPLAY;
            case "MATRIX" -> Annotation.Units.MATRIX;
            default -> Annotation.Units.PIXEL;
        };
    }

    private OptionalAttributes attributes(DataSet item) {
        return new OptionalAttributes(item, findings);
    }
}
