package hounsfield.codec.jpeg2000;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The MagSgn part of an HT cleanup pass (T.814 7.1.2 and 7.3.8): magnitudes and signs, least significant bit first. A
 * byte after FF has seven bits, and after the end there are 1 bits. Bit stuffing is removed beforehand, so that the
 * bits of any sample are one unaligned read without a refill. The branch on a refill would be practically random and
 * therefore slow.
 */
final class MagnitudeSigns {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;

    /** Number of bytes that are copied at a time: with seven remaining bits they fill a {@code long}. */
    private static final int STEP = 7;

    /** The bits without stuffing, followed by eight bytes of 1 bits. */
    private byte[] bytes = new byte[0];
    /** Index of those eight bytes. */
    private int end;
    /** Position of the next bit. */
    private long position;

    void begin(byte[] source, int from, int to) {
        position = 0;
        int length = to - from;
        if (bytes.length < length + 2 * Long.BYTES) bytes = new byte[length + length / 2 + 2 * Long.BYTES];
        byte[] out = bytes;
        long carry = 0; // bits that do not fill a byte yet
        int bits = 0; // their number, up to 7
        int filled = 0;
        int last = 0;
        int at = from;
        while (at < to) {
            if (at + Long.BYTES <= to && last != 0xFF) {
                long next = (long) LONG.get(source, at);
                long inverse = ~next;
                if ((inverse - ONES & next & ONES << 7) == 0) { // none of the eight is FF
                    next &= -1L >>> 8;
                    LONG.set(out, filled, next << bits | carry);
                    carry = bits == 0 ? 0 : next >>> 8 * STEP - bits;
                    filled += STEP;
                    at += STEP;
                    last = 0;
                    continue;
                }
            }
            int next = source[at++] & 0xFF;
            carry |= (long) next << bits; // the high bit of a stuffed byte is 0
            bits += last == 0xFF ? 7 : 8;
            last = next;
            if (bits >= 8) {
                out[filled++] = (byte) carry;
                carry >>>= 8;
                bits -= 8;
            }
        }
        out[filled++] = (byte) (carry | -1L << bits);
        Arrays.fill(out, filled, filled + Long.BYTES, (byte) 0xFF);
        end = filled;
    }

    /**
     * Decodes a row of quads. The significance of a sample is practically random, so there is no branch on it: a sample
     * that is not significant takes no bits and becomes 0.
     *
     * @param quads entries of {@link VlcTables}
     * @param exponents U of each quad, at most 30 minus {@code plane}
     * @param target receives the coefficients, sign and magnitude with half a unit, from index {@code at} on, and for
     *     the second row from {@code at + stride} on
     * @param lower receives the exponents of the lower samples of each quad, from index 1 on
     */
    void decodeRow(
            int[] quads, int[] exponents, int quadCount, int[] target, int at, int stride, int plane, int[] lower) {
        byte[] bytes = this.bytes;
        int end = this.end;
        long position = this.position;
        for (int q = 0; q < quadCount; q++) {
            int quad = quads[q];
            int north = at + 2 * q;
            int south = north + stride;
            if (quad == 0) {
                lower[2 * q + 1] = 0;
                lower[2 * q + 2] = 0;
                continue;
            }
            int exponent = exponents[q];
            for (int half = 0; half < 2; half++) { // the west samples, then the east ones
                int significant = -(quad >> VlcTables.RHO & 1);
                int length = exponent - (quad >> VlcTables.E_K & 1) & significant;
                long bits = (long) LONG.get(bytes, (int) Math.min(end, position >>> 3)) >>> (position & 7);
                int value = (int) bits & (1 << length) - 1 | (quad >> VlcTables.E_1 & 1) << length;
                position += length;
                target[north + half] = (value << 31 | (value & ~1) + 3 << plane) & significant;
                significant = -(quad >> VlcTables.RHO + 1 & 1);
                length = exponent - (quad >> VlcTables.E_K + 1 & 1) & significant;
                bits = (long) LONG.get(bytes, (int) Math.min(end, position >>> 3)) >>> (position & 7);
                value = (int) bits & (1 << length) - 1 | (quad >> VlcTables.E_1 + 1 & 1) << length;
                position += length;
                target[south + half] = (value << 31 | (value & ~1) + 3 << plane) & significant;
                lower[2 * q + 1 + half] = 32 - Integer.numberOfLeadingZeros(value | 1) & significant;
                quad >>= 2;
            }
        }
        this.position = position;
    }

    /** Variant of {@link #decodeRow} for coefficients of many bits: in half units, in two's complement. */
    void decodeWideRow(
            int[] quads, int[] exponents, int quadCount, long[] target, int at, int stride, int plane, int[] lower) {
        for (int q = 0; q < quadCount; q++) {
            int quad = quads[q];
            for (int i = 0; i < 4; i++) { // north-west, south-west, north-east, south-east
                boolean significant = (quad >> VlcTables.RHO + i & 1) != 0;
                int length = significant ? exponents[q] - (quad >> VlcTables.E_K + i & 1) : 0;
                long value = next() & (1L << length) - 1 | (long) (quad >> VlcTables.E_1 + i & 1) << length;
                position += length;
                long doubled = (value & ~1) + 3 << plane;
                if (significant)
                    target[at + 2 * q + (i >> 1) + (i & 1) * stride] = (value & 1) == 0 ? doubled : -doubled;
                if ((i & 1) == 1)
                    lower[2 * q + 1 + (i >> 1)] = significant ? 64 - Long.numberOfLeadingZeros(value | 1) : 0;
            }
        }
    }

    /** Returns the next bits; at least 57 of them are valid. */
    private long next() {
        return (long) LONG.get(bytes, (int) Math.min(end, position >>> 3)) >>> (position & 7);
    }
}
