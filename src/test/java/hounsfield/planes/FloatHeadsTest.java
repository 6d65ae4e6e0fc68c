package hounsfield.planes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FloatHeadsTest {
    @Test
    void integersUpTo4096HaveNoRest() {
        for (int i = -4096; i <= 4096; i++) {
            assertTrue(FloatHeads.haveNoRest(Float.floatToRawIntBits(i)));
            assertEquals(i, FloatHeads.value(FloatHeads.head(i)));
        }
        assertFalse(FloatHeads.haveNoRest(Float.floatToRawIntBits(4097)));
        assertFalse(FloatHeads.haveNoRest(Float.floatToRawIntBits(0.1f)));
    }

    @Test
    void intervalsAreFilled() {
        float[] ends = {
            Float.NEGATIVE_INFINITY,
            -1e30f,
            -4096,
            -4095.999f,
            -1,
            -1e-45f,
            -0f,
            0,
            1e-45f,
            0.3f,
            1,
            77.77f,
            5000.5f,
            Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NaN
        };
        for (float from : ends) {
            if (Float.isNaN(from)) continue;
            for (float to : ends) {
                if (to < from) continue;
                byte[] expected = new byte[FloatHeads.COUNT];
                for (int head = 0; head < expected.length; head++) {
                    float value = FloatHeads.value(head);
                    if (value >= from && (value < to || Float.isNaN(to))) expected[head] = -7;
                }
                byte[] filled = new byte[FloatHeads.COUNT];
                FloatHeads.fill(filled, from, to, (byte) -7);
                assertArrayEquals(expected, filled, "from " + from + " to " + to);
            }
        }
    }
}
