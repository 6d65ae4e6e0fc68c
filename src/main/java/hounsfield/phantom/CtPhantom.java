package hounsfield.phantom;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.VR;
import hounsfield.write.DicomWriter;
import hounsfield.write.Uid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A chest CT as a scanner would store it: {@value #SLICES} axial slices in one file each, head first supine, 12 bits in
 * 16, with slope 1 and intercept -1024. Eight inserts of known material extend through all slices.
 *
 * <p>Neither file names nor Instance Numbers ascend with z: names are shuffled, and Instance Numbers descend towards
 * the head.
 */
public final class CtPhantom implements Phantom {
    /** Rows and columns of each slice. */
    public static final int SIZE = 512;
    /** Number of slices. */
    public static final int SLICES = 24;

    /** Distance of pixel centers, in mm. */
    public static final double PIXEL_SPACING = 0.75;

    /**
     * Distance of slices, in mm. Slice Thickness is larger: slices overlap, so spacing must be computed from positions.
     */
    public static final double SLICE_SPACING = 2.5;

    /** Standard deviation of the noise, in HU. */
    public static final double NOISE = 8;

    /** Rescale Intercept, in HU. */
    public static final int RESCALE_INTERCEPT = -1024;

    private static final double SLICE_THICKNESS = 3;
    private static final int LARGEST_STORED_VALUE = 4095;
    private static final int INSERT_RADIUS = 9;
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.2";

    private static final List<Insert> INSERTS = List.of(
            insert("air", -1000, 0, -72),
            insert("lung", -700, 0, -42),
            insert("fat", -100, -107, 52),
            insert("water", 0, 107, 52),
            insert("muscle", 50, -76, 66),
            insert("liver", 60, 76, 66),
            insert("bone", 700, -44, 84),
            insert("metal", 2500, 44, 84));

    @Override
    public String name() {
        return "CT series";
    }

    @Override
    public boolean isSeries() {
        return true;
    }

    /** {@return the inserts, from air to metal} */
    public List<Insert> inserts() {
        return INSERTS;
    }

    /**
     * Returns the Image Position (Patient) of a slice.
     *
     * @param slice 0 is the slice nearest the feet
     * @return x, y and z in mm
     */
    public double[] position(int slice) {
        double corner = -(SIZE - 1) / 2.0 * PIXEL_SPACING;
        return new double[] {corner, corner, (slice - (SLICES - 1) / 2.0) * SLICE_SPACING};
    }

    @Override
    public List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Body body = new Body(INSERTS, PIXEL_SPACING);
        try {
            return IntStream.range(0, SLICES)
                    .parallel()
                    .mapToObj(slice -> writeSlice(folder, body, slice))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Path writeSlice(Path folder, Body body, int slice) {
        // 7 and 24 have no common factor, so all names differ, and their order is of no use.
        Path file = folder.resolve(String.format(Locale.ROOT, "IM%04d.dcm", (slice * 7 + 5) % SLICES + 1));
        try {
            DicomWriter.write(file, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, dataSet(slice, pixels(body, slice)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Returns the stored values of a slice as 16-bit little endian numbers. */
    private byte[] pixels(Body body, int slice) {
        byte[] bytes = new byte[2 * SIZE * SIZE];
        double[] corner = position(slice);
        Noise noise = new Noise(slice, NOISE);
        int at = 0;
        for (int row = 0; row < SIZE; row++) {
            double y = corner[1] + row * PIXEL_SPACING;
            for (int column = 0; column < SIZE; column++) {
                double value = body.at(corner[0] + column * PIXEL_SPACING, y, corner[2]) + noise.next();
                long stored = Math.round(value) - RESCALE_INTERCEPT;
                int clamped = (int) Math.max(0, Math.min(LARGEST_STORED_VALUE, stored));
                bytes[at++] = (byte) clamped;
                bytes[at++] = (byte) (clamped >>> 8);
            }
        }
        return bytes;
    }

    private DataSet dataSet(int slice, byte[] pixels) {
        double[] position = position(slice);
        return Common.patientAndStudy(name())
                .text("ImageType", "ORIGINAL", "PRIMARY", "AXIAL")
                .text("SOPClassUID", SOP_CLASS)
                .text("SOPInstanceUID", Uid.ofName("ct/slice/" + slice))
                .text("Modality", "CT")
                .text("SeriesDescription", "Chest phantom with inserts")
                .text("SeriesInstanceUID", Uid.ofName("ct/series"))
                .number("SeriesNumber", 2)
                .text("BodyPartExamined", "CHEST")
                .text("PatientPosition", "HFS")
                .text("FrameOfReferenceUID", Uid.ofName("ct/frame of reference"))
                .empty("PositionReferenceIndicator")
                .number("SliceThickness", SLICE_THICKNESS)
                .number("KVP", 120)
                .text("ConvolutionKernel", "NONE")
                .number("AcquisitionNumber", 1)
                .number("InstanceNumber", SLICES - slice)
                .number("ImagePositionPatient", position)
                .number("ImageOrientationPatient", 1, 0, 0, 0, 1, 0)
                .number("SliceLocation", position[2])
                .number("PixelSpacing", PIXEL_SPACING, PIXEL_SPACING)
                .number("SamplesPerPixel", 1)
                .text("PhotometricInterpretation", "MONOCHROME2")
                .number("Rows", SIZE)
                .number("Columns", SIZE)
                .number("BitsAllocated", 16)
                .number("BitsStored", 12)
                .number("HighBit", 11)
                .number("PixelRepresentation", 0)
                .number("RescaleIntercept", RESCALE_INTERCEPT)
                .number("RescaleSlope", 1)
                .text("RescaleType", "HU")
                .number("WindowCenter", 40, -600, 400)
                .number("WindowWidth", 400, 1500, 1800)
                .text("WindowCenterWidthExplanation", "SOFT_TISSUE", "LUNG", "BONE")
                .element(Element.of(Tag.PIXEL_DATA, VR.OW, pixels, true))
                .build();
    }

    private static Insert insert(String name, double hounsfield, double x, double y) {
        return Insert.of(name, hounsfield, x, y, INSERT_RADIUS, SIZE, PIXEL_SPACING);
    }
}
