package hounsfield.planes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.Progress;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntegerStripsTest {
    /** Where odd values stand: in the first strip, at its end, in a later one, at the very end. */
    private static final int[] PLACES = {0, 1023, 1024, 2500, 4322};

    @Test
    void everyIntegerHasItsSlot() {
        float[] values = new float[2 * 65535 + 1];
        for (int i = 0; i < values.length; i++) values[i] = i - 65535;
        assertArrayEquals(values, integers(values, 0, values.length));
        assertArrayEquals(Arrays.copyOfRange(values, 7, 9999), integers(values, 7, 9999));
        assertArrayEquals(new float[0], integers(values, 5, 5));
    }

    @ParameterizedTest
    @ValueSource(
            floats = {
                0.5f,
                -0.5f,
                1e-45f,
                -1e-30f,
                2047.9999f,
                65535.996f,
                65536,
                -65536,
                4194304,
                12582912,
                1e20f,
                Float.MAX_VALUE,
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY
            })
    void oneOtherValueIsFoundAnywhere(float other) {
        for (int place : PLACES) {
            float[] values = new float[4323];
            values[place] = other;
            assertFalse(
                    IntegerStrips.forEach(values, 0, values.length, (sums, length, from) -> {}), other + " " + place);
            assertTrue(IntegerStrips.forEach(values, place + 1, values.length, (sums, length, from) -> {}));
            assertTrue(IntegerStrips.forEach(values, 0, place, (sums, length, from) -> {}));
        }
    }

    @Test
    void errorsOfOppositeSignsDoNotMakeUpForEachOther() {
        float[] values = new float[3000];
        for (int i = 0; i < values.length; i++) values[i] = i % 2 == 0 ? 0.25f : -0.25f;
        assertFalse(IntegerStrips.forEach(values, 0, values.length, (sums, length, from) -> {}));
    }

    @Test
    void countsAreThoseOfCountingOneByOne() {
        Random random = new Random(5);
        for (float odd : new float[] {0, -0f, Float.NaN, Float.POSITIVE_INFINITY}) {
            for (int place : PLACES) {
                float[] values = new float[4323];
                for (int i = 0; i < values.length; i++) values[i] = random.nextInt(300) - 150;
                values[100] = 65535;
                values[101] = -65535;
                values[place] = odd;
                TreeMap<Float, Long> expected = new TreeMap<>();
                for (float value : values) if (Float.isFinite(value)) expected.merge(value + 0f, 1L, Long::sum);
                ValueCounts counts = ValueCounts.of(Planes.ofFloats(values), Selection.ALL, Limits.NONE, Progress.NONE)
                        .orElseThrow();
                TreeMap<Float, Long> counted = new TreeMap<>();
                for (int i = 0; i < counts.values().length; i++) counted.put(counts.values()[i], counts.counts()[i]);
                assertEquals(expected, counted);
                assertEquals(Float.isFinite(odd), counts.integers().isPresent());
            }
        }
    }

    private static float[] integers(float[] values, int first, int last) {
        float[] integers = new float[last - first];
        assertTrue(IntegerStrips.forEach(values, first, last, (sums, length, from) -> {
            for (int i = 0; i < length; i++) {
                int slot = Float.floatToRawIntBits(sums[i]) & IntegerStrips.SLOTS - 1;
                integers[from - first + i] = IntegerStrips.integer(slot);
            }
        }));
        return integers;
    }
}
