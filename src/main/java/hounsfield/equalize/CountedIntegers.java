package hounsfield.equalize;

import hounsfield.calibrate.FloatIntegers;
import hounsfield.planes.Planes;

/**
 * What counting has shown of planes: each of their values, not only the selected ones, is an integer from {@code first} to
 * {@code last}. Then a map may look results up without looking at the values again.
 *
 * @param planes the planes themselves, not others with the same values
 */
record CountedIntegers(Planes.Floats planes, int first, int last) {
    /**
     * The results of all these integers.
     *
     * @return a power of two of them, the one for {@code first} first; behind {@code last} any
     */
    float[] table(Equalization equalization) {
        float[] results = new float[Integer.highestOneBit(Math.max(1, last - first)) * 2];
        for (int i = 0; i <= last - first; i++) results[i] = equalization.valueOf(first + i);
        return results;
    }

    /** Looks a plane's results up in such a table. The mask keeps every index within it, whatever the plane holds. */
    void map(float[] values, float[] target, float[] table) {
        int offset = FloatIntegers.ZERO + first;
        int mask = table.length - 1;
        for (int i = 0; i < target.length; i++) {
            target[i] = table[Float.floatToRawIntBits(values[i] + FloatIntegers.SHIFT) - offset & mask];
        }
    }
}
