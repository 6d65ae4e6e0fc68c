package hounsfield.testing;

import com.sun.management.ThreadMXBean;
import hounsfield.standard.error.DicomException;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * The limits of the work on any input: it ends with a result or a {@link DicomException}, within a second of processor time for each
 * KB, and allocates a small multiple of the input and of the pixels that came out of it.
 *
 * <p>Only the calling thread is measured; {@code src/test/bench/fuzz.sh} gives the JVM one processor, so that there are no
 * others. Allocated bytes include garbage, so they are more than what is in memory at a time.
 */
public final class FuzzLimits {
    private static final long NANOS_PER_KB = 1_000_000_000L;
    /** For buffers of fixed size, tables, and images that small layouts may declare. */
    private static final long ALWAYS_ALLOWED = 48L << 20;
    /** A Data Element of 8 bytes costs some hundred, and its values are looked at in several ways. */
    private static final long BYTES_PER_INPUT_BYTE = 512;
    /** Stored, arranged, calibrated and shown, of 4 or 8 bytes each. */
    private static final long BYTES_PER_PIXEL = 128;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private FuzzLimits() {}

    /** Work on an input. */
    public interface Work {
        /** Returns how many samples of pixels came out. */
        long run() throws IOException;
    }

    /**
     * Does the work, and again if it took too much: the first time it may have loaded classes.
     *
     * @throws AssertionError if it took too much both times, or threw an {@link IOException} of another kind
     */
    public static void check(byte[] input, Work work) {
        String excess = measure(input, work);
        if (excess != null) excess = measure(input, work);
        if (excess != null) throw new AssertionError(excess + " for " + input.length + " bytes of input");
    }

    private static String measure(byte[] input, Work work) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long time = THREADS.getCurrentThreadCpuTime();
        long pixels = pixels(work);
        time = THREADS.getCurrentThreadCpuTime() - time;
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        if (time > NANOS_PER_KB * (1 + input.length / 1024)) return time / 1_000_000 + " ms";
        long allowed = ALWAYS_ALLOWED + BYTES_PER_INPUT_BYTE * input.length + BYTES_PER_PIXEL * pixels;
        return allocated > allowed ? allocated + " bytes allocated, " + allowed + " allowed," : null;
    }

    private static long pixels(Work work) {
        try {
            return work.run();
        } catch (DicomException e) {
            // The input is allowed to fail in this way.
            return 0;
        } catch (IOException e) {
            throw new AssertionError("not a DicomException", e);
        }
    }
}
