package hounsfield.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;
import hounsfield.testing.BuiltFiles;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaneGeometryTest {
    private static final String AXIAL = "1\\0\\0\\0\\1\\0";

    @Test
    void topLevelPlaceIsThatOfTheFirstFrame() throws IOException {
        FunctionalGroups groups =
                BuiltFiles.groups(file -> place(file, "1\\2\\3", AXIAL).text(Tag.PIXEL_SPACING, "DS", "0.5\\0.7"));
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
                        Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                        BuiltFiles.item()
                                .undefinedSequence(
                                        Tag.PLANE_ORIENTATION_SEQUENCE,
                                        BuiltFiles.item()
                                                .text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", "0\\1\\0\\0\\0\\-1"))
                                .undefinedSequence(
                                        Tag.PIXEL_MEASURES_SEQUENCE,
                                        BuiltFiles.item().text(Tag.PIXEL_SPACING, "DS", "2\\3")))
                .undefinedSequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, position("1\\0\\0"), position("4\\0\\0")));
        PlaneGeometry second = PlaneGeometry.of(groups, 1).orElseThrow();
        assertEquals(new Vector3(4, 0, 0), second.position());
        assertEquals(new Vector3(-1, 0, 0), second.normal());
        assertEquals(2, second.rowSpacing());
        assertEquals(
                new Vector3(1, 0, 0), PlaneGeometry.of(groups, 0).orElseThrow().position());
    }

    @Test
    void doseFramesLieAtTheirOffsets() throws IOException {
        FunctionalGroups groups = BuiltFiles.groups(
                file -> place(file, "0\\0\\-700", AXIAL).text(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", "0\\2.5\\5"));
        assertEquals(
                -697.5, PlaneGeometry.of(groups, 1).orElseThrow().position().z());
        assertEquals(Optional.empty(), PlaneGeometry.of(groups, 3));
    }

    @Test
    void doseOffsetsMayBeCoordinates() throws IOException {
        FunctionalGroups up = BuiltFiles.groups(
                file -> place(file, "0\\0\\-700", AXIAL).text(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", "-700\\-697.5"));
        assertEquals(-697.5, PlaneGeometry.of(up, 1).orElseThrow().position().z());
        FunctionalGroups down = BuiltFiles.groups(file -> place(file, "0\\0\\-700", "1\\0\\0\\0\\-1\\0")
                .text(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", "-700\\-697.5"));
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
        Consumer<DicomBytes> imager = file -> file.text(Tag.IMAGER_PIXEL_SPACING, "DS", "0.15\\0.15");
        Consumer<DicomBytes> ratio = file -> file.text(Tag.PIXEL_ASPECT_RATIO, "IS", "4\\3");
        Consumer<DicomBytes> spacing = file -> file.text(Tag.PIXEL_SPACING, "DS", "0.1\\0.2");
        assertEquals(new PixelSpacing(0.1, 0.2, PixelSpacing.Source.PIXEL_SPACING), spacing(imager.andThen(spacing)));
        PixelSpacing fromImager = spacing(imager.andThen(ratio));
        assertEquals(PixelSpacing.Source.IMAGER_PIXEL_SPACING, fromImager.source());
        assertTrue(fromImager.finding().orElseThrow().contains("magnification"));
        PixelSpacing shape = spacing(ratio);
        assertEquals(4.0 / 3, shape.row());
        assertEquals(1, shape.column());
        assertFalse(shape.inMillimeters());
        assertEquals(PixelSpacing.UNKNOWN, spacing(file -> file.text(Tag.PIXEL_SPACING, "DS", "0\\0")));
    }

    @Test
    void ultrasoundRegionsAreInCentimeters() throws IOException {
        DicomBytes tissue = region(1, 3, 0.05, -0.06);
        DicomBytes doppler = region(3, 4, 1, 2);
        PixelSpacing spacing = spacing(file -> file.sequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, tissue, doppler));
        assertEquals(0.5, spacing.column(), 1e-12);
        assertEquals(0.6, spacing.row(), 1e-12);
        assertEquals(PixelSpacing.Source.ULTRASOUND_REGION, spacing.source());
        DicomBytes other = region(1, 3, 0.07, 0.07);
        assertEquals(
                PixelSpacing.UNKNOWN,
                spacing(file -> file.sequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, tissue, other)));
    }

    @Test
    void sliceDistanceWithoutPositionsHasAnOrder() throws IOException {
        Consumer<DicomBytes> both =
                file -> file.text(Tag.SLICE_THICKNESS, "DS", "5").text(Tag.SPACING_BETWEEN_SLICES, "DS", "-2.5");
        assertEquals(
                new SliceSpacing(2.5, SliceSpacing.Source.SPACING_BETWEEN_SLICES),
                SliceSpacing.withoutPositions(BuiltFiles.groups(both), 0, new Diagnostics()));
        assertEquals(
                new SliceSpacing(5, SliceSpacing.Source.SLICE_THICKNESS),
                SliceSpacing.withoutPositions(
                        BuiltFiles.groups(file -> file.text(Tag.SLICE_THICKNESS, "DS", "5")), 0, new Diagnostics()));
        assertEquals(
                SliceSpacing.UNKNOWN,
                SliceSpacing.withoutPositions(
                        BuiltFiles.groups(file -> file.text(Tag.SLICE_THICKNESS, "DS", "")), 0, new Diagnostics()));
    }

    /** Each of the attributes that give a spacing, as text that is not a number, as 0, and below 0. */
    @ParameterizedTest
    @CsvSource({
        "PixelSpacing, 'abc\\abc'",
        "PixelSpacing, '0.2\\\\0.2'",
        "PixelSpacing, '0\\0.5'",
        "PixelSpacing, '-0.5\\0.5'",
        "PixelSpacing, '0.7'",
        "PixelSpacing, '1e999\\1'",
        "ImagerPixelSpacing, 'abc'",
        "NominalScannedPixelSpacing, '0.1\\x'",
        "PixelAspectRatio, '4:3'",
        "PixelAspectRatio, '1\\0'",
        "ImagePlanePixelSpacing, 'abc'",
    })
    void spacingThatCannotBeOneIsAbsentAndSaid(String keyword, String value) throws IOException {
        int tag = Dictionary.byKeyword(keyword).orElseThrow().tag();
        Diagnostics findings = new Diagnostics();
        FunctionalGroups groups = BuiltFiles.groups(file -> file.text(tag, "DS", value));
        assertEquals(PixelSpacing.UNKNOWN, PixelSpacing.of(groups, 0, findings));
        assertEquals(1, findings.sentences().size());
        assertTrue(
                findings.sentences().get(0).endsWith(" ignored"),
                findings.sentences().toString());
    }

    @Test
    void nextSourceServesWhereOneCannotBeRead() throws IOException {
        PixelSpacing spacing = spacing(
                file -> file.text(Tag.IMAGER_PIXEL_SPACING, "DS", "0.15\\0.16").text(Tag.PIXEL_SPACING, "UT", "a\\b"));
        assertEquals(new PixelSpacing(0.15, 0.16, PixelSpacing.Source.IMAGER_PIXEL_SPACING), spacing);
        DicomBytes empty = BuiltFiles.item().sequence(Tag.PIXEL_MEASURES_SEQUENCE, BuiltFiles.item());
        DicomBytes measures = BuiltFiles.item()
                .sequence(Tag.PIXEL_MEASURES_SEQUENCE, BuiltFiles.item().text(Tag.PIXEL_SPACING, "DS", "0,143\\0,144"));
        FunctionalGroups groups =
                BuiltFiles.groups(file -> file.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, measures)
                        .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, empty));
        assertEquals(new PixelSpacing(0.143, 0.144, PixelSpacing.Source.PIXEL_SPACING), PixelSpacing.of(groups, 0));
    }

    @Test
    void ratioOfExtremesIsNoSpacing() throws IOException {
        assertEquals(PixelSpacing.UNKNOWN, spacing(file -> file.text(Tag.PIXEL_ASPECT_RATIO, "DS", "1e300\\1e-300")));
    }

    @Test
    void rtImageIsScaledToTheIsocenter() throws IOException {
        Consumer<DicomBytes> plane = file -> file.text(Tag.IMAGE_PLANE_PIXEL_SPACING, "DS", "0.392\\0.784");
        PixelSpacing atPlane = spacing(plane);
        assertEquals(new PixelSpacing(0.392, 0.784, PixelSpacing.Source.IMAGE_PLANE_PIXEL_SPACING), atPlane);
        assertTrue(atPlane.finding().orElseThrow().contains("holds at the image plane"));
        PixelSpacing scaled = spacing(plane.andThen(
                file -> file.text(Tag.RADIATION_MACHINE_SAD, "DS", "1000").text(Tag.RT_IMAGE_SID, "DS", "1500")));
        assertEquals(0.392 / 1.5, scaled.row(), 1e-12);
        assertEquals(0.784 / 1.5, scaled.column(), 1e-12);
        assertTrue(scaled.inMillimeters());
        assertTrue(scaled.finding().orElseThrow().contains("isocenter"));
        for (String bad : new String[] {"0", "-1000", "abc"}) {
            assertEquals(atPlane, spacing(plane.andThen(file -> file.text(Tag.RADIATION_MACHINE_SAD, "DS", bad)
                    .text(Tag.RT_IMAGE_SID, "DS", "1500"))));
        }
    }

    @Test
    void magnifiedMammogramIsAsLargeAsTheBreast() throws IOException {
        Consumer<DicomBytes> imager = file -> file.text(Tag.IMAGER_PIXEL_SPACING, "DS", "0.1\\0.2");
        PixelSpacing spacing = spacing(
                imager.andThen(file -> file.text(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, "DS", "1.8")));
        assertEquals(0.1 / 1.8, spacing.row(), 1e-12);
        assertEquals(0.2 / 1.8, spacing.column(), 1e-12);
        assertEquals(PixelSpacing.Source.MAGNIFICATION_FACTOR, spacing.source());
        for (String bad : new String[] {"0", "0.5", "-1.8", "abc", "1e999"}) {
            assertEquals(
                    new PixelSpacing(0.1, 0.2, PixelSpacing.Source.IMAGER_PIXEL_SPACING),
                    spacing(imager.andThen(
                            file -> file.text(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, "DS", bad))));
        }
    }

    /** A value that is not a number leaves a frame without a place or a thickness. */
    @Test
    void placeThatCannotBeReadIsAbsentAndSaid() throws IOException {
        Diagnostics findings = new Diagnostics();
        FunctionalGroups position = BuiltFiles.groups(file -> place(file, "1\\x\\3", AXIAL));
        assertEquals(Optional.empty(), PlaneGeometry.of(position, 0, findings));
        FunctionalGroups orientation = BuiltFiles.groups(file -> place(file, "1\\2\\3", "1\\0\\0\\0\\1\\abc"));
        assertEquals(Optional.empty(), PlaneGeometry.of(orientation, 0, findings));
        FunctionalGroups thickness = BuiltFiles.groups(file -> file.text(Tag.SLICE_THICKNESS, "DS", "5 mm"));
        assertEquals(SliceSpacing.UNKNOWN, SliceSpacing.withoutPositions(thickness, 0, findings));
        FunctionalGroups spacing = BuiltFiles.groups(
                file -> file.text(Tag.SLICE_THICKNESS, "DS", "5").text(Tag.SPACING_BETWEEN_SLICES, "DS", "x"));
        assertEquals(
                new SliceSpacing(5, SliceSpacing.Source.SLICE_THICKNESS),
                SliceSpacing.withoutPositions(spacing, 0, findings));
        assertEquals(
                List.of(
                        "Image Position (Patient) (0020,0032) cannot be read as numbers and is ignored",
                        "Image Orientation (Patient) (0020,0037) cannot be read as numbers and is ignored",
                        "Slice Thickness (0018,0050) cannot be read as a number and is ignored",
                        "Spacing Between Slices (0018,0088) cannot be read as a number and is ignored"),
                findings.sentences());
        FunctionalGroups far = BuiltFiles.groups(file -> place(file, "1e300\\2\\3", AXIAL));
        assertEquals(Optional.empty(), PlaneGeometry.of(far, 0));
    }

    @Test
    void positionWithDecimalCommasIsAPosition() throws IOException {
        FunctionalGroups groups = BuiltFiles.groups(file -> place(file, "-125,5\\-100,25\\30,5", AXIAL));
        assertEquals(
                new Vector3(-125.5, -100.25, 30.5),
                PlaneGeometry.of(groups, 0).orElseThrow().position());
    }

    private static DicomBytes region(int format, int units, double deltaX, double deltaY) {
        return BuiltFiles.item()
                .us(Tag.REGION_SPATIAL_FORMAT, format)
                .us(Tag.PHYSICAL_UNITS_X_DIRECTION, units)
                .us(Tag.PHYSICAL_UNITS_Y_DIRECTION, units)
                .doubles(Tag.PHYSICAL_DELTA_X, "FD", deltaX)
                .doubles(Tag.PHYSICAL_DELTA_Y, "FD", deltaY);
    }

    private static DicomBytes position(String position) {
        return BuiltFiles.item()
                .undefinedSequence(
                        Tag.PLANE_POSITION_SEQUENCE,
                        BuiltFiles.item().text(Tag.IMAGE_POSITION_PATIENT, "DS", position));
    }

    private static DicomBytes place(DicomBytes bytes, String position, String orientation) {
        return bytes.text(Tag.IMAGE_POSITION_PATIENT, "DS", position)
                .text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", orientation);
    }

    private static PixelSpacing spacing(Consumer<DicomBytes> elements) throws IOException {
        return PixelSpacing.of(BuiltFiles.groups(elements), 0);
    }
}
