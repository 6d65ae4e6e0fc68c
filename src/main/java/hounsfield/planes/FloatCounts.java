package hounsfield.planes;

import hounsfield.calibrate.FloatIntegers;
import hounsfield.calibrate.PixelPadding;

/**
 * Counts how often each value occurs among floats that are all or mostly integers. Each thread has its own instance.
 */
final class FloatCounts {
    /** Integers of a magnitude below this are counted. */
    static final int INTEGERS = 1 << 16;
    /** Number of values that are counted by head before checking whether all of them are determined by their heads. */
    private static final int STRIP = 1 << 14;

    private final Limits limits;
    private final PixelPadding commonPadding;
    /** Counts by head. An unsigned int can count 2^32 pixels. */
    private final int[] byHead = new int[FloatHeads.COUNT];
    /** Counts by integer + {@link #INTEGERS}; empty until the first value with a nonzero rest. */
    private int[] byInteger = new int[0];
    /** Number of values below the limits that were not counted as themselves. */
    private long below;
    /** Number of values above the limits that were not counted as themselves. */
    private long above;

    private boolean leftNoneOut = true;

    /**
     * @param limits values that the limits change need not be integers
     * @param commonPadding the padding of all planes, {@code null} for none; padding that can be counted like other
     *     values is counted, and {@link Occurrences} excludes it at the end
     */
    FloatCounts(Limits limits, PixelPadding commonPadding) {
        this.limits = limits;
        this.commonPadding = commonPadding;
    }

    /** Returns how often the values with this head occurred, without the integers that were counted as integers. */
    long ofHead(int head) {
        return Integer.toUnsignedLong(byHead[head]);
    }

    /** Returns whether any head from {@code from} to before {@code to} occurred. */
    boolean anyOfHeads(int from, int to) {
        int[] counts = byHead;
        int any = 0;
        for (int head = from; head < to; head++) any |= counts[head];
        return any != 0;
    }

    /** Adds the values that were not counted by head. */
    void addOthers(Occurrences occurrences) {
        for (int i = 0; i < byInteger.length; i++) {
            if (byInteger[i] != 0) occurrences.add(i - INTEGERS, Integer.toUnsignedLong(byInteger[i]));
        }
        if (below != 0) occurrences.addClipped(limits.low(), below);
        if (above != 0) occurrences.addClipped(limits.high(), above);
    }

    /** Returns whether every value, selected or not, was counted as itself. */
    boolean leftNoneOut() {
        return leftNoneOut;
    }

    /**
     * Counts the selected values of a tile. Returns {@code false} if a value within the limits that is not padding has
     * a nonzero rest and is not an integer of a magnitude below {@link #INTEGERS}.
     */
    boolean count(float[] plane, Tile tile, Selection selection) {
        byte[] mask = selection.mask(tile.plane(), plane.length);
        PixelPadding padding = selection.padding(tile.plane());
        if (mask == null && (padding == null || padding.equals(commonPadding))) {
            return countByInteger(plane, countByHead(plane, tile), tile.to());
        }
        leftNoneOut = false;
        float low = padding == null ? Float.NaN : padding.low();
        float high = padding == null ? Float.NaN : padding.high();
        for (int i = tile.from(); i < tile.to(); i++) {
            float value = plane[i];
            if (mask != null && mask[i] == 0 || value >= low && value <= high) continue;
            if (!countByInteger(plane, i, i + 1)) return false;
        }
        return true;
    }

    /**
     * Counts by head until a strip contains a value with a nonzero rest. Returns the start of that strip, or the end of
     * the tile.
     */
    private int countByHead(float[] plane, Tile tile) {
        int to;
        for (int from = tile.from(); from < tile.to(); from = to) {
            to = from + Math.min(STRIP, tile.to() - from);
            if (FloatHeads.haveNoRest(addByHead(plane, from, to, 1))) continue;
            addByHead(plane, from, to, -1);
            return from;
        }
        return tile.to();
    }

    /** Adds {@code times} to the count of each value's head. Returns the bits of all values combined by OR. */
    private int addByHead(float[] plane, int from, int to, int times) {
        int[] counts = byHead;
        int all = 0;
        for (int i = from; i < to; i++) {
            int bits = Float.floatToRawIntBits(plane[i]);
            all |= bits;
            counts[bits >>> FloatHeads.REST_BITS] += times;
        }
        return all;
    }

    private boolean countByInteger(float[] plane, int from, int to) {
        if (byInteger.length == 0 && from < to) byInteger = new int[2 * INTEGERS];
        int[] counts = byInteger;
        for (int i = from; i < to; i++) {
            float value = plane[i];
            float sum = value + FloatIntegers.SHIFT;
            int index = Float.floatToRawIntBits(sum) - (FloatIntegers.ZERO - INTEGERS);
            if (sum - FloatIntegers.SHIFT == value && index > 0 && index < counts.length) counts[index]++;
            else if (!countOther(value)) return false;
        }
        return true;
    }

    private boolean countOther(float value) {
        if (FloatHeads.haveNoRest(Float.floatToRawIntBits(value))) {
            byHead[FloatHeads.head(value)]++;
            return true;
        }
        leftNoneOut = false;
        if (commonPadding != null && commonPadding.contains(value)) return true;
        float clipped = limits.of(value);
        if (clipped == value) return false;
        if (clipped == limits.low()) below++;
        else if (clipped == limits.high()) above++;
        return true;
    }
}
