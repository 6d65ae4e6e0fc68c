package hounsfield.region;

import static hounsfield.region.RegionFixtures.FRAME;
import static hounsfield.region.RegionFixtures.item;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.geometry.Vector3;
import hounsfield.region.source.RegionFiles;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regions of measurement reports: segments of other files, graphics in the patient, and graphics in the matrix of a slide. */
class ReportRegionsTest {
    private static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";
    private static final String STRUCTURES = "1.2.840.10008.5.1.4.1.1.481.3";

    @TempDir
    private Path folder;

    private static DicomBytes code(String value) {
        return item().text(Tag.CODE_VALUE, "SH", value)
                .text(Tag.CODING_SCHEME_DESIGNATOR, "SH", "DCM")
                .text(Tag.CODE_MEANING, "LO", "made");
    }

    private static DicomBytes named(String type, String concept) {
        return item().text(Tag.VALUE_TYPE, "CS", type).sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE, code(concept));
    }

    private static DicomBytes group(String trackingId, DicomBytes... content) {
        List<DicomBytes> all = new ArrayList<>(List.of(named("TEXT", "112039").text(Tag.TEXT_VALUE, "UT", trackingId)));
        all.addAll(List.of(content));
        return named("CONTAINER", "125007").sequence(Tag.CONTENT_SEQUENCE, all.toArray(DicomBytes[]::new));
    }

    private static DicomBytes reference(String sopClass, String uid, int numberTag, String vr, String numbers) {
        DicomBytes reference = item().text(Tag.REFERENCED_SOP_CLASS_UID, "UI", sopClass)
                .text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", uid);
        int[] values = numbers.isEmpty()
                ? new int[0]
                : List.of(numbers.split(",")).stream()
                        .mapToInt(Integer::parseInt)
                        .toArray();
        if (vr.equals("US")) reference.us(numberTag, values);
        else reference.text(numberTag, vr, numbers);
        return reference;
    }

    private static DicomBytes segment(String uid, String numbers) {
        return named("IMAGE", "121191")
                .sequence(
                        Tag.REFERENCED_SOP_SEQUENCE,
                        reference(SEGMENTATION, uid, Tag.REFERENCED_SEGMENT_NUMBER, "US", numbers));
    }

    private static DicomBytes inPatient(String type, double... data) {
        float[] floats = new float[data.length];
        for (int i = 0; i < floats.length; i++) floats[i] = (float) data[i];
        return named("SCOORD3D", "111030")
                .text(Tag.GRAPHIC_TYPE, "CS", type)
                .floats(Tag.GRAPHIC_DATA, "FL", floats)
                .text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "UI", FRAME);
    }

    private PlacedRegions place(RegionTarget target, DicomBytes... groups) throws IOException {
        byte[] report = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.88.34")
                .text(Tag.VALUE_TYPE, "CS", "CONTAINER")
                .sequence(Tag.CONTENT_SEQUENCE, groups)
                .toBytes();
        Path path = Files.write(folder.resolve("report.dcm"), report);
        return RegionFiles.read(path, Progress.NONE)
                .placeOn(target, RegionSelection.ALL, OverlapRule.EVEN_ODD, Progress.NONE);
    }

    /** Two segments of 4 x 4 pixels on two slices: segment 1 in frames 1 and 2, segment 2 in frame 3. */
    private void writeSegmentation() throws IOException {
        DicomBytes bytes = RegionFixtures.segmentation(
                        "BINARY", RegionFixtures.segment(1, "One"), RegionFixtures.segment(2, "Two"))
                .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.70");
        bytes = RegionFixtures.pixels(bytes, 3, 4, 4, 1)
                .sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, RegionFixtures.shared("1\\0\\0\\0\\1\\0", 1, 2))
                .sequence(
                        Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                        RegionFixtures.frame(1, new Vector3(0, 0, 0)),
                        RegionFixtures.frame(1, new Vector3(0, 0, 2)),
                        RegionFixtures.frame(2, new Vector3(0, 0, 2)))
                .bytes(
                        Tag.PIXEL_DATA,
                        "OB",
                        RegionFixtures.packed(IntStream.of(
                                        1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, //
                                        0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, //
                                        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1)
                                .toArray()));
        Files.write(folder.resolve("seg.dcm"), bytes.toBytes());
    }

    private void writeStructures() throws IOException {
        DicomBytes contour =
                RegionFixtures.contour("CLOSED_PLANAR", -0.5, -0.5, 0, 2.5, -0.5, 0, 2.5, 1.5, 0, -0.5, 1.5, 0);
        byte[] bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", STRUCTURES)
                .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.80")
                .sequence(
                        Tag.STRUCTURE_SET_ROI_SEQUENCE,
                        item().text(Tag.ROI_NUMBER, "IS", "3")
                                .text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "UI", FRAME)
                                .text(Tag.ROI_NAME, "LO", "Box"))
                .sequence(
                        Tag.ROI_CONTOUR_SEQUENCE,
                        item().sequence(Tag.CONTOUR_SEQUENCE, contour).text(Tag.REFERENCED_ROI_NUMBER, "IS", "3"))
                .toBytes();
        Files.write(folder.resolve("rt.dcm"), bytes);
    }

    @Test
    void segmentsAndStructuresOfOtherFilesArePlacedUnderTheNameOfTheirGroup() throws IOException {
        writeSegmentation();
        writeStructures();
        PlacedRegions placed = place(
                RegionFixtures.axial(2, 4),
                group("Lesion", segment("1.2.3.70", "1")),
                group(
                        "Box",
                        named("COMPOSITE", "121191")
                                .sequence(
                                        Tag.REFERENCED_SOP_SEQUENCE,
                                        reference(STRUCTURES, "1.2.3.80", Tag.REFERENCED_ROI_NUMBER, "IS", "3"))),
                group("Number only"));
        assertEquals(
                List.of("Lesion", "Box"),
                placed.regions().stream().map(each -> each.region().name()).toList());
        assertEquals(2 + 4, placed.regions().get(0).count());
        assertEquals(Set.of(0, 1), placed.regions().get(0).masks().keySet());
        byte[] box = placed.regions().get(1).pixels(0, 4, 4);
        assertArrayEquals(new byte[] {1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, box);
        RegionFile file = RegionFiles.read(folder.resolve("report.dcm"), Progress.NONE);
        assertTrue(
                file.findings().toString().contains("1 of 3 measurement groups"),
                file.findings().toString());
    }

    /** A planar group (TID 1410) names a frame of a segment. */
    @Test
    void aFrameOfASegmentIsPlacedAlone() throws IOException {
        writeSegmentation();
        DicomBytes frame = named("IMAGE", "121214")
                .sequence(
                        Tag.REFERENCED_SOP_SEQUENCE,
                        reference(SEGMENTATION, "1.2.3.70", Tag.REFERENCED_SEGMENT_NUMBER, "US", "1")
                                .text(Tag.REFERENCED_FRAME_NUMBER, "IS", "2"));
        PlacedRegions placed = place(RegionFixtures.axial(2, 4), group("Slice", frame));
        assertEquals(Set.of(1), placed.regions().get(0).masks().keySet());
        assertEquals(4, placed.regions().get(0).count());
    }

    @Test
    void whatCannotBePlacedIsListedAndSaid() throws IOException {
        writeSegmentation();
        PlacedRegions placed = place(
                RegionFixtures.axial(2, 4),
                group("There", segment("1.2.3.70", "2,7")),
                group("Elsewhere", segment("1.2.3.71", "1")));
        assertEquals(1, placed.regions().size());
        String said = placed.findings().toString();
        assertTrue(said.contains("has no number 7"), said);
        assertTrue(said.contains("\"Elsewhere\": number [1] of the object 1.2.3.71 cannot be placed"), said);
        RegionFile file = RegionFiles.read(folder.resolve("report.dcm"), Progress.NONE);
        assertEquals(
                List.of("There", "Elsewhere"),
                file.regions().stream().map(Region::name).toList());
        DicomException refused = assertThrows(
                DicomException.class,
                () -> place(RegionFixtures.axial(2, 4), group("Elsewhere", segment("1.2.3.71", "1"))));
        assertTrue(refused.getMessage().contains("1.2.3.71"), refused.getMessage());
    }

    /** An ellipsoid with turned axes: a pixel is inside if its center is. */
    @Test
    void anEllipsoidIsItsSectionsWithTheSlices() throws IOException {
        double angle = Math.toRadians(30);
        double[][] axes = {
            {8 * Math.cos(angle), 0, 8 * Math.sin(angle)},
            {0, 5, 0},
            {-4 * Math.sin(angle), 0, 4 * Math.cos(angle)}
        };
        double[] center = {10.13, 9.27, 8.41};
        double[] data = new double[18];
        for (int i = 0; i < 18; i++) data[i] = center[i % 3] + (i / 3 % 2 == 0 ? -1 : 1) * axes[i / 6][i % 3];
        PlacedRegion placed = place(RegionFixtures.axial(9, 20), group("Egg", inPatient("ELLIPSOID", data)))
                .regions()
                .get(0);
        long all = 0;
        long wrong = 0;
        for (int slice = 0; slice < 9; slice++) {
            byte[] pixels = placed.pixels(slice, 20, 20);
            for (int i = 0; i < 400; i++) {
                double[] point = {i % 20 - center[0], i / 20 - center[1], 2 * slice - center[2]};
                double sum = 0;
                for (double[] axis : axes) {
                    double dot = 0;
                    double square = 0;
                    for (int k = 0; k < 3; k++) {
                        dot += point[k] * axis[k];
                        square += axis[k] * axis[k];
                    }
                    sum += dot / square * (dot / square);
                }
                if (sum < 1) all++;
                // The polygon is within 2e-4 of the ellipse.
                if ((sum < 1) != (pixels[i] == 1) && Math.abs(sum - 1) > 1e-3) wrong++;
            }
        }
        assertEquals(0, wrong);
        assertTrue(all > 200, "" + all);
        assertEquals(all, placed.count(), 3);
    }

    @Test
    void eachGraphicTypeInThePatient() throws IOException {
        PlacedRegions placed = place(
                RegionFixtures.axial(3, 20),
                group("Ellipse", inPatient("ELLIPSE", 4, 9, 2, 14, 9, 2, 9, 6, 2, 9, 12, 2)),
                group("Polygon", inPatient("POLYGON", 1.5, 1.5, 4, 5.5, 1.5, 4, 5.5, 3.5, 4, 1.5, 3.5, 4, 1.5, 1.5, 4)),
                group("Line", inPatient("POLYLINE", 1, 1, 0, 5, 5, 0)),
                group("Point", inPatient("POINT", 3, 4, 2)),
                group("Points", inPatient("MULTIPOINT", 3, 4, 2, 5, 6, 2)),
                group("Short", inPatient("ELLIPSOID", 3, 4, 2, 5, 6, 2)),
                group("Far", inPatient("POINT", 3, 4, 200)));
        List<PlacedRegion> regions = placed.regions();
        assertEquals(7, regions.size());
        byte[] ellipse = regions.get(0).pixels(1, 20, 20);
        for (int i = 0; i < 400; i++) {
            double sum = Math.pow((i % 20 - 9) / 5.0, 2) + Math.pow((i / 20 - 9) / 3.0, 2);
            if (Math.abs(sum - 1) > 1e-3) assertEquals(sum < 1 ? 1 : 0, ellipse[i], "pixel " + i);
        }
        assertEquals(4 * 2, regions.get(1).count());
        assertEquals(Outline.Kind.OPEN, regions.get(2).outlines().get(0).get(0).kind());
        assertEquals(Outline.Kind.POINT, regions.get(3).outlines().get(1).get(0).kind());
        assertArrayEquals(
                new double[] {3, 5}, regions.get(4).outlines().get(1).get(0).columns(), 1e-6);
        assertTrue(regions.get(5).isEmpty());
        assertTrue(regions.get(6).isEmpty());
        String said = placed.findings().toString();
        assertTrue(said.contains("\"Short\": coordinates in the patient with this Graphic Type"), said);
        assertTrue(said.contains("\"Far\": no contour is on a slice"), said);
    }

    private static TargetPlane tile(int frame, int column, int row) {
        return new TargetPlane(
                Optional.empty(),
                10,
                10,
                new TargetPlane.SourceFrame("1.2.3", "1.2.3.5", frame, "", Optional.of(new TilePlace(column, row))),
                OptionalDouble.empty());
    }

    private static DicomBytes onImage(String origin, String frames, float... data) {
        DicomBytes reference = item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3.5");
        if (!frames.isEmpty()) reference.text(Tag.REFERENCED_FRAME_NUMBER, "IS", frames);
        DicomBytes graphic = named("SCOORD", "111030")
                .text(Tag.GRAPHIC_TYPE, "CS", "POLYLINE")
                .floats(Tag.GRAPHIC_DATA, "FL", data)
                .sequence(
                        Tag.CONTENT_SEQUENCE,
                        item().text(Tag.VALUE_TYPE, "CS", "IMAGE").sequence(Tag.REFERENCED_SOP_SEQUENCE, reference));
        return origin.isEmpty() ? graphic : graphic.text(Tag.PIXEL_ORIGIN_INTERPRETATION, "CS", origin);
    }

    /** A square of the total matrix over four tiles, and one in the second tile (PS3.3 C.18.6). */
    @Test
    void graphicsOfASlideAreInTheTotalMatrixOrInAFrame() throws IOException {
        RegionTarget target = RegionTarget.of(List.of(tile(0, 1, 1), tile(1, 11, 1), tile(2, 1, 11), tile(3, 11, 11)));
        float[] square = {7, 8, 13, 8, 13, 13, 7, 13, 7, 8};
        PlacedRegions placed = place(
                target,
                group("Matrix", onImage("VOLUME", "", square)),
                group("Default", onImage("", "", square)),
                group("Frame", onImage("FRAME", "2", 1, 1, 4, 1, 4, 4, 1, 4, 1, 1)));
        for (PlacedRegion each : placed.regions().subList(0, 2)) {
            long[] counts = new long[4];
            for (int i = 0; i < 4; i++) for (byte pixel : each.pixels(i, 10, 10)) counts[i] += pixel;
            assertArrayEquals(new long[] {3 * 2, 3 * 2, 3 * 3, 3 * 3}, counts);
        }
        assertEquals(Set.of(1), placed.regions().get(2).masks().keySet());
        assertEquals(9, placed.regions().get(2).count());
    }
}
