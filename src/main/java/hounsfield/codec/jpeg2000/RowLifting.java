package hounsfield.codec.jpeg2000;

/**
 * The vertical half of an inverse wavelet transform (T.800 F.3.5 and F.3.8), done while rows arrive. Each lifting step
 * follows the newest row as closely as its neighbors allow, so only a few rows are in progress at a time, and these
 * stay in the cache. The rows are separate arrays in a ring, because the JIT vectorizes loops over several arrays at
 * one index, but not loops over one array at several indexes.
 *
 * <p>Even steps change the even rows, which are low-pass; odd steps change the odd rows. Rows are counted on the
 * reference grid. At the edges, the missing neighbor of a row is replaced by the neighbor on its other side.
 */
abstract class RowLifting {
    /** Rows in the ring: more than the number of steps, plus the newest row and the neighbors of the oldest. */
    static final int RING = 8;

    private final int steps;
    private final int first;
    private final int last;
    /** The next row that each step will change. */
    private final int[] next;
    /** The next row to output. */
    private int out;

    RowLifting(int steps, int first, int end) {
        this.steps = steps;
        this.first = first;
        last = end - 1;
        next = new int[steps];
        for (int s = 0; s < steps; s++) next[s] = first + (first + s & 1);
        out = first;
    }

    /** Returns the slot of a row in the ring. */
    static int slot(int row) {
        return row & RING - 1;
    }

    /** Changes one row by its two neighbors. All three are given as slots. */
    abstract void lift(int step, int row, int above, int below);

    /**
     * Receives a finished row.
     *
     * @param row counted from the first
     */
    abstract void done(int slot, int row);

    /** Does everything that is possible once row {@code newest} and all rows above it have arrived. */
    final void advance(int newest) {
        if (last == first) { // a single row is not filtered (F.3.6)
            done(slot(first), 0);
            return;
        }
        for (int s = 0; s < steps; s++) {
            int ready = s == 0 ? newest : next[s - 1] - 2;
            while (next[s] <= last && (next[s] < last ? next[s] + 1 : s == 0 ? last : last - 1) <= ready) {
                int row = next[s];
                int above = row == first ? row + 1 : row - 1;
                int below = row == last ? row - 1 : row + 1;
                lift(s, slot(row), slot(above), slot(below));
                next[s] += 2;
            }
        }
        while (out <= last && out < next[(out & 1) == 0 ? steps - 2 : steps - 1]) {
            done(slot(out), out - first);
            out++;
        }
    }
}
