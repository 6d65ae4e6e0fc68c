package hounsfield.derive.region;

import hounsfield.data.DataSet;
import hounsfield.derive.InstanceHeader;
import hounsfield.derive.NewFrame;
import hounsfield.derive.NewImage;
import hounsfield.derive.SourceAttributes;
import hounsfield.derive.SourceInstance;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.region.Outline;
import hounsfield.region.PlacedRegion;
import hounsfield.region.Region;
import hounsfield.standard.Tag;
import hounsfield.write.Elements;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes an RT Structure Set (PS3.3 A.19): contours in the patient, in millimeters. */
public final class StructureSetObject {
    /** Detached Study Management (retired), the SOP Class in references to a study (PS3.3 C.8.8.5). */
    private static final String STUDY_CLASS = "1.2.840.10008.3.1.2.3.1";

    private final NewImage image;
    private final String frameOfReference;

    private StructureSetObject(NewImage image, String frameOfReference) {
        this.image = image;
        this.frameOfReference = frameOfReference;
    }

    /**
     * Makes the Data Set.
     *
     * @param image the slices that have the contours, each with its place
     * @param regions their contours, by index of the slice
     * @param semiautomatic whether a program drew the borders of regions that do not say how they were made
     * @return the Data Set, without File Meta Information
     */
    public static DataSet of(NewImage image, List<PlacedRegion> regions, boolean semiautomatic) {
        String frame = image.source()
                .map(source -> source.text(Tag.FRAME_OF_REFERENCE_UID))
                .orElse("");
        return new StructureSetObject(image, frame.isEmpty() ? image.newFrameOfReference() : frame)
                .dataSet(regions, semiautomatic);
    }

    private DataSet dataSet(List<PlacedRegion> regions, boolean semiautomatic) {
        Elements kept = image.source()
                .map(source -> SourceAttributes.common(source.header()))
                .orElseGet(Elements::new);
        Elements target = InstanceHeader.of(image, kept, 1);
        target.text("Modality", "RTSTRUCT")
                .text("SeriesDescription", "Structure set")
                .text("StructureSetLabel", "ImageJ")
                .text(
                        "StructureSetDate",
                        DateTimeFormatter.ofPattern("yyyyMMdd").format(image.time()))
                .text("StructureSetTime", DateTimeFormatter.ofPattern("HHmmss").format(image.time()))
                .text("ApprovalStatus", "UNAPPROVED")
                .text("FrameOfReferenceUID", frameOfReference)
                .emptyUnlessPresent("PositionReferenceIndicator")
                .emptyUnlessPresent("OperatorsName")
                .sequence("ReferencedFrameOfReferenceSequence", references());
        List<Elements> rois = new ArrayList<>();
        List<Elements> contours = new ArrayList<>();
        List<Elements> observations = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            Region region = regions.get(i).region();
            rois.add(new Elements()
                    .number("ROINumber", i + 1)
                    .text("ReferencedFrameOfReferenceUID", frameOfReference)
                    .text("ROIName", InstanceHeader.value(region.name(), 64))
                    .text("ROIGenerationAlgorithm", algorithm(region, semiautomatic)));
            contours.add(contours(regions.get(i), i + 1));
            observations.add(observation(region, i + 1));
        }
        return target.sequence("StructureSetROISequence", rois.toArray(Elements[]::new))
                .sequence("ROIContourSequence", contours.toArray(Elements[]::new))
                .sequence("RTROIObservationsSequence", observations.toArray(Elements[]::new))
                .build();
    }

    private static String algorithm(Region region, boolean semiautomatic) {
        String own = region.algorithm().strip().split("[ ,:]+")[0];
        if (own.equals("AUTOMATIC") || own.equals("SEMIAUTOMATIC") || own.equals("MANUAL")) return own;
        return semiautomatic ? "SEMIAUTOMATIC" : "MANUAL";
    }

    private static Elements observation(Region region, int number) {
        Elements item = new Elements()
                .number("ObservationNumber", number)
                .number("ReferencedROINumber", number)
                .text(
                        "RTROIInterpretedType",
                        InstanceHeader.value(region.codes().interpretedType(), 16))
                .empty("ROIInterpreter");
        region.codes()
                .type()
                .or(() -> StructureTerm.of(region.name()).map(StructureTerm::code))
                .ifPresent(code -> item.sequence(
                        "RTROIIdentificationCodeSequence",
                        InstanceHeader.code(code.value(), code.scheme(), InstanceHeader.value(code.meaning(), 64))));
        return item;
    }

    private Elements contours(PlacedRegion region, int number) {
        List<Elements> items = new ArrayList<>();
        for (Map.Entry<Integer, List<Outline>> slice : region.outlines().entrySet()) {
            NewFrame frame = image.frames().get(slice.getKey());
            for (Outline outline : slice.getValue()) items.add(contour(frame, outline));
        }
        Elements item = new Elements().number("ReferencedROINumber", number);
        if (region.region().color().isPresent()) {
            int rgb = region.region().color().getAsInt();
            item.number("ROIDisplayColor", rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
        }
        return items.isEmpty() ? item : item.sequence("ContourSequence", items.toArray(Elements[]::new));
    }

    private static Elements contour(NewFrame frame, Outline outline) {
        PlaneGeometry plane = frame.plane().orElseThrow();
        double[] columns = outline.columns();
        double[] rows = outline.rows();
        double[] points = new double[3 * columns.length];
        for (int i = 0; i < columns.length; i++) {
            Vector3 point = plane.pixel(columns[i], rows[i]);
            System.arraycopy(point.toArray(), 0, points, 3 * i, 3);
        }
        String type =
                switch (outline.kind()) {
                    case CLOSED -> "CLOSED_PLANAR";
                    case OPEN -> "OPEN_PLANAR";
                    case POINT -> "POINT";
                };
        Elements item = new Elements()
                .text("ContourGeometricType", type)
                .number("NumberOfContourPoints", columns.length)
                .number("ContourData", points);
        Elements[] images = images(Stream.of(frame));
        return images.length == 0 ? item : item.sequence("ContourImageSequence", images);
    }

    /** Returns a reference to the source of each frame. */
    private static Elements[] images(Stream<NewFrame> frames) {
        Map<String, Elements> items = new LinkedHashMap<>();
        frames.map(NewFrame::source).flatMap(Optional::stream).forEach(source -> {
            String uid = source.text(Tag.SOP_INSTANCE_UID);
            String sopClass = source.text(Tag.SOP_CLASS_UID);
            if (uid.isEmpty() || sopClass.isEmpty()) return;
            Elements item =
                    new Elements().text("ReferencedSOPClassUID", sopClass).text("ReferencedSOPInstanceUID", uid);
            if (source.frame().isPresent())
                item.number("ReferencedFrameNumber", source.frame().getAsInt() + 1);
            items.put(uid + " " + source.frame(), item);
        });
        return items.values().toArray(Elements[]::new);
    }

    /** Returns the Item for the Frame of Reference, with the study and the series of the sources. */
    private Elements references() {
        Elements reference = new Elements().text("FrameOfReferenceUID", frameOfReference);
        Map<String, List<NewFrame>> series = new LinkedHashMap<>();
        for (NewFrame frame : image.frames()) {
            String uid = frame.source()
                    .map(source -> source.text(Tag.SERIES_INSTANCE_UID))
                    .orElse("");
            if (!uid.isEmpty())
                series.computeIfAbsent(uid, key -> new ArrayList<>()).add(frame);
        }
        List<Elements> items = new ArrayList<>();
        series.forEach((uid, frames) -> {
            Elements[] images = images(frames.stream());
            if (images.length > 0)
                items.add(new Elements().text("SeriesInstanceUID", uid).sequence("ContourImageSequence", images));
        });
        String study = image.source()
                .map((SourceInstance source) -> source.text(Tag.STUDY_INSTANCE_UID))
                .orElse("");
        if (items.isEmpty() || study.isEmpty()) return reference;
        return reference.sequence(
                "RTReferencedStudySequence",
                new Elements()
                        .text("ReferencedSOPClassUID", STUDY_CLASS)
                        .text("ReferencedSOPInstanceUID", study)
                        .sequence("RTReferencedSeriesSequence", items.toArray(Elements[]::new)));
    }
}
