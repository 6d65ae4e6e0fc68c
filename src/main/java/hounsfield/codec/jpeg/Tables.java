package hounsfield.codec.jpeg;

import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;

/** The tables and restart interval defined so far; each is valid until redefined (T.81 B.2.4). */
final class Tables {
    private static final int DESTINATIONS = 4;

    private final int[][] quantization = new int[DESTINATIONS][];
    private final HuffmanTable[] dc = new HuffmanTable[DESTINATIONS];
    private final HuffmanTable[] ac = new HuffmanTable[DESTINATIONS];
    private int restartInterval;

    /** Reads DQT (B.2.4.1): any number of tables, of 8 or 16 bits, in zigzag order. */
    void defineQuantization(Segment segment) throws MalformedDicomException {
        while (segment.remaining() > 0) {
            int kind = segment.u8();
            boolean wide = (kind >> 4) != 0;
            int[] table = new int[64];
            for (int k = 0; k < 64; k++) table[k] = wide ? segment.u16() : segment.u8();
            quantization[destination(segment, kind)] = table;
        }
    }

    /** Reads DHT (B.2.4.2): any number of tables. */
    void defineHuffman(Segment segment) throws MalformedDicomException {
        while (segment.remaining() > 0) {
            int kind = segment.u8();
            HuffmanTable[] tables = (kind >> 4) == 0 ? dc : ac;
            tables[destination(segment, kind)] = HuffmanTable.read(segment);
        }
    }

    /** Reads DRI (B.2.4.4). */
    void defineRestartInterval(Segment segment) throws MalformedDicomException {
        restartInterval = segment.u16();
    }

    /** Returns the number of MCUs between restart markers; 0 for none. */
    int restartInterval() {
        return restartInterval;
    }

    /** Returns a quantization table in zigzag order. */
    int[] quantization(int destination, int offset) throws MalformedDicomException {
        if (destination >= DESTINATIONS || quantization[destination] == null) {
            throw undefined("quantization", destination, offset);
        }
        return quantization[destination];
    }

    /** Returns the table of DC differences of a sequential scan. */
    HuffmanTable dc(int destination, int offset) throws MalformedDicomException {
        if (dc[destination] == null) throw undefined("DC Huffman", destination, offset);
        if (!dc[destination].isDc()) throw tooLarge(destination, offset);
        return dc[destination];
    }

    /** Returns the table of AC coefficients of a sequential scan. */
    HuffmanTable ac(int destination, int offset) throws MalformedDicomException {
        if (ac[destination] == null) throw undefined("AC Huffman", destination, offset);
        return ac[destination];
    }

    /** Returns the table of differences of a lossless scan, of the same class as DC tables (H.2). */
    HuffmanTable lossless(int destination, int offset) throws MalformedDicomException {
        if (dc[destination] == null) throw undefined("Huffman", destination, offset);
        if (!dc[destination].isLossless()) throw tooLarge(destination, offset);
        return dc[destination];
    }

    private static int destination(Segment segment, int kind) throws MalformedDicomException {
        if ((kind & 15) >= DESTINATIONS) throw segment.fault("defines table " + (kind & 15) + ", beyond 3");
        return kind & 15;
    }

    private static MalformedDicomException undefined(String kind, int destination, int offset) {
        return new MalformedDicomException(
                "JPEG scan needs the " + kind + " table " + destination + ", which is not defined (T.81 B.2.4)",
                Location.ofOffset(offset));
    }

    private static MalformedDicomException tooLarge(int destination, int offset) {
        return new MalformedDicomException(
                "JPEG Huffman table " + destination + " has invalid difference categories (T.81 F.1.2.1)",
                Location.ofOffset(offset));
    }
}
