package hounsfield.geometry.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.testing.Impatient;
import hounsfield.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Resampling of uneven and tilted stacks, with phantoms that are scanned by averaging. */
class ResamplingTest {
    private static final double TILT = Math.toRadians(18.5);
    private static final Vector3 RIGHT = new Vector3(1, 0, 0);
    private static final Vector3 DOWN = new Vector3(0, Math.cos(TILT), -Math.sin(TILT));
    private static final Vector3 NORMAL = RIGHT.cross(DOWN);
    private static final int SIDE = 100;
    private static final double PIXEL = 0.9;
    private static final double AIR = -1024;

    private static final Vector3 SPHERE = new Vector3(8.3, -2.1, 0.7);
    private static final double SPHERE_RADIUS = 25;
    private static final double ROD_X = -30.2;
    private static final double ROD_Y = 5.3;
    private static final double ROD_RADIUS = 4;

    /** A value at each point of the patient. */
    private interface Body {
        double at(Vector3 point);
    }

    /** Planes of a tilted gantry at table positions with gaps of 0.8 to 1.5 mm. */
    private static List<PlaneGeometry> tilted() {
        List<PlaneGeometry> planes = new ArrayList<>();
        double[] gaps = {0.8, 1, 1.5, 1, 0.8, 1.2};
        double table = -32;
        Vector3 corner = RIGHT.plus(DOWN).times(-0.5 * (SIDE - 1) * PIXEL);
        for (int i = 0; table <= 32; i++) {
            planes.add(new PlaneGeometry(corner.plus(new Vector3(0, 0, table)), RIGHT, DOWN, PIXEL, PIXEL));
            table += gaps[i % gaps.length];
        }
        return planes;
    }

    private static List<PlaneGeometry> upright(double... places) {
        List<PlaneGeometry> planes = new ArrayList<>();
        for (double place : places) {
            planes.add(new PlaneGeometry(new Vector3(1, 2, place), RIGHT, new Vector3(0, 1, 0), 0.5, 0.75));
        }
        return planes;
    }

    /** Scans a body: each pixel is the mean of {@code samples} points per axis, in a slab of 1 mm. */
    private static float[] scan(PlaneGeometry plane, int samples, Body body) {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            for (int s = 0; s < samples * samples * samples; s++) {
                double x = i % SIDE + ((s % samples) + 0.5) / samples - 0.5;
                double y = i / SIDE + ((s / samples % samples) + 0.5) / samples - 0.5;
                double deep = ((s / samples / samples) + 0.5) / samples - 0.5;
                sum += body.at(plane.pixel(x, y).plus(NORMAL.times(deep)));
            }
            values[i] = (float) (sum / (samples * samples * samples));
        }
        return values;
    }

    private static double phantom(Vector3 point) {
        boolean rod = Math.hypot(point.x() - ROD_X, point.y() - ROD_Y) < ROD_RADIUS;
        return rod || point.minus(SPHERE).length() < SPHERE_RADIUS ? 40 : -1000;
    }

    private static float[][] resample(EvenGrid grid, List<PlaneGeometry> planes, Interpolation method, Body body) {
        List<float[]> values =
                planes.stream().parallel().map(plane -> scan(plane, 4, body)).toList();
        Resampling resampling = new Resampling(StackGeometry.of(planes), SIDE, SIDE, grid, method, (float) AIR);
        return resampling.run(values::get, Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void sphereAndRodComeBackFromATiltedUnevenScan(Interpolation method) {
        List<PlaneGeometry> planes = tilted();
        StackGeometry stack = StackGeometry.of(planes);
        assertTrue(stack.isUneven() && Math.abs(stack.shearDegrees() - 18.5) < 1e-6);
        EvenGrid grid = EvenGrid.of(stack, SIDE, SIDE, EvenGrid.finestSpacing(stack));
        assertEquals(0.8 * Math.cos(TILT), grid.spacing(), 1e-9);
        check(grid, resample(grid, planes, method, ResamplingTest::phantom), method);
    }

    @Test
    void isotropicVoxelsKeepTheSphereAndTheRod() {
        List<PlaneGeometry> planes = tilted();
        StackGeometry stack = StackGeometry.of(planes);
        EvenGrid grid = EvenGrid.isotropic(stack, SIDE, SIDE, EvenGrid.finestEdge(stack));
        assertEquals(grid.spacing(), grid.first().rowSpacing());
        assertEquals(grid.spacing(), grid.first().columnSpacing());
        check(grid, resample(grid, planes, Interpolation.CUBIC, ResamplingTest::phantom), Interpolation.CUBIC);
    }

    private static void check(EvenGrid grid, float[][] slices, Interpolation method) {
        double voxel = grid.spacing() * grid.first().rowSpacing() * grid.first().columnSpacing();
        double volume = 0;
        double sphereMass = 0;
        double mass = 0;
        Vector3 center = new Vector3(0, 0, 0);
        double worst = 0;
        for (int slice = 0; slice < slices.length; slice++) {
            PlaneGeometry plane = grid.plane(slice);
            double rodMass = 0;
            Vector3 rod = new Vector3(0, 0, 0);
            for (int i = 0; i < slices[slice].length; i++) {
                double value = slices[slice][i];
                if (value == AIR) continue;
                Vector3 point = plane.pixel(i % grid.columns(), i / grid.columns());
                double weight = (value + 1000) * voxel;
                mass += weight;
                if (point.x() < -22) {
                    rodMass += weight;
                    rod = rod.plus(point.times(weight));
                } else {
                    volume += value > -480 ? voxel : 0;
                    sphereMass += weight;
                    center = center.plus(point.times(weight));
                }
            }
            rod = rod.times(1 / rodMass);
            worst = Math.max(worst, Math.hypot(rod.x() - ROD_X, rod.y() - ROD_Y));
        }
        double sphere = 4 * Math.PI / 3 * Math.pow(SPHERE_RADIUS, 3);
        double rods = Math.PI * ROD_RADIUS * ROD_RADIUS * slices.length * grid.spacing() / Math.cos(TILT);
        double offset = center.times(1 / sphereMass).minus(SPHERE).length();
        String figures = String.format(
                "%s: volume %.4f, centroid %.4f mm, rod %.4f mm, mass %.5f",
                method, volume / sphere, offset, worst, mass / 1040 / (sphere + rods));
        assertEquals(1, volume / sphere, 0.01, figures);
        assertTrue(offset < 0.3, figures);
        assertEquals(1, mass / 1040 / (sphere + rods), 0.001, figures);
        // The nearest voxel is up to half a pixel and half a gap away.
        double straight = (method == Interpolation.NEAREST ? 1 : 0.1) * PIXEL;
        assertTrue(worst < straight, figures);
    }

    @ParameterizedTest
    @EnumSource(names = {"LINEAR", "CUBIC"})
    void aRampInThePatientStaysTheRamp(Interpolation method) {
        List<PlaneGeometry> planes = tilted();
        StackGeometry stack = StackGeometry.of(planes);
        EvenGrid grid = EvenGrid.of(stack, SIDE, SIDE, 1.1);
        Body ramp = point -> 2 * point.x() - point.y() + 3 * point.z();
        float[][] slices = resample(grid, planes, method, ramp);
        for (int slice = 0; slice < slices.length; slice++) {
            int inside = 0;
            for (int y = 0; y < grid.rows(); y++) {
                for (int x = 2; x < SIDE - 2; x++) {
                    Vector3 point = grid.plane(slice).pixel(x, y);
                    // Beyond the last plane, and within two pixels of the edge of a plane, values are those of the
                    // edge.
                    double across = Math.abs(point.y()) / Math.cos(TILT);
                    double deep = point.dot(NORMAL);
                    if (across > 0.5 * (SIDE - 9) * PIXEL || deep > stack.distances()[planes.size() - 1]) continue;
                    double table = point.z() + point.y() * Math.tan(TILT);
                    if (Math.abs(table) > 29) continue;
                    assertEquals(ramp.at(point), slices[slice][y * grid.columns() + x], 2e-3);
                    inside++;
                }
            }
            assertTrue(inside > 0 || slice < 4 || slice > slices.length - 5, "slice " + slice);
        }
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void anEvenStackStaysTheSame(Interpolation method) {
        List<PlaneGeometry> planes = upright(5, 4, 3, 2);
        StackGeometry stack = StackGeometry.of(planes);
        EvenGrid grid = EvenGrid.of(stack, 3, 2, EvenGrid.finestSpacing(stack));
        assertEquals(new EvenGrid(planes.get(3), 3, 2, 4, 1), grid);
        float[][] values = new float[4][];
        for (int i = 0; i < 4; i++) values[i] = new float[] {i, 7 * i, Float.NaN, -3, 0.1f, i * i};
        float[][] slices = new Resampling(stack, 3, 2, grid, method, 9).run(i -> values[i], Progress.NONE);
        for (int i = 0; i < 4; i++) assertArrayEquals(values[3 - i], slices[i], 0);
    }

    @Test
    void missingAndDuplicateSlicesAreInterpolated() {
        // z = 1 twice, and z = 3 is missing.
        StackGeometry stack = StackGeometry.of(upright(0, 1, 1, 2, 4, 5));
        EvenGrid grid = EvenGrid.of(stack, 1, 1, EvenGrid.finestSpacing(stack));
        assertEquals(6, grid.slices());
        float[] values = {0, 1, 99, 4, 16, 25};
        assertArrayEquals(new float[] {0, 1, 4, 10, 16, 25}, column(stack, grid, Interpolation.LINEAR, values), 1e-5f);
        assertArrayEquals(new float[] {0, 1, 4, 9, 16, 25}, column(stack, grid, Interpolation.CUBIC, values), 1e-5f);
        assertEquals(4, column(stack, grid, Interpolation.NEAREST, values)[3]);
        values[4] = Float.NaN;
        assertArrayEquals(
                new float[] {0, 1, 4, Float.NaN, Float.NaN, 25},
                column(stack, grid, Interpolation.CUBIC, values),
                1e-5f);
    }

    private static float[] column(StackGeometry stack, EvenGrid grid, Interpolation method, float[] values) {
        float[][] slices =
                new Resampling(stack, 1, 1, grid, method, Float.NaN).run(i -> new float[] {values[i]}, Progress.NONE);
        float[] column = new float[slices.length];
        for (int i = 0; i < column.length; i++) column[i] = slices[i][0];
        return column;
    }

    @Test
    void voxelsBeyondTheShiftedPlanesAreOutside() {
        List<PlaneGeometry> planes = upright(0, 1);
        PlaneGeometry shifted = planes.get(1).at(new Vector3(1, 3, 1)).orElseThrow();
        StackGeometry stack = StackGeometry.of(List.of(planes.get(0), shifted));
        EvenGrid grid = EvenGrid.of(stack, 1, 4, 0.5);
        assertEquals(6, grid.rows());
        float[][] slices = new Resampling(stack, 1, 4, grid, Interpolation.LINEAR, -1024)
                .run(i -> new float[] {10 + i, 10 + i, 10 + i, 10 + i}, Progress.NONE);
        assertArrayEquals(new float[] {10, 10, 10, 10, -1024, -1024}, slices[0]);
        assertArrayEquals(new float[] {-1024, -1024, 10.5f, 10.5f, -1024, -1024}, slices[1]);
        assertArrayEquals(new float[] {-1024, -1024, 11, 11, 11, 11}, slices[2]);
    }

    @Test
    void positionErrorsAreNoSpacing() {
        assertEquals(2, EvenGrid.finestSpacing(StackGeometry.of(upright(0, 0.001, 2.001, 5, 8))), 1e-9);
        assertEquals(0.5, EvenGrid.finestEdge(StackGeometry.of(upright(0, 2, 5, 8))), 1e-9);
    }

    @Test
    void stacksWithoutAGridAreRefused() {
        StackGeometry one = StackGeometry.of(upright(1, 1));
        assertThrows(IllegalArgumentException.class, () -> EvenGrid.of(one, 1, 1, 1));
        List<PlaneGeometry> mixed = new ArrayList<>(upright(0, 1));
        mixed.add(new PlaneGeometry(new Vector3(0, 0, 2), RIGHT, DOWN, 0.5, 0.75));
        assertThrows(IllegalArgumentException.class, () -> EvenGrid.of(StackGeometry.of(mixed), 1, 1, 1));
        StackGeometry even = StackGeometry.of(upright(0, 1));
        for (double spacing : new double[] {0, -1, Double.NaN, 1e-12}) {
            assertThrows(IllegalArgumentException.class, () -> EvenGrid.of(even, 1, 1, spacing));
            assertThrows(IllegalArgumentException.class, () -> EvenGrid.isotropic(even, 9, 9, spacing));
        }
    }

    @Test
    void cancellingEndsTheWork() {
        StackGeometry stack = StackGeometry.of(upright(0, 1));
        Resampling resampling = new Resampling(stack, 1, 1, EvenGrid.of(stack, 1, 1, 1), Interpolation.LINEAR, 0);
        assertThrows(CancellationException.class, () -> resampling.run(i -> new float[1], new Impatient(0)));
    }
}
