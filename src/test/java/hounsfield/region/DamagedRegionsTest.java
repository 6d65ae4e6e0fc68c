package hounsfield.region;

import static hounsfield.region.RegionFixtures.FRAME;
import static hounsfield.region.RegionFixtures.axial;
import static hounsfield.region.RegionFixtures.contour;
import static hounsfield.region.RegionFixtures.frame;
import static hounsfield.region.RegionFixtures.item;
import static hounsfield.region.RegionFixtures.packed;
import static hounsfield.region.RegionFixtures.pixels;
import static hounsfield.region.RegionFixtures.segment;
import static hounsfield.region.RegionFixtures.segmentation;
import static hounsfield.region.RegionFixtures.shared;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.geometry.Vector3;
import hounsfield.parse.DicomFile;
import hounsfield.region.source.RegionFiles;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Damaged files of regions end with a DicomException, or are read; nothing else escapes, and nothing hangs. */
class DamagedRegionsTest {
    private static byte[] structures() {
        DicomBytes roi = item().text(Tag.ROI_NUMBER, "IS", "3")
                .text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "UI", FRAME)
                .text(Tag.ROI_NAME, "LO", "Ball");
        DicomBytes contours = item().text(Tag.ROI_DISPLAY_COLOR, "IS", "255\\128\\0")
                .sequence(
                        Tag.CONTOUR_SEQUENCE,
                        contour("CLOSED_PLANAR", 1, 1, 0, 5, 1, 0, 5, 5, 0, 1, 5, 0),
                        contour("CLOSED_PLANAR", 1, 1, 2, 5, 1, 2, 5, 5, 2, 1, 5, 2),
                        contour("POINT", 3, 3, 4))
                .text(Tag.REFERENCED_ROI_NUMBER, "IS", "3");
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.481.3")
                .sequence(Tag.STRUCTURE_SET_ROI_SEQUENCE, roi)
                .sequence(Tag.ROI_CONTOUR_SEQUENCE, contours)
                .toBytes();
    }

    private static byte[] segments(String type, int bits) {
        DicomBytes bytes = pixels(segmentation(type, segment(1, "A"), segment(2, "B")), 2, 3, 3, bits)
                .sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared("1\\0\\0\\0\\1\\0", 1, 2))
                .sequence(
                        Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                        frame(2, new Vector3(0, 0, 4)),
                        frame(1, new Vector3(0.5, 0, 2)));
        int[] values = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 0, 0};
        return bytes.bytes(Tag.PIXEL_DATA, "OB", bits == 1 ? packed(values) : labels(values))
                .toBytes();
    }

    private static byte[] labels(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (2 * values[i]);
        return bytes;
    }

    @Test
    void structureSets() {
        tryAll(structures(), 8);
    }

    @Test
    void segmentations() {
        tryAll(segments("BINARY", 1), 3);
    }

    @Test
    void labelMaps() {
        tryAll(segments("LABELMAP", 8), 3);
    }

    private static DicomBytes graphic(String valueType, String graphicType, float... data) {
        return item().text(Tag.VALUE_TYPE, "CS", valueType)
                .floats(Tag.GRAPHIC_DATA, "FL", data)
                .text(Tag.GRAPHIC_TYPE, "CS", graphicType)
                .text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "UI", FRAME);
    }

    private static byte[] report() {
        DicomBytes group = item().text(Tag.CODE_VALUE, "SH", "125007").text(Tag.CODING_SCHEME_DESIGNATOR, "SH", "DCM");
        DicomBytes image = item().text(Tag.VALUE_TYPE, "CS", "IMAGE")
                .sequence(
                        Tag.REFERENCED_SOP_SEQUENCE,
                        item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3.1")
                                .us(Tag.REFERENCED_SEGMENT_NUMBER, 1));
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.88.34")
                .sequence(
                        Tag.CONTENT_SEQUENCE,
                        item().text(Tag.VALUE_TYPE, "CS", "CONTAINER")
                                .sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE, group)
                                .sequence(
                                        Tag.CONTENT_SEQUENCE,
                                        image,
                                        graphic("SCOORD3D", "POLYGON", 1, 1, 0, 5, 1, 0, 5, 5, 0),
                                        graphic("SCOORD3D", "ELLIPSE", 1, 3, 2, 5, 3, 2, 3, 1, 2, 3, 5, 2),
                                        graphic(
                                                "SCOORD3D",
                                                "ELLIPSOID",
                                                1,
                                                3,
                                                2,
                                                5,
                                                3,
                                                2,
                                                3,
                                                1,
                                                2,
                                                3,
                                                5,
                                                2,
                                                3,
                                                3,
                                                0,
                                                3,
                                                3,
                                                4),
                                        graphic("SCOORD", "CIRCLE", 2, 2, 4, 2)))
                .toBytes();
    }

    @Test
    void reports() {
        tryAll(report(), 8);
    }

    private static void tryAll(byte[] file, int size) {
        Random random = new Random(7);
        RegionTarget target = axial(3, size);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
            for (int end = 0; end < file.length; end += 3) read(java.util.Arrays.copyOf(file, end), target);
            for (int i = 0; i < 4000; i++) {
                byte[] damaged = file.clone();
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    damaged[132 + random.nextInt(damaged.length - 132)] = (byte) random.nextInt(256);
                }
                read(damaged, target);
            }
        });
    }

    private static void read(byte[] bytes, RegionTarget target) throws IOException {
        try {
            RegionFile file = RegionFiles.of(DicomFile.read(new ArrayByteSource("damaged.dcm", bytes)));
            PlacedRegions placed = file.placeOn(target, RegionSelection.ALL, OverlapRule.UNION, Progress.NONE);
            placed.overlappingPixels();
        } catch (DicomException e) {
            Assertions.assertEquals("damaged.dcm", e.location().file(), e.getMessage());
        }
    }
}
