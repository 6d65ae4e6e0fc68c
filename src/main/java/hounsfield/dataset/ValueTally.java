package hounsfield.dataset;

import hounsfield.codec.Samples;
import java.util.Arrays;

/**
 * Counts how often each value occurs among samples of up to 16 bits. Each thread has one instance and reuses it for
 * each frame, because its arrays are more expensive to allocate than to fill.
 */
final class ValueTally {
    private static final int STEPS = 1 << Short.SIZE;
    /** Number of counts checked together, because most blocks are empty. */
    private static final int BLOCK = 32;

    private static final ThreadLocal<ValueTally> OWN = ThreadLocal.withInitial(ValueTally::new);

    /**
     * Two counts per value, for alternating samples: neighboring samples are often equal, and two consecutive
     * increments of the same element stall. All are 0 between uses.
     */
    private final int[] pairs = new int[2 * STEPS];

    private final double[] values = new double[STEPS];
    private final long[] counts = new long[STEPS];
    private int length;

    private ValueTally() {}

    /** Counts samples. The result is valid until the next call by the same thread. */
    static ValueTally of(Samples.Shorts samples) {
        ValueTally tally = OWN.get();
        tally.count(samples.values());
        tally.gather(STEPS, samples.signed());
        return tally;
    }

    /** Counts samples. The result is valid until the next call by the same thread. */
    static ValueTally of(Samples.Bytes samples) {
        ValueTally tally = OWN.get();
        tally.count(samples.values());
        tally.gather(1 << Byte.SIZE, samples.signed());
        return tally;
    }

    /** Returns the values that occur, the first {@link #length} of the array, which the caller may overwrite. */
    double[] values() {
        return values;
    }

    /** Returns the count of each value, which the caller may overwrite. */
    long[] counts() {
        return counts;
    }

    /** Returns the number of different values. */
    int length() {
        return length;
    }

    private void count(short[] samples) {
        int[] into = pairs;
        int i = 0;
        for (; i < samples.length - 1; i += 2) {
            into[2 * (samples[i] & 0xFFFF)]++;
            into[2 * (samples[i + 1] & 0xFFFF) + 1]++;
        }
        if (i < samples.length) into[2 * (samples[i] & 0xFFFF)]++;
    }

    private void count(byte[] samples) {
        int[] into = pairs;
        int i = 0;
        for (; i < samples.length - 1; i += 2) {
            into[2 * (samples[i] & 0xFF)]++;
            into[2 * (samples[i + 1] & 0xFF) + 1]++;
        }
        if (i < samples.length) into[2 * (samples[i] & 0xFF)]++;
    }

    /** Collects the values that occur, and resets the pairs. */
    private void gather(int steps, boolean signed) {
        length = 0;
        for (int block = 0; block < 2 * steps; block += BLOCK) {
            int any = 0;
            for (int i = block; i < block + BLOCK; i++) any |= pairs[i];
            if (any == 0) continue;
            for (int i = block; i < block + BLOCK; i += 2) {
                long count = (long) pairs[i] + pairs[i + 1];
                if (count == 0) continue;
                int step = i / 2;
                values[length] = signed && step >= steps / 2 ? step - steps : step;
                counts[length++] = count;
            }
            Arrays.fill(pairs, block, block + BLOCK, 0);
        }
    }
}
