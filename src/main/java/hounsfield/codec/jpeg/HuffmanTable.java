package hounsfield.codec.jpeg;

import hounsfield.standard.error.MalformedDicomException;
import java.util.Arrays;

/**
 * A Huffman table prepared for decoding: the next {@link #LOOKUP_BITS} bits of the stream select the symbol of a code
 * and the total length of the code and its magnitude bits. The low four bits of a symbol are the number of magnitude
 * bits, in DC and AC tables (T.81 F.1.2) and in lossless ones (H.1.2.2), where symbol 16 is the difference 32768
 * without magnitude bits.
 *
 * <p>An entry contains, from its low bits up: 8 bits of total length, 8 bits of code length, 8 bits of symbol. Java
 * uses only the low six bits of the count of a {@code long} shift, so {@code bits << entry} drops a whole coded value
 * and {@code bits << (entry >> 8)} drops only its code.
 */
final class HuffmanTable {
    static final int LOOKUP_BITS = 10;
    /** {@code bits >>> LOOKUP_SHIFT} is the lookup index of a left-aligned bit buffer. */
    static final int LOOKUP_SHIFT = 64 - LOOKUP_BITS;
    /** Returned if no code begins with the given bits. */
    static final int NO_CODE = -1;

    private static final int LONGEST = 16;

    /** Entries by the next bits of the stream; 0 for codes that require {@link #find(long)}. */
    final int[] lookup = new int[1 << LOOKUP_BITS];

    private final byte[] symbols;
    /** By length: one more than the largest code of at most this length, left-aligned in 16 bits. */
    private final int[] limit = new int[LONGEST + 1];
    /** By length: the number to add to a code to get the index of its symbol. */
    private final int[] symbolOffset = new int[LONGEST + 1];

    /**
     * Creates the table of a DHT segment (T.81 annex C).
     *
     * @param lengths 17 numbers; the one at index i is the number of codes of i bits
     * @param symbols in the order of their codes
     */
    private HuffmanTable(int[] lengths, byte[] symbols) {
        this.symbols = symbols;
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            symbolOffset[length] = index - code;
            for (int i = 0; i < lengths[length]; i++) enter(code++, length, symbols[index++] & 0xFF);
            limit[length] = code << (LONGEST - length);
            code <<= 1;
        }
    }

    /** Reads one table of a DHT segment, after its class and destination (T.81 B.2.4.2). */
    static HuffmanTable read(Segment segment) throws MalformedDicomException {
        int[] lengths = new int[LONGEST + 1];
        int total = 0;
        int space = 0;
        for (int length = 1; length <= LONGEST; length++) {
            lengths[length] = segment.u8();
            total += lengths[length];
            space += lengths[length] << (LONGEST - length);
        }
        if (total > 256 || space > 1 << LONGEST) throw segment.fault("has more codes than possible (T.81 annex C)");
        byte[] symbols = new byte[total];
        for (int i = 0; i < total; i++) symbols[i] = (byte) segment.u8();
        return new HuffmanTable(lengths, symbols);
    }

    /** Returns whether every symbol is a lossless difference category, 0 to 16 (T.81 H.1.2.2). */
    boolean isLossless() {
        for (byte symbol : symbols) {
            if ((symbol & 0xFF) > 16) return false;
        }
        return true;
    }

    /** Returns whether every symbol is a DC difference category, at most 15 (T.81 F.1.2.1). */
    boolean isDc() {
        for (byte symbol : symbols) {
            if ((symbol & 0xFF) > 15) return false;
        }
        return true;
    }

    /**
     * Returns the entry of the code that begins a left-aligned bit buffer, for codes that are not in {@link #lookup}
     * (T.81 F.2.2.3), or {@link #NO_CODE}.
     */
    int find(long bits) {
        int next = (int) (bits >>> 48);
        for (int length = 1; length <= LONGEST; length++) {
            if (next < limit[length]) {
                int code = next >> (LONGEST - length);
                return entry(length, symbols[code + symbolOffset[length]] & 0xFF);
            }
        }
        return NO_CODE;
    }

    /**
     * Returns the number coded at the start of a left-aligned bit buffer: the magnitude bits after the code of an
     * entry, which represent a negative number if their first bit is 0 (T.81 figure F.12, EXTEND). The result is 0 if
     * there are none.
     */
    static int extend(long bits, int entry) {
        int size = entry >>> 16 & 15;
        long magnitude = bits << (entry >> 8);
        // Java shifts by 64 as by 0, so size 0 needs two shifts.
        int value = (int) (magnitude >>> 1 >>> (63 - size));
        int negative = (int) (~magnitude >> 63);
        return value + (negative & (1 - (1 << size)));
    }

    private void enter(int code, int length, int symbol) {
        if (length > LOOKUP_BITS || symbol == 16) return; // 16: a lossless difference without magnitude bits
        int from = code << (LOOKUP_BITS - length);
        Arrays.fill(lookup, from, from + (1 << (LOOKUP_BITS - length)), entry(length, symbol));
    }

    private static int entry(int length, int symbol) {
        return symbol << 16 | length << 8 | (length + (symbol & 15));
    }
}
