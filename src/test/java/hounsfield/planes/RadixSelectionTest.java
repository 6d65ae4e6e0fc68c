package hounsfield.planes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RadixSelectionTest {
    @Test
    void bucketsTooLargeToGatherAreCounted() {
        float[] values = gaussian(50_000);
        Arrays.fill(values, 100, 30_000, 0.3f);
        for (int limit : new int[] {1, 100, 10_000}) {
            SelectedFloats selected =
                    new SelectedFloats(new Planes.Floats(List.of(values)), Selection.ALL, Limits.NONE);
            RadixSelection selection = new RadixSelection(selected, Progress.NONE, limit);
            long[] ranks = LongStream.range(0, 300).map(i -> i * 166).toArray();
            float[] sorted = values.clone();
            Arrays.sort(sorted);
            float[] expected = new float[ranks.length];
            for (int i = 0; i < ranks.length; i++) expected[i] = sorted[(int) ranks[i]];
            assertArrayEquals(expected, selection.at(ranks), "gathering " + limit);
        }
    }

    @Test
    void keysOrderLikeFloats() {
        float[] ascending = {-1e30f, -2, -1, -Float.MIN_VALUE, 0, Float.MIN_VALUE, 1, 2, 1e30f};
        for (int i = 1; i < ascending.length; i++) {
            assertTrue(FloatOrder.key(ascending[i - 1]) < FloatOrder.key(ascending[i]));
            assertEquals(ascending[i], FloatOrder.value(FloatOrder.key(ascending[i])));
        }
        assertEquals(FloatOrder.key(0f), FloatOrder.key(-0f));
    }

    private static float[] gaussian(int count) {
        Random random = new Random(4);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) values[i] = (float) (random.nextGaussian() * 300 - 200);
        return values;
    }
}
