package hounsfield.codec.jpeg;

/** The order in which the coefficients of a block are coded (T.81 figure A.6). */
final class ZigZag {
    /** By zigzag index: {@code 8 * row + column} of the coefficient. */
    static final int[] NATURAL = order();

    private ZigZag() {}

    /** Follows the antidiagonals, up and to the right on even ones, down and to the left on odd ones. */
    private static int[] order() {
        int[] natural = new int[64];
        int k = 0;
        for (int diagonal = 0; diagonal < 15; diagonal++) {
            for (int i = 0; i <= diagonal; i++) {
                int row = diagonal % 2 == 0 ? diagonal - i : i;
                int column = diagonal - row;
                if (row < 8 && column < 8) natural[k++] = 8 * row + column;
            }
        }
        return natural;
    }
}
