package hounsfield.standard;

import com.sun.management.HotSpotDiagnosticMXBean;
import hounsfield.work.Workers;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** Whether arrays that work is about to allocate fit into what Java's heap has left. */
public final class Memory {
    /** How the user gets more memory. */
    static final String MORE = "give Java more memory (Edit > Options > Memory & Threads)";

    /** Array headers, object headers and the like take a little more. */
    private static final int ARRAY_HEADER = 16;

    /** G1 rounds an array of more than half a region up to whole regions; 0 for other collectors. */
    private static final class Region {
        static final long BYTES = bytes();

        private static long bytes() {
            try {
                HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
                boolean g1 = Boolean.parseBoolean(options.getVMOption("UseG1GC").getValue());
                return g1
                        ? Long.parseLong(options.getVMOption("G1HeapRegionSize").getValue())
                        : 0;
            } catch (RuntimeException | LinkageError e) {
                // Another JVM, with options of its own.
                return 0;
            }
        }
    }

    /** What needs less memory than the work that does not fit. */
    public record Instead(String what, Need need) {}

    /**
     * Arrays of one length.
     *
     * @param arrays how many
     * @param bytes of each
     */
    public record Need(long arrays, long bytes) {
        /** How much of the heap they take [bytes]. */
        long total() {
            long each = bytes + ARRAY_HEADER;
            if (Region.BYTES > 0 && each > Region.BYTES / 2) {
                each = (each + Region.BYTES - 1) / Region.BYTES * Region.BYTES;
            }
            return arrays == 0 || each <= Long.MAX_VALUE / arrays ? arrays * each : Long.MAX_VALUE;
        }
    }

    /** Work that may use up the memory. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        /**
         * Does the work.
         *
         * @return its result
         * @throws X if it fails
         */
        T run() throws X;
    }

    private Memory() {}

    /**
     * Does work that a user asked for. {@link Workers} do the same for their tasks.
     *
     * @return the work's result
     * @throws X if the work fails
     * @throws InsufficientMemoryException if it uses up Java's memory
     */
    public static <T, X extends Exception> T guarded(Work<T, X> work) throws X {
        try {
            return work.run();
        } catch (OutOfMemoryError e) {
            throw new InsufficientMemoryException(e);
        }
    }

    /**
     * Returns whether arrays fit easily, so that there is no need to know exactly how many they are.
     *
     * @param need at most so much
     * @return whether they are not more than half of what is free without a garbage collection
     */
    public static boolean isAmple(Need need) {
        return need.total() <= free() / 2;
    }

    /**
     * Checks that arrays fit; where it seems that they do not, a garbage collection is asked for first.
     *
     * @param what is made, for the message
     * @param need its arrays
     * @param instead what may be done instead; the message names what of it fits
     * @throws InsufficientMemoryException if they do not fit
     */
    public static void require(String what, Need need, List<Instead> instead) {
        if (isAmple(need)) return;
        if (need.total() > free()) System.gc();
        long free = free();
        if (need.total() <= free) return;
        StringBuilder message =
                new StringBuilder(what + " needs " + text(need.total()) + " of memory, " + text(free) + " are free; ");
        for (Instead each : instead) {
            if (each.need.total() <= free) message.append(each.what).append(", or ");
        }
        throw new InsufficientMemoryException(message + MORE);
    }

    /** What the heap can still take [bytes]; more once garbage is collected. */
    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }

    /** A number of bytes in MB or GB. */
    static String text(long bytes) {
        double megabytes = bytes / (double) (1 << 20);
        return megabytes < 1024
                ? String.format(Locale.ROOT, "%.0f MB", Math.max(1, megabytes))
                : String.format(Locale.ROOT, "%.1f GB", megabytes / 1024);
    }
}
