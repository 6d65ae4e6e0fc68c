package hounsfield.planes;

import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Order statistics of arbitrary floats without sorting all of them. The bits of a float are converted to a key of the
 * same order ({@link FloatOrder}). The upper 16 bits of the key select one of 65536 buckets. Only the buckets that
 * contain a requested rank are gathered, and sorted or counted by their lower 16 bits. A bucket that is too large to
 * gather is counted directly in the image, so that memory stays bounded.
 */
final class RadixSelection implements RankedValues {
    private static final int BUCKETS = 1 << 16;
    /** Number of values that are gathered at once: 64 MB. */
    static final int DEFAULT_GATHER_LIMIT = 1 << 24;

    /** A gathered bucket with fewer values is sorted, a larger one is counted by its lower 16 bits. */
    private static final int SORTED = 1 << 13;

    private final SelectedFloats values;
    private final Progress progress;
    private final int gatherLimit;
    private final long[] bucketSizes;
    private final long size;

    RadixSelection(SelectedFloats values, Progress progress, int gatherLimit) {
        this.values = values;
        this.progress = progress;
        this.gatherLimit = gatherLimit;
        this.bucketSizes = count(-1);
        this.size = Arrays.stream(bucketSizes).sum();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public float[] at(long[] ranks) {
        float[] found = new float[ranks.length];
        Wanted[] wanted = wanted(ranks);
        for (int from = 0; from < wanted.length; ) {
            int to = from;
            long gathered = 0;
            while (to < wanted.length && gathered + bucketSizes[wanted[to].bucket] <= gatherLimit) {
                gathered += bucketSizes[wanted[to++].bucket];
            }
            if (to == from) countLowerHalf(wanted[to++], ranks, found);
            else gather(Arrays.copyOfRange(wanted, from, to), (int) gathered, ranks, found);
            from = to;
        }
        return found;
    }

    /**
     * A bucket with the ranks {@code firstRank} to {@code endRank - 1} of the request; {@code below} values are in
     * lower buckets.
     */
    private record Wanted(int bucket, long below, int firstRank, int endRank) {}

    private Wanted[] wanted(long[] ranks) {
        Wanted[] wanted = new Wanted[Math.min(BUCKETS, ranks.length)];
        int count = 0;
        long below = 0;
        for (int bucket = 0, rank = 0; rank < ranks.length; below += bucketSizes[bucket++]) {
            int first = rank;
            while (rank < ranks.length && ranks[rank] < below + bucketSizes[bucket]) rank++;
            if (rank > first) wanted[count++] = new Wanted(bucket, below, first, rank);
        }
        return Arrays.copyOf(wanted, count);
    }

    private void countLowerHalf(Wanted wanted, long[] ranks, float[] found) {
        pick(wanted, count(wanted.bucket), ranks, found);
    }

    /** Finds the values at a bucket's ranks from the number of its keys with each lower half. */
    private static void pick(Wanted wanted, long[] counts, long[] ranks, float[] found) {
        long behind = wanted.below;
        int low = -1;
        for (int i = wanted.firstRank; i < wanted.endRank; i++) {
            while (behind <= ranks[i]) behind += counts[++low];
            found[i] = FloatOrder.value(wanted.bucket - (BUCKETS >> 1) << 16 | low);
        }
    }

    private void gather(Wanted[] wanted, int total, long[] ranks, float[] found) {
        int[] slots = new int[BUCKETS];
        Arrays.fill(slots, -1);
        int[] starts = new int[wanted.length + 1];
        for (int slot = 0; slot < wanted.length; slot++) {
            slots[wanted[slot].bucket] = slot;
            starts[slot + 1] = starts[slot] + (int) bucketSizes[wanted[slot].bucket];
        }
        int[] keys = new int[total];
        AtomicIntegerArray next = new AtomicIntegerArray(starts);
        values.forEach(progress, (tile, floats, count) -> gatherTile(floats, count, slots, next, keys));
        Workers.forEach(wanted.length, progress, slot -> {
            if (starts[slot + 1] - starts[slot] < SORTED) {
                Arrays.sort(keys, starts[slot], starts[slot + 1]);
                for (int i = wanted[slot].firstRank; i < wanted[slot].endRank; i++) {
                    found[i] = FloatOrder.value(keys[starts[slot] + (int) (ranks[i] - wanted[slot].below)]);
                }
            } else {
                long[] counts = new long[BUCKETS];
                for (int i = starts[slot]; i < starts[slot + 1]; i++) counts[keys[i] & 0xFFFF]++;
                pick(wanted[slot], counts, ranks, found);
            }
        });
    }

    /**
     * Gathers the wanted values of a tile. They are counted by slot first and space is then reserved for all of them,
     * so that threads contend only once per tile and slot.
     */
    private static void gatherTile(float[] floats, int count, int[] slots, AtomicIntegerArray next, int[] target) {
        int[] sizes = new int[next.length()];
        int wanted = 0;
        for (int i = 0; i < count; i++) {
            int slot = slots[bucket(FloatOrder.key(floats[i]))];
            if (slot < 0) continue;
            sizes[slot]++;
            floats[wanted++] = floats[i];
        }
        int[] at = new int[sizes.length];
        for (int slot = 0; slot < sizes.length; slot++) {
            if (sizes[slot] > 0) at[slot] = next.getAndAdd(slot, sizes[slot]);
        }
        for (int i = 0; i < wanted; i++) {
            int key = FloatOrder.key(floats[i]);
            target[at[slots[bucket(key)]]++] = key;
        }
    }

    /**
     * Returns the number of keys in each bucket if {@code bucket} is negative, otherwise the number of keys in that
     * bucket with each lower half.
     */
    private long[] count(int bucket) {
        ConcurrentLinkedQueue<int[]> arrays = new ConcurrentLinkedQueue<>();
        values.forEach(progress, (tile, floats, count) -> {
            int[] pooled = arrays.poll();
            int[] into = pooled != null ? pooled : new int[BUCKETS];
            if (bucket < 0) {
                for (int i = 0; i < count; i++) into[bucket(FloatOrder.key(floats[i]))]++;
            } else {
                for (int i = 0; i < count; i++) {
                    int key = FloatOrder.key(floats[i]);
                    if (bucket(key) == bucket) into[key & 0xFFFF]++;
                }
            }
            arrays.add(into);
        });
        long[] counts = new long[BUCKETS];
        for (int[] array : arrays) {
            for (int i = 0; i < BUCKETS; i++) counts[i] += Integer.toUnsignedLong(array[i]);
        }
        return counts;
    }

    private static int bucket(int key) {
        return (key >> 16) + (BUCKETS >> 1);
    }
}
