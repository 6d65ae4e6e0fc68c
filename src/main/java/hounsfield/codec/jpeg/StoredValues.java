package hounsfield.codec.jpeg;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;

/**
 * The stored values of a frame. JPEG samples are unsigned numbers of P bits. They are adapted to the layout as follows:
 *
 * <ul>
 *   <li>Sign: determined by Pixel Representation, because JPEG has none. The sign bit is the highest of Bits
 *       Stored, or of the P bits if these are fewer.
 *   <li>Lossless samples wider than Bits Stored: the bits between Bits Stored and P are dropped, as in native
 *       frames. A stream of whole cells (P above High Bit, which is above Bits Stored - 1) is first shifted down to
 *       Bits Stored.
 *   <li>DCT samples beyond Bits Stored are overshoot. They are clamped, never masked.
 *   <li>P above Bits Allocated: the header is wrong, and it is unknown which bits it means. The decoder refuses the
 *       frame.
 * </ul>
 */
final class StoredValues {
    private final byte[] bytes;
    private final short[] shorts;
    private final boolean signed;
    private final boolean lossless;
    /** Bits by which samples are shifted up (point transform), then down (whole cells). */
    private final int up;

    private final int down;
    /** Bits per value, including the sign. */
    private final int bits;

    private final int precision;

    /**
     * Allocates a frame.
     *
     * @param transform the point transform of a lossless stream (T.81 H.1.1), otherwise 0
     */
    StoredValues(PixelLayout layout, FrameHeader frame, int transform) {
        precision = frame.precision();
        signed = layout.signed();
        lossless = frame.lossless();
        bits = Math.min(precision, layout.bitsStored());
        up = transform;
        down = lossless && precision > layout.highBit() ? layout.highBit() + 1 - layout.bitsStored() : 0;
        boolean narrow = layout.bitsStored() <= 8;
        bytes = narrow ? new byte[layout.samples()] : null;
        shorts = narrow ? null : new short[layout.samples()];
    }

    /** Stores decoded samples from {@code index} on, counted in interleaved samples. */
    void put(int index, short[] decoded, int from, int count) {
        if (lossless) {
            if (bytes != null) putBytes(index, decoded, from, count);
            else putShorts(index, decoded, from, count);
        } else {
            putClamped(index, decoded, from, count);
        }
    }

    /** Returns all samples; those never stored are 0. */
    Samples samples() {
        return bytes != null ? new Samples.Bytes(bytes, signed) : new Samples.Shorts(shorts, signed);
    }

    private void putShorts(int index, short[] decoded, int from, int count) {
        int mask = (1 << bits) - 1;
        if (signed) {
            int extend = Integer.SIZE - bits;
            for (int i = 0; i < count; i++) {
                shorts[index + i] = (short) ((((decoded[from + i] & 0xFFFF) << up >>> down) << extend) >> extend);
            }
        } else if (up == 0 && down == 0) {
            for (int i = 0; i < count; i++) shorts[index + i] = (short) (decoded[from + i] & mask);
        } else {
            for (int i = 0; i < count; i++) {
                shorts[index + i] = (short) (((decoded[from + i] & 0xFFFF) << up >>> down) & mask);
            }
        }
    }

    private void putBytes(int index, short[] decoded, int from, int count) {
        int mask = (1 << bits) - 1;
        if (signed) {
            int extend = Integer.SIZE - bits;
            for (int i = 0; i < count; i++) {
                bytes[index + i] = (byte) ((((decoded[from + i] & 0xFFFF) << up >>> down) << extend) >> extend);
            }
        } else if (up == 0 && down == 0) {
            for (int i = 0; i < count; i++) bytes[index + i] = (byte) (decoded[from + i] & mask);
        } else {
            for (int i = 0; i < count; i++) {
                bytes[index + i] = (byte) (((decoded[from + i] & 0xFFFF) << up >>> down) & mask);
            }
        }
    }

    private void putClamped(int index, short[] decoded, int from, int count) {
        int low = signed ? -(1 << (bits - 1)) : 0;
        int high = signed ? (1 << (bits - 1)) - 1 : (1 << bits) - 1;
        int extend = signed ? Integer.SIZE - precision : 0;
        for (int i = 0; i < count; i++) {
            int value = Math.max(low, Math.min(high, decoded[from + i] << extend >> extend));
            if (bytes != null) bytes[index + i] = (byte) value;
            else shorts[index + i] = (short) value;
        }
    }
}
