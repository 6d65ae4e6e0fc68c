package hounsfield.codec.jpeg2000;

/**
 * The vertical half of an inverse wavelet transform (T.800 F.3.5 and F.3.8), done while the rows come: each lifting step
 * follows as closely behind the newest row as its neighbours let it, so that all rows at work are still in the cache.
 *
 * <p>Step 0 and each second step after it work on the even rows, which are low-pass, the others on the odd ones. Rows count
 * on the reference grid; at the edges a row's missing neighbour is the one on its other side.
 */
abstract class RowLifting {
    private final int steps;
    private final int first;
    private final int last;
    /** For each step the next row that it works on. */
    private final int[] next;

    RowLifting(int steps, int first, int end) {
        this.steps = steps;
        this.first = first;
        last = end - 1;
        next = new int[steps];
        for (int s = 0; s < steps; s++) next[s] = first + (first + s & 1);
    }

    /** Works on one row by its two neighbours, by indices from the first row. */
    abstract void lift(int step, int row, int above, int below);

    /** Does what can be done once row {@code newest} and all above have come. */
    final void advance(int newest) {
        if (last == first) return; // a single row is not filtered (F.3.6)
        for (int s = 0; s < steps; s++) {
            int ready = s == 0 ? newest : next[s - 1] - 2;
            while (next[s] <= last && (next[s] < last ? next[s] + 1 : s == 0 ? last : last - 1) <= ready) {
                int row = next[s];
                int above = row == first ? row + 1 : row - 1;
                int below = row == last ? row - 1 : row + 1;
                lift(s, row - first, above - first, below - first);
                next[s] += 2;
            }
        }
    }
}
