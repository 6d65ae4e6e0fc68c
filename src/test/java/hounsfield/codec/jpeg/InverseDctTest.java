package hounsfield.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the formula of T.81 A.3.3 in doubles: nothing but ties of rounding may differ. */
class InverseDctTest {
    private static final int BLOCKS = 2000;

    @ParameterizedTest
    @ValueSource(ints = {8, 12})
    void agreesWithTheFormula(int precision) {
        Random random = new Random(precision);
        int[] steps = new int[64];
        for (int k = 0; k < 64; k++) steps[k] = 1 + random.nextInt(30);
        float[] factors = InverseDct.factors(steps);
        InverseDct inverse = new InverseDct(precision);
        short[] samples = new short[64];
        int different = 0;
        for (int i = 0; i < BLOCKS; i++) {
            double[] coefficients = new double[64];
            float[] block = new float[64];
            int columns = 0x100;
            for (int count = random.nextInt(64); count > 0; count--) {
                int k = random.nextInt(1 + random.nextInt(64));
                int quantized = (int) (random.nextGaussian() * (1 << (precision - 1)) / steps[k]);
                int at = ZigZag.NATURAL[k];
                coefficients[at] = quantized * steps[k];
                block[at] = quantized * factors[k];
                if (at >= 8) columns |= 1 << (at & 7);
            }
            inverse.transform(block, columns, samples, 0, 8);
            different += compare(coefficients, samples, precision);
        }
        assertTrue(different < BLOCKS * 64 / 1000, different + " samples differ");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12})
    void aMeanFillsItsBlock(int precision) {
        short[] samples = new short[10 * 12];
        Arrays.fill(samples, (short) -7);
        new InverseDct(precision).fill(3.6f, samples, 12 + 2, 12);
        int sample = (1 << (precision - 1)) + 4;
        for (int i = 0; i < samples.length; i++) {
            boolean inside = i % 12 >= 2 && i % 12 < 10 && i / 12 >= 1 && i / 12 < 9;
            assertEquals(inside ? sample : -7, samples[i], "sample " + i);
        }
    }

    /** @return how many samples differ, none by more than 1 */
    private static int compare(double[] coefficients, short[] samples, int precision) {
        int different = 0;
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                double exact = sample(coefficients, x, y) + (1 << (precision - 1));
                int expected = (int) Math.max(0, Math.min((1 << precision) - 1, Math.floor(exact + 0.5)));
                assertEquals(expected, samples[8 * y + x], 1);
                if (expected != samples[8 * y + x]) different++;
            }
        }
        return different;
    }

    private static double sample(double[] coefficients, int x, int y) {
        double sum = 0;
        for (int v = 0; v < 8; v++) {
            for (int u = 0; u < 8; u++) {
                double scale = (u == 0 ? Math.sqrt(0.5) : 1) * (v == 0 ? Math.sqrt(0.5) : 1) / 4;
                sum += scale
                        * coefficients[8 * v + u]
                        * Math.cos((2 * x + 1) * u * Math.PI / 16)
                        * Math.cos((2 * y + 1) * v * Math.PI / 16);
            }
        }
        return sum;
    }
}
