package hounsfield.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class StackGeometryTest {
    private static final Vector3 X = new Vector3(1, 0, 0);
    private static final Vector3 Y = new Vector3(0, 1, 0);
    private static final Vector3 Z = new Vector3(0, 0, 1);

    @Test
    void planesAreOrderedAlongTheNormal() {
        StackGeometry stack = StackGeometry.of(List.of(axial(20), axial(0), axial(10)));
        assertArrayEquals(new int[] {1, 2, 0}, stack.order());
        assertArrayEquals(new double[] {0, 10, 20}, stack.distances());
        assertArrayEquals(new double[] {10, 10}, stack.spacings());
        assertEquals(10, stack.medianSpacing());
        assertEquals(Z, stack.normal());
        assertFalse(stack.isUneven() || stack.hasDuplicates() || stack.isSheared() || stack.hasMixedOrientation());
        assertTrue(stack.findings().isEmpty());
        assertFalse(stack.isInGivenOrder());
    }

    @Test
    void sagittalDistancesAreAlongX() {
        // Rows run to the back, columns to the feet: the normal is -x.
        Vector3 down = new Vector3(0, 0, -1);
        StackGeometry stack = StackGeometry.of(List.of(
                new PlaneGeometry(new Vector3(-2, 5, 5), Y, down, 1, 1),
                new PlaneGeometry(new Vector3(0, 5, 5), Y, down, 1, 1),
                new PlaneGeometry(new Vector3(2, 5, 5), Y, down, 1, 1)));
        assertArrayEquals(new int[] {2, 1, 0}, stack.order());
        assertEquals(2, stack.meanSpacing());
        assertEquals(new Vector3(-1, 0, 0), stack.normal());
    }

    @Test
    void unevenSpacingAndGapsAreReported() {
        StackGeometry stack = StackGeometry.of(List.of(axial(0), axial(4), axial(8), axial(15), axial(19)));
        assertTrue(stack.isUneven());
        assertEquals(4, stack.medianSpacing());
        assertEquals(4.75, stack.meanSpacing());
        assertTrue(stack.findings().get(0).startsWith("Uneven spacing: 4.000 to 7.000 mm"));
        assertEquals(
                "Gap: 7.000 mm between slices 3 and 4, 1.8 times the median",
                stack.findings().get(1));
        assertEquals(4, stack.affineLps()[2][2]);
    }

    @Test
    void gapsOfOneSizeInARowAreOneSentence() {
        StackGeometry stack = StackGeometry.of(DoubleStream.of(0, 4, 8, 12, 16, 20, 24, 31, 38, 45, 65)
                .mapToObj(StackGeometryTest::axial)
                .toList());
        assertEquals(
                List.of(
                        "Gap: 7.000 mm between neighboring slices from 7 to 10, 1.8 times the median",
                        "Gap: 20.000 mm between slices 10 and 11, 5.0 times the median"),
                stack.findings().subList(1, stack.findings().size()));
    }

    @Test
    void hundredthsOfAMillimeterAreEven() {
        assertFalse(StackGeometry.of(List.of(axial(0), axial(2.51), axial(5), axial(7.5)))
                .isUneven());
    }

    @Test
    void duplicatesKeepTheirGivenOrderAndAreReported() {
        StackGeometry stack = StackGeometry.of(List.of(axial(5), axial(0), axial(5), axial(0)));
        assertArrayEquals(new int[] {1, 3, 0, 2}, stack.order());
        assertTrue(stack.hasDuplicates());
        assertEquals(2, stack.positions());
        assertEquals(5, stack.medianSpacing());
        assertEquals(5, stack.affineLps()[2][2]);
        assertEquals(
                "Duplicate positions: 4 slices are at 2 positions",
                stack.findings().get(0));
    }

    @Test
    void tiltIsTheAngleBetweenStepAndNormal() {
        double angle = Math.toRadians(20);
        Vector3 column = new Vector3(0, Math.cos(angle), -Math.sin(angle));
        PlaneGeometry first = new PlaneGeometry(new Vector3(0, 0, 0), X, column, 1, 1);
        PlaneGeometry second = new PlaneGeometry(new Vector3(0, 0, 3), X, column, 1, 1);
        StackGeometry stack = StackGeometry.of(List.of(first, second));
        assertEquals(20, stack.shearDegrees(), 1e-9);
        assertEquals(3 * Math.cos(angle), stack.medianSpacing(), 1e-9);
        assertTrue(stack.isSheared());
        assertTrue(stack.findings().get(0).contains("20.00 degrees"));
    }

    @Test
    void mixedOrientationIsReported() {
        PlaneGeometry coronal = new PlaneGeometry(new Vector3(0, 0, 9), X, new Vector3(0, 0, -1), 1, 1);
        StackGeometry stack = StackGeometry.of(List.of(axial(0), coronal));
        assertTrue(stack.hasMixedOrientation());
        assertTrue(stack.findings().get(0).startsWith("Mixed orientation: 1 of 2"));
    }

    @Test
    void affineTakesVoxelsToThePatient() {
        PlaneGeometry first = new PlaneGeometry(new Vector3(-10, -20, 30), X, Y, 0.5, 0.25);
        PlaneGeometry second = new PlaneGeometry(new Vector3(-10, -20, 32), X, Y, 0.5, 0.25);
        double[][] affine = StackGeometry.of(List.of(first, second)).affineLps();
        assertArrayEquals(new double[] {0.25, 0, 0, -10}, affine[0]);
        assertArrayEquals(new double[] {0, 0.5, 0, -20}, affine[1]);
        assertArrayEquals(new double[] {0, 0, 2, 30}, affine[2]);
        assertEquals(new Vector3(-9, -18, 30), first.pixel(4, 4));
    }

    @Test
    void singlePlaneHasNoSpacing() {
        StackGeometry stack = StackGeometry.of(List.of(axial(3)));
        assertTrue(Double.isNaN(stack.medianSpacing()));
        assertTrue(Double.isNaN(stack.meanSpacing()));
        assertEquals(1, stack.positions());
        assertTrue(stack.findings().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> StackGeometry.of(List.of()));
    }

    private static PlaneGeometry axial(double z) {
        return new PlaneGeometry(new Vector3(-100, -100, z), X, Y, 0.7, 0.7);
    }
}
