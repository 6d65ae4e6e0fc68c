package hounsfield.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.frame.FunctionalGroups;
import hounsfield.testing.BuiltFiles;
import hounsfield.testing.DicomBytes;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PlaneGeometryTest {
    private static final String AXIAL = "1\\0\\0\\0\\1\\0";

    @Test
    void topLevelPlaceIsThatOfTheFirstFrame() throws IOException {
        FunctionalGroups groups =
                BuiltFiles.groups(file -> place(file, "1\\2\\3", AXIAL).text(0x00280030, "DS", "0.5\\0.7"));
        PlaneGeometry plane = PlaneGeometry.of(groups, 0).orElseThrow();
        assertEquals(new Vector3(1, 2, 3), plane.position());
        assertEquals(new Vector3(0, 0, 1), plane.normal());
        assertEquals(0.5, plane.rowSpacing());
        assertEquals(0.7, plane.columnSpacing());
        assertEquals(Optional.empty(), PlaneGeometry.of(groups, 1));
    }

    @Test
    void functionalGroupsComeFirst() throws IOException {
        FunctionalGroups groups = BuiltFiles.groups(file -> place(file, "9\\9\\9", AXIAL)
                .undefinedSequence(
                        0x52009229,
                        BuiltFiles.item()
                                .undefinedSequence(
                                        0x00209116, BuiltFiles.item().text(0x00200037, "DS", "0\\1\\0\\0\\0\\-1"))
                                .undefinedSequence(0x00289110, BuiltFiles.item().text(0x00280030, "DS", "2\\3")))
                .undefinedSequence(0x52009230, position("1\\0\\0"), position("4\\0\\0")));
        PlaneGeometry second = PlaneGeometry.of(groups, 1).orElseThrow();
        assertEquals(new Vector3(4, 0, 0), second.position());
        assertEquals(new Vector3(-1, 0, 0), second.normal());
        assertEquals(2, second.rowSpacing());
        assertEquals(
                new Vector3(1, 0, 0), PlaneGeometry.of(groups, 0).orElseThrow().position());
    }

    @Test
    void doseFramesLieAtTheirOffsets() throws IOException {
        FunctionalGroups groups =
                BuiltFiles.groups(file -> place(file, "0\\0\\-700", AXIAL).text(0x3004000C, "DS", "0\\2.5\\5"));
        assertEquals(
                -697.5, PlaneGeometry.of(groups, 1).orElseThrow().position().z());
        assertEquals(Optional.empty(), PlaneGeometry.of(groups, 3));
    }

    @Test
    void doseOffsetsMayBeCoordinates() throws IOException {
        FunctionalGroups up =
                BuiltFiles.groups(file -> place(file, "0\\0\\-700", AXIAL).text(0x3004000C, "DS", "-700\\-697.5"));
        assertEquals(-697.5, PlaneGeometry.of(up, 1).orElseThrow().position().z());
        FunctionalGroups down = BuiltFiles.groups(
                file -> place(file, "0\\0\\-700", "1\\0\\0\\0\\-1\\0").text(0x3004000C, "DS", "-700\\-697.5"));
        assertEquals(-697.5, PlaneGeometry.of(down, 1).orElseThrow().position().z());
    }

    @Test
    void whatCannotBeAPlaneIsNone() throws IOException {
        for (String orientation : new String[] {"", "0\\0\\0\\0\\0\\0", "1\\0\\0\\1\\0\\0", "1\\0\\0"}) {
            assertEquals(
                    Optional.empty(),
                    PlaneGeometry.of(BuiltFiles.groups(file -> place(file, "1\\2\\3", orientation)), 0));
        }
        assertEquals(Optional.empty(), PlaneGeometry.of(BuiltFiles.groups(file -> place(file, "", AXIAL)), 0));
    }

    @Test
    void spacingSourcesHaveAnOrder() throws IOException {
        Consumer<DicomBytes> imager = file -> file.text(0x00181164, "DS", "0.15\\0.15");
        Consumer<DicomBytes> ratio = file -> file.text(0x00280034, "IS", "4\\3");
        Consumer<DicomBytes> spacing = file -> file.text(0x00280030, "DS", "0.1\\0.2");
        assertEquals(new PixelSpacing(0.1, 0.2, PixelSpacing.Source.PIXEL_SPACING), spacing(imager.andThen(spacing)));
        PixelSpacing fromImager = spacing(imager.andThen(ratio));
        assertEquals(PixelSpacing.Source.IMAGER_PIXEL_SPACING, fromImager.source());
        assertTrue(fromImager.finding().orElseThrow().contains("magnification"));
        PixelSpacing shape = spacing(ratio);
        assertEquals(4.0 / 3, shape.row());
        assertEquals(1, shape.column());
        assertFalse(shape.inMillimetres());
        assertEquals(PixelSpacing.UNKNOWN, spacing(file -> file.text(0x00280030, "DS", "0\\0")));
    }

    @Test
    void ultrasoundRegionsAreInCentimetres() throws IOException {
        DicomBytes tissue = region(1, 3, 0.05, -0.06);
        DicomBytes doppler = region(3, 4, 1, 2);
        PixelSpacing spacing = spacing(file -> file.sequence(0x00186011, tissue, doppler));
        assertEquals(0.5, spacing.column(), 1e-12);
        assertEquals(0.6, spacing.row(), 1e-12);
        assertEquals(PixelSpacing.Source.ULTRASOUND_REGION, spacing.source());
        DicomBytes other = region(1, 3, 0.07, 0.07);
        assertEquals(PixelSpacing.UNKNOWN, spacing(file -> file.sequence(0x00186011, tissue, other)));
    }

    @Test
    void sliceDistanceWithoutPositionsHasAnOrder() throws IOException {
        Consumer<DicomBytes> both = file -> file.text(0x00180050, "DS", "5").text(0x00180088, "DS", "-2.5");
        assertEquals(
                new SliceSpacing(2.5, SliceSpacing.Source.SPACING_BETWEEN_SLICES),
                SliceSpacing.withoutPositions(BuiltFiles.groups(both), 0));
        assertEquals(
                new SliceSpacing(5, SliceSpacing.Source.SLICE_THICKNESS),
                SliceSpacing.withoutPositions(BuiltFiles.groups(file -> file.text(0x00180050, "DS", "5")), 0));
        assertEquals(
                SliceSpacing.UNKNOWN,
                SliceSpacing.withoutPositions(BuiltFiles.groups(file -> file.text(0x00180050, "DS", "")), 0));
    }

    private static DicomBytes region(int format, int units, double deltaX, double deltaY) {
        return BuiltFiles.item()
                .us(0x00186012, format)
                .us(0x00186024, units)
                .us(0x00186026, units)
                .doubles(0x0018602C, "FD", deltaX)
                .doubles(0x0018602E, "FD", deltaY);
    }

    private static DicomBytes position(String position) {
        return BuiltFiles.item().undefinedSequence(0x00209113, BuiltFiles.item().text(0x00200032, "DS", position));
    }

    private static DicomBytes place(DicomBytes bytes, String position, String orientation) {
        return bytes.text(0x00200032, "DS", position).text(0x00200037, "DS", orientation);
    }

    private static PixelSpacing spacing(Consumer<DicomBytes> elements) throws IOException {
        return PixelSpacing.of(BuiltFiles.groups(elements), 0);
    }
}
