package hounsfield.planes;

import hounsfield.calibrate.FloatIntegers;
import hounsfield.calibrate.PixelPadding;
import hounsfield.standard.Progress;
import hounsfield.standard.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How often each distinct value occurs, for images with few of them: 8 and 16-bit numbers, and floats that are all
 * integers of about that range, as HU are. One pass of counting, each thread in its own array, replaces the sort.
 */
public final class ValueCounts implements RankedValues {
    /** Floats that are integers from here ... */
    private static final int FIRST = -(1 << 16);
    /** ... in this many steps are counted, a power of two. */
    private static final int STEPS = 1 << 17;

    /** Where values are counted that are not themselves what is counted for them, or not counted at all. */
    private static final int OTHERS = 2 * STEPS;

    private final float[] values;
    private final long[] counts;
    private final long size;
    private CountedIntegers integers;

    private ValueCounts(float[] values, long[] counts) {
        this.values = values;
        this.counts = counts;
        this.size = Arrays.stream(counts).sum();
    }

    /**
     * Counts the selected values, within limits.
     *
     * @return empty if a selected value is no integer of modest size
     */
    public static Optional<ValueCounts> of(Planes planes, Selection selection, Limits limits, Progress progress) {
        if (planes instanceof Planes.Floats floats) return ofFloats(floats, selection, limits, progress);
        if (planes instanceof Planes.Shorts shorts) {
            long[] counts = count(planes, 1 << 16, progress, (tile, into) -> {
                short[] plane = shorts.planes().get(tile.plane());
                countShorts(plane, shorts.values(), tile, selection, into);
                return true;
            });
            return Optional.of(ofTable(shorts.values(), counts, limits));
        }
        Planes.Bytes bytes = (Planes.Bytes) planes;
        long[] counts = count(planes, 1 << 8, progress, (tile, into) -> {
            countBytes(bytes.planes().get(tile.plane()), bytes.values(), tile, selection, into);
            return true;
        });
        return Optional.of(ofTable(bytes.values(), counts, limits));
    }

    private static Optional<ValueCounts> ofFloats(
            Planes.Floats floats, Selection selection, Limits limits, Progress progress) {
        long[] pairs = count(floats, OTHERS + 1, progress, (tile, into) -> {
            float[] plane = floats.planes().get(tile.plane());
            byte[] mask = selection.mask(tile.plane(), plane.length);
            PixelPadding padding = selection.padding(tile.plane());
            return mask == null && padding == null
                    ? countAll(plane, tile.from(), tile.to(), limits, into)
                    : countSelected(plane, mask, padding, tile, limits, into);
        });
        if (pairs == null) return Optional.empty();
        float[] values = new float[STEPS];
        long[] counts = new long[STEPS];
        int first = STEPS;
        int last = 0;
        for (int i = 0; i < STEPS; i++) {
            values[i] = FIRST + i;
            counts[i] = pairs[i] + pairs[STEPS + i];
            if (counts[i] == 0) continue;
            first = Math.min(first, i);
            last = i;
        }
        ValueCounts found = ofTable(values, counts, limits);
        if (pairs[OTHERS] == 0) found.integers = new CountedIntegers(floats, FIRST + first, FIRST + last);
        return Optional.of(found);
    }

    @Override
    public Optional<CountedIntegers> integers() {
        return Optional.ofNullable(integers);
    }

    @Override
    public long size() {
        return size;
    }

    /** The values that occur, ascending; one may stand twice. */
    public float[] values() {
        return values.clone();
    }

    /** How often each of {@link #values} occurs. */
    public long[] counts() {
        return counts.clone();
    }

    @Override
    public float[] at(long[] ranks) {
        float[] found = new float[ranks.length];
        int distinct = -1;
        long behind = 0;
        for (int i = 0; i < ranks.length; i++) {
            while (behind <= ranks[i]) behind += counts[++distinct];
            found[i] = values[distinct];
        }
        return found;
    }

    /** Counts a tile into an array of the thread's own; false to give up. */
    private interface TileCounter {
        boolean count(Tile tile, int[] into);
    }

    /** The counts of all tiles, {@code null} if one gave up. An array's int counts hold 2^32 pixels of one value. */
    private static long[] count(Planes planes, int steps, Progress progress, TileCounter counter) {
        List<Tile> tiles = Tile.of(planes);
        ConcurrentLinkedQueue<int[]> arrays = new ConcurrentLinkedQueue<>();
        AtomicBoolean gaveUp = new AtomicBoolean();
        Workers.forEach(tiles.size(), progress, index -> {
            if (gaveUp.get()) return;
            int[] pooled = arrays.poll();
            int[] into = pooled != null ? pooled : new int[steps];
            if (!counter.count(tiles.get(index), into)) gaveUp.set(true);
            arrays.add(into);
        });
        if (gaveUp.get()) return null;
        long[] counts = new long[steps];
        for (int[] array : arrays) {
            for (int i = 0; i < steps; i++) counts[i] += Integer.toUnsignedLong(array[i]);
        }
        return counts;
    }

    /**
     * Counts in pairs, each half of a pair in its own half of {@code into}: neighbours are often equal, and two increments
     * of one place wait for each other.
     */
    private static boolean countAll(float[] plane, int from, int to, Limits limits, int[] into) {
        int i = from;
        for (; i < to - 1; i += 2) {
            float one = plane[i];
            float two = plane[i + 1];
            float sumOne = one + FloatIntegers.SHIFT;
            float sumTwo = two + FloatIntegers.SHIFT;
            int stepOne = Float.floatToRawIntBits(sumOne) - (FloatIntegers.ZERO + FIRST);
            int stepTwo = Float.floatToRawIntBits(sumTwo) - (FloatIntegers.ZERO + FIRST);
            // Both integers, and within 0 .. STEPS - 1: no bit outside is set.
            if (sumOne - FloatIntegers.SHIFT == one
                    && sumTwo - FloatIntegers.SHIFT == two
                    && ((stepOne | stepTwo) & -STEPS) == 0) {
                into[stepOne]++;
                into[STEPS + stepTwo]++;
            } else if (!countOne(one, limits, into) || !countOne(two, limits, into)) {
                return false;
            }
        }
        return i == to || countOne(plane[i], limits, into);
    }

    private static boolean countSelected(
            float[] plane, byte[] mask, PixelPadding padding, Tile tile, Limits limits, int[] into) {
        into[OTHERS]++;
        float low = padding == null ? Float.NaN : padding.low();
        float high = padding == null ? Float.NaN : padding.high();
        for (int i = tile.from(); i < tile.to(); i++) {
            float value = plane[i];
            if (mask != null && mask[i] == 0 || value >= low && value <= high) continue;
            if (!countOne(value, limits, into)) return false;
        }
        return true;
    }

    /** False for a value that is no integer of modest size when clipped; one that is not finite does not count. */
    private static boolean countOne(float value, Limits limits, int[] into) {
        float clipped = limits.of(value);
        boolean finite = Float.isFinite(clipped);
        if (clipped != value || !finite) into[OTHERS]++;
        if (!finite) return true;
        int integer = (int) clipped;
        int step = integer - FIRST;
        if (integer != clipped || step < 0 || step >= STEPS) return false;
        into[step]++;
        return true;
    }

    private static void countShorts(short[] plane, float[] values, Tile tile, Selection selection, int[] into) {
        byte[] mask = selection.mask(tile.plane(), plane.length);
        PixelPadding padding = selection.padding(tile.plane());
        if (mask == null && padding == null) {
            for (int i = tile.from(); i < tile.to(); i++) into[plane[i] & 0xFFFF]++;
            return;
        }
        for (int i = tile.from(); i < tile.to(); i++) {
            int stored = plane[i] & 0xFFFF;
            if (mask != null && mask[i] == 0 || padding != null && padding.contains(values[stored])) continue;
            into[stored]++;
        }
    }

    private static void countBytes(byte[] plane, float[] values, Tile tile, Selection selection, int[] into) {
        byte[] mask = selection.mask(tile.plane(), plane.length);
        PixelPadding padding = selection.padding(tile.plane());
        for (int i = tile.from(); i < tile.to(); i++) {
            int stored = plane[i] & 0xFF;
            if (mask != null && mask[i] == 0 || padding != null && padding.contains(values[stored])) continue;
            into[stored]++;
        }
    }

    /** Distinct values, clipped, in ascending order; a table may fall, or hold a value twice. */
    private static ValueCounts ofTable(float[] table, long[] counts, Limits limits) {
        record Counted(float value, long count) {}
        int distinct = 0;
        for (long count : counts) if (count != 0) distinct++;
        Counted[] counted = new Counted[distinct];
        int found = 0;
        boolean ascending = true;
        for (int i = 0; i < table.length; i++) {
            if (counts[i] == 0) continue;
            float value = limits.of(table[i]);
            if (!Float.isFinite(value)) continue;
            ascending &= found == 0 || counted[found - 1].value <= value;
            counted[found++] = new Counted(value, counts[i]);
        }
        if (!ascending) Arrays.sort(counted, 0, found, Comparator.comparingDouble(Counted::value));
        float[] values = new float[found];
        long[] times = new long[found];
        for (int i = 0; i < found; i++) {
            values[i] = counted[i].value;
            times[i] = counted[i].count;
        }
        return new ValueCounts(values, times);
    }
}
