package hounsfield.codec.jpeg2000;

import static hounsfield.codec.jpeg2000.StripeColumns.OWN;
import static hounsfield.codec.jpeg2000.StripeColumns.REFINED;
import static hounsfield.codec.jpeg2000.StripeColumns.ROWS;
import static hounsfield.codec.jpeg2000.StripeColumns.SIGN;
import static hounsfield.codec.jpeg2000.StripeColumns.SIGNIFICANCE;
import static hounsfield.codec.jpeg2000.StripeColumns.VISITED;

/**
 * The three arithmetically coded passes over a bit plane of a code-block (T.800 D.3). Their loops contain the lines of
 * {@link MqDecoder#decode}, with its registers in local variables. The margin of {@link StripeColumns} keeps indexes
 * inside the arrays.
 */
final class ArithmeticPasses {
    private final MqDecoder mq;
    private final StripeColumns columns;

    ArithmeticPasses(MqDecoder mq, StripeColumns columns) {
        this.mq = mq;
        this.columns = columns;
    }

    /**
     * The significance propagation pass (D.3.1).
     *
     * @param zeroCoding start of the part of {@link ContextTables#ZERO} for the subband
     * @param one a 1 in this bit plane
     */
    void significance(int zeroCoding, int one) {
        StripeColumns columns = this.columns;
        int[] words = columns.words;
        int width = columns.width;
        int height = columns.height;
        long[] contexts = mq.contexts;
        long a = mq.a;
        long d = mq.d;
        int ready = mq.ready;
        int magnitude = one | one >> 1;
        int at = 0;
        for (int y = 0; y < height; y += 4) {
            int rows = columns.rowsFrom(y);
            int index = columns.firstWord(y);
            for (int x = 0; x < width; x++, index++, at += 4) {
                int word = words[index];
                if ((word & SIGNIFICANCE) == 0) continue;
                int todo = StripeColumns.withNeighbors(word) & ~(word >>> OWN) & rows;
                while (todo != 0) {
                    int r = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    word |= 1 << VISITED + r;
                    int context = ContextTables.ZERO[(zeroCoding | word >>> r & 0x1FF) & 0x7FF];
                    long entry = contexts[context];
                    long qe = entry & MqDecoder.QE;
                    int symbol = (int) entry & 1;
                    a -= qe;
                    long above = a - d;
                    if ((above | a - MqDecoder.HALF) < 0) {
                        long lower = above >> 63;
                        long less = a - qe >> 63 ^ lower;
                        d -= a & lower;
                        a += qe - a & lower;
                        symbol ^= (int) less & 1;
                        contexts[context] = MqDecoder.STATES[(int) (entry >>> 16 + ((int) less << 3)) & 0xFF];
                        int shift = Long.numberOfLeadingZeros(a) - 1;
                        a <<= shift;
                        d <<= shift;
                        ready -= shift;
                        if (ready < 0) {
                            mq.d = d;
                            mq.ready = ready;
                            mq.refill();
                            d = mq.d;
                            ready = mq.ready;
                        }
                    }
                    if (symbol == 0) continue;
                    mq.a = a;
                    mq.d = d;
                    mq.ready = ready;
                    word = becomeSignificant(word, index, at, r, magnitude);
                    a = mq.a;
                    d = mq.d;
                    ready = mq.ready;
                    todo |= 8 << r & ~(word >>> OWN) & rows; // the row below now has a significant neighbor
                }
                words[index] = word;
            }
        }
        mq.a = a;
        mq.d = d;
        mq.ready = ready;
    }

    /**
     * The magnitude refinement pass (D.3.3).
     *
     * @param half half of a 1 in this bit plane
     */
    void refinement(int half) {
        StripeColumns columns = this.columns;
        int[] words = columns.words;
        int[] data = columns.data;
        int width = columns.width;
        int height = columns.height;
        long[] contexts = mq.contexts;
        long a = mq.a;
        long d = mq.d;
        int ready = mq.ready;
        int at = 0;
        for (int y = 0; y < height; y += 4) {
            int index = columns.firstWord(y);
            for (int x = 0; x < width; x++, index++, at += 4) {
                int word = words[index];
                int todo = word >>> OWN & ~(word >>> VISITED) & ROWS;
                if (todo == 0) continue;
                int set = word | todo << REFINED;
                do {
                    int r = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    int context = refinementContext(word, r);
                    long entry = contexts[context];
                    long qe = entry & MqDecoder.QE;
                    int symbol = (int) entry & 1;
                    a -= qe;
                    long above = a - d;
                    if ((above | a - MqDecoder.HALF) < 0) {
                        long lower = above >> 63;
                        long less = a - qe >> 63 ^ lower;
                        d -= a & lower;
                        a += qe - a & lower;
                        symbol ^= (int) less & 1;
                        contexts[context] = MqDecoder.STATES[(int) (entry >>> 16 + ((int) less << 3)) & 0xFF];
                        int shift = Long.numberOfLeadingZeros(a) - 1;
                        a <<= shift;
                        d <<= shift;
                        ready -= shift;
                        if (ready < 0) {
                            mq.d = d;
                            mq.ready = ready;
                            mq.refill();
                            d = mq.d;
                            ready = mq.ready;
                        }
                    }
                    int sign = symbol - 1;
                    data[at + StripeColumns.row(r)] += (half ^ sign) - sign;
                } while (todo != 0);
                words[index] = set;
            }
        }
        mq.a = a;
        mq.d = d;
        mq.ready = ready;
    }

    /** The cleanup pass (D.3.4). It also clears the visited bits of this bit plane. */
    void cleanup(int zeroCoding, int one) {
        StripeColumns columns = this.columns;
        int[] words = columns.words;
        int width = columns.width;
        int height = columns.height;
        long[] contexts = mq.contexts;
        long a = mq.a;
        long d = mq.d;
        int ready = mq.ready;
        int magnitude = one | one >> 1;
        int at = 0;
        for (int y = 0; y < height; y += 4) {
            int rows = columns.rowsFrom(y);
            int index = columns.firstWord(y);
            for (int x = 0; x < width; x++, index++, at += 4) {
                int word = words[index];
                int todo = ~(word >>> OWN | word >>> VISITED) & rows;
                if ((word & SIGNIFICANCE) == 0 && rows == ROWS) {
                    int context = MqDecoder.RUN_LENGTH;
                    long entry = contexts[context];
                    long qe = entry & MqDecoder.QE;
                    int symbol = (int) entry & 1;
                    a -= qe;
                    long above = a - d;
                    if ((above | a - MqDecoder.HALF) < 0) {
                        long lower = above >> 63;
                        long less = a - qe >> 63 ^ lower;
                        d -= a & lower;
                        a += qe - a & lower;
                        symbol ^= (int) less & 1;
                        contexts[context] = MqDecoder.STATES[(int) (entry >>> 16 + ((int) less << 3)) & 0xFF];
                        int shift = Long.numberOfLeadingZeros(a) - 1;
                        a <<= shift;
                        d <<= shift;
                        ready -= shift;
                        if (ready < 0) {
                            mq.d = d;
                            mq.ready = ready;
                            mq.refill();
                            d = mq.d;
                            ready = mq.ready;
                        }
                    }
                    if (symbol == 0) continue;
                    mq.a = a;
                    mq.d = d;
                    mq.ready = ready;
                    int r = 3 * (mq.decode(MqDecoder.UNIFORM) << 1 | mq.decode(MqDecoder.UNIFORM));
                    word = becomeSignificant(word, index, at, r, magnitude);
                    a = mq.a;
                    d = mq.d;
                    ready = mq.ready;
                    todo &= -8 << r;
                }
                while (todo != 0) {
                    int r = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    int context = ContextTables.ZERO[(zeroCoding | word >>> r & 0x1FF) & 0x7FF];
                    long entry = contexts[context];
                    long qe = entry & MqDecoder.QE;
                    int symbol = (int) entry & 1;
                    a -= qe;
                    long above = a - d;
                    if ((above | a - MqDecoder.HALF) < 0) {
                        long lower = above >> 63;
                        long less = a - qe >> 63 ^ lower;
                        d -= a & lower;
                        a += qe - a & lower;
                        symbol ^= (int) less & 1;
                        contexts[context] = MqDecoder.STATES[(int) (entry >>> 16 + ((int) less << 3)) & 0xFF];
                        int shift = Long.numberOfLeadingZeros(a) - 1;
                        a <<= shift;
                        d <<= shift;
                        ready -= shift;
                        if (ready < 0) {
                            mq.d = d;
                            mq.ready = ready;
                            mq.refill();
                            d = mq.d;
                            ready = mq.ready;
                        }
                    }
                    if (symbol == 0) continue;
                    mq.a = a;
                    mq.d = d;
                    mq.ready = ready;
                    word = becomeSignificant(word, index, at, r, magnitude);
                    a = mq.a;
                    d = mq.d;
                    ready = mq.ready;
                }
                words[index] = word & ~(ROWS << VISITED);
            }
        }
        mq.a = a;
        mq.d = d;
        mq.ready = ready;
    }

    /** Returns context 14 to 16 (table D.4). */
    private static int refinementContext(int word, int r) {
        if ((word >>> REFINED + r & 1) != 0) return 16;
        return (word >>> r & ContextTables.NEIGHBORS) != 0 ? 15 : 14;
    }

    /** Decodes the sign of a sample (D.3.2) and makes it significant. Returns the new word of its column. */
    private int becomeSignificant(int word, int index, int at, int r, int magnitude) {
        int[] words = columns.words;
        int above = r == 0 ? word >>> StripeColumns.SIGN_ABOVE : word >>> SIGN - 3 + r;
        int below = r == 9 ? word >>> StripeColumns.SIGN_BELOW : word >>> SIGN + 3 + r;
        int neighbors = word >>> r & 0xAA
                | above & 1
                | (below & 1) << 2
                | (words[index - 1] >>> SIGN + r & 1) << 4
                | (words[index + 1] >>> SIGN + r & 1) << 6;
        int entry = ContextTables.SIGN[neighbors];
        int sign = mq.decode(entry >> 1) ^ entry & 1;
        columns.data[at + StripeColumns.row(r)] = sign << 31 | magnitude;
        return columns.markSignificant(word, index, r, sign);
    }
}
