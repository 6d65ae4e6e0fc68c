package hounsfield.codec.jpeg2000;

/**
 * The vertical half of an inverse wavelet transform (T.800 F.3.5 and F.3.8), done while the rows come: each lifting step
 * follows as closely behind the newest row as its neighbours let it, so that a handful of rows is at work at a time, and
 * those stay in the cache. They stand in a ring of arrays of their own: the JIT uses wide registers for loops over several
 * arrays at one index, and not for loops over one array at several.
 *
 * <p>Step 0 and each second step after it work on the even rows, which are low-pass, the others on the odd ones. Rows count
 * on the reference grid; at the edges a row's missing neighbour is the one on its other side.
 */
abstract class RowLifting {
    /** Rows in the ring: more than there are steps, by the newest row, and the neighbours of the oldest. */
    static final int RING = 8;

    private final int steps;
    private final int first;
    private final int last;
    /** For each step the next row that it works on. */
    private final int[] next;
    /** The next row to hand out. */
    private int out;

    RowLifting(int steps, int first, int end) {
        this.steps = steps;
        this.first = first;
        last = end - 1;
        next = new int[steps];
        for (int s = 0; s < steps; s++) next[s] = first + (first + s & 1);
        out = first;
    }

    /** Where a row stands in the ring. */
    static int slot(int row) {
        return row & RING - 1;
    }

    /** Works on one row by its two neighbours, all three by their slots. */
    abstract void lift(int step, int row, int above, int below);

    /**
     * Takes a row that is done.
     *
     * @param row counted from the first
     */
    abstract void done(int slot, int row);

    /** Does what can be done once row {@code newest} and all above have come. */
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
