package hounsfield.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast form of numbers gives what Java's parser gives, or nothing. */
class PlainNumbersTest {
    private static double[] doubles(String text) {
        return PlainNumbers.doubles(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int[] ints(String text) {
        return PlainNumbers.ints(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void valuesAreThoseOfJava() {
        Random random = new Random(5);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            if (random.nextInt(3) == 0) text.append("+-".charAt(random.nextInt(2)));
            int length = 1 + random.nextInt(15);
            int point = random.nextInt(20);
            for (int digit = 0; digit < length; digit++) {
                if (digit == point) text.append('.');
                text.append((char) ('0' + random.nextInt(10)));
            }
            if (length == point) text.append('.');
            double expected = Double.parseDouble(text.toString());
            double[] values = doubles(" ".repeat(random.nextInt(3)) + text + " ".repeat(random.nextInt(3)));
            assertEquals(1, values.length);
            assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(values[0]), text.toString());
            if (length <= 9 && text.indexOf(".") < 0) {
                assertArrayEquals(new int[] {Integer.parseInt(text.toString())}, ints(text.toString()));
            }
        }
    }

    @Test
    void backslashesSeparateValues() {
        assertArrayEquals(new double[] {-125, 0.5, -0.0, 7}, doubles("-125.000\\ .5 \\-0\\+7. "));
        assertArrayEquals(new int[] {1, -20, 999999999}, ints("1\\-20 \\ 999999999"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\\",
                "1\\",
                "\\1",
                "1\\\\2",
                "-",
                ".",
                "+.",
                "1e3",
                "1E-3",
                "0x1",
                "1,5",
                "1 2",
                "--1",
                "1-",
                "1..2",
                "1d",
                "NaN",
                "1\0",
                "1\t",
                "1234567890123456",
                "0.000000000000001",
                "\u00b21"
            })
    void otherFormsAreLeftToOthers(String text) {
        assertNull(doubles(text));
        assertNull(ints(text));
    }

    @Test
    void integersHaveNoPointAndFit() {
        assertNull(ints("1.0"));
        assertNull(ints("5."));
        assertNull(ints("1234567890"));
        assertArrayEquals(new double[] {1234567890}, doubles("1234567890"));
    }
}
