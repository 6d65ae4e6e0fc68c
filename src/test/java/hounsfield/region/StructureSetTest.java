package hounsfield.region;

import static hounsfield.region.RegionFixtures.FRAME;
import static hounsfield.region.RegionFixtures.X;
import static hounsfield.region.RegionFixtures.Y;
import static hounsfield.region.RegionFixtures.axial;
import static hounsfield.region.RegionFixtures.contour;
import static hounsfield.region.RegionFixtures.slice;
import static hounsfield.region.RegionFixtures.structures;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.geometry.Vector3;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructureSetTest {
    private static PlacedRegions place(RegionFile file, RegionTarget target, OverlapRule overlap) throws IOException {
        return file.placeOn(target, RegionSelection.ALL, overlap, Progress.NONE);
    }

    private static PlacedRegion only(RegionFile file, RegionTarget target) throws IOException {
        return place(file, target, OverlapRule.EVEN_ODD).regions().get(0);
    }

    private static DicomBytes square(double from, double to, double z) {
        return contour("CLOSED_PLANAR", from, from, z, to, from, z, to, to, z, from, to, z);
    }

    @Test
    void leftAndUpperEdgesAreInside() throws IOException {
        PlacedRegion region = only(structures(FRAME, square(2, 5, 2)), axial(3, 8));
        byte[] pixels = region.pixels(1, 8, 8);
        assertEquals(9, region.count());
        assertEquals(1, pixels[2 * 8 + 2]);
        assertEquals(0, pixels[5 * 8 + 5]);
        assertEquals(0, pixels[2 * 8 + 5]);
        assertEquals(9 * 2 / 1000.0, region.milliliters(axial(3, 8)), 1e-12);
    }

    @Test
    void aContourWithinAnotherIsAHoleUnlessUnion() throws IOException {
        RegionFile file = structures(FRAME, square(0.5, 6.5, 0), square(2.5, 4.5, 0));
        PlacedRegions placed = place(file, axial(3, 8), OverlapRule.EVEN_ODD);
        assertEquals(36 - 4, placed.regions().get(0).count());
        assertTrue(
                placed.findings().get(0).contains("union has 4 more pixels"),
                placed.findings().toString());
        assertEquals(
                36, place(file, axial(3, 8), OverlapRule.UNION).regions().get(0).count());
    }

    /** The edge from the outer to the inner square, there and back, encloses nothing. */
    @Test
    void aKeyholeHasAHoleAndNoLine() throws IOException {
        double z = 0;
        DicomBytes keyhole = contour(
                "CLOSED_PLANAR",
                0.5,
                0.5,
                z,
                6.5,
                0.5,
                z,
                6.5,
                6.5,
                z,
                0.5,
                6.5,
                z,
                0.5,
                0.5,
                z,
                2.5,
                2.7,
                z,
                2.5,
                4.5,
                z,
                4.5,
                4.5,
                z,
                4.5,
                2.5,
                z,
                2.5,
                2.7,
                z);
        assertEquals(36 - 4, only(structures(FRAME, keyhole), axial(3, 8)).count());
    }

    @Test
    void placesWithinHalfASlab() throws IOException {
        PlacedRegions placed = place(
                structures(FRAME, square(1, 3, 2.9), square(1, 3, 1), square(1, 3, 9)),
                axial(3, 8),
                OverlapRule.EVEN_ODD);
        assertEquals(List.of(1), List.copyOf(placed.regions().get(0).masks().keySet()));
        String finding = placed.findings().get(0);
        assertTrue(finding.contains("2 of 3 contours are on no slice"), finding);
        assertTrue(finding.contains("contour 2 is halfway between two slices, 1.00 mm from both"), finding);
        assertTrue(finding.contains("contour 3 is 5.00 mm from the nearest slice"), finding);
    }

    @Test
    void refusesContoursThatAreOnNoSliceWithTheDistance() throws IOException {
        RegionFile file = structures(FRAME, square(1, 3, 50));
        DicomException e = assertThrows(DicomException.class, () -> only(file, axial(3, 8)));
        assertTrue(e.getMessage().startsWith("regions.dcm: "), e.getMessage());
        assertTrue(e.getMessage().contains("46.00 mm"), e.getMessage());
    }

    @Test
    void listsContoursAcrossTheSlices() throws IOException {
        DicomBytes sagittal = contour("CLOSED_PLANAR", 1, 1, 0, 1, 5, 0, 1, 5, 4, 1, 1, 4);
        PlacedRegions placed = place(structures(FRAME, square(1, 3, 0), sagittal), axial(3, 8), OverlapRule.EVEN_ODD);
        assertTrue(placed.findings().get(0).contains("extends over 4.00 mm across the slices"));
    }

    @Test
    void pointsAndOpenContoursEncloseNothing() throws IOException {
        RegionFile file = structures(
                FRAME,
                contour("POINT", 1.25, 2.5, 2),
                contour("OPEN_PLANAR", 1, 1, 2, 5, 5, 2, 1, 5, 2),
                contour("CLOSED_PLANAR", 1, 1, 2, 5, 5, 2));
        PlacedRegion region = only(file, axial(3, 8));
        assertEquals(0, region.count());
        List<Outline> outlines = region.outlines().get(1);
        assertEquals(
                List.of(Outline.Kind.POINT, Outline.Kind.OPEN, Outline.Kind.OPEN),
                outlines.stream().map(Outline::kind).toList());
        assertArrayEquals(new double[] {1.25}, outlines.get(0).columns());
        assertArrayEquals(new double[] {2.5}, outlines.get(0).rows());
        assertTrue(
                file.findings().get(0).contains("is closed and has 2 points"),
                file.findings().toString());
    }

    @Test
    void nothingWrapsAroundTheImage() throws IOException {
        PlacedRegions placed = place(
                structures(FRAME, square(-4.5, 2.5, 0), square(20, 30, 2), square(-1e7, 1e7, 4)),
                axial(3, 8),
                OverlapRule.EVEN_ODD);
        PlacedRegion region = placed.regions().get(0);
        assertEquals(9 + 64, region.count());
        assertTrue(
                placed.findings().get(0).contains("entirely outside the image: 1 contour"),
                placed.findings().toString());
    }

    @Test
    void refusesAnotherFrameOfReferenceWithBothUids() throws IOException {
        RegionFile file = structures("1.2.3.77", square(1, 3, 0));
        DicomException e = assertThrows(DicomException.class, () -> only(file, axial(3, 8)));
        assertTrue(e.getMessage().contains("1.2.3.77") && e.getMessage().contains(FRAME), e.getMessage());
    }

    @Test
    void takesImagesThatAreNamedByUidAndSaysSo() throws IOException {
        DicomBytes named = RegionFixtures.item()
                .sequence(
                        Tag.CONTOUR_IMAGE_SEQUENCE,
                        RegionFixtures.item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3.1"))
                .text(Tag.CONTOUR_GEOMETRIC_TYPE, "CS", "CLOSED_PLANAR")
                .text(Tag.CONTOUR_DATA, "DS", RegionFixtures.decimals(1, 1, 0, 3, 1, 0, 3, 3, 0, 1, 3, 0));
        PlacedRegions placed = place(structures("1.2.3.77", named), axial(3, 8), OverlapRule.EVEN_ODD);
        assertEquals(4, placed.regions().get(0).count());
        assertTrue(placed.findings().get(0).contains("they name the image by its SOP Instance UID"));
    }

    @Test
    void unreadableContoursAreLeftOutAndSaid() throws IOException {
        DicomBytes broken = RegionFixtures.item()
                .text(Tag.CONTOUR_GEOMETRIC_TYPE, "CS", "CLOSED_PLANAR")
                .text(Tag.CONTOUR_DATA, "DS", "1\\x\\3");
        DicomBytes rest = RegionFixtures.item()
                .text(Tag.CONTOUR_GEOMETRIC_TYPE, "CS", "CLOSED_PLANAR")
                .text(Tag.CONTOUR_DATA, "DS", "1\\1\\0\\3\\1\\0\\3\\3\\0\\1\\3\\0\\7");
        RegionFile file = structures(FRAME, broken, rest);
        assertEquals(4, only(file, axial(3, 8)).count());
        assertTrue(file.findings().stream().anyMatch(text -> text.contains("not a multiple of three")));
        assertTrue(file.findings().stream().anyMatch(text -> text.contains("a contour of ROI 3 has no points")));
    }

    /** Contours of a ball on slices that point in an oblique direction and are sheared by a gantry tilt. */
    @Test
    void aBallOnTiltedObliqueSlicesHasItsVolume() throws IOException {
        double mm = 1;
        double tilt = Math.toRadians(20);
        Vector3 row = new Vector3(0.9, 0.3, -0.2).normalized();
        Vector3 column = Y.minus(row.times(Y.dot(row))).normalized();
        Vector3 normal = row.cross(column);
        Vector3 step = normal.plus(column.times(Math.tan(tilt))).times(mm);
        List<TargetPlane> planes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            planes.add(slice(i + 1, new Vector3(5, -7, 3).plus(step.times(i)), row, column, mm, 80));
        }
        RegionTarget target = RegionTarget.of(planes);
        Vector3 center = planes.get(30).plane().orElseThrow().pixel(35.3, 38.7);
        double radius = 20;
        List<DicomBytes> contours = new ArrayList<>();
        for (TargetPlane plane : planes) {
            double height = center.minus(plane.plane().orElseThrow().position()).dot(normal);
            if (Math.abs(height) >= radius) continue;
            double r = Math.sqrt(radius * radius - height * height);
            double[] numbers = new double[3 * 180];
            for (int i = 0; i < 180; i++) {
                double angle = Math.toRadians(2 * i);
                Vector3 point = center.minus(normal.times(height))
                        .plus(row.times(r * Math.cos(angle)))
                        .plus(column.times(r * Math.sin(angle)));
                System.arraycopy(point.toArray(), 0, numbers, 3 * i, 3);
            }
            contours.add(contour("CLOSED_PLANAR", numbers));
        }
        PlacedRegion region = only(structures(FRAME, contours.toArray(DicomBytes[]::new)), target);
        double exact = 4.0 / 3 * Math.PI * radius * radius * radius / 1000;
        assertEquals(exact, region.milliliters(target), 0.01 * exact);
        assertTrue(region.centroid(target).orElseThrow().minus(center).length() < 0.05);
        assertEquals(contours.size(), region.outlines().size());
    }

    @Test
    void slicesWithoutPositionsAreRefused() throws IOException {
        TargetPlane nowhere = new TargetPlane(
                java.util.Optional.empty(), 8, 8, TargetPlane.SourceFrame.UNKNOWN, java.util.OptionalDouble.empty());
        RegionFile file = structures(FRAME, square(1, 3, 0));
        assertThrows(DicomException.class, () -> only(file, RegionTarget.of(List.of(nowhere))));
    }

    @Test
    void slicesAtOnePositionShareAPlace() throws IOException {
        TargetPlane one = slice(1, new Vector3(0, 0, 0), X, Y, 1, 8);
        TargetPlane two = slice(2, new Vector3(0, 0, 2), X, Y, 1, 8);
        RegionTarget target = RegionTarget.of(List.of(two, one, two));
        assertEquals(2, target.places().size());
        assertEquals(List.of(0, 2), target.places().get(1).slices());
        assertEquals(
                4 * 2 / 1000.0, only(structures(FRAME, square(1, 3, 2)), target).milliliters(target), 1e-12);
    }

    @Test
    void describesTheRoi() throws IOException {
        Region region = structures(FRAME).regions().get(0);
        assertEquals("region 3 \"Ball\"", region.label());
        assertEquals(0xFF8000, region.color().orElseThrow());
    }

    @Test
    void selectsByNumberRangeAndName() throws IOException {
        List<Region> all = List.of(
                Region.unnamed(1),
                Region.unnamed(2),
                structures(FRAME).regions().get(0));
        assertEquals(3, RegionSelection.of("").of(all).size());
        assertEquals(
                List.of(all.get(1), all.get(2)), RegionSelection.of("ball, 2").of(all));
        assertEquals(List.of(all.get(0), all.get(1)), RegionSelection.of("1-2").of(all));
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> RegionSelection.of("9").of(all));
        assertEquals("no region \"9\"; there are 1 Region 1, 2 Region 2, 3 Ball", e.getMessage());
    }
}
