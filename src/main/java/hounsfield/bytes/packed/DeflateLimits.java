package hounsfield.bytes.packed;

/** Limits for inflating, so that a small file cannot exhaust memory or time. */
final class DeflateLimits {
    /** Largest number of bytes that Deflate expands one byte to. */
    private static final long LARGEST_POSSIBLE_RATIO = 1032;

    /** Largest expansion of large content. CT and MR images expand 2 to 4 times, masks up to about 100 times. */
    private static final long LARGEST_RATIO = 200;

    /** Size of content up to which the expansion is not limited [bytes]. */
    private static final long SMALL = 64L << 20;

    private DeflateLimits() {}

    /**
     * Returns whether compressed bytes cannot expand to that many bytes.
     *
     * @param packed number of compressed bytes
     * @param size declared number of bytes
     */
    static boolean isImpossible(long packed, long size) {
        return size / LARGEST_POSSIBLE_RATIO > packed;
    }

    /**
     * Returns why content is not inflated, as the end of a sentence; an empty string if it is.
     *
     * @param packed number of compressed bytes
     * @param size declared number of bytes
     */
    static String problem(long packed, long size) {
        if (isImpossible(packed, size)) {
            return "declares " + size + " bytes, more than its " + packed + " compressed bytes can expand to";
        }
        if (size > SMALL && size / LARGEST_RATIO > packed) {
            return "expands more than " + LARGEST_RATIO + " times, to " + size + " bytes";
        }
        long most = InflatingByteSource.mostKept();
        return size > most
                ? "has " + size + " bytes, more than the " + (most >> 20)
                        + " MiB that are inflated in memory; unpack it"
                : "";
    }
}
