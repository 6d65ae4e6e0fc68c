package hounsfield.planes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StoredValueCountsTest {
    private final StoredValueCounts counts = new StoredValueCounts();

    private void assertCounted(Map<Double, Long> expected) {
        Map<Double, Long> found = new TreeMap<>();
        for (int i = 0; i < counts.length(); i++) found.put(counts.values()[i], counts.counts()[i]);
        assertEquals(expected, found);
        assertEquals(expected.size(), counts.length());
    }

    @Test
    void nothingIsLeftFromTheFrameBefore() {
        counts.count(new byte[] {1, 1, 1, -1}, false);
        assertCounted(Map.of(1.0, 3L, 255.0, 1L));
        counts.count(new short[] {-32768, 32767, 32767}, true);
        assertCounted(Map.of(-32768.0, 1L, 32767.0, 2L));
        counts.count(new byte[] {-128, 127}, true);
        assertCounted(Map.of(-128.0, 1L, 127.0, 1L));
        counts.count(new short[] {-32768}, false);
        assertCounted(Map.of(32768.0, 1L));
        counts.count(new short[0], false);
        assertCounted(Map.of());
    }

    @Test
    void everyNumberIsCountedAtOddAndEvenPlaces() {
        Random random = new Random(12);
        short[] stored = new short[70001];
        Map<Double, Long> expected = new TreeMap<>();
        for (int i = 0; i < stored.length; i++) {
            stored[i] = (short) (random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(3));
            expected.merge((double) stored[i], 1L, Long::sum);
        }
        counts.count(stored, true);
        assertCounted(expected);
    }
}
