package hounsfield.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The limits of fuzzing are ones that work can exceed. */
class FuzzLimitsTest {
    private static final byte[] INPUT = new byte[100];

    private byte[] kept;

    @Test
    void modestWorkAndDicomExceptionsPass() {
        FuzzLimits.check(INPUT, () -> allocate(1));
        FuzzLimits.check(INPUT, () -> {
            throw new MalformedDicomException("bad", Location.NOWHERE);
        });
    }

    @Test
    void muchMemoryFails() {
        AssertionError e = assertThrows(AssertionError.class, () -> FuzzLimits.check(INPUT, () -> allocate(64)));
        assertTrue(e.getMessage().endsWith("allowed, for 100 bytes of input"), e.getMessage());
        FuzzLimits.check(INPUT, () -> allocate(64) + (1 << 20));
    }

    @Test
    void muchTimeFails() {
        AssertionError e = assertThrows(
                AssertionError.class,
                () -> FuzzLimits.check(INPUT, () -> {
                    long end = System.nanoTime() + 10_000_000_000L;
                    long sum = 0;
                    java.lang.management.ThreadMXBean threads =
                            java.lang.management.ManagementFactory.getThreadMXBean();
                    long start = threads.getCurrentThreadCpuTime();
                    while (threads.getCurrentThreadCpuTime() - start < 1_100_000_000L && System.nanoTime() < end) sum++;
                    return sum & 1;
                }));
        assertTrue(e.getMessage().contains(" ms for"), e.getMessage());
    }

    @Test
    void otherExceptionsEscape() {
        assertThrows(
                AssertionError.class,
                () -> FuzzLimits.check(INPUT, () -> {
                    throw new IOException("of another kind");
                }));
        assertThrows(
                IllegalStateException.class,
                () -> FuzzLimits.check(INPUT, () -> {
                    throw new IllegalStateException();
                }));
    }

    private long allocate(int megabytes) {
        for (int i = 0; i < megabytes; i++) kept = new byte[1 << 20];
        return kept.length >> 30;
    }
}
