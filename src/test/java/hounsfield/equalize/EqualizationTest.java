package hounsfield.equalize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.planes.Planes;
import hounsfield.work.Progress;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EqualizationTest {
    @Test
    void breaksAreEvenlySpread() {
        Equalization equalization = new Equalization(new float[] {-1000, -100, 40.5f, 3000});
        assertEquals(0, equalization.valueOf(-2000));
        assertEquals(0, equalization.valueOf(-1000));
        assertEquals(1 / 3f, equalization.valueOf(-100), 1e-7);
        assertEquals(0.5f, equalization.valueOf(-29.75f), 1e-7);
        assertEquals(2 / 3f, equalization.valueOf(40.5f), 1e-7);
        assertEquals(1, equalization.valueOf(3000));
        assertEquals(1, equalization.valueOf(Float.POSITIVE_INFINITY));
        assertEquals(0, equalization.valueOf(Float.NEGATIVE_INFINITY));
        assertTrue(Float.isNaN(equalization.valueOf(Float.NaN)));
    }

    @Test
    void anyBreaksInterpolateLikeALinearSearch() {
        Random random = new Random(1);
        for (int round = 0; round < 40; round++) {
            float[] breaks = breaks(random, 1 + random.nextInt(200), Math.pow(10, random.nextInt(9) - 4));
            Equalization equalization = new Equalization(breaks);
            float[] values = new float[1000];
            for (int i = 0; i < values.length; i++) {
                values[i] = i % 3 == 0
                        ? breaks[random.nextInt(breaks.length)]
                        : (float) (random.nextGaussian() * 1.2 * breaks[breaks.length - 1]);
                if (i % 5 == 0) values[i] = Math.round(values[i]);
            }
            float[] mapped = new float[values.length];
            equalization.map(values, mapped);
            for (int i = 0; i < values.length; i++) {
                assertEquals(interpolated(breaks, values[i]), mapped[i], 1e-6, breaks.length + ": " + values[i]);
            }
        }
    }

    @Test
    void indexedPlanesGiveWhatTheirValuesGive() {
        Equalization equalization = new Equalization(new float[] {-500, 0, 1000});
        short[] shorts = {0, 524, 1024, 2024, (short) 65535};
        byte[] bytes = {0, 10, (byte) 255};
        assertArrayEquals(
                new float[] {0, 0, 0.5f, 1, 1},
                equalization
                        .map(Planes.ofShorts(List.of(shorts), 1, -1024), Progress.NONE)
                        .get(0));
        assertArrayEquals(
                new float[] {0.5f, 0.55f, 1},
                equalization
                        .map(Planes.ofBytes(List.of(bytes), 10, 0), Progress.NONE)
                        .get(0),
                1e-7f);
    }

    @Test
    void planesMayBeMappedInPlace() {
        float[] plane = {0, 5, 10};
        Equalization equalization = new Equalization(new float[] {0, 10});
        equalization.map(Planes.ofFloats(plane), List.of(plane), Progress.NONE);
        assertArrayEquals(new float[] {0, 0.5f, 1}, plane);
    }

    @Test
    void fullScaleReachesFullScaleAndDoesNotWrap() {
        float[] values = {-1, 0, 0.5f, 1, 2, Float.NaN};
        assertArrayEquals(new short[] {0, 0, (short) 32768, -1, -1, 0}, FullScale.toShorts(values));
        assertArrayEquals(new byte[] {0, 0, (byte) 128, -1, -1, 0}, FullScale.toBytes(values));
    }

    @Test
    void breaksThatDoNotRiseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Equalization(new float[0]));
        assertThrows(IllegalArgumentException.class, () -> new Equalization(new float[] {1, 1}));
        assertThrows(IllegalArgumentException.class, () -> new Equalization(new float[] {1, Float.NaN}));
        assertThrows(IllegalArgumentException.class, () -> new Equalization(new float[] {1, Float.POSITIVE_INFINITY}));
    }

    /** Mostly crowded, with a few distant ones: the difficult case for buckets of equal width. */
    private static float[] breaks(Random random, int count, double scale) {
        TreeSet<Float> breaks = new TreeSet<>();
        while (breaks.size() < count) {
            double value = random.nextGaussian() * (random.nextInt(10) == 0 ? 1000 : 1);
            breaks.add((float) (value * scale) + 0f);
        }
        float[] array = new float[count];
        int i = 0;
        for (float value : breaks) array[i++] = value;
        return array;
    }

    private static double interpolated(float[] breaks, float value) {
        int last = breaks.length - 1;
        if (last == 0 || value <= breaks[0]) return 0;
        if (value >= breaks[last]) return 1;
        int k = 0;
        while (breaks[k + 1] <= value) k++;
        return (k + ((double) value - breaks[k]) / ((double) breaks[k + 1] - breaks[k])) / last;
    }
}
