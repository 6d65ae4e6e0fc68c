package hounsfield.codec.jpeg2000;

import static hounsfield.codec.jpeg2000.StripeColumns.OWN;
import static hounsfield.codec.jpeg2000.StripeColumns.REFINED;
import static hounsfield.codec.jpeg2000.StripeColumns.ROWS;
import static hounsfield.codec.jpeg2000.StripeColumns.VISITED;

/**
 * The two passes over a bit plane of a code-block that are not arithmetically coded with selective bypass (T.800 D.6).
 */
final class RawPasses {
    private final RawBits raw;
    private final StripeColumns columns;

    RawPasses(RawBits raw, StripeColumns columns) {
        this.raw = raw;
        this.columns = columns;
    }

    /** The significance propagation pass. */
    void significance(int one) {
        int[] words = columns.words;
        int[] data = columns.data;
        int at = 0;
        for (int y = 0; y < columns.height; y += 4) {
            int rows = columns.rowsFrom(y);
            int index = columns.firstWord(y);
            for (int x = 0; x < columns.width; x++, index++, at += 4) {
                int word = words[index];
                int todo = StripeColumns.withNeighbors(word) & ~(word >>> OWN) & rows;
                while (todo != 0) {
                    int r = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    word |= 1 << VISITED + r;
                    if (raw.bit() == 0) continue;
                    int sign = raw.bit();
                    data[at + StripeColumns.row(r)] = sign << 31 | one | one >> 1;
                    word = columns.markSignificant(word, index, r, sign);
                    todo |= 8 << r & ~(word >>> OWN) & rows;
                }
                words[index] = word;
            }
        }
    }

    /** The magnitude refinement pass. */
    void refinement(int half) {
        int[] words = columns.words;
        int[] data = columns.data;
        int at = 0;
        for (int y = 0; y < columns.height; y += 4) {
            int index = columns.firstWord(y);
            for (int x = 0; x < columns.width; x++, index++, at += 4) {
                int word = words[index];
                int todo = word >>> OWN & ~(word >>> VISITED) & ROWS;
                words[index] = word | todo << REFINED;
                for (; todo != 0; todo &= todo - 1) {
                    int r = Integer.numberOfTrailingZeros(todo);
                    data[at + StripeColumns.row(r)] += raw.bit() == 0 ? -half : half;
                }
            }
        }
    }
}
