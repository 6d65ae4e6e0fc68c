package hounsfield.planes;

import hounsfield.calibrate.FloatIntegers;
import hounsfield.calibrate.PixelPadding;

/** How often each value occurs among floats that are integers, or mostly: one thread's part of the counting. */
final class FloatCounts {
    /** Integers of less than this are counted. */
    static final int INTEGERS = 1 << 16;
    /** How many values are counted by their heads before it is asked whether heads were all there was. */
    private static final int STRIP = 1 << 14;

    private final Limits limits;
    private final PixelPadding commonPadding;
    /** By head. An int holds 2^32 pixels. */
    private final int[] byHead = new int[FloatHeads.COUNT];
    /** By the integer and {@link #INTEGERS}; empty before the first value that has a rest. */
    private int[] byInteger = new int[0];
    /** How many values there are below the limits that have not been counted as themselves. */
    private long below;
    /** How many above. */
    private long above;

    private boolean leftNoneOut = true;

    /**
     * @param limits values that they change need be no integers
     * @param commonPadding the padding of all planes; what of it can be counted like other values is, and is left out in the
     *     end; {@code null} for none
     */
    FloatCounts(Limits limits, PixelPadding commonPadding) {
        this.limits = limits;
        this.commonPadding = commonPadding;
    }

    /** How often the values with this head occurred, apart from integers that have been counted as such. */
    long ofHead(int head) {
        return Integer.toUnsignedLong(byHead[head]);
    }

    /** Whether any of these heads occurred, from the first to before the last. */
    boolean anyOfHeads(int from, int to) {
        int[] counts = byHead;
        int any = 0;
        for (int head = from; head < to; head++) any |= counts[head];
        return any != 0;
    }

    /** Adds what has not been counted by heads. */
    void addOthers(Occurrences occurrences) {
        for (int i = 0; i < byInteger.length; i++) {
            if (byInteger[i] != 0) occurrences.add(i - INTEGERS, Integer.toUnsignedLong(byInteger[i]));
        }
        if (below != 0) occurrences.addClipped(limits.low(), below);
        if (above != 0) occurrences.addClipped(limits.high(), above);
    }

    /** Whether every value has been counted as itself, selected or not. */
    boolean leftNoneOut() {
        return leftNoneOut;
    }

    /** Counts selected values; false if one within the limits is no integer of modest size, has a rest and is no padding. */
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

    /** Counts until a value with a rest comes; returns where that strip begins, or the tile's end. */
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

    /** Returns all bits that any of the values has. */
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
