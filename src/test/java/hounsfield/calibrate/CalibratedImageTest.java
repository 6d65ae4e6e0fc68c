package hounsfield.calibrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.Placement;
import hounsfield.geometry.PlaneAxes;
import hounsfield.geometry.SliceSpacing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CalibratedImageTest {
    private static CalibratedPlane plane(int width, String unit, String... findings) {
        return new CalibratedPlane(width, 1, new float[width], unit, Optional.empty(), List.of(findings));
    }

    private static Placement placement(int timePoints, String... findings) {
        return new Placement(
                PixelSpacing.UNKNOWN,
                SliceSpacing.UNKNOWN,
                Optional.empty(),
                new PlaneAxes(1, timePoints, OptionalDouble.empty()),
                List.of(findings));
    }

    @Test
    void planesOfDifferentUnitsHaveNoneInCommon() {
        CalibratedImage image = new CalibratedImage(List.of(plane(2, "HU"), plane(2, "BQML")), placement(1), List.of());
        assertEquals("", image.unit());
        assertEquals(List.of("The planes have different units: HU, BQML"), image.findings());
    }

    @Test
    void eachFindingIsReportedOnce() {
        CalibratedImage image = new CalibratedImage(
                List.of(plane(2, "HU", "a"), plane(2, "HU", "a", "b")), placement(1, "c", "b"), List.of("d", "a"));
        assertEquals("HU", image.unit());
        assertEquals(List.of("a", "b", "d", "c"), image.findings());
    }

    @Test
    void imgSharesThePlanesArrays() {
        CalibratedPlane plane = plane(2, "HU");
        CalibratedImage image = new CalibratedImage(List.of(plane), placement(1), List.of());
        assertSame(plane.values(), image.plane(0));
        assertSame(plane.values(), image.img().getPlane(0).getCurrentStorageArray());
    }

    @Test
    void planesThatDoNotFitTogetherAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CalibratedImage(List.of(), placement(1), List.of()));
        List<CalibratedPlane> sizes = List.of(plane(2, "HU"), plane(3, "HU"));
        assertThrows(IllegalArgumentException.class, () -> new CalibratedImage(sizes, placement(1), List.of()));
        List<CalibratedPlane> three = List.of(plane(2, "HU"), plane(2, "HU"), plane(2, "HU"));
        assertThrows(IllegalArgumentException.class, () -> new CalibratedImage(three, placement(2), List.of()));
    }

    @Test
    void timePointsAreTheFourthAxis() {
        List<CalibratedPlane> planes = List.of(plane(2, ""), plane(2, ""), plane(2, ""), plane(2, ""));
        planes.get(3).values()[1] = 7;
        CalibratedImage image = new CalibratedImage(planes, placement(2), List.of());
        assertArrayEquals(new long[] {2, 1, 2, 2}, image.img().dimensionsAsLongArray());
        assertEquals(7, image.img().getAt(1, 0, 1, 1).get());
        assertThrows(
                IllegalArgumentException.class, () -> image.img(image.planes().subList(0, 3)));
        assertThrows(
                IllegalArgumentException.class,
                () -> image.img(List.of(new float[0], new float[2], new float[2], new float[2])));
    }
}
