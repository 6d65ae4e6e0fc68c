package hounsfield.standard.error;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Checks whether planned arrays fit into the free heap of Java. */
public final class Memory {
    /** Advice for users who need more memory. */
    static final String MORE = "give Java more memory (Edit > Options > Memory & Threads)";

    /** Bytes of an array header. */
    private static final int ARRAY_HEADER = 16;

    /** The G1 region size; 0 for other collectors. G1 rounds an array of more than half a region up to whole regions. */
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
                // Another JVM, with different options.
                return 0;
            }
        }
    }

    /**
     * An alternative to an operation that does not fit.
     *
     * @param what the advice, for the message
     * @param need the memory that the alternative needs
     */
    public record Instead(String what, Need need) {}

    /**
     * Arrays of the same length.
     *
     * @param arrays number of arrays
     * @param bytes size of each array
     */
    public record Need(long arrays, long bytes) {
        /** {@return the heap space of the arrays [bytes]} */
        public long total() {
            long each = bytes + ARRAY_HEADER;
            if (Region.BYTES > 0 && each > Region.BYTES / 2) {
                each = (each + Region.BYTES - 1) / Region.BYTES * Region.BYTES;
            }
            return arrays == 0 || each <= Long.MAX_VALUE / arrays ? arrays * each : Long.MAX_VALUE;
        }
    }

    /**
     * An operation that may exhaust the memory.
     *
     * @param <T> the type of its result
     * @param <X> the type of its failure
     */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        /**
         * Runs the operation.
         *
         * @return its result
         * @throws X if it fails
         */
        T run() throws X;
    }

    /** Actions that free memory. */
    private static final List<Runnable> SAVINGS = new CopyOnWriteArrayList<>();

    private Memory() {}

    /**
     * Registers an action that frees memory, such as emptying a cache. It runs before an operation is refused, and after one
     * has exhausted the memory.
     *
     * @param saving the action; called from any thread
     */
    public static void whenShort(Runnable saving) {
        SAVINGS.add(saving);
    }

    /**
     * Frees memory after an operation has exhausted it.
     *
     * @param cause the error thrown by Java
     * @return the exception to throw
     */
    public static InsufficientMemoryException usedUp(OutOfMemoryError cause) {
        save();
        return new InsufficientMemoryException(cause);
    }

    private static void save() {
        SAVINGS.forEach(Runnable::run);
    }

    /**
     * Runs an operation and converts {@code OutOfMemoryError}. {@link hounsfield.work.Workers} does the same for its
     * tasks.
     *
     * @param work the operation
     * @param <T> the type of its result
     * @param <X> the type of its failure
     * @return the result of the operation
     * @throws X if the operation fails
     * @throws InsufficientMemoryException if it exhausts Java's memory
     */
    public static <T, X extends Exception> T guarded(Work<T, X> work) throws X {
        try {
            return work.run();
        } catch (OutOfMemoryError e) {
            throw usedUp(e);
        }
    }

    /**
     * Returns whether arrays fit easily, so that their exact number need not be determined.
     *
     * @param need an upper bound
     * @return whether they take at most half of what is free without a garbage collection
     */
    public static boolean isAmple(Need need) {
        return isAmple(need.total());
    }

    private static boolean isAmple(long total) {
        return total <= free() / 2;
    }

    /**
     * Checks that arrays fit. If they seem not to, requests a garbage collection first.
     *
     * @param what the subject of the message
     * @param need the arrays
     * @param instead alternatives; the message names those that fit
     * @throws InsufficientMemoryException if the arrays do not fit
     */
    public static void require(String what, Need need, List<Instead> instead) {
        require(what, need.total(), instead);
    }

    /**
     * Does the same as {@link #require(String, Need, List)} for the total size of several arrays.
     *
     * @param what the subject of the message
     * @param total the heap space of all arrays [bytes]
     * @param instead alternatives; the message names those that fit
     * @throws InsufficientMemoryException if the arrays do not fit
     */
    public static void require(String what, long total, List<Instead> instead) {
        if (isAmple(total)) return;
        if (total > free()) {
            save();
            System.gc();
        }
        long free = free();
        if (total <= free) return;
        StringBuilder message =
                new StringBuilder(what + " needs " + text(total) + " of memory, " + text(free) + " are free; ");
        for (Instead each : instead) {
            if (each.need.total() <= free) message.append(each.what).append(", or ");
        }
        throw new InsufficientMemoryException(message + MORE);
    }

    /** Returns the free heap [bytes]; a garbage collection may increase it. */
    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }

    /**
     * Formats an amount of memory.
     *
     * @param bytes the amount
     * @return in MB or GB, with the unit
     */
    public static String text(long bytes) {
        double megabytes = bytes / (double) (1 << 20);
        return megabytes < 1024
                ? String.format(Locale.ROOT, "%.0f MB", Math.max(1, megabytes))
                : String.format(Locale.ROOT, "%.1f GB", megabytes / 1024);
    }
}
