package hounsfield.derive;

import hounsfield.calibrate.ModalityTransform;
import hounsfield.data.OptionalAttributes;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.series.slice.ComplexComponent;
import hounsfield.standard.Tag;
import hounsfield.write.DecimalString;
import hounsfield.write.Elements;
import hounsfield.write.Uid;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Makes the functional groups of a new multi-frame image (PS3.3 C.7.6.16): those that all frames share, and those of each frame. */
final class FrameGroups {
    private final NewImage image;
    private final boolean placed;
    private final boolean sameOrientation;
    private final boolean sameLine;

    FrameGroups(NewImage image) {
        this.image = image;
        placed = image.isPlaced();
        PlaneGeometry first = placed ? image.frames().get(0).plane().get() : null;
        sameOrientation = placed
                && image.frames().stream()
                        .map(NewFrame::plane)
                        .flatMap(Optional::stream)
                        .allMatch(plane -> plane.rowDirection().equals(first.rowDirection())
                                && plane.columnDirection().equals(first.columnDirection()));
        sameLine = image.hasOneRescale();
    }

    /** Returns the groups that all frames share. */
    Elements shared() {
        NewFrame first = image.frames().get(0);
        Elements groups = new Elements();
        if (placed) groups.sequence("PixelMeasuresSequence", measures());
        if (sameOrientation) groups.sequence("PlaneOrientationSequence", orientation(first));
        if (sameLine) addValues(first, groups);
        Elements window = new Elements();
        PixelModule.addWindow(first, window);
        if (first.window().isPresent() && image.channels() == 1) groups.sequence("FrameVOILUTSequence", window);
        if (!image.kind().isEnhanced()) return groups;
        if (image.kind() == ObjectKind.ENHANCED_CT) {
            groups.sequence(
                    "IrradiationEventIdentificationSequence", new Elements().text("IrradiationEventUID", event()));
        }
        groups.sequence(
                "FrameAnatomySequence",
                new Elements()
                        .text("FrameLaterality", "U")
                        .sequence(
                                "AnatomicRegionSequence",
                                AnatomicRegion.of(image).code()));
        return groups;
    }

    /** Returns the irradiation event of the source, or a new UID if it names none. */
    private String event() {
        String uid = image.source()
                .map(source -> source.text(Tag.IRRADIATION_EVENT_UID))
                .orElse("");
        return uid.isEmpty() ? Uid.ofName("irradiation event/" + image.seriesUid()) : uid;
    }

    /** Returns the groups of a frame. */
    Elements of(NewFrame frame) {
        Elements groups = new Elements().sequence("FrameContentSequence", content(frame));
        if (placed) groups.sequence("PlanePositionSequence", position(frame));
        if (placed && !sameOrientation) groups.sequence("PlaneOrientationSequence", orientation(frame));
        if (!sameLine) addValues(frame, groups);
        if (frame.window().isPresent() && image.channels() > 1) {
            Elements window = new Elements();
            PixelModule.addWindow(frame, window);
            groups.sequence("FrameVOILUTSequence", window);
        }
        addType(frame, groups);
        if (image.kind() == ObjectKind.ENHANCED_MR) addEcho(frame, groups);
        Elements[] sources = InstanceHeader.sources(Stream.of(frame));
        if (sources.length > 0) groups.sequence("DerivationImageSequence", derivation(sources));
        return groups;
    }

    private Elements derivation(Elements[] sources) {
        return new Elements()
                .text("DerivationDescription", InstanceHeader.shortText(image.derivation()))
                .sequence(
                        "DerivationCodeSequence",
                        InstanceHeader.code("PROCESSED", "99HOUNSFIELD", "Processed in ImageJ"))
                .sequence("SourceImageSequence", sources);
    }

    /** Returns the pixel size, and the distance between slices if all distances are equal. */
    private Elements measures() {
        List<PlaneGeometry> planes =
                image.frames().stream().map(frame -> frame.plane().get()).toList();
        PlaneGeometry first = planes.get(0);
        Elements measures = PlaneModule.addSpacing(first, new Elements());
        double distance = Double.NaN;
        for (int i = 1; i < planes.size(); i++) {
            if (image.frames().get(i).position() == image.frames().get(0).position()) continue;
            distance = Math.abs(planes.get(i).distanceAlong(first.normal()) - first.distanceAlong(first.normal()))
                    / Math.abs(image.frames().get(i).position()
                            - image.frames().get(0).position());
            break;
        }
        if (distance > 0) measures.number("SpacingBetweenSlices", distance).number("SliceThickness", distance);
        else measures.empty("SliceThickness");
        return measures;
    }

    private Elements content(NewFrame frame) {
        Elements content = new Elements()
                .text("StackID", Integer.toString(frame.channel()))
                .number("InStackPositionNumber", frame.position())
                .number("DimensionIndexValues", frame.channel(), frame.position(), frame.time());
        return content.number("TemporalPositionIndex", frame.time());
    }

    private static Elements position(NewFrame frame) {
        return PlaneModule.addPosition(frame.plane().get(), new Elements());
    }

    private static Elements orientation(NewFrame frame) {
        return PlaneModule.addOrientation(frame.plane().get(), new Elements());
    }

    /** Adds the meaning of stored values: Pixel Value Transformation or, of a parametric map, Real World Value Mapping. */
    private void addValues(NewFrame frame, Elements groups) {
        if (image.kind() == ObjectKind.PARAMETRIC_MAP) {
            groups.sequence("RealWorldValueMappingSequence", mapping(frame))
                    .sequence(
                            "PixelValueTransformationSequence",
                            new Elements()
                                    .number("RescaleIntercept", 0)
                                    .number("RescaleSlope", 1)
                                    .text("RescaleType", "US"));
        } else if (image.type().samples() == 1
                && image.kind() != ObjectKind.MULTI_FRAME_BYTE
                && image.kind() != ObjectKind.MULTI_FRAME_WORD) {
            Elements line = new Elements();
            PixelModule.addRescale(image, frame, line);
            groups.sequence("PixelValueTransformationSequence", line);
        }
    }

    private Elements mapping(NewFrame frame) {
        String unit = image.unit().isEmpty() ? "1" : InstanceHeader.value(image.unit(), 16);
        Elements mapping = new Elements()
                .text("LUTExplanation", "Values")
                .text("LUTLabel", "VALUES")
                .number(
                        "RealWorldValueIntercept",
                        DecimalString.rounded(frame.line().intercept()))
                .number(
                        "RealWorldValueSlope",
                        DecimalString.rounded(frame.line().slope()))
                .sequence(
                        "MeasurementUnitsCodeSequence",
                        InstanceHeader.code(
                                unit.equals(ModalityTransform.HU) ? "[hnsf'U]" : unit,
                                "UCUM",
                                unit.equals("1") ? "no units" : unit))
                .sequence(
                        "QuantityDefinitionSequence",
                        new Elements()
                                .text("ValueType", "CODE")
                                .sequence(
                                        "ConceptNameCodeSequence", InstanceHeader.code("246205007", "SCT", "Quantity"))
                                .sequence(
                                        "ConceptCodeSequence",
                                        InstanceHeader.code("C0445247", "UMLS", "Parametric map")));
        if (image.type() == PixelType.FLOAT) {
            return mapping.number("DoubleFloatRealWorldValueFirstValueMapped", -Float.MAX_VALUE)
                    .number("DoubleFloatRealWorldValueLastValueMapped", Float.MAX_VALUE);
        }
        boolean signed = image.type().isSigned();
        return mapping.pixelValue(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, signed, signed ? Short.MIN_VALUE : 0)
                .pixelValue(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, signed, signed ? Short.MAX_VALUE : 0xFFFF);
    }

    private void addType(NewFrame frame, Elements groups) {
        String last = image.channels() > 1 ? "CHANNEL_" + frame.channel() : "NONE";
        switch (image.kind()) {
            case ENHANCED_CT -> groups.sequence("CTImageFrameTypeSequence", volume(frameType("VOLUME", last)));
            case ENHANCED_MR ->
                groups.sequence(
                        "MRImageFrameTypeSequence",
                        volume(frameType("VOLUME", last))
                                .text("ComplexImageComponent", component(frame))
                                .text("AcquisitionContrast", "UNKNOWN"));
            case PARAMETRIC_MAP -> groups.sequence("ParametricMapFrameTypeSequence", frameType("VOLUME", "QUANTITY"));
            default -> {}
        }
    }

    /** Returns the component of a complex image that a frame contains. */
    static String component(NewFrame frame) {
        return frame.source()
                .flatMap(source -> ComplexComponent.of(source.header()))
                .orElse("MAGNITUDE");
    }

    /** Adds the echo time of the source, which distinguishes echoes at the same position. */
    private static void addEcho(NewFrame frame, Elements groups) {
        OptionalDouble time = frame.source()
                .map(source -> new OptionalAttributes(source.header()).number(Tag.ECHO_TIME))
                .orElse(OptionalDouble.empty());
        if (time.isEmpty()) return;
        groups.sequence("MREchoSequence", new Elements().number("EffectiveEchoTime", time.getAsDouble()));
    }

    private static Elements frameType(String third, String fourth) {
        return new Elements().text("FrameType", "DERIVED", "PRIMARY", third, fourth);
    }

    /** Adds the attributes of the Common CT/MR Image Description Macro (C.8.16.2). */
    static Elements volume(Elements target) {
        return target.text("PixelPresentation", "MONOCHROME")
                .text("VolumetricProperties", "VOLUME")
                .text("VolumeBasedCalculationTechnique", "NONE");
    }
}
