package hounsfield.planes;

import java.util.Arrays;

/**
 * The number of occurrences of each 8-bit or 16-bit number, counted as unsigned. There are two counts per number, for
 * alternating pixels, because neighboring pixels are often equal, and two consecutive increments of the same element
 * stall. Each count is an unsigned int and can hold 2^32 pixels.
 */
final class IndexCounts {
    /** Number of counts checked together, because most blocks are empty. */
    private static final int BLOCK = 32;

    private final int[] pairs;

    /** @param size 2^8 or 2^16 */
    IndexCounts(int size) {
        pairs = new int[2 * size];
    }

    /** Counts the numbers from index {@code from} to before {@code to}. */
    void add(short[] numbers, int from, int to) {
        int[] into = pairs;
        int i = from;
        for (; i < to - 1; i += 2) {
            into[2 * (numbers[i] & 0xFFFF)]++;
            into[2 * (numbers[i + 1] & 0xFFFF) + 1]++;
        }
        if (i < to) into[2 * (numbers[i] & 0xFFFF)]++;
    }

    /** Counts the numbers from index {@code from} to before {@code to}. */
    void add(byte[] numbers, int from, int to) {
        int[] into = pairs;
        int i = from;
        for (; i < to - 1; i += 2) {
            into[2 * (numbers[i] & 0xFF)]++;
            into[2 * (numbers[i + 1] & 0xFF) + 1]++;
        }
        if (i < to) into[2 * (numbers[i] & 0xFF)]++;
    }

    /** Counts one number. */
    void add(int number) {
        pairs[2 * number]++;
    }

    /** Receives a number and how often it occurred. */
    interface Use {
        void take(int number, long count);
    }

    /** Passes on the numbers that occurred, in ascending order, and resets their counts. */
    void drain(Use use) {
        for (int block = 0; block < pairs.length; block += BLOCK) {
            int any = 0;
            for (int i = block; i < block + BLOCK; i++) any |= pairs[i];
            if (any == 0) continue;
            for (int i = block; i < block + BLOCK; i += 2) {
                long count = Integer.toUnsignedLong(pairs[i]) + Integer.toUnsignedLong(pairs[i + 1]);
                if (count != 0) use.take(i / 2, count);
            }
            Arrays.fill(pairs, block, block + BLOCK, 0);
        }
    }
}
