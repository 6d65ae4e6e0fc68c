package hounsfield.region.structure;

import hounsfield.region.Outline;
import hounsfield.region.OverlapRule;
import java.util.List;

/**
 * Fills closed polygons. A pixel belongs to a polygon if its center is inside: an edge counts in a row if its lower end is at or above
 * the row and its higher end below it, and a center is inside if an odd number of edges cross its row to its right. Therefore centers
 * on left and upper edges are inside, and centers on right and lower edges are outside.
 */
public final class PolygonFill {
    private final int rows;
    private final int columns;
    /** For each row, element n is 1 if an odd number of edges cross the row between pixels n - 1 and n. */
    private final byte[] turns;

    PolygonFill(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        turns = new byte[Math.multiplyExact(rows, columns + 1)];
    }

    /**
     * Fills polygons.
     *
     * @param polygons closed outlines
     * @param overlap the rule for pixels inside several polygons
     * @param rows of the slice
     * @param columns of the slice
     * @return 1 for pixels inside and 0 for those outside, row by row
     */
    public static byte[] fill(List<Outline> polygons, OverlapRule overlap, int rows, int columns) {
        if (overlap == OverlapRule.EVEN_ODD || polygons.size() < 2) {
            PolygonFill fill = new PolygonFill(rows, columns);
            polygons.forEach(fill::add);
            return fill.pixels();
        }
        byte[] union = new byte[Math.multiplyExact(rows, columns)];
        for (Outline one : polygons) {
            byte[] pixels = fill(List.of(one), OverlapRule.EVEN_ODD, rows, columns);
            for (int i = 0; i < union.length; i++) union[i] |= pixels[i];
        }
        return union;
    }

    /** Combines a polygon with the others by exclusive or. */
    void add(Outline polygon) {
        double[] x = polygon.columns();
        double[] y = polygon.rows();
        for (int i = 0, before = x.length - 1; i < x.length; before = i++) {
            addEdge(x[before], y[before], x[i], y[i]);
        }
    }

    /** Adds an edge. It is always computed from its upper end, so that two opposite edges cancel exactly. */
    private void addEdge(double x1, double y1, double x2, double y2) {
        if (y1 > y2) {
            addEdge(x2, y2, x1, y1);
            return;
        }
        // Rows from y1 (inclusive) to y2 (exclusive). Casts saturate, so distant points need no special treatment.
        int first = (int) Math.max(0, Math.ceil(y1));
        int end = (int) Math.min(rows, Math.ceil(y2));
        double slope = (x2 - x1) / (y2 - y1);
        for (int row = first; row < end; row++) {
            double crossing = x1 + (row - y1) * slope;
            int pixels = (int) Math.max(0, Math.min(columns, Math.ceil(crossing)));
            turns[row * (columns + 1) + pixels] ^= 1;
        }
    }

    /** {@return 1 for pixels inside and 0 for those outside, row by row} */
    byte[] pixels() {
        byte[] pixels = new byte[rows * columns];
        for (int row = 0; row < rows; row++) {
            byte inside = 0;
            for (int column = columns - 1; column >= 0; column--) {
                inside ^= turns[row * (columns + 1) + column + 1];
                pixels[row * columns + column] = inside;
            }
        }
        return pixels;
    }
}
