package hounsfield.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stored values in cells of 16 bits, and whether the bits above them differ from the sign. */
class StoredBitsTest {
    /** Bits Stored and High Bit. */
    @ParameterizedTest
    @CsvSource({"12, 11", "9, 8", "15, 14", "12, 13", "10, 14", "8, 7", "5, 9"})
    void valuesAndDroppedBits(int bits, int highBit) {
        Random random = new Random(bits);
        for (int trial = 0; trial < 2000; trial++) {
            boolean signed = random.nextBoolean();
            PixelLayout layout = new PixelLayout(3, 5, 1, 16, bits, highBit, signed, false, false);
            short[] cells = new short[15];
            int[] values = new int[15];
            boolean dropped = false;
            // Mostly sound cells, so that a frame may have none with other bits.
            for (int i = 0; i < cells.length; i++) {
                int value = random.nextInt(1 << bits);
                values[i] = signed && value >> bits - 1 == 1 ? value - (1 << bits) : value;
                int above = random.nextInt(20) == 0 ? random.nextInt(1 << 15 - highBit) : values[i] < 0 ? -1 : 0;
                int below = random.nextInt(1 << highBit + 1 - bits);
                cells[i] = (short) (above << highBit + 1 | value << highBit + 1 - bits | below);
                dropped |= values[i] >= 0 && above != 0;
            }
            StoredBits stored = StoredBits.of(layout);
            Samples samples = stored.extract(cells);
            for (int i = 0; i < values.length; i++) assertEquals(values[i], samples.intAt(i), layout + ", " + i);
            assertEquals(dropped, stored.dropped(), layout.toString());
        }
    }
}
