package hounsfield.derive.region;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.derive.InstanceHeader;
import hounsfield.derive.NewFrame;
import hounsfield.derive.NewImage;
import hounsfield.derive.ObjectKind;
import hounsfield.derive.PixelModule;
import hounsfield.derive.PlaneModule;
import hounsfield.derive.SourceAttributes;
import hounsfield.derive.SourceEvidence;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.region.Region;
import hounsfield.standard.Tag;
import hounsfield.write.Elements;
import hounsfield.write.Uid;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Makes a Segmentation or Label Map Segmentation object (PS3.3 A.51, A.102). */
public final class SegmentationObject {
    private final NewImage image;
    private final List<Region> segments;
    private final boolean labels;

    private SegmentationObject(NewImage image, List<Region> segments) {
        this.image = image;
        this.segments = segments;
        labels = image.kind() == ObjectKind.LABEL_MAP;
    }

    /**
     * Makes the Data Set.
     *
     * @param image its frames, each with its place; the channel of a frame is the number of its segment
     * @param segments the regions; that at index 0 is segment 1
     * @param overlaps whether segments share pixels
     * @param semiautomatic whether a program drew the borders of segments that do not say how they were made
     * @param distance between the slices of the source [mm], if all distances are equal
     * @param pixels Pixel Data
     * @return the Data Set, without File Meta Information
     */
    public static DataSet of(
            NewImage image,
            List<Region> segments,
            boolean overlaps,
            boolean semiautomatic,
            OptionalDouble distance,
            Element pixels) {
        return new SegmentationObject(image, segments).dataSet(overlaps, semiautomatic, distance, pixels);
    }

    private DataSet dataSet(boolean overlaps, boolean semiautomatic, OptionalDouble distance, Element pixels) {
        Elements kept = image.source()
                .map(source -> SourceAttributes.common(source.header()))
                .orElseGet(Elements::new);
        Elements target = InstanceHeader.of(image, kept, 1);
        target.text("Modality", "SEG")
                .text("SeriesDescription", labels ? "Label map" : "Segmentation")
                .text("ImageType", "DERIVED", "PRIMARY")
                .text("ContentLabel", "SEGMENTATION")
                .text("ContentDescription", "Regions of an ImageJ image")
                .empty("ContentCreatorName")
                .text("SegmentationType", labels ? "LABELMAP" : "BINARY")
                .text("SegmentsOverlap", overlaps ? "YES" : "NO")
                .text("LossyImageCompression", "00");
        InstanceHeader.addEnhancedEquipment(target);
        if (!target.contains("FrameOfReferenceUID")) target.text("FrameOfReferenceUID", image.newFrameOfReference());
        target.emptyUnlessPresent("PositionReferenceIndicator");
        String study = image.source()
                .map(source -> source.text(Tag.STUDY_INSTANCE_UID))
                .orElse("");
        new SourceEvidence(image).addReferences(study, target);
        PixelModule.addPixels(image, target);
        target.number("NumberOfFrames", image.frames().size());
        List<Elements> items = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) items.add(SegmentItem.of(segments.get(i), i + 1, semiautomatic));
        target.sequence("SegmentSequence", items.toArray(Elements[]::new));
        addGroups(distance, target);
        return target.element(pixels).build();
    }

    private void addGroups(OptionalDouble distance, Elements target) {
        String organization = Uid.random();
        PlaneGeometry first = image.frames().get(0).plane().orElseThrow();
        Elements measures = PlaneModule.addSpacing(first, new Elements());
        if (distance.isPresent()) {
            measures.number("SliceThickness", distance.getAsDouble())
                    .number("SpacingBetweenSlices", distance.getAsDouble());
        } else measures.empty("SliceThickness");
        target.sequence(
                        "SharedFunctionalGroupsSequence",
                        new Elements()
                                .sequence("PixelMeasuresSequence", measures)
                                .sequence(
                                        "PlaneOrientationSequence", PlaneModule.addOrientation(first, new Elements())))
                .sequence(
                        "PerFrameFunctionalGroupsSequence",
                        image.frames().stream().map(this::groups).toArray(Elements[]::new))
                .sequence(
                        "DimensionOrganizationSequence", new Elements().text("DimensionOrganizationUID", organization));
        Elements position = InstanceHeader.dimension(
                "ImagePositionPatient", Tag.IMAGE_POSITION_PATIENT, Tag.PLANE_POSITION_SEQUENCE, organization);
        Elements segment = InstanceHeader.dimension(
                "ReferencedSegmentNumber",
                Tag.REFERENCED_SEGMENT_NUMBER,
                Tag.SEGMENT_IDENTIFICATION_SEQUENCE,
                organization);
        if (labels) target.sequence("DimensionIndexSequence", position);
        else target.sequence("DimensionIndexSequence", segment, position);
    }

    private Elements groups(NewFrame frame) {
        Elements content = new Elements();
        if (labels) content.number("DimensionIndexValues", frame.position());
        else content.number("DimensionIndexValues", frame.channel(), frame.position());
        Elements groups = new Elements()
                .sequence("FrameContentSequence", content)
                .sequence(
                        "PlanePositionSequence",
                        PlaneModule.addPosition(frame.plane().orElseThrow(), new Elements()));
        if (!labels) {
            groups.sequence(
                    "SegmentIdentificationSequence", new Elements().number("ReferencedSegmentNumber", frame.channel()));
        }
        Elements[] sources = InstanceHeader.sources(Stream.of(frame));
        if (sources.length > 0) {
            groups.sequence(
                    "DerivationImageSequence",
                    new Elements()
                            .sequence("DerivationCodeSequence", InstanceHeader.code("113076", "DCM", "Segmentation"))
                            .sequence("SourceImageSequence", sources));
        }
        return groups;
    }
}
