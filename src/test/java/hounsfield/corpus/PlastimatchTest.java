package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.geometry.Vector3;
import hounsfield.imagej.Hounsfield;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A structure set of a ball on slices that are oblique about all three axes: its mask against plastimatch's, and its volume against
 * the formula. Plastimatch takes a series for an even stack along the normal, and rounds the slice of a contour from its first
 * point; slices that a gantry tilt displaces, or of uneven distances, are beyond it.
 */
class PlastimatchTest {
    private static final int SIZE = 52;
    private static final double RADIUS = 20.4;
    private static final String FRAME = "1.2.3.99";
    private static final Vector3 ROW = turned(new Vector3(1, 0, 0));
    private static final Vector3 COLUMN = turned(new Vector3(0, 1, 0));
    private static final Vector3 NORMAL = ROW.cross(COLUMN);
    private static final Vector3 FIRST = new Vector3(-31, 12, 44);
    private static final Vector3 CENTER = at(25.3, 24.7, 26.1);

    @TempDir
    private Path folder;

    private static Vector3 turned(Vector3 v) {
        double a = Math.toRadians(18);
        double b = Math.toRadians(-20);
        double c = Math.toRadians(25);
        Vector3 x = new Vector3(
                v.x(), v.y() * Math.cos(a) - v.z() * Math.sin(a), v.y() * Math.sin(a) + v.z() * Math.cos(a));
        Vector3 y = new Vector3(
                x.x() * Math.cos(b) + x.z() * Math.sin(b), x.y(), x.z() * Math.cos(b) - x.x() * Math.sin(b));
        return new Vector3(y.x() * Math.cos(c) - y.y() * Math.sin(c), y.x() * Math.sin(c) + y.y() * Math.cos(c), y.z());
    }

    /** The place of a column, row and slice of 1 mm. */
    private static Vector3 at(double column, double row, double slice) {
        return FIRST.plus(ROW.times(column)).plus(COLUMN.times(row)).plus(NORMAL.times(slice));
    }

    private static String text(double... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> String.format(Locale.ROOT, "%.9f", number))
                .collect(Collectors.joining("\\"));
    }

    private static DicomBytes start(String sopClass, String uid, String modality) {
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", sopClass)
                .text(Tag.SOP_INSTANCE_UID, "UI", uid)
                .text(Tag.MODALITY, "CS", modality);
    }

    private void writeSlices() throws IOException {
        Path series = Files.createDirectory(folder.resolve("ct"));
        double[] orientation = {ROW.x(), ROW.y(), ROW.z(), COLUMN.x(), COLUMN.y(), COLUMN.z()};
        for (int k = 0; k < SIZE; k++) {
            byte[] file = start("1.2.840.10008.5.1.4.1.1.2", "1.2.3.1." + (k + 1), "CT")
                    .text(Tag.SLICE_THICKNESS, "DS", "1")
                    .text(Tag.STUDY_INSTANCE_UID, "UI", "1.2.3")
                    .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.1")
                    .text(Tag.INSTANCE_NUMBER, "IS", "" + (k + 1))
                    .text(Tag.IMAGE_POSITION_PATIENT, "DS", text(at(0, 0, k).toArray()))
                    .text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", text(orientation))
                    .text(Tag.FRAME_OF_REFERENCE_UID, "UI", FRAME)
                    .us(Tag.SAMPLES_PER_PIXEL, 1)
                    .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                    .us(Tag.ROWS, SIZE)
                    .us(Tag.COLUMNS, SIZE)
                    .text(Tag.PIXEL_SPACING, "DS", "1\\1")
                    .us(Tag.BITS_ALLOCATED, 16)
                    .us(Tag.BITS_STORED, 16)
                    .us(Tag.HIGH_BIT, 15)
                    .us(Tag.PIXEL_REPRESENTATION, 1)
                    .text(Tag.RESCALE_INTERCEPT, "DS", "0")
                    .text(Tag.RESCALE_SLOPE, "DS", "1")
                    .bytes(Tag.PIXEL_DATA, "OW", new byte[2 * SIZE * SIZE])
                    .toBytes();
            Files.write(series.resolve(String.format(Locale.ROOT, "%03d.dcm", k)), file);
        }
    }

    /** Circles of 180 points in the planes of the slices. */
    private Path writeStructures() throws IOException {
        List<DicomBytes> contours = new ArrayList<>();
        for (int k = 0; k < SIZE; k++) {
            double height = at(0, 0, k).minus(CENTER).dot(NORMAL);
            if (Math.abs(height) >= RADIUS) continue;
            double radius = Math.sqrt(RADIUS * RADIUS - height * height);
            double[] data = new double[3 * 180];
            for (int i = 0; i < 180; i++) {
                double angle = Math.PI * i / 90;
                Vector3 point = CENTER.plus(NORMAL.times(height))
                        .plus(ROW.times(radius * Math.cos(angle)))
                        .plus(COLUMN.times(radius * Math.sin(angle)));
                System.arraycopy(point.toArray(), 0, data, 3 * i, 3);
            }
            contours.add(DicomBytes.explicitLittleEndian()
                    .text(Tag.CONTOUR_GEOMETRIC_TYPE, "CS", "CLOSED_PLANAR")
                    .text(Tag.NUMBER_OF_CONTOUR_POINTS, "IS", "180")
                    .text(Tag.CONTOUR_DATA, "DS", text(data)));
        }
        byte[] file = start("1.2.840.10008.5.1.4.1.1.481.3", "1.2.3.2.1", "RTSTRUCT")
                .text(Tag.STUDY_INSTANCE_UID, "UI", "1.2.3")
                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.2")
                .text(Tag.FRAME_OF_REFERENCE_UID, "UI", FRAME)
                .sequence(
                        Tag.STRUCTURE_SET_ROI_SEQUENCE,
                        DicomBytes.explicitLittleEndian()
                                .text(Tag.ROI_NUMBER, "IS", "1")
                                .text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "UI", FRAME)
                                .text(Tag.ROI_NAME, "LO", "Ball"))
                .sequence(
                        Tag.ROI_CONTOUR_SEQUENCE,
                        DicomBytes.explicitLittleEndian()
                                .text(Tag.ROI_DISPLAY_COLOR, "IS", "255\\0\\0")
                                .sequence(Tag.CONTOUR_SEQUENCE, contours.toArray(DicomBytes[]::new))
                                .text(Tag.REFERENCED_ROI_NUMBER, "IS", "1"))
                .toBytes();
        return Files.write(folder.resolve("rs.dcm"), file);
    }

    private byte[] ours(Path structures) throws IOException {
        ImagePlus image = Hounsfield.openSeries(folder.resolve("ct").toString());
        ImagePlus mask = Hounsfield.regionMasks(image, structures.toString(), "", "even-odd")[0];
        byte[] all = new byte[SIZE * SIZE * SIZE];
        for (int k = 0; k < SIZE; k++) {
            // The slices of the series may come in either order of the normal.
            double along = Vector3.of(Hounsfield.positionOf(image, 0, 0, k + 1), 0)
                    .minus(FIRST)
                    .dot(NORMAL);
            byte[] pixels = (byte[]) mask.getStack().getPixels(k + 1);
            System.arraycopy(pixels, 0, all, (int) Math.rint(along) * SIZE * SIZE, SIZE * SIZE);
        }
        return all;
    }

    private byte[] plastimatch(Path structures) throws IOException, InterruptedException {
        Path prefix = folder.resolve("masks");
        Process process;
        try {
            process = new ProcessBuilder(
                            "plastimatch",
                            "convert",
                            "--input",
                            structures.toString(),
                            "--referenced-ct",
                            folder.resolve("ct").toString(),
                            "--output-prefix",
                            prefix.toString(),
                            "--prefix-format",
                            "mha")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("printed.txt").toFile())
                    .start();
        } catch (IOException e) {
            Assumptions.abort("plastimatch is not installed");
            return new byte[0];
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        byte[] file = Files.readAllBytes(prefix.resolve("Ball.mha"));
        String header = new String(file, 0, Math.min(2000, file.length), StandardCharsets.ISO_8859_1);
        assertTrue(header.contains("DimSize = " + SIZE + " " + SIZE + " " + SIZE), header);
        assertTrue(header.contains("CompressedData = False"), header);
        String last = "ElementDataFile = LOCAL\n";
        int start = header.indexOf(last) + last.length();
        return Arrays.copyOfRange(file, start, file.length);
    }

    @Test
    void anObliqueBallIsPlastimatchsAndThatOfTheFormula() throws IOException, InterruptedException {
        writeSlices();
        Path structures = writeStructures();
        byte[] ours = ours(structures);
        byte[] theirs = plastimatch(structures);
        assertEquals(ours.length, theirs.length);
        long own = 0;
        long other = 0;
        long both = 0;
        for (int i = 0; i < ours.length; i++) {
            if (ours[i] != 0) own++;
            if (theirs[i] != 0) other++;
            if (ours[i] != 0 && theirs[i] != 0) both++;
        }
        double exact = 4 / 3.0 * Math.PI * Math.pow(RADIUS, 3);
        assertEquals(exact, own, 0.01 * exact);
        assertTrue(2.0 * both / (own + other) >= 0.99, own + " and " + other + ", common " + both);
    }
}
