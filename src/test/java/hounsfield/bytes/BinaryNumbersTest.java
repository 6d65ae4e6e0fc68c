package hounsfield.bytes;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BinaryNumbersTest {
    private static final byte[] BYTES = HexFormat.of().parseHex("817F02FE80FF00017E");

    @Test
    void everyWidthInBothByteOrders() {
        assertArrayEquals(new long[] {-127, 127, 2, -2, -128, -1, 0, 1, 126}, signed(1, BIG_ENDIAN));
        assertArrayEquals(new long[] {-127, 127, 2, -2, -128, -1, 0, 1, 126}, signed(1, LITTLE_ENDIAN));
        assertArrayEquals(new long[] {0x7F81, (short) 0xFE02, (short) 0xFF80, 0x0100}, signed(2, LITTLE_ENDIAN));
        assertArrayEquals(new long[] {(short) 0x817F, 0x02FE, (short) 0x80FF, 0x0001}, signed(2, BIG_ENDIAN));
        assertArrayEquals(new long[] {0xFE027F81, 0x0100FF80}, signed(4, LITTLE_ENDIAN));
        assertArrayEquals(new long[] {0x817F02FE, 0x80FF0001}, signed(4, BIG_ENDIAN));
        assertArrayEquals(new long[] {0x0100FF80FE027F81L}, signed(8, LITTLE_ENDIAN));
        assertArrayEquals(new long[] {0x817F02FE80FF0001L}, signed(8, BIG_ENDIAN));
    }

    @Test
    void unsignedNumbersLoseTheirSignAlone() {
        assertArrayEquals(new long[] {0x81, 0x7F, 2, 0xFE, 0x80, 0xFF, 0, 1, 0x7E}, unsigned(1));
        assertArrayEquals(new long[] {0x817F, 0x02FE, 0x80FF, 0x0001}, unsigned(2));
        assertArrayEquals(new long[] {0x817F02FEL, 0x80FF0001L}, unsigned(4));
        assertArrayEquals(new long[] {0x817F02FE80FF0001L}, unsigned(8));
    }

    @Test
    void singleNumbersAtAnyPlace() {
        assertEquals(0xFE02, BinaryNumbers.unsignedShort(BYTES, 2, true));
        assertEquals(0x02FE, BinaryNumbers.unsignedShort(BYTES, 2, false));
        assertEquals(0xFF80FE02, BinaryNumbers.integer(BYTES, 2, true));
        assertEquals(0x02FE80FF, BinaryNumbers.integer(BYTES, 2, false));
    }

    @Test
    void otherWidthsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> signed(3, LITTLE_ENDIAN));
    }

    private static long[] signed(int width, ByteOrder order) {
        return BinaryNumbers.signed(BYTES, width, order);
    }

    private static long[] unsigned(int width) {
        return BinaryNumbers.unsigned(BYTES, width, BIG_ENDIAN);
    }
}
