package hounsfield.region;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.parse.DicomFile;
import hounsfield.region.source.RegionFiles;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Slices, structure sets and segmentations of tests. */
public final class RegionFixtures {
    public static final String FRAME = "1.2.3.99";
    public static final Vector3 X = new Vector3(1, 0, 0);
    public static final Vector3 Y = new Vector3(0, 1, 0);

    private RegionFixtures() {}

    /** A slice with the SOP Instance UID 1.2.3.{number}. */
    public static TargetPlane slice(int number, Vector3 at, Vector3 row, Vector3 column, double mm, int size) {
        PlaneGeometry plane = new PlaneGeometry(at, row, column, mm, mm);
        return new TargetPlane(
                Optional.of(plane),
                size,
                size,
                new TargetPlane.SourceFrame("1.2.3", "1.2.3." + number, 0, FRAME, Optional.empty()),
                OptionalDouble.of(2));
    }

    /** Axial slices of 1 mm pixels at z = 0, 2, 4 ... */
    public static RegionTarget axial(int count, int size) {
        List<TargetPlane> planes = new ArrayList<>();
        for (int i = 0; i < count; i++) planes.add(slice(i + 1, new Vector3(0, 0, 2 * i), X, Y, 1, size));
        return RegionTarget.of(planes);
    }

    public static DicomBytes item() {
        return DicomBytes.explicitLittleEndian();
    }

    /** A contour of x, y and z of points. */
    public static DicomBytes contour(String type, double... numbers) {
        return item().text(Tag.CONTOUR_GEOMETRIC_TYPE, "CS", type)
                .text(Tag.NUMBER_OF_CONTOUR_POINTS, "IS", Integer.toString(numbers.length / 3))
                .text(Tag.CONTOUR_DATA, "DS", decimals(numbers));
    }

    public static String decimals(double... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> String.format(Locale.ROOT, "%.5f", number))
                .collect(Collectors.joining("\\"));
    }

    /** A structure set of one ROI with the number 3 in a Frame of Reference. */
    public static RegionFile structures(String frame, DicomBytes... contours) throws IOException {
        return file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.481.3")
                .sequence(
                        Tag.STRUCTURE_SET_ROI_SEQUENCE,
                        item().text(Tag.ROI_NUMBER, "IS", "3")
                                .text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "UI", frame)
                                .text(Tag.ROI_NAME, "LO", "Ball"))
                .sequence(
                        Tag.ROI_CONTOUR_SEQUENCE,
                        item().text(Tag.ROI_DISPLAY_COLOR, "IS", "255\\128\\0")
                                .sequence(Tag.CONTOUR_SEQUENCE, contours)
                                .text(Tag.REFERENCED_ROI_NUMBER, "IS", "3")));
    }

    public static RegionFile file(DicomBytes bytes) throws IOException {
        return RegionFiles.of(DicomFile.read(new ArrayByteSource("regions.dcm", bytes.toBytes())));
    }

    /** A segmentation as far as its segments, in the Frame of Reference. */
    public static DicomBytes segmentation(String type, DicomBytes... segments) {
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.66.4")
                .text(Tag.FRAME_OF_REFERENCE_UID, "UI", FRAME)
                .text(Tag.SEGMENTATION_TYPE, "CS", type)
                .sequence(Tag.SEGMENT_SEQUENCE, segments);
    }

    public static DicomBytes segment(int number, String label) {
        return item().us(Tag.SEGMENT_NUMBER, number).text(Tag.SEGMENT_LABEL, "LO", label);
    }

    /** The Image Pixel Module and Number of Frames. */
    public static DicomBytes pixels(DicomBytes bytes, int frames, int rows, int columns, int bits) {
        return bytes.us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .text(Tag.NUMBER_OF_FRAMES, "IS", Integer.toString(frames))
                .us(Tag.ROWS, rows)
                .us(Tag.COLUMNS, columns)
                .us(Tag.BITS_ALLOCATED, bits)
                .us(Tag.BITS_STORED, bits)
                .us(Tag.HIGH_BIT, bits - 1)
                .us(Tag.PIXEL_REPRESENTATION, 0);
    }

    /** Shared groups of an orientation and a pixel size. */
    public static DicomBytes shared(String orientation, double mm, double between) {
        return item().sequence(
                        Tag.PLANE_ORIENTATION_SEQUENCE, item().text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", orientation))
                .sequence(
                        Tag.PIXEL_MEASURES_SEQUENCE,
                        item().text(Tag.SPACING_BETWEEN_SLICES, "DS", decimals(between))
                                .text(Tag.PIXEL_SPACING, "DS", decimals(mm, mm)));
    }

    /** Per-frame groups of a segment at a position. */
    public static DicomBytes frame(int segment, Vector3 at) {
        return item().sequence(
                        Tag.PLANE_POSITION_SEQUENCE,
                        item().text(Tag.IMAGE_POSITION_PATIENT, "DS", decimals(at.x(), at.y(), at.z())))
                .sequence(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, item().us(Tag.REFERENCED_SEGMENT_NUMBER, segment));
    }

    /** Bits of all frames, packed without gaps between frames (PS3.5 8.1.1). */
    public static byte[] packed(int... values) {
        byte[] bytes = new byte[(values.length + 15) / 16 * 2];
        for (int i = 0; i < values.length; i++) bytes[i / 8] |= (byte) (values[i] << i % 8);
        return bytes;
    }
}
