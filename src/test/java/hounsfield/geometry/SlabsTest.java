package hounsfield.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlabsTest {
    private static void assertSlabs(double[] expected, double... places) {
        assertArrayEquals(expected, Slabs.of(places).orElseThrow(), 1e-12);
    }

    @Test
    void slabsReachHalfWayToTheNeighbors() {
        assertSlabs(new double[] {1, 2, 4, 5}, 0, 1, 4, 9);
    }

    @Test
    void endsAreAsThickAsTheDistanceToTheirNeighbor() {
        assertSlabs(new double[] {3, 3}, 10, 13);
        assertSlabs(new double[] {2, 2, 2}, -2, 0, 2);
    }

    @Test
    void slicesMayBeInAnyOrder() {
        assertSlabs(new double[] {5, 1, 4, 2}, 9, 0, 4, 1);
    }

    @Test
    void slicesAtOnePositionShareItsSlab() {
        assertSlabs(new double[] {1, 0.75, 0.75, 2}, 0, 1, 1, 3);
        assertSlabs(new double[] {1, 1, 2}, 0, 0, 2);
    }

    @Test
    void onePositionHasNoSlab() {
        assertEquals(Optional.empty(), Slabs.of(new double[] {5}));
        assertEquals(Optional.empty(), Slabs.of(new double[] {5, 5, 5}));
        assertEquals(Optional.empty(), Slabs.of(new double[0]));
    }
}
