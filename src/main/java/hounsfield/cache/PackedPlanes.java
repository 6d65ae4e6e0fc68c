package hounsfield.cache;

/**
 * Planes in the form in which the cache keeps them. A plane of floats that are all whole numbers of 16 bits, as HU mostly
 * are, becomes an array of half the size; it is unpacked at each access, bit for bit. Others are kept as they are.
 */
final class PackedPlanes {
    /** Added to a float of less than 2^22, this leaves its nearest whole number in the lowest bits of the sum. */
    private static final float ROUNDING = 1.5f * (1 << 23);

    private static final int ROUNDING_BITS = Float.floatToRawIntBits(ROUNDING);

    /** Number of pixels after which the attempt to pack a plane ends if it cannot be packed. */
    private static final int BLOCK = 1024;

    private PackedPlanes() {}

    /** A plane of whole numbers. */
    private record Whole(short[] values) {
        float[] unpacked() {
            float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) floats[i] = values[i];
            return floats;
        }
    }

    /** A plane with its channels in the form in which they are kept. */
    private record Channels(Object[] planes) {}

    /**
     * Returns the form to keep.
     *
     * @param planes an array of pixels, or an array of such arrays, one per channel
     */
    static Object pack(Object planes) {
        if (planes instanceof float[] floats) return packed(floats);
        if (!(planes instanceof Object[] channels)) return planes;
        Object[] packed = new Object[channels.length];
        boolean any = false;
        for (int i = 0; i < packed.length; i++) {
            packed[i] = pack(channels[i]);
            any |= packed[i] != channels[i];
        }
        return any ? new Channels(packed) : planes;
    }

    /** Returns the planes of {@link #pack}; new arrays for those that were packed. */
    static Object unpack(Object kept) {
        if (kept instanceof Whole whole) return whole.unpacked();
        if (!(kept instanceof Channels packed)) return kept;
        Object[] channels = new Object[packed.planes.length];
        for (int i = 0; i < channels.length; i++) channels[i] = unpack(packed.planes[i]);
        return channels;
    }

    /** Returns the size in the kept form [bytes] of planes of the given size. */
    static long bytes(Object kept, long unpacked) {
        if (kept instanceof Whole) return unpacked / 2;
        if (!(kept instanceof Channels packed)) return unpacked;
        long each = unpacked / packed.planes.length;
        long bytes = 0;
        for (Object plane : packed.planes) bytes += bytes(plane, each);
        return bytes;
    }

    private static Object packed(float[] floats) {
        short[] values = null;
        for (int from = 0; from < floats.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, floats.length);
            if (!areWhole(floats, from, to)) return floats;
            if (values == null) values = new short[floats.length];
            for (int i = from; i < to; i++) values[i] = (short) whole(floats[i]);
        }
        return values == null ? floats : new Whole(values);
    }

    /** Returns whether all values are those of a {@code short}. Negative zero is not, nor is NaN. */
    private static boolean areWhole(float[] floats, int from, int to) {
        int different = 0;
        for (int i = from; i < to; i++) {
            float value = floats[i];
            short near = (short) whole(value);
            different |= Float.floatToRawIntBits(near) ^ Float.floatToRawIntBits(value);
        }
        return different == 0;
    }

    /** Returns the value, if it is a whole number of less than 2^22; otherwise some number. */
    private static int whole(float value) {
        return Float.floatToRawIntBits(value + ROUNDING) - ROUNDING_BITS;
    }
}
