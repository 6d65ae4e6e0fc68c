package hounsfield.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UidTest {
    private static void check(long high, long low) {
        byte[] bits = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        assertEquals("2.25." + new BigInteger(1, bits), Uid.ofBits(high, low));
    }

    @Test
    void bitsAreWrittenAsADecimalNumber() {
        Random random = new Random(1);
        for (int shift = 0; shift < Long.SIZE; shift++) {
            check(0, 1L << shift);
            check(1L << shift, 0);
            check(random.nextLong() >>> shift, random.nextLong());
        }
        check(-1, -1);
        check(0, 0);
        // Groups of zeros stay within the number.
        for (long power = 1; power <= 1_000_000_000_000_000_000L / 10; power *= 10) check(0, power);
        BigInteger large = BigInteger.TEN.pow(36);
        check(large.shiftRight(Long.SIZE).longValue(), large.longValue());
    }

    @Test
    void namesHaveOneUidAndRandomOnesDiffer() {
        assertEquals(Uid.ofName("a"), Uid.ofName("a"));
        assertNotEquals(Uid.ofName("a"), Uid.ofName("b"));
        assertNotEquals(Uid.random(), Uid.random());
    }
}
