package hounsfield.imagej.operation;

import hounsfield.cache.PlaneCache;

/** Sets the size of the cache of decoded slices, which all virtual stacks share. */
public final class LimitCache {
    private static final double MIB = 1 << 20;
    private static final double MOST = 1 << 20;

    private LimitCache() {}

    /**
     * Changes the limit until ImageJ ends. Slices that do not fit any more are removed.
     *
     * @param megabytes maximum total size of the slices [MiB]; 0 for no cache
     * @throws IllegalArgumentException if that is not a number from 0 to 1048576
     */
    public static void run(double megabytes) {
        if (!(megabytes >= 0 && megabytes <= MOST)) {
            throw new IllegalArgumentException(
                    "a cache of " + megabytes + " MB; give a number from 0 to " + (int) MOST);
        }
        PlaneCache.shared().setLimit((long) (megabytes * MIB));
    }
}
