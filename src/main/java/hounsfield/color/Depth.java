package hounsfield.color;

import hounsfield.codec.Samples;

/**
 * Converts intensities of any depth to 8 bits or to at most 16 bits. The most significant bits are kept; with fewer
 * than 8 bits, the highest value becomes 255.
 *
 * @param bits Bits Stored
 */
record Depth(int bits) {
    /** Returns 8-bit intensities; shares the array if the samples already are. */
    byte[] toBytes(Samples samples) {
        if (samples instanceof Samples.Bytes same && bits == Byte.SIZE) return same.values();
        byte[] bytes = new byte[samples.length()];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) to8(samples.intAt(i));
        return bytes;
    }

    private int to8(int value) {
        int intensity = unsigned(value);
        return bits >= Byte.SIZE ? intensity >>> (bits - Byte.SIZE) : intensity * 255 / ((1 << bits) - 1);
    }

    int to16(int value) {
        int intensity = unsigned(value);
        return bits > Short.SIZE ? intensity >>> (bits - Short.SIZE) : intensity;
    }

    /** Returns an intensity as an unsigned value, ignoring Pixel Representation. */
    private int unsigned(int value) {
        return value & -1 >>> (Integer.SIZE - bits);
    }
}
