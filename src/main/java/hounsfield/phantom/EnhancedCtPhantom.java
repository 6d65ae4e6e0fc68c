package hounsfield.phantom;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.VR;
import hounsfield.write.DicomWriter;
import hounsfield.write.Elements;
import hounsfield.write.Uid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An Enhanced CT: all slices in one file, with geometry and rescale in functional groups. Each frame has its own
 * Rescale Intercept, and every second frame has a Rescale Slope of 2, so a reader that applies one frame's rescale to
 * all frames gets wrong values.
 */
public final class EnhancedCtPhantom implements Phantom {
    /** Rows and columns of each frame. */
    public static final int SIZE = 160;
    /** Number of frames. */
    public static final int FRAMES = 12;

    /** Distance of pixel centers, in mm. */
    public static final double PIXEL_SPACING = 1.25;

    /** Distance of frames, in mm. */
    public static final double FRAME_SPACING = 4;

    /** Standard deviation of the noise, in HU. */
    public static final double NOISE = 4;

    private static final double BODY_RADIUS = 88;
    private static final double RING_RADIUS = 52;
    private static final double INSERT_RADIUS = 11;
    private static final String[] NAMES = {"air", "lung", "fat", "water", "muscle", "liver", "bone"};
    private static final double[] HOUNSFIELD = {-1000, -700, -100, 0, 50, 60, 700};
    private static final double BODY_HOUNSFIELD = 20;
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.2.1";

    private static final List<Insert> INSERTS =
            IntStream.range(0, NAMES.length).mapToObj(EnhancedCtPhantom::insert).toList();

    @Override
    public String name() {
        return "Enhanced CT";
    }

    @Override
    public boolean isSeries() {
        return false;
    }

    /** {@return the inserts, which extend through all frames} */
    public List<Insert> inserts() {
        return INSERTS;
    }

    /**
     * Returns the Rescale Intercept of a frame.
     *
     * @param frame counted from 0
     * @return the intercept in HU
     */
    public double rescaleIntercept(int frame) {
        return -1024 - 50.0 * frame;
    }

    /**
     * Returns the Rescale Slope of a frame.
     *
     * @param frame counted from 0
     * @return 1 for even frames, 2 for odd ones
     */
    public double rescaleSlope(int frame) {
        return frame % 2 == 0 ? 1 : 2;
    }

    /**
     * Returns the Image Position (Patient) of a frame.
     *
     * @param frame 0 is the frame nearest the feet
     * @return x, y and z in mm
     */
    public double[] position(int frame) {
        double corner = -(SIZE - 1) / 2.0 * PIXEL_SPACING;
        return new double[] {corner, corner, frame * FRAME_SPACING};
    }

    @Override
    public List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("enhanced-ct.dcm");
        DicomWriter.write(file, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, dataSet());
        return List.of(file);
    }

    private byte[] pixels() {
        byte[] bytes = new byte[2 * SIZE * SIZE * FRAMES];
        int at = 0;
        for (int frame = 0; frame < FRAMES; frame++) {
            Noise noise = new Noise(2000 + frame, NOISE);
            for (int row = 0; row < SIZE; row++) {
                for (int column = 0; column < SIZE; column++) {
                    double value = truth(column, row) + noise.next();
                    long stored = Math.round((value - rescaleIntercept(frame)) / rescaleSlope(frame));
                    bytes[at++] = (byte) stored;
                    bytes[at++] = (byte) (stored >>> 8);
                }
            }
        }
        return bytes;
    }

    private static double truth(int column, int row) {
        for (Insert insert : INSERTS) {
            if (Math.hypot(column - insert.column(), row - insert.row()) <= insert.radiusPixels()) {
                return insert.hounsfield();
            }
        }
        double middle = (SIZE - 1) / 2.0;
        boolean inBody = Math.hypot(column - middle, row - middle) * PIXEL_SPACING <= BODY_RADIUS;
        return inBody ? BODY_HOUNSFIELD : -1000;
    }

    private DataSet dataSet() {
        Elements[] perFrame =
                IntStream.range(0, FRAMES).mapToObj(this::frameItem).toArray(Elements[]::new);
        String organization = Uid.ofName("enhanced/dimensions");
        return Common.patientAndStudy(name())
                // DERIVED, because no scanner acquired it: attributes that describe the acquisition do not apply.
                .text("ImageType", "DERIVED", "PRIMARY", "VOLUME", "NONE")
                .text("SOPClassUID", SOP_CLASS)
                .text("SOPInstanceUID", Uid.ofName("enhanced/image"))
                .text("Modality", "CT")
                .text("SeriesDescription", "Enhanced CT, rescale per frame")
                .text("SeriesInstanceUID", Uid.ofName("enhanced/series"))
                .number("SeriesNumber", 4)
                .number("InstanceNumber", 1)
                .text("PatientPosition", "HFS")
                .text("FrameOfReferenceUID", Uid.ofName("enhanced/frame of reference"))
                .empty("PositionReferenceIndicator")
                .text("PixelPresentation", "MONOCHROME")
                .text("VolumetricProperties", "VOLUME")
                .text("VolumeBasedCalculationTechnique", "NONE")
                .text("AcquisitionDateTime", "20260101120000")
                .number("AcquisitionDuration", 1)
                .text("ContentQualification", "RESEARCH")
                .text("BurnedInAnnotation", "NO")
                .text("LossyImageCompression", "00")
                .text("PresentationLUTShape", "IDENTITY")
                .sequence("AcquisitionContextSequence")
                .sequence(
                        "DimensionOrganizationSequence", new Elements().text("DimensionOrganizationUID", organization))
                .sequence(
                        "DimensionIndexSequence",
                        dimension("StackID", Tag.STACK_ID, organization),
                        dimension("InStackPositionNumber", Tag.IN_STACK_POSITION_NUMBER, organization))
                .number("SamplesPerPixel", 1)
                .text("PhotometricInterpretation", "MONOCHROME2")
                .number("NumberOfFrames", FRAMES)
                .number("Rows", SIZE)
                .number("Columns", SIZE)
                .number("BitsAllocated", 16)
                .number("BitsStored", 16)
                .number("HighBit", 15)
                .number("PixelRepresentation", 0)
                .sequence("SharedFunctionalGroupsSequence", sharedGroups())
                .sequence("PerFrameFunctionalGroupsSequence", perFrame)
                .element(Element.of(Tag.PIXEL_DATA, VR.OW, pixels(), true))
                .build();
    }

    private static Elements dimension(String keyword, int pointer, String organization) {
        return new Elements()
                .tag("DimensionIndexPointer", pointer)
                .tag("FunctionalGroupPointer", Tag.FRAME_CONTENT_SEQUENCE)
                .text("DimensionOrganizationUID", organization)
                .text("DimensionDescriptionLabel", keyword);
    }

    private static Elements sharedGroups() {
        return new Elements()
                .sequence(
                        "PixelMeasuresSequence",
                        new Elements()
                                .number("PixelSpacing", PIXEL_SPACING, PIXEL_SPACING)
                                .number("SliceThickness", FRAME_SPACING))
                .sequence(
                        "PlaneOrientationSequence", new Elements().number("ImageOrientationPatient", 1, 0, 0, 0, 1, 0))
                .sequence(
                        "FrameVOILUTSequence",
                        new Elements()
                                .number("WindowCenter", 40, -600)
                                .number("WindowWidth", 400, 1500)
                                .text("WindowCenterWidthExplanation", "SOFT_TISSUE", "LUNG"))
                .sequence(
                        "FrameAnatomySequence",
                        new Elements()
                                .text("FrameLaterality", "U")
                                .sequence("AnatomicRegionSequence", code("51185008", "SCT", "Chest")))
                .sequence(
                        "IrradiationEventIdentificationSequence",
                        new Elements().text("IrradiationEventUID", Uid.ofName("enhanced/irradiation event")))
                .sequence(
                        "CTImageFrameTypeSequence",
                        new Elements()
                                .text("FrameType", "DERIVED", "PRIMARY", "VOLUME", "NONE")
                                .text("PixelPresentation", "MONOCHROME")
                                .text("VolumetricProperties", "VOLUME")
                                .text("VolumeBasedCalculationTechnique", "NONE"));
    }

    private Elements frameItem(int frame) {
        return new Elements()
                .sequence(
                        "FrameContentSequence",
                        new Elements()
                                .text("StackID", "1")
                                .number("InStackPositionNumber", frame + 1)
                                .number("DimensionIndexValues", 1, frame + 1))
                .sequence("PlanePositionSequence", new Elements().number("ImagePositionPatient", position(frame)))
                .sequence(
                        "PixelValueTransformationSequence",
                        new Elements()
                                .number("RescaleIntercept", rescaleIntercept(frame))
                                .number("RescaleSlope", rescaleSlope(frame))
                                .text("RescaleType", "HU"));
    }

    private static Elements code(String value, String scheme, String meaning) {
        return new Elements()
                .text("CodeValue", value)
                .text("CodingSchemeDesignator", scheme)
                .text("CodeMeaning", meaning);
    }

    private static Insert insert(int index) {
        double angle = 2 * Math.PI * index / NAMES.length - Math.PI / 2;
        double x = RING_RADIUS * Math.cos(angle);
        double y = RING_RADIUS * Math.sin(angle);
        return Insert.of(NAMES[index], HOUNSFIELD[index], x, y, INSERT_RADIUS, SIZE, PIXEL_SPACING);
    }
}
