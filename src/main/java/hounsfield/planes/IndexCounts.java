package hounsfield.planes;

import java.util.Arrays;

/**
 * The number of occurrences of each 8-bit or 16-bit number, counted as unsigned. There are four counts per number, for
 * pixels in turn, because neighboring pixels are often equal, and increments of the same element wait for each other. Each count is
 * an unsigned int and can hold 2^32 pixels.
 */
final class IndexCounts {
    /** Counts per number. */
    private static final int TURNS = 4;
    /** Number of counts checked together, because most blocks are empty. */
    private static final int BLOCK = 256;

    private final int[] counts;

    /** @param size 2^8 or 2^16 */
    IndexCounts(int size) {
        counts = new int[TURNS * size];
    }

    /** Counts the numbers from index {@code from} to before {@code to}. */
    void add(short[] numbers, int from, int to) {
        int[] into = counts;
        int i = from;
        for (; i < to - 3; i += TURNS) {
            into[TURNS * (numbers[i] & 0xFFFF)]++;
            into[TURNS * (numbers[i + 1] & 0xFFFF) + 1]++;
            into[TURNS * (numbers[i + 2] & 0xFFFF) + 2]++;
            into[TURNS * (numbers[i + 3] & 0xFFFF) + 3]++;
        }
        for (; i < to; i++) into[TURNS * (numbers[i] & 0xFFFF)]++;
    }

    /** Counts the numbers from index {@code from} to before {@code to}. */
    void add(byte[] numbers, int from, int to) {
        int[] into = counts;
        int i = from;
        for (; i < to - 3; i += TURNS) {
            into[TURNS * (numbers[i] & 0xFF)]++;
            into[TURNS * (numbers[i + 1] & 0xFF) + 1]++;
            into[TURNS * (numbers[i + 2] & 0xFF) + 2]++;
            into[TURNS * (numbers[i + 3] & 0xFF) + 3]++;
        }
        for (; i < to; i++) into[TURNS * (numbers[i] & 0xFF)]++;
    }

    /** Counts one number. */
    void add(int number) {
        counts[TURNS * number]++;
    }

    /** Receives a number and how often it occurred. */
    interface Use {
        void take(int number, long count);
    }

    /** Passes on the numbers that occurred, in ascending order, and resets their counts. */
    void drain(Use use) {
        for (int block = 0; block < counts.length; block += BLOCK) drain(block, use);
    }

    /**
     * Passes on the numbers that occurred and resets their counts, from 0 upward and from the largest number downward (-1 if they are
     * signed), until their counts add up to {@code total}. This is fast, because the stored values of most images are near 0.
     */
    void drainAroundZero(long total, Use use) {
        long left = total;
        for (int block = 0; left > 0 && block < counts.length / 2; block += BLOCK) {
            left -= drain(block, use);
            left -= drain(counts.length - BLOCK - block, use);
        }
    }

    /** Passes on the numbers of a block; returns the sum of their counts. */
    private long drain(int block, Use use) {
        int any = 0;
        for (int i = block; i < block + BLOCK; i++) any |= counts[i];
        if (any == 0) return 0;
        long passed = 0;
        for (int i = block; i < block + BLOCK; i += TURNS) {
            if ((counts[i] | counts[i + 1] | counts[i + 2] | counts[i + 3]) == 0) continue;
            long count = Integer.toUnsignedLong(counts[i])
                    + Integer.toUnsignedLong(counts[i + 1])
                    + Integer.toUnsignedLong(counts[i + 2])
                    + Integer.toUnsignedLong(counts[i + 3]);
            use.take(i / TURNS, count);
            passed += count;
        }
        Arrays.fill(counts, block, block + BLOCK, 0);
        return passed;
    }
}
