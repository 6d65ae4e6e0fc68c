package hounsfield.codec.jpeg2000;

import hounsfield.standard.error.DicomException;

/**
 * A tag tree (T.800 B.10.2): a quad tree of minima that codes one small number per code-block. Its bits are read only
 * as far as a number is needed.
 */
final class TagTree {
    private final int width;
    /** Index of the first node of each level in the arrays below, leaves first; the last level has only the root. */
    private final int[] starts;

    private final int[] widths;
    /** Lower bound of the value of each node. */
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

    /** Reads bits until it is known whether the value of a leaf is below {@code threshold}. */
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
     * Reads the value of a leaf.
     *
     * @param limit the value must be below it; otherwise the stream is damaged
     */
    int value(int leaf, int limit, HeaderBits in) throws DicomException {
        if (!isBelow(leaf, limit, in)) throw in.malformed("the value of a tag tree is " + limit + " or more");
        return lower[leaf];
    }
}
