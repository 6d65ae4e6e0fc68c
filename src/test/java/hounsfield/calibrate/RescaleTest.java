package hounsfield.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.codec.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RescaleTest {
    /** Slope 1 has its own loop, which must agree with arithmetic in double on both sides of its limits. */
    @ParameterizedTest
    @ValueSource(
            doubles = {0, -1024, 1000, -32768, 65535, -4194303, 4194303, -4194304, 4194304, 16777215, -1024.5, 0.25})
    void everySixteenBitValueIsExact(double intercept) {
        short[] stored = new short[1 << 16];
        for (int i = 0; i < stored.length; i++) stored[i] = (short) i;
        for (boolean signed : new boolean[] {false, true}) {
            float[] values = new float[stored.length];
            new Rescale(1, intercept).apply(new Samples.Shorts(stored, signed), values);
            for (int i = 0; i < stored.length; i++) {
                double value = signed ? stored[i] : i;
                assertEquals((float) (value + intercept), values[i], () -> "of " + value);
            }
        }
    }
}
