package hounsfield.codec.jpeg2000;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bits of the refinement passes of an HT code-block, least significant bit first; 0 bits after the end (T.814 7.1).
 */
final class HtBits {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private long bits;
    private int count;
    private final byte[] bytes;
    private int position;
    private final int limit;
    private int last;

    private HtBits(byte[] bytes, int position, int limit, int last) {
        this.bytes = bytes;
        this.position = position;
        this.limit = limit;
        this.last = last;
    }

    /** Returns the bits of a SigProp pass: forward (7.1.5). */
    static HtBits significance(byte[] bytes, int from, int to) {
        return new HtBits(bytes, from, to, 0);
    }

    /** Returns the bits of a MagRef pass: backward from the end (7.1.6). */
    static HtBits refinement(byte[] bytes, int from, int end) {
        return new HtBits(bytes, end - 1, from, 0xFF);
    }

    /** Makes at least 33 bits available, forward. A byte after FF has seven bits. */
    private void refillForward() {
        while (count <= 32) {
            if (position <= limit - 4) {
                int next = (int) INT.get(bytes, position);
                int inverse = ~next;
                if (last != 0xFF && ((inverse - 0x01010101) & ~inverse & 0x80808080) == 0) { // none of the four is FF
                    bits |= (next & 0xFFFFFFFFL) << count;
                    count += 32;
                    position += 4;
                    last = next >>> 24;
                    continue;
                }
            }
            int next = position < limit ? bytes[position++] & 0xFF : 0;
            bits |= (long) (last == 0xFF ? next & 0x7F : next) << count;
            count += last == 0xFF ? 7 : 8;
            last = next;
        }
    }

    /**
     * Makes at least 33 bits available, backward. If a byte is above 8F and the next one has seven 1 bits, the latter
     * has seven bits.
     */
    private void refillBackward() {
        while (count <= 32) {
            if (position >= limit + 3) {
                int next = Integer.reverseBytes((int) INT.get(bytes, position - 3));
                int inverse = ~next & 0x7F7F7F7F;
                if (((inverse - 0x01010101) & ~inverse & 0x80808080) == 0) { // none of the four may be stuffed
                    bits |= (next & 0xFFFFFFFFL) << count;
                    count += 32;
                    position -= 4;
                    last = next >>> 24;
                    continue;
                }
            }
            int next = position >= limit ? bytes[position--] & 0xFF : 0;
            boolean stuffed = last > 0x8F && (next & 0x7F) == 0x7F;
            bits |= (long) (stuffed ? 0x7F : next) << count;
            count += stuffed ? 7 : 8;
            last = next;
        }
    }

    int takeForward() {
        if (count == 0) refillForward();
        return take();
    }

    int takeBackward() {
        if (count == 0) refillBackward();
        return take();
    }

    private int take() {
        int bit = (int) bits & 1;
        bits >>>= 1;
        count--;
        return bit;
    }
}
