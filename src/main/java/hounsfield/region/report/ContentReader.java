package hounsfield.region.report;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.region.CodedConcept;
import hounsfield.standard.SopClass;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Reads the Content Items of a report (PS3.3 C.17.3). The depth of a tree is limited by the parser. */
final class ContentReader {
    private static final CodedConcept NO_NAME = new CodedConcept("", "", "");

    private final Diagnostics findings;

    ContentReader(Diagnostics findings) {
        this.findings = findings;
    }

    /** Returns the measurement groups below an item. */
    List<MeasurementGroup> groups(DataSet item) {
        List<MeasurementGroup> groups = new ArrayList<>();
        for (DataSet child : content(item)) {
            boolean container = type(child).equals("CONTAINER");
            if (container && name(child).is("125007", "DCM")) groups.add(group(child));
            groups.addAll(groups(child));
        }
        return groups;
    }

    private MeasurementGroup group(DataSet container) {
        MeasurementGroup group = new MeasurementGroup(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        fill(group, container);
        return group;
    }

    private void fill(MeasurementGroup group, DataSet container) {
        for (DataSet item : content(container)) {
            switch (type(item)) {
                case "NUM" -> group.measurements().add(measurement(item));
                case "SCOORD", "SCOORD3D" -> group.coordinates().add(coordinates(item));
                case "IMAGE" -> {
                    for (Coordinates.ImageReference image : images(item)) {
                        (image.segments().isEmpty() ? group.images() : group.segments()).add(image);
                    }
                }
                case "COMPOSITE" -> group.segments().addAll(structures(item));
                case "CODE" ->
                    CodedConcept.of(item, Tag.CONCEPT_CODE_SEQUENCE, findings)
                            .ifPresent(code -> group.codes().add(new Measurement.Coded(name(item), code)));
                case "TEXT" -> group.texts().add(new MeasurementGroup.Text(name(item), text(item, Tag.TEXT_VALUE)));
                case "UIDREF" -> group.texts().add(new MeasurementGroup.Text(name(item), text(item, Tag.UID)));
                case "CONTAINER" -> fill(group, item);
                default -> {
                    // Persons, dates and references to other objects do not describe regions.
                }
            }
        }
    }

    private Measurement measurement(DataSet item) {
        List<Measurement.Coded> modifiers = new ArrayList<>();
        List<Coordinates> coordinates = new ArrayList<>();
        for (DataSet child : content(item)) {
            if (type(child).equals("CODE")) {
                CodedConcept.of(child, Tag.CONCEPT_CODE_SEQUENCE, findings)
                        .ifPresent(code -> modifiers.add(new Measurement.Coded(name(child), code)));
            } else if (type(child).startsWith("SCOORD")) {
                coordinates.add(coordinates(child));
            }
        }
        DataSet value = item.item(Tag.MEASURED_VALUE_SEQUENCE).orElse(DataSet.EMPTY);
        return new Measurement(
                name(item),
                text(value, Tag.NUMERIC_VALUE),
                CodedConcept.of(value, Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, findings),
                CodedConcept.of(item, Tag.NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE, findings),
                List.copyOf(modifiers),
                List.copyOf(coordinates));
    }

    private Coordinates coordinates(DataSet item) {
        List<Coordinates.ImageReference> images =
                content(item).stream().flatMap(child -> images(child).stream()).toList();
        return new Coordinates(
                type(item).equals("SCOORD3D"),
                text(item, Tag.GRAPHIC_TYPE),
                new OptionalAttributes(item, findings).numbers(Tag.GRAPHIC_DATA),
                text(item, Tag.REFERENCED_FRAME_OF_REFERENCE_UID),
                images,
                switch (text(item, Tag.PIXEL_ORIGIN_INTERPRETATION)) {
                    case "VOLUME" -> Optional.of(true);
                    case "FRAME" -> Optional.of(false);
                    default -> Optional.empty();
                });
    }

    /** Returns the structure sets and segmentations that a COMPOSITE item names; other objects have no regions. */
    private List<Coordinates.ImageReference> structures(DataSet item) {
        List<Coordinates.ImageReference> structures = new ArrayList<>();
        for (DataSet reference : item.items(Tag.REFERENCED_SOP_SEQUENCE)) {
            String sopClass = text(reference, Tag.REFERENCED_SOP_CLASS_UID);
            boolean structure = sopClass.equals(SopClass.RT_STRUCTURE_SET);
            if (!structure && !sopClass.equals(SopClass.SEGMENTATION)) continue;
            structures.add(new Coordinates.ImageReference(
                    text(reference, Tag.REFERENCED_SOP_INSTANCE_UID),
                    integers(reference, Tag.REFERENCED_FRAME_NUMBER),
                    integers(reference, structure ? Tag.REFERENCED_ROI_NUMBER : Tag.REFERENCED_SEGMENT_NUMBER)));
        }
        return structures;
    }

    List<Coordinates.ImageReference> images(DataSet item) {
        List<Coordinates.ImageReference> images = new ArrayList<>();
        for (DataSet reference : item.items(Tag.REFERENCED_SOP_SEQUENCE)) {
            images.add(new Coordinates.ImageReference(
                    text(reference, Tag.REFERENCED_SOP_INSTANCE_UID),
                    integers(reference, Tag.REFERENCED_FRAME_NUMBER),
                    integers(reference, Tag.REFERENCED_SEGMENT_NUMBER)));
        }
        return images;
    }

    /** Returns the images that the IMAGE items below an item name. */
    List<Coordinates.ImageReference> allImages(DataSet item) {
        List<Coordinates.ImageReference> images = new ArrayList<>();
        for (DataSet child : content(item)) {
            if (type(child).equals("IMAGE")) images.addAll(images(child));
            images.addAll(allImages(child));
        }
        return images;
    }

    private List<Integer> integers(DataSet item, int tag) {
        return DoubleStream.of(new OptionalAttributes(item, findings).numbers(tag))
                .mapToObj(number -> (int) number)
                .toList();
    }

    private static List<DataSet> content(DataSet item) {
        return item.items(Tag.CONTENT_SEQUENCE);
    }

    private String type(DataSet item) {
        return text(item, Tag.VALUE_TYPE);
    }

    CodedConcept name(DataSet item) {
        return CodedConcept.of(item, Tag.CONCEPT_NAME_CODE_SEQUENCE, findings).orElse(NO_NAME);
    }

    private String text(DataSet item, int tag) {
        return new OptionalAttributes(item, findings).text(tag);
    }
}
