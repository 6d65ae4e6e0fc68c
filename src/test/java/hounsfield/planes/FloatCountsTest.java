package hounsfield.planes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.calibrate.PixelPadding;
import hounsfield.work.Progress;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares counting by head, strip by strip, with counting values one by one. */
class FloatCountsTest {
    private static final int LENGTH = 9001;
    /** Positions of odd values: in the first strip, at its end, in a later strip, at the very end. */
    private static final int[] PLACES = {0, 4095, 4096, 7000, LENGTH - 1};

    private final Random random = new Random(5);

    private float[] integers(int reach) {
        float[] values = new float[LENGTH];
        for (int i = 0; i < values.length; i++) values[i] = random.nextInt(2 * reach + 1) - reach;
        return values;
    }

    /** The counts of values that are counted one by one. */
    private static Map<Float, Long> slowly(List<float[]> planes, Selection selection, Limits limits) {
        Map<Float, Long> counts = new TreeMap<>();
        for (int plane = 0; plane < planes.size(); plane++) {
            float[] values = planes.get(plane);
            byte[] mask = selection.mask(plane, values.length);
            PixelPadding padding = selection.padding(plane);
            for (int i = 0; i < values.length; i++) {
                if (mask != null && mask[i] == 0 || padding != null && padding.contains(values[i])) continue;
                float clipped = limits.of(values[i]);
                if (Float.isFinite(clipped)) counts.merge(clipped + 0f, 1L, Long::sum);
            }
        }
        return counts;
    }

    private static Map<Float, Long> asMap(ValueCounts counts) {
        Map<Float, Long> map = new TreeMap<>();
        for (int i = 0; i < counts.values().length; i++) {
            if (i > 0) assertTrue(counts.values()[i - 1] <= counts.values()[i], "ascending");
            map.merge(counts.values()[i], counts.counts()[i], Long::sum);
        }
        return map;
    }

    private static Optional<ValueCounts> count(List<float[]> planes, Selection selection, Limits limits) {
        return ValueCounts.of(Planes.ofFloats(planes), selection, limits, Progress.NONE);
    }

    private static ValueCounts assertCounted(List<float[]> planes, Selection selection, Limits limits) {
        ValueCounts counts = count(planes, selection, limits).orElseThrow();
        assertEquals(slowly(planes, selection, limits), asMap(counts));
        return counts;
    }

    @ParameterizedTest
    @ValueSource(
            floats = {
                0,
                -0f,
                0.5f,
                -2047.5f,
                4097,
                -4097,
                65535,
                -65535,
                1 << 20,
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY
            })
    void oneOddValueIsCountedAnywhere(float odd) {
        for (int place : PLACES) {
            float[] values = integers(300);
            values[place] = odd;
            ValueCounts counts = assertCounted(List.of(values), Selection.ALL, Limits.NONE);
            boolean integers = odd == Math.rint(odd) && Math.abs(odd) < 65536;
            assertEquals(integers, counts.integers().isPresent(), odd + " " + place);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0.3f, -1e-45f, 2047.9999f, 65537, -65537, 1e20f, Float.MAX_VALUE})
    void whatIsNeitherKnownByItsHeadNorAModestIntegerIsNotCounted(float odd) {
        for (int place : PLACES) {
            float[] values = integers(300);
            values[place] = odd;
            assertFalse(count(List.of(values), Selection.ALL, Limits.NONE).isPresent());
            // If the limits change it, it is counted.
            assertCounted(List.of(values), Selection.ALL, Limits.clip(1, 500));
            assertCounted(List.of(values), Selection.ALL, Limits.clip(-500, -1));
            assertCounted(List.of(values), Selection.ALL, Limits.only(1, 500));
        }
    }

    /** NaN can have any lower bits. */
    @Test
    void numbersThatAreNoneDoNotCount() {
        float[] values = integers(300);
        for (int i = 0; i < values.length; i += 100)
            values[i] = Float.intBitsToFloat(0x7F800001 + random.nextInt(1 << 22));
        assertCounted(List.of(values), Selection.ALL, Limits.NONE);
    }

    @Test
    void wideIntegersAreCountedInOrder() {
        float[] values = integers(65535);
        values[0] = 65535;
        values[1] = -65535;
        assertCounted(List.of(values, integers(9)), Selection.ALL, Limits.NONE);
        assertCounted(List.of(values, integers(9)), Selection.ALL, Limits.clip(-5000, 4999.3f));
    }

    @Test
    void masksAndPaddingAreLeftOut() {
        List<float[]> planes = List.of(integers(50), integers(5000), integers(50));
        byte[] mask = new byte[LENGTH];
        random.nextBytes(mask);
        for (int i = 0; i < 3000; i++) mask[i] = 0;
        Optional<PixelPadding> padding = Optional.of(new PixelPadding(-30, -20));
        Optional<PixelPadding> other = Optional.of(new PixelPadding(0, 0));
        for (List<Optional<PixelPadding>> each : List.of(
                Collections.nCopies(3, padding),
                List.of(padding, other, padding),
                List.of(Optional.<PixelPadding>empty(), padding, padding))) {
            for (Limits limits : List.of(Limits.NONE, Limits.clip(-25, 25), Limits.only(-10, 10))) {
                Selection selection = Selection.ALL.excluding(each);
                assertCounted(planes, selection, limits);
                assertCounted(planes, selection.within(mask), limits);
            }
        }
    }

    /** Padding of float images is often not an integer, and below the floor. */
    @ParameterizedTest
    @ValueSource(floats = {-Float.MAX_VALUE, -2000.3f, 0.3f, Float.MAX_VALUE})
    void paddingNeedBeNoInteger(float filler) {
        List<float[]> planes = List.of(integers(300), integers(300));
        for (int place : PLACES) planes.get(1)[place] = filler;
        Selection selection =
                Selection.ALL.excluding(Collections.nCopies(2, Optional.of(new PixelPadding(filler, filler))));
        for (Limits limits : List.of(Limits.NONE, Limits.clip(1, 500), Limits.clip(-500, -1), Limits.only(1, 500))) {
            assertFalse(assertCounted(planes, selection, limits).integers().isPresent());
        }
    }

    /** Only padding that all planes share may be counted first and excluded later. */
    @Test
    void integersAreKnownOfPaddedPlanesThatAgree() {
        List<float[]> planes = List.of(integers(50), integers(50));
        Optional<PixelPadding> padding = Optional.of(new PixelPadding(-30, -20));
        assertTrue(assertCounted(planes, Selection.ALL.excluding(List.of(padding, padding)), Limits.NONE)
                .integers()
                .isPresent());
        assertFalse(assertCounted(planes, Selection.ALL.excluding(List.of(padding, Optional.empty())), Limits.NONE)
                .integers()
                .isPresent());
        assertFalse(assertCounted(planes, Selection.ALL.within(new byte[LENGTH]), Limits.NONE)
                .integers()
                .isPresent());
    }

    @Test
    void integersAreKnownWithTheirRange() {
        for (int reach : new int[] {4, 60000}) {
            List<float[]> planes = List.of(integers(3), integers(reach));
            planes.get(1)[77] = -reach - 1;
            planes.get(0)[LENGTH - 1] = reach + 2;
            Limits limits = Limits.clip(-1, 1);
            CountedIntegers known =
                    assertCounted(planes, Selection.ALL, limits).integers().orElseThrow();
            assertEquals(-reach - 1, known.first());
            assertEquals(reach + 2, known.last());
            assertTrue(known.covers(planes.get(0)) && known.covers(planes.get(1)));
            assertFalse(known.covers(planes.get(0).clone()));
        }
    }
}
