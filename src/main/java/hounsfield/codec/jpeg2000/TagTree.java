package hounsfield.codec.jpeg2000;

import hounsfield.standard.DicomException;

/**
 * A tag tree (T.800 B.10.2): a quad tree of minima that tells small numbers, one a code-block, bit by bit as they are asked
 * for.
 */
final class TagTree {
    private final int width;
    /** Where each level begins in the arrays below, leaves first; the root is alone on the last. */
    private final int[] starts;

    private final int[] widths;
    /** What is known of each node: its value is at least this. */
    private final int[] lower;

    private final boolean[] known;

    TagTree(int width, int height) {
        this.width = width;
        int levels = 1;
        for (int w = width, h = height; w > 1 || h > 1; w = (w + 1) / 2, h = (h + 1) / 2) levels++;
        starts = new int[levels];
        widths = new int[levels];
        int nodes = 0;
        int w = width;
        int h = height;
        for (int level = 0; level < levels; level++) {
            starts[level] = nodes;
            widths[level] = w;
            nodes = Math.addExact(nodes, Math.multiplyExact(w, h));
            w = (w + 1) / 2;
            h = (h + 1) / 2;
        }
        lower = new int[nodes];
        known = new boolean[nodes];
    }

    /** Reads until it is clear whether a leaf's value is below {@code threshold}. */
    boolean isBelow(int leaf, int threshold, HeaderBits in) throws DicomException {
        int x = leaf % width;
        int y = leaf / width;
        int low = 0;
        int node = 0;
        for (int level = starts.length - 1; level >= 0; level--) {
            node = starts[level] + (y >> level) * widths[level] + (x >> level);
            if (lower[node] < low) lower[node] = low;
            while (!known[node] && lower[node] < threshold) {
                if (in.bit() == 1) known[node] = true;
                else lower[node]++;
            }
            low = lower[node];
        }
        return known[node] && low < threshold;
    }

    /**
     * Reads a leaf's value.
     *
     * @param limit the value must be below it, or the stream is damaged
     */
    int value(int leaf, int limit, HeaderBits in) throws DicomException {
        if (!isBelow(leaf, limit, in)) throw in.malformed("a tag tree's value is " + limit + " or more");
        return lower[leaf];
    }
}
