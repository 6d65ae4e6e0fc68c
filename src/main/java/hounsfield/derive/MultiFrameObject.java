package hounsfield.derive;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.write.Elements;
import hounsfield.write.Uid;
import java.util.List;

/**
 * Makes an object with all frames: Enhanced CT or MR, Parametric Map, or multi-frame Secondary Capture (PS3.3 A.38, A.36, A.75, A.8).
 */
public final class MultiFrameObject {
    private MultiFrameObject() {}

    /**
     * Makes the Data Set.
     *
     * @param image the image; its kind must be a multi-frame object
     * @param pixels Pixel Data or Float Pixel Data of all frames
     * @return the Data Set, without File Meta Information
     */
    public static DataSet of(NewImage image, Element pixels) {
        Elements kept = image.source()
                .map(source -> SourceAttributes.common(source.header()))
                .orElseGet(Elements::new);
        Elements target = InstanceHeader.of(image, kept, 1);
        boolean map = image.kind() == ObjectKind.PARAMETRIC_MAP;
        if (image.kind().isEnhanced())
            target.text("ImageType", "DERIVED", "PRIMARY", "VOLUME", map ? "QUANTITY" : "NONE");
        else target.text("ImageType", "DERIVED", "SECONDARY");
        PixelModule.addPixels(image, target);
        target.number("NumberOfFrames", image.frames().size());
        if (!target.contains("BurnedInAnnotation")) target.text("BurnedInAnnotation", "NO");
        if (!target.contains("LossyImageCompression")) target.text("LossyImageCompression", "00");
        FrameGroups groups = new FrameGroups(image);
        if (image.kind().isEnhanced() || image.isPlaced()) addGroups(image, groups, target);
        addKind(image, target);
        return target.element(pixels).build();
    }

    private static void addGroups(NewImage image, FrameGroups groups, Elements target) {
        String organization = Uid.random();
        if (image.isPlaced()) {
            if (!target.contains("FrameOfReferenceUID"))
                target.text("FrameOfReferenceUID", image.newFrameOfReference());
            target.emptyUnlessPresent("PositionReferenceIndicator");
        }
        target.sequence("SharedFunctionalGroupsSequence", groups.shared())
                .sequence(
                        "PerFrameFunctionalGroupsSequence",
                        image.frames().stream().map(groups::of).toArray(Elements[]::new))
                .sequence(
                        "DimensionOrganizationSequence", new Elements().text("DimensionOrganizationUID", organization))
                .sequence(
                        "DimensionIndexSequence",
                        InstanceHeader.dimension("StackID", Tag.STACK_ID, Tag.FRAME_CONTENT_SEQUENCE, organization),
                        InstanceHeader.dimension(
                                "InStackPositionNumber",
                                Tag.IN_STACK_POSITION_NUMBER,
                                Tag.FRAME_CONTENT_SEQUENCE,
                                organization),
                        InstanceHeader.dimension(
                                "TemporalPositionIndex",
                                Tag.TEMPORAL_POSITION_INDEX,
                                Tag.FRAME_CONTENT_SEQUENCE,
                                organization));
    }

    private static void addKind(NewImage image, Elements target) {
        if (image.kind().isEnhanced()) {
            InstanceHeader.addEnhancedEquipment(target);
            target.text("ContentQualification", "RESEARCH")
                    .text("PresentationLUTShape", "IDENTITY")
                    .sequence("AcquisitionContextSequence");
        }
        SourceEvidence sources = new SourceEvidence(image);
        switch (image.kind()) {
            case ENHANCED_CT -> sources.addEvidence(FrameGroups.volume(target).emptyUnlessPresent("PatientPosition"));
            case ENHANCED_MR -> {
                sources.addEvidence(FrameGroups.volume(target)
                        .text("ComplexImageComponent", component(image))
                        .text("AcquisitionContrast", "UNKNOWN")
                        .text("ApplicableSafetyStandardAgency", "UNKNOWN"));
            }
            case PARAMETRIC_MAP -> {
                String study = image.source()
                        .map(source -> source.text(Tag.STUDY_INSTANCE_UID))
                        .orElse("");
                sources.addReferences(study, target);
                target.text("RecognizableVisualFeatures", "NO")
                        .text("ContentLabel", "PARAMETRIC_MAP")
                        .text("ContentDescription", InstanceHeader.value(image.derivation(), 64))
                        .empty("ContentCreatorName");
            }
            default -> addCapture(image, target);
        }
    }

    private static String component(NewImage image) {
        List<String> components =
                image.frames().stream().map(FrameGroups::component).distinct().toList();
        return components.size() == 1 ? components.get(0) : "MIXED";
    }

    /** Adds the SC Multi-frame Image module (C.8.6.3), whose values have no unit. */
    private static void addCapture(NewImage image, Elements target) {
        target.text("ConversionType", "WSD");
        if (image.type().samples() > 1) return;
        target.text("PresentationLUTShape", "IDENTITY");
        if (image.type().bits() > 1)
            target.number("RescaleIntercept", 0).number("RescaleSlope", 1).text("RescaleType", "US");
        PixelModule.addWindow(image.frames().get(0), target);
    }
}
