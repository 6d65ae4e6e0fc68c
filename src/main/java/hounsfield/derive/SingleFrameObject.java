package hounsfield.derive;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.OptionalAttributes;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.standard.Tag;
import hounsfield.write.Elements;
import java.util.List;
import java.util.stream.Stream;

/** Makes an object of one frame: CT, MR, PET or Secondary Capture (PS3.3 A.3, A.4, A.21, A.8.1). */
public final class SingleFrameObject {
    private SingleFrameObject() {}

    /**
     * Makes the Data Set of a frame.
     *
     * @param image the image; its kind must be a single-frame object
     * @param index the frame, from 0
     * @param pixels Pixel Data of the frame
     * @return the Data Set, without File Meta Information
     */
    public static DataSet of(NewImage image, int index, Element pixels) {
        NewFrame frame = image.frames().get(index);
        Elements target = InstanceHeader.of(image, kept(image, frame), index + 1);
        target.text("ImageType", imageType(image, frame).toArray(String[]::new));
        Elements[] sources = InstanceHeader.sources(Stream.of(frame));
        if (sources.length > 0) target.sequence("SourceImageSequence", sources);
        PixelModule.addPixels(image, target);
        if (image.type().samples() == 1) addValues(image, frame, target);
        frame.plane().ifPresent(plane -> addPlane(image, plane, target));
        if (image.times() > 1) {
            target.number("TemporalPositionIdentifier", frame.time())
                    .number("NumberOfTemporalPositions", image.times());
        }
        addKind(image, target);
        return target.element(pixels).build();
    }

    private static Elements kept(NewImage image, NewFrame frame) {
        if (frame.source().isEmpty()) {
            return image.source()
                    .map(source -> SourceAttributes.common(source.header()))
                    .orElseGet(Elements::new);
        }
        SourceInstance source = frame.source().get();
        boolean same = source.text(Tag.SOP_CLASS_UID).equals(image.kind().uid());
        return same ? SourceAttributes.sameKind(source.header()) : SourceAttributes.common(source.header());
    }

    /**
     * Returns Image Type: DERIVED; SECONDARY, or PRIMARY for PET, which allows nothing else (C.8.9.4.1.3); the third value of the
     * source; and the channel.
     */
    private static List<String> imageType(NewImage image, NewFrame frame) {
        List<String> own = frame.source()
                .map(source -> new OptionalAttributes(source.header()).texts(Tag.IMAGE_TYPE))
                .orElse(List.of());
        String third = own.size() > 2 && !own.get(2).isEmpty()
                ? own.get(2)
                : image.kind() == ObjectKind.CT ? "AXIAL" : "OTHER";
        String channel = image.channels() > 1 ? "CHANNEL_" + frame.channel() : "";
        String second = image.kind() == ObjectKind.PET ? "PRIMARY" : "SECONDARY";
        Stream<String> all = image.kind() == ObjectKind.SECONDARY_CAPTURE && image.channels() == 1
                ? Stream.of("DERIVED", "SECONDARY")
                : Stream.of("DERIVED", second, third, channel);
        return all.filter(value -> !value.isEmpty()).toList();
    }

    private static void addValues(NewImage image, NewFrame frame, Elements target) {
        boolean needed = image.kind() == ObjectKind.CT || image.kind() == ObjectKind.PET;
        if (needed || !frame.line().isIdentity() || !image.unit().isEmpty())
            PixelModule.addRescale(image, frame, target);
        PixelModule.addWindow(frame, target);
    }

    private static void addPlane(NewImage image, PlaneGeometry plane, Elements target) {
        PlaneModule.addPosition(plane, target);
        PlaneModule.addOrientation(plane, target);
        PlaneModule.addSpacing(plane, target);
        if (!target.contains("FrameOfReferenceUID")) target.text("FrameOfReferenceUID", image.newFrameOfReference());
        target.emptyUnlessPresent("PositionReferenceIndicator", "SliceThickness");
    }

    /** Adds the other attributes that the kind of object requires. */
    private static void addKind(NewImage image, Elements target) {
        // Paired parts of the body require Laterality, and an unknown part may be paired (C.7.3.1).
        if (!target.contains("ImageLaterality") && !target.hasValue("BodyPartExamined"))
            target.emptyUnlessPresent("Laterality");
        if (!target.contains("PatientOrientationCodeSequence")) target.emptyUnlessPresent("PatientPosition");
        switch (image.kind()) {
            case CT -> target.emptyUnlessPresent("KVP", "AcquisitionNumber");
            case MR -> {
                // RM (Research Mode) is the term for a sequence that is not described (PS3.3 C.8.3.1.1).
                if (!target.contains("ScanningSequence")) target.text("ScanningSequence", "RM");
                if (!target.contains("SequenceVariant")) target.text("SequenceVariant", "NONE");
                target.emptyUnlessPresent(
                        "ScanOptions", "MRAcquisitionType", "EchoTime", "EchoTrainLength", "RepetitionTime");
            }
            case PET -> {
                // The attribute counts the slices of the new series.
                target.number("NumberOfSlices", image.frames().size() / image.times() / image.channels());
            }
            default -> target.text("ConversionType", "WSD").emptyUnlessPresent("PatientOrientation");
        }
    }
}
