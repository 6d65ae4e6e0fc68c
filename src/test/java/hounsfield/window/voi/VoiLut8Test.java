package hounsfield.window.voi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.calibrate.LookupTable;
import hounsfield.planes.Planes;
import hounsfield.window.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast ways to 8-bit gray against the formulas in double, to the last number. */
class VoiLut8Test {
    static Stream<VoiTransform> grays() {
        return Stream.of(
                        new Window(40, 80),
                        new Window(-600, 1500),
                        new Window(40.5, 1),
                        new Window(0, 2),
                        new Window(0.5, 1.0000001),
                        new Window(1e-4, 3.7),
                        new Window(32767, 65536),
                        new Window(1e7, 12345.678),
                        new Window(-4e8, 1),
                        new Window(3e5, 1.5),
                        new Window(-70000, 80),
                        new Window(0, 1e30),
                        new Window(-1e35, 1e38),
                        new Window(1, 1e300))
                .flatMap(window -> Arrays.stream(VoiLutFunction.values())
                        .map(function -> (VoiTransform) new VoiWindow(window, function)));
    }

    @ParameterizedTest
    @MethodSource("grays")
    void everyGrayIsThatOfTheFormula(VoiTransform gray) {
        VoiLut8 fast = new VoiLut8(gray);
        float[] integers = integers();
        assertArrayEquals(slow(gray, integers), fast.of(integers));
        for (float[] values : List.of(edges(gray), steps(gray), random(gray), anyBits())) {
            assertArrayEquals(slow(gray, values), fast.of(values));
        }
    }

    /** Narrower than the standard allows LINEAR, as of maps whose values are small. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1e-5, 1e-30, 1e-44, Double.MIN_VALUE})
    void graysOfNarrowWindowsAreThoseOfTheFormula(double width) {
        for (double center : new double[] {0, width, 1e-3, -1, 40}) {
            VoiTransform gray = VoiWindow.exact(new Window(center, width));
            VoiLut8 fast = new VoiLut8(gray);
            for (float[] values : List.of(integers(), steps(gray), anyBits())) {
                assertArrayEquals(slow(gray, values), fast.of(values));
            }
        }
    }

    /** The end of a plane may have other values than its beginning suggests. */
    @ParameterizedTest
    @ValueSource(floats = {0.25f, 65536, 1e7f, 1e-44f, Float.NaN, Float.NEGATIVE_INFINITY, -0f, -65537})
    void oneOddValueAmongIntegersChangesNoOther(float odd) {
        for (VoiTransform gray : List.of(VoiWindow.exact(new Window(40, 400)), stairs())) {
            VoiLut8 fast = new VoiLut8(gray);
            for (int place : new int[] {0, 1023, 1024, 4097, 4998}) {
                float[] values = new float[4999];
                for (int i = 0; i < values.length; i++) values[i] = i % 600 - 250;
                values[place] = odd;
                assertArrayEquals(slow(gray, values), fast.of(values));
            }
        }
    }

    private static VoiLut stairs() {
        return new VoiLut(new LookupTable(-100, 8, new float[] {7, 255, 0, 128, 3}), "");
    }

    @ParameterizedTest
    @MethodSource("grays")
    void floatsAreThoseOfTheFormulaInSinglePrecision(VoiTransform gray) {
        VoiWindow window = (VoiWindow) gray;
        for (float[] values : List.of(integers(), edges(gray), random(gray))) {
            float[] grays = new float[values.length];
            window.function().apply(window.window(), values, grays);
            for (int i = 0; i < grays.length; i++) assertEquals(gray.of(values[i]), grays[i], 2e-7, "of " + values[i]);
        }
    }

    private static float[] integers() {
        float[] values = new float[70000];
        for (int i = 0; i < values.length; i++) values[i] = i - 33000;
        return values;
    }

    /** Values around each change of gray, found step by step; NaN and infinity. */
    private static float[] edges(VoiTransform gray) {
        float[] values = new float[255 * 5 + 6];
        int count = 0;
        for (float odd : new float[] {0.5f, Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, -0f, 3e38f}) {
            values[count++] = odd;
        }
        for (int k = 1; k <= 255; k++) {
            float edge = (float) (gray.low() + (k - 0.5) / 255 * (gray.high() - gray.low()));
            values[count++] = Math.nextDown(Math.nextDown(edge));
            values[count++] = Math.nextDown(edge);
            values[count++] = edge;
            values[count++] = Math.nextUp(edge);
            values[count++] = Math.nextUp(Math.nextUp(edge));
        }
        return values;
    }

    /** The floats about each at which the gray rises, found by halving the numbers of floats in between. */
    private static float[] steps(VoiTransform gray) {
        float[] values = new float[255 * 3];
        for (int k = 1; k <= 255; k++) {
            long below = -0x7F800000L;
            long above = 0x7F800000L;
            while (below + 1 < above) {
                long middle = Math.floorDiv(below + above, 2);
                if (gray.byteOf(inOrder(middle)) >= k) above = middle;
                else below = middle;
            }
            for (int i = 0; i < 3; i++) values[3 * k - 3 + i] = inOrder(Math.min(below + i, 0x7F800000L));
        }
        return values;
    }

    /** Floats numbered in their order, 0 for 0. */
    private static float inOrder(long number) {
        float size = Float.intBitsToFloat((int) Math.abs(number));
        return number < 0 ? -size : size;
    }

    /** Floats of every exponent, and NaN with any payload. */
    private static float[] anyBits() {
        Random random = new Random(11);
        float[] values = new float[10000];
        for (int i = 0; i < values.length; i++) values[i] = Float.intBitsToFloat(random.nextInt());
        for (int i = 0; i < 100; i++)
            values[random.nextInt(values.length)] = Float.intBitsToFloat(random.nextInt() | 0x7F800000);
        return values;
    }

    private static float[] random(VoiTransform gray) {
        Random random = new Random(7);
        float[] values = new float[20000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (gray.low() + (random.nextDouble() * 1.4 - 0.2) * (gray.high() - gray.low()));
        }
        return values;
    }

    private static byte[] slow(VoiTransform gray, float[] values) {
        byte[] grays = new byte[values.length];
        for (int i = 0; i < values.length; i++) grays[i] = (byte) gray.byteOf(values[i]);
        return grays;
    }

    @Test
    void tablesNeedNotRise() {
        VoiLut lut = new VoiLut(new LookupTable(-2, 8, new float[] {7, 255, 0, 128}), "");
        float[] values = {-9, -2, -1, 0, 1, 2, -1.4f, -0.6f, Float.NaN, Float.POSITIVE_INFINITY, 1e20f};
        byte[] expected = {7, 7, -1, 0, -128, -128, -1, -1, 0, -128, -128};
        assertArrayEquals(expected, new VoiLut8(lut).of(values));
        assertEquals(-2, lut.low());
        assertEquals(1, lut.high());
    }

    /** Halves go to the even one of their neighbors. */
    @Test
    void valuesBetweenATablesInputsHaveTheNearestOnesGray() {
        float[] values = new float[8 * 400];
        for (int i = 0; i < values.length; i++) values[i] = i / 8f - 200;
        for (VoiLut lut : List.of(
                stairs(),
                new VoiLut(new LookupTable(-1, 8, new float[] {7, 255, 0, 128}), ""),
                new VoiLut(new LookupTable(65535, 8, new float[] {9, 8, 7}), ""),
                new VoiLut(new LookupTable(5, 8, new float[] {77}), ""))) {
            assertArrayEquals(slow(lut, values), new VoiLut8(lut).of(values));
            assertArrayEquals(slow(lut, integers()), new VoiLut8(lut).of(integers()));
        }
    }

    /** Some tables declare 8 bits and have 12; black must not follow white. */
    @Test
    void entriesOfMoreBitsThanATableSaysAreWhite() {
        VoiLut lut = new VoiLut(new LookupTable(0, 8, new float[] {0, 255, 256, 4095}), "");
        float[] values = {0, 1, 2, 3, 2.2f};
        assertArrayEquals(new byte[] {0, -1, -1, -1, -1}, new VoiLut8(lut).of(values));
        assertEquals(1, lut.of(3));
    }

    @Test
    void flatEndsOfTablesAreOutsideTheRange() {
        VoiLut lut = new VoiLut(new LookupTable(100, 8, new float[] {0, 0, 0, 90, 255, 255, 255}), "");
        assertEquals(102, lut.low());
        assertEquals(104, lut.high());
        VoiLut flat = new VoiLut(new LookupTable(100, 8, new float[] {9, 9, 9}), "");
        assertEquals(1, flat.high() - flat.low());
        VoiLut single = new VoiLut(new LookupTable(100, 8, new float[] {9}), "");
        assertEquals(1, single.high() - single.low());
    }

    @Test
    void indexedPlanesAreLookedUp() {
        VoiWindow gray = VoiWindow.exact(new Window(0, 255));
        VoiLut8 fast = new VoiLut8(gray);
        short[] stored = {0, 1024, (short) 40000};
        assertArrayEquals(new byte[] {0, -128, -1}, fast.of(Planes.ofShorts(List.of(stored), 1, -1024), 0));
        assertArrayEquals(new byte[] {127, -1}, fast.of(Planes.ofBytes(List.of(new byte[] {0, -1}), 1, -0.5), 0));
    }
}
