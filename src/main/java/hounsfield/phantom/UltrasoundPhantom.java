package hounsfield.phantom;

import hounsfield.data.DataSet;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.write.DicomWriter;
import hounsfield.write.Elements;
import hounsfield.write.EncapsulatedPixelData;
import hounsfield.write.RleEncoder;
import hounsfield.write.Uid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A cine of a beating chamber in an ultrasound sector: one multi-frame color file, RLE Lossless. All pixels are gray
 * except for a colored jet inside the chamber.
 */
public final class UltrasoundPhantom implements Phantom {
    /** Width of each frame, in pixels. */
    public static final int COLUMNS = 320;
    /** Height of each frame, in pixels. */
    public static final int ROWS = 240;
    /** Number of frames. */
    public static final int FRAMES = 30;

    /** Time between frames, in ms. */
    public static final double FRAME_TIME = 33.3;

    /** Distance of pixel centers, in mm. */
    public static final double PIXEL_SPACING = 0.5;

    /** Column of the chamber's center, in pixels. */
    public static final int CENTER_COLUMN = 160;
    /** Row of the chamber's center, in pixels. */
    public static final int CENTER_ROW = 120;

    /** All gray levels of blood are below this; those of the wall are at least {@link #WALL}. */
    public static final int BLOOD = 40;

    /** Lower limit of the gray levels of the wall. */
    public static final int WALL = 120;

    private static final double MEAN_RADIUS = 38;
    private static final double STROKE = 9;
    private static final double WALL_THICKNESS = 11;
    private static final double APEX_ROW = 6;
    private static final double SECTOR = Math.toRadians(40);
    private static final double DEPTH = 228;
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.3.1";

    @Override
    public String name() {
        return "Ultrasound cine";
    }

    @Override
    public boolean isSeries() {
        return false;
    }

    /**
     * Returns the radius of the chamber. The cine is one heart beat.
     *
     * @param frame counted from 0
     * @return the radius in pixels
     */
    public double radius(int frame) {
        return MEAN_RADIUS + STROKE * Math.cos(2 * Math.PI * frame / FRAMES);
    }

    @Override
    public List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<byte[]> frames = IntStream.range(0, FRAMES)
                .parallel()
                .mapToObj(frame -> RleEncoder.encode(pixels(frame), ROWS, COLUMNS, 3, 1))
                .toList();
        Path file = folder.resolve("ultrasound.dcm");
        DicomWriter.write(file, TransferSyntax.RLE_LOSSLESS, dataSet(frames));
        return List.of(file);
    }

    private byte[] pixels(int frame) {
        byte[] rgb = new byte[ROWS * COLUMNS * 3];
        Noise noise = new Noise(1000 + frame, 1);
        double radius = radius(frame);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double random = noise.next();
                int at = 3 * (row * COLUMNS + column);
                if (!inSector(column, row)) continue;
                double fromCenter = Math.hypot(column - CENTER_COLUMN, row - CENTER_ROW);
                int gray = gray(fromCenter - radius, row, random);
                rgb[at] = rgb[at + 1] = rgb[at + 2] = (byte) gray;
                if (inJet(column, row, frame)) {
                    rgb[at] = (byte) (150 + 40 * Math.tanh(random));
                    rgb[at + 1] = (byte) 60;
                }
            }
        }
        return rgb;
    }

    /** Speckle: dark in blood, bright in the wall, and fading with depth in the surrounding tissue. */
    private static int gray(double outside, int row, double random) {
        double speckle = Math.tanh(random);
        if (outside < 0) return (int) (BLOOD / 2.0 + (BLOOD / 2.0 - 1) * speckle);
        if (outside < WALL_THICKNESS) return (int) (WALL + 60 + 55 * speckle);
        return (int) (92 - row * 0.2 + 26 * speckle);
    }

    private static boolean inSector(int column, int row) {
        double x = column - CENTER_COLUMN;
        double y = row - APEX_ROW;
        return Math.hypot(x, y) < DEPTH && Math.abs(Math.atan2(x, y)) < SECTOR;
    }

    /** The jet: blood that flows through the middle while the chamber shrinks. */
    private static boolean inJet(int column, int row, int frame) {
        int length = 26 - Math.abs(frame - FRAMES / 4) * 4;
        return Math.abs(column - CENTER_COLUMN) <= 3 + (row - CENTER_ROW + 20) / 9
                && row > CENTER_ROW - 20
                && row < CENTER_ROW - 20 + length;
    }

    private DataSet dataSet(List<byte[]> frames) {
        // Physical deltas of ultrasound regions are in cm (PS3.3 C.8.5.5.1.15, unit code 3).
        Elements region = new Elements()
                .number("RegionSpatialFormat", 1)
                .number("RegionDataType", 1)
                .number("RegionFlags", 0)
                .number("RegionLocationMinX0", 0)
                .number("RegionLocationMinY0", 0)
                .number("RegionLocationMaxX1", COLUMNS - 1)
                .number("RegionLocationMaxY1", ROWS - 1)
                .number("PhysicalUnitsXDirection", 3)
                .number("PhysicalUnitsYDirection", 3)
                .number("PhysicalDeltaX", PIXEL_SPACING / 10)
                .number("PhysicalDeltaY", PIXEL_SPACING / 10);
        return Common.patientAndStudy(name())
                .text("ImageType", "ORIGINAL", "PRIMARY")
                .text("SOPClassUID", SOP_CLASS)
                .text("SOPInstanceUID", Uid.ofName("ultrasound/cine"))
                .text("Modality", "US")
                .text("SeriesDescription", "Beating chamber")
                .text("SeriesInstanceUID", Uid.ofName("ultrasound/series"))
                .number("SeriesNumber", 3)
                .number("InstanceNumber", 1)
                .text("BodyPartExamined", "HEART")
                .empty("PatientOrientation")
                .number("FrameTime", FRAME_TIME)
                .tag("FrameIncrementPointer", Tag.FRAME_TIME)
                .sequence("SequenceOfUltrasoundRegions", region)
                .number("SamplesPerPixel", 3)
                .text("PhotometricInterpretation", "RGB")
                .number("PlanarConfiguration", 0)
                .number("NumberOfFrames", FRAMES)
                .number("Rows", ROWS)
                .number("Columns", COLUMNS)
                .number("BitsAllocated", 8)
                .number("BitsStored", 8)
                .number("HighBit", 7)
                .number("PixelRepresentation", 0)
                .text("LossyImageCompression", "00")
                .element(EncapsulatedPixelData.of(frames))
                .build();
    }
}
