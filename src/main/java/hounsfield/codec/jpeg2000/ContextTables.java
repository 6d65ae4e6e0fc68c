package hounsfield.codec.jpeg2000;

/**
 * The contexts of the coding passes as functions of the neighbors of a sample (T.800 D.3), in the layout of
 * {@link StripeColumns}.
 */
final class ContextTables {
    /** Mask of the neighbors in the nine bits of a sample and its neighbors, which are stored row by row. */
    static final int NEIGHBORS = 0x1EF;

    /** The zero coding context (table D.1), indexed by orientation of the subband << 9 | the nine bits. */
    static final byte[] ZERO = zero();

    /** Twice the sign context plus the bit that the sign is XORed with, indexed as {@link #sign} describes. */
    static final byte[] SIGN = sign();

    private ContextTables() {}

    private static byte[] zero() {
        byte[] table = new byte[4 << 9];
        for (int i = 0; i < table.length; i++) {
            int horizontal = bit(i, 3) + bit(i, 5);
            int vertical = bit(i, 1) + bit(i, 7);
            int diagonal = bit(i, 0) + bit(i, 2) + bit(i, 6) + bit(i, 8);
            table[i] = (byte)
                    switch (i >> 9) {
                        case 1 -> oneWay(vertical, horizontal, diagonal); // HL
                        case 3 -> diagonal(horizontal + vertical, diagonal); // HH
                        default -> oneWay(horizontal, vertical, diagonal); // LL, LH
                    };
        }
        return table;
    }

    private static int oneWay(int along, int across, int diagonal) {
        if (along == 2) return 8;
        if (along == 1) return across >= 1 ? 7 : diagonal >= 1 ? 6 : 5;
        if (across > 0) return 2 + across;
        return Math.min(2, diagonal);
    }

    private static int diagonal(int straight, int diagonal) {
        if (diagonal >= 3) return 8;
        if (diagonal == 2) return straight >= 1 ? 7 : 6;
        if (diagonal == 1) return 3 + Math.min(2, straight);
        return Math.min(2, straight);
    }

    /**
     * Tables D.2 and D.3. Bits 1, 3, 5, 7 of the index indicate whether north, west, east, south are significant; bits
     * 0, 4, 6, 2 are their signs.
     */
    private static byte[] sign() {
        byte[] table = new byte[256];
        for (int i = 0; i < table.length; i++) {
            int vertical = contribution(bit(i, 1), bit(i, 0)) + contribution(bit(i, 7), bit(i, 2));
            int horizontal = contribution(bit(i, 3), bit(i, 4)) + contribution(bit(i, 5), bit(i, 6));
            int v = Integer.signum(vertical);
            int h = Integer.signum(horizontal);
            int flip = h < 0 || h == 0 && v < 0 ? 1 : 0;
            if (flip == 1) {
                h = -h;
                v = -v;
            }
            int context = h == 1 ? 12 + v : 9 + v;
            table[i] = (byte) (context << 1 | flip);
        }
        return table;
    }

    private static int contribution(int significant, int negative) {
        return significant * (1 - 2 * negative);
    }

    private static int bit(int value, int index) {
        return value >> index & 1;
    }
}
