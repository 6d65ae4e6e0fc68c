package hounsfield.dataset;

import hounsfield.codec.Samples;
import java.util.Arrays;

/**
 * How often each value occurs among samples of up to 16 bits. A thread has one tally and uses it again for each frame, since
 * its arrays cost more to make than to fill.
 */
final class ValueTally {
    private static final int STEPS = 1 << Short.SIZE;
    /** So many counts are looked at together: most blocks are empty. */
    private static final int BLOCK = 32;

    private static final ThreadLocal<ValueTally> OWN = ThreadLocal.withInitial(ValueTally::new);

    /**
     * Two counts a value, for every other sample each: neighbours are often equal, and two increments of one place wait for
     * each other. All 0 between uses.
     */
    private final int[] pairs = new int[2 * STEPS];

    private final double[] values = new double[STEPS];
    private final long[] counts = new long[STEPS];
    private int length;

    private ValueTally() {}

    /** The tally of samples, until the calling thread asks for the next. */
    static ValueTally of(Samples.Shorts samples) {
        ValueTally tally = OWN.get();
        tally.count(samples.values());
        tally.gather(STEPS, samples.signed());
        return tally;
    }

    /** The tally of samples, until the calling thread asks for the next. */
    static ValueTally of(Samples.Bytes samples) {
        ValueTally tally = OWN.get();
        tally.count(samples.values());
        tally.gather(1 << Byte.SIZE, samples.signed());
        return tally;
    }

    /** The values that occur, the first {@link #length} of the array; for the caller to write to. */
    double[] values() {
        return values;
    }

    /** How often each of the values occurs; for the caller to write to. */
    long[] counts() {
        return counts;
    }

    /** How many different values there are. */
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

    /** Brings what occurs together, and leaves the pairs empty. */
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
