package hounsfield.codec.jpeg;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes JPEG streams for tests, marker by marker and bit by bit, after ITU-T T.81 annexes B, C and F.1; shares nothing
 * with the decoder.
 */
final class JpegBytes {
    /** A Huffman table: symbols in the order of their codes, and the length of each code. */
    record Huffman(int[] symbols, int[] lengths) {
        /** Codes of one length for all symbols. */
        static Huffman flat(int length, int... symbols) {
            int[] lengths = new int[symbols.length];
            java.util.Arrays.fill(lengths, length);
            return new Huffman(symbols, lengths);
        }

        /** One code for each symbol, each a bit longer than the one before, from {@code first} to 16 bits. */
        static Huffman growing(int first, int... symbols) {
            int[] lengths = new int[symbols.length];
            for (int i = 0; i < lengths.length; i++) lengths[i] = Math.min(16, first + i);
            return new Huffman(symbols, lengths);
        }

        private int indexOf(int symbol) {
            for (int i = 0; i < symbols.length; i++) if (symbols[i] == symbol) return i;
            throw new IllegalArgumentException("no code for " + symbol);
        }

        int length(int symbol) {
            return lengths[indexOf(symbol)];
        }

        /** The code by figure C.2: count up, and double wherever the length grows. */
        int code(int symbol) {
            int index = indexOf(symbol);
            int code = 0;
            for (int i = 1; i <= index; i++) code = (code + 1) << (lengths[i] - lengths[i - 1]);
            return code;
        }
    }

    /** A component of the frame header. */
    record Component(int id, int h, int v, int quantization) {}

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int accumulator;
    private int bits;

    static int[] range(int count) {
        int[] range = new int[count];
        for (int i = 0; i < count; i++) range[i] = i;
        return range;
    }

    JpegBytes soi() {
        return marker(0xD8);
    }

    byte[] eoi() {
        marker(0xD9);
        return out.toByteArray();
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    JpegBytes marker(int code) {
        out.write(0xFF);
        out.write(code);
        return this;
    }

    JpegBytes raw(int... bytes) {
        for (int value : bytes) out.write(value);
        return this;
    }

    JpegBytes segment(int code, int... parameters) {
        marker(code);
        u16(parameters.length + 2);
        return raw(parameters);
    }

    JpegBytes jfif() {
        return segment(0xE0, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
    }

    JpegBytes adobe(int transform) {
        return segment(0xEE, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, transform);
    }

    JpegBytes frame(int code, int precision, int rows, int columns, List<Component> components) {
        List<Integer> bytes = new ArrayList<>(
                List.of(precision, rows >> 8, rows & 255, columns >> 8, columns & 255, components.size()));
        for (Component c : components) bytes.addAll(List.of(c.id, c.h << 4 | c.v, c.quantization));
        return segment(code, ints(bytes));
    }

    /** @param tables for each component {@code Td << 4 | Ta} */
    JpegBytes scan(int[] ids, int[] tables, int ss, int se, int al) {
        List<Integer> bytes = new ArrayList<>(List.of(ids.length));
        for (int i = 0; i < ids.length; i++) bytes.addAll(List.of(ids[i], tables[i]));
        bytes.addAll(List.of(ss, se, al));
        return segment(0xDA, ints(bytes));
    }

    /** @param kind {@code Tc << 4 | Th} */
    JpegBytes huffman(int kind, Huffman table) {
        List<Integer> bytes = new ArrayList<>(List.of(kind));
        for (int length = 1; length <= 16; length++) {
            int count = 0;
            for (int each : table.lengths) if (each == length) count++;
            bytes.add(count);
        }
        for (int symbol : table.symbols) bytes.add(symbol);
        return segment(0xC4, ints(bytes));
    }

    /** @param kind {@code Pq << 4 | Tq} */
    JpegBytes quantization(int kind, int[] steps) {
        List<Integer> bytes = new ArrayList<>(List.of(kind));
        for (int step : steps) {
            if (kind >> 4 != 0) bytes.add(step >> 8);
            bytes.add(step & 255);
        }
        return segment(0xDB, ints(bytes));
    }

    JpegBytes restartInterval(int mcus) {
        return segment(0xDD, mcus >> 8, mcus & 255);
    }

    JpegBytes dnl(int lines) {
        return segment(0xDC, lines >> 8, lines & 255);
    }

    /** Entropy-coded bits, a zero byte stuffed behind each 0xFF (B.1.1.5). */
    void bits(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            accumulator = accumulator << 1 | (value >> i & 1);
            if (++bits == 8) {
                out.write(accumulator);
                if (accumulator == 0xFF) out.write(0);
                accumulator = 0;
                bits = 0;
            }
        }
    }

    /** Fills the last byte with ones (F.1.2.3). */
    JpegBytes flush() {
        while (bits != 0) bits(1, 1);
        return this;
    }

    void code(Huffman table, int symbol) {
        bits(table.code(symbol), table.length(symbol));
    }

    /** The magnitude bits of a number (F.1.2.1.1). */
    void magnitude(int value, int size) {
        bits(value < 0 ? value + (1 << size) - 1 : value, size);
    }

    static int size(int value) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
    }

    private void u16(int value) {
        raw(value >> 8, value & 255);
    }

    private static int[] ints(List<Integer> bytes) {
        return bytes.stream().mapToInt(Integer::intValue).toArray();
    }
}
