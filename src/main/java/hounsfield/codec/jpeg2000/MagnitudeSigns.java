package hounsfield.codec.jpeg2000;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The MagSgn part of an HT cleanup pass (T.814 7.1.2 and 7.3.8): magnitudes and signs, least significant bit first, a byte
 * behind FF of seven bits, 1 bits behind the end.
 */
final class MagnitudeSigns {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int position;
    private int limit;
    private int last;
    private long bits;
    private int count;

    void begin(byte[] source, int from, int to) {
        bytes = source;
        position = from;
        limit = to;
        last = 0;
        bits = 0;
        count = 0;
    }

    /**
     * Decodes a row of quads. Which samples are significant is as good as random, so there is no branch on it: one that is
     * not takes no bits and comes out as 0.
     *
     * @param quads entries of {@link VlcTables}
     * @param exponents U of each quad, at most 30 less {@code plane}
     * @param target where coefficients go, sign and magnitude with half a unit, from index {@code at} on and
     *     {@code stride} further
     * @param lower takes the exponents of each quad's lower samples, from index 1 on
     */
    void decodeRow(
            int[] quads, int[] exponents, int quadCount, int[] target, int at, int stride, int plane, int[] lower) {
        long bits = this.bits;
        int count = this.count;
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
                if (count < 32) {
                    this.bits = bits;
                    this.count = count;
                    refill();
                    bits = this.bits;
                    count = this.count;
                }
                int significant = -(quad >> VlcTables.RHO & 1);
                int length = exponent - (quad >> VlcTables.E_K & 1) & significant;
                int value = (int) bits & (1 << length) - 1 | (quad >> VlcTables.E_1 & 1) << length;
                bits >>>= length;
                count -= length;
                target[north + half] = (value << 31 | (value & ~1) + 3 << plane) & significant;
                if (count < 32) {
                    this.bits = bits;
                    this.count = count;
                    refill();
                    bits = this.bits;
                    count = this.count;
                }
                significant = -(quad >> VlcTables.RHO + 1 & 1);
                length = exponent - (quad >> VlcTables.E_K + 1 & 1) & significant;
                value = (int) bits & (1 << length) - 1 | (quad >> VlcTables.E_1 + 1 & 1) << length;
                bits >>>= length;
                count -= length;
                target[south + half] = (value << 31 | (value & ~1) + 3 << plane) & significant;
                lower[2 * q + 1 + half] = 32 - Integer.numberOfLeadingZeros(value | 1) & significant;
                quad >>= 2;
            }
        }
        this.bits = bits;
        this.count = count;
    }

    /** The same for coefficients of many bits, which come out in halves, as two's complement. */
    void decodeWideRow(
            int[] quads, int[] exponents, int quadCount, long[] target, int at, int stride, int plane, int[] lower) {
        for (int q = 0; q < quadCount; q++) {
            int quad = quads[q];
            for (int i = 0; i < 4; i++) { // north-west, south-west, north-east, south-east
                boolean significant = (quad >> VlcTables.RHO + i & 1) != 0;
                int length = significant ? exponents[q] - (quad >> VlcTables.E_K + i & 1) : 0;
                long value = take(Math.min(32, length));
                if (length > 32) value |= take(length - 32) << 32;
                value |= (long) (quad >> VlcTables.E_1 + i & 1) << length;
                long doubled = (value & ~1) + 3 << plane;
                if (significant)
                    target[at + 2 * q + (i >> 1) + (i & 1) * stride] = (value & 1) == 0 ? doubled : -doubled;
                if ((i & 1) == 1)
                    lower[2 * q + 1 + (i >> 1)] = significant ? 64 - Long.numberOfLeadingZeros(value | 1) : 0;
            }
        }
    }

    private long take(int length) {
        refill();
        long value = bits & (1L << length) - 1;
        bits >>>= length;
        count -= length;
        return value;
    }

    /** Has at least 33 bits ready. */
    private void refill() {
        while (count <= 32) {
            if (position <= limit - 4) {
                int next = (int) INT.get(bytes, position);
                int inverse = ~next;
                if (last != 0xFF && (inverse - 0x01010101 & ~inverse & 0x80808080) == 0) { // none of the four is FF
                    bits |= (next & 0xFFFFFFFFL) << count;
                    count += 32;
                    position += 4;
                    last = next >>> 24;
                    continue;
                }
            }
            int next = position < limit ? bytes[position++] & 0xFF : 0xFF;
            int length = last == 0xFF ? 7 : 8;
            bits |= (next & (1L << length) - 1) << count;
            count += length;
            last = next;
        }
    }
}
