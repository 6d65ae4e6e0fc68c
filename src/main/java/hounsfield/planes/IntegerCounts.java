package hounsfield.planes;

import hounsfield.calibrate.PixelPadding;
import java.util.List;

/** How often each integer occurs among floats: one thread's part of the counting. */
final class IntegerCounts {
    /**
     * Neighbours are counted in arrays of their own: they are often equal, and increments of one place wait for each other.
     * An int holds 2^32 pixels.
     */
    private final int[][] lanes = new int[4][IntegerStrips.SLOTS];

    private boolean others;

    /** Whether there were values that are not themselves what is counted for them, or not counted at all. */
    boolean others() {
        return others;
    }

    /** By slot, of all threads. */
    static long[] sum(List<IntegerCounts> parts) {
        long[] sum = new long[IntegerStrips.SLOTS];
        for (IntegerCounts part : parts) part.addTo(sum);
        return sum;
    }

    private void addTo(long[] sum) {
        for (int slot = 0; slot < sum.length; slot++) {
            // Most integers occur nowhere.
            if ((lanes[0][slot] | lanes[1][slot] | lanes[2][slot] | lanes[3][slot]) == 0) continue;
            for (int[] lane : lanes) sum[slot] += Integer.toUnsignedLong(lane[slot]);
        }
    }

    /** Counts selected values; false for one that is no integer of modest size when clipped. */
    boolean count(float[] plane, Tile tile, Selection selection, Limits limits) {
        byte[] mask = selection.mask(tile.plane(), plane.length);
        PixelPadding padding = selection.padding(tile.plane());
        if (mask == null && padding == null) {
            if (addAll(plane, tile, 1)) return true;
            addAll(plane, tile, -1);
        } else {
            others = true;
        }
        float low = padding == null ? Float.NaN : padding.low();
        float high = padding == null ? Float.NaN : padding.high();
        for (int i = tile.from(); i < tile.to(); i++) {
            float value = plane[i];
            if (mask != null && mask[i] == 0 || value >= low && value <= high) continue;
            if (!countOne(value, limits)) return false;
        }
        return true;
    }

    private boolean addAll(float[] plane, Tile tile, int times) {
        return IntegerStrips.forEach(plane, tile.from(), tile.to(), (sums, length, from) -> add(sums, length, times));
    }

    private void add(float[] sums, int length, int times) {
        int[] first = lanes[0];
        int[] second = lanes[1];
        int[] third = lanes[2];
        int[] fourth = lanes[3];
        int i = 0;
        // The masks spare a check of each index, since they come from the arrays' own lengths.
        for (; i < length - 3; i += 4) {
            first[Float.floatToRawIntBits(sums[i]) & first.length - 1] += times;
            second[Float.floatToRawIntBits(sums[i + 1]) & second.length - 1] += times;
            third[Float.floatToRawIntBits(sums[i + 2]) & third.length - 1] += times;
            fourth[Float.floatToRawIntBits(sums[i + 3]) & fourth.length - 1] += times;
        }
        for (; i < length; i++) first[Float.floatToRawIntBits(sums[i]) & first.length - 1] += times;
    }

    /** False for a value that is no integer of modest size when clipped; one that is not finite does not count. */
    private boolean countOne(float value, Limits limits) {
        float clipped = limits.of(value);
        boolean finite = Float.isFinite(clipped);
        if (clipped != value || !finite) others = true;
        if (!finite) return true;
        int integer = (int) clipped;
        int slot = integer & IntegerStrips.SLOTS - 1;
        if (IntegerStrips.integer(slot) != clipped) return false;
        lanes[0][slot]++;
        return true;
    }
}
