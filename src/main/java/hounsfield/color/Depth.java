package hounsfield.color;

import hounsfield.codec.Samples;

/**
 * Intensities of some number of bits, brought to 8 and to at most 16. More bits are cut off, the most significant stay; of
 * fewer than 8 the highest value becomes 255.
 *
 * @param bits Bits Stored
 */
record Depth(int bits) {
    /** Intensities of 8 bits; shares the array of samples that have them already. */
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

    /** Intensities have no sign, whatever Pixel Representation says. */
    private int unsigned(int value) {
        return value & -1 >>> (Integer.SIZE - bits);
    }
}
